// `checkpoint run`: the main job.
import { formatDay } from '../calendar/day.js';
import { fault, type Fault } from '../diagnostics/catalogue.js';
import { EXIT, worstOf, type ExitCode } from '../diagnostics/refusal.js';
import type { Plan } from '../plan/plan.js';
import { run, type RunResult } from '../run.js';
import { refuseLaterOptions } from './later.js';
import { londonToday } from './clock.js';
import { jsonText } from './json-text.js';
import { describeFaults } from './messages.js';
import { MAPPING_FOLDERS, PLANS_FOLDER, type RunOptions } from './options.js';
import { progressLine } from './progress.js';
import { summaryAsJson } from './summary-json.js';
import { feedsNamed } from './set-aside.js';
import { describeRun } from './summary.js';
import { loadSources } from '../workspace/sources.js';
import type { Terminal } from './terminal.js';
import { tool } from './tool.js';

export async function runCommand(plans: readonly string[], options: RunOptions, terminal: Terminal): Promise<ExitCode> {
  refuseLaterOptions(options);
  const setAside = feedsNamed(options.setAside);
  const sources = await loadSources({ file: options.sources ?? null, mappingFolders: MAPPING_FOLDERS });
  const progress = progressLine(terminal, options.quiet);
  const result = await run({
    plans,
    plansFolder: PLANS_FOLDER,
    at: options.at,
    isAdHoc: options.adHoc ?? false,
    exports: {
      folder: options.exports,
      reader: options.reader ?? null,
      setAside,
      sources,
      progress: progress.report,
      signal: terminal.interruption,
    },
    outFolder: options.out,
    isDryRun: options.dryRun ?? false,
    tool: tool(),
  }).finally(progress.clear);

  const messages = messagesOf(result);
  const exitCode = exitCodeOf(result, messages, options);
  if (options.json === true) await terminal.out(jsonText(summaryAsJson(result, messages, exitCode)));
  else if (options.quiet !== true) await terminal.out(describeRun(result, terminal.paint));
  const spoken = messages.filter(({ severity }) => severity !== 'info' || options.quiet !== true);
  if (spoken.length > 0) await terminal.err(describeFaults(spoken, terminal.paintErr));
  return exitCode;
}

/** Everything there is to say, worst first; what data-quality.csv alone should hold is left to it. */
function messagesOf({ plans, exportFindings, notes, refusals }: RunResult): readonly Fault[] {
  const today = londonToday();
  const latest = plans.map(({ target }) => target.on).filter((on) => on >= today);
  const messages = [
    ...refusals.flatMap(({ faults }) => faults),
    ...[...new Set(latest)].map((on) => fault('day-not-over', { on: formatDay(on) })),
    ...exportFindings,
    ...plans.flatMap(({ plan, findings }) => (plans.length === 1 ? findings : findings.map(naming(plan)))),
    ...notes,
  ];
  const rank = { error: 0, warning: 1, info: 2 };
  return messages.toSorted((one, other) => rank[one.severity] - rank[other.severity]);
}

/** Among several plans a finding says whose it is. */
function naming({ name }: Plan): (finding: Fault) => Fault {
  return (finding) => ({ ...finding, message: `${name}: ${finding.message}` });
}

function exitCodeOf({ exitCode }: RunResult, messages: readonly Fault[], { strict }: RunOptions): ExitCode {
  const hasWarnings = messages.some(({ severity }) => severity === 'warning');
  return worstOf([exitCode, strict === true && hasWarnings ? EXIT.warnings : EXIT.done]);
}
