// `checkpoint check`: are the plans sound, when do they look, and what has been done.
import type { ChalkInstance } from 'chalk';
import { formatDay } from '../calendar/day.js';
import { check, type CheckedCheckpoint, type CheckedPlan, type CheckResult } from '../check.js';
import type { Fault } from '../diagnostics/catalogue.js';
import { printable } from '../diagnostics/printable.js';
import { EXIT, worstOf, type ExitCode } from '../diagnostics/refusal.js';
import { jsonText } from './json-text.js';
import { describeFaults } from './messages.js';
import { PLANS_FOLDER, type CheckOptions } from './options.js';
import { choicesAsJson, choicesText } from './plan-choices.js';
import { askedText, conditionText, expectedText, idRuleText, levelsText, rulesText, threshold } from './plan-text.js';
import { faultAsJson } from './summary-json.js';
import type { Terminal } from './terminal.js';

const SCHEMA_VERSION = 1;

export async function checkCommand(
  plans: readonly string[],
  options: CheckOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const result = await check({ plans, plansFolder: PLANS_FOLDER, outFolder: options.out });
  const messages = [...result.refusals.flatMap(({ faults }) => faults), ...result.plans.flatMap((it) => it.findings)];
  const exitCode = exitCodeOf(result, messages, options);
  if (options.json === true) await terminal.out(jsonText(asJson(result, messages, exitCode)));
  else await terminal.out(result.plans.map((it) => describePlan(it, terminal.paint)).join('\n'));
  await terminal.err(describeFaults(messages, terminal.paintErr));
  return exitCode;
}

function exitCodeOf({ refusals }: CheckResult, messages: readonly Fault[], { strict }: CheckOptions): ExitCode {
  const hasWarnings = messages.some(({ severity }) => severity === 'warning');
  return worstOf([
    ...refusals.map((refusal) => refusal.exitCode),
    strict === true && hasWarnings ? EXIT.warnings : EXIT.done,
  ]);
}

function describePlan({ file, plan, checkpoints }: CheckedPlan, paint: ChalkInstance): string {
  const width = Math.max(...checkpoints.map(({ checkpoint }) => checkpoint.id.length));
  const lines = checkpoints.flatMap(({ checkpoint: { id, on }, window, levels, asked, isDone }) => {
    const days = `${formatDay(window.from)} to ${formatDay(window.to)}`;
    const under = ' '.repeat(width);
    return [
      `  ${id.padEnd(width)}  ${formatDay(on)}  window ${days}${isDone ? paint.green('  done') : ''}`,
      `  ${under}  ${printable(levelsText(levels))}`,
      `  ${under}  ${askedText(asked, on)}`,
    ];
  });
  const rules = [...rulesText(plan), ...choicesText(plan)].map((text) => `  ${printable(text)}`);
  return [
    `${paint.bold(printable(`${plan.title} (${plan.name})`))}, ${printable(file)}: ${paint.green('valid')}`,
    ...lines,
    ...rules,
    '',
  ].join('\n');
}

function asJson({ plans }: CheckResult, messages: readonly Fault[], exitCode: ExitCode): object {
  return {
    schema_version: SCHEMA_VERSION,
    exit_code: exitCode,
    plans: plans.map(({ file, plan, checkpoints }) => ({
      file,
      plan: plan.name,
      title: plan.title,
      checkpoints: checkpoints.map(checkpointAsJson),
      rule: idRuleText(plan.rule),
      groups: plan.groups.map(({ id, title, when, rule }) => ({
        id,
        title,
        when: conditionText(when),
        rule: idRuleText(rule),
      })),
      ...choicesAsJson(plan),
    })),
    messages: messages.map(faultAsJson),
  };
}

function checkpointAsJson({ checkpoint, window, levels, asked, isDone }: CheckedCheckpoint): object {
  return {
    id: checkpoint.id,
    date: formatDay(checkpoint.on),
    window: { from: formatDay(window.from), to: formatDay(window.to) },
    levels: levels.map(({ level, monitoredDays, teachingWeeks }) => ({
      level,
      monitored_days: monitoredDays,
      teaching_weeks: teachingWeeks,
    })),
    asks: asked.map((indicator) => ({
      indicator: indicator.id,
      measure: indicator.measure,
      threshold: threshold(indicator, checkpoint.on),
      text: expectedText(indicator, checkpoint.on),
    })),
    done: isDone,
  };
}
