// An explanation as somebody reads it who has to answer a student's question.
import type { ChalkInstance } from 'chalk';
import { counted } from '../diagnostics/fault.js';
import { printableIn } from '../diagnostics/printable.js';
import type { Explanation } from '../reports/explanation.js';
import { circumstanceLines, contactLines } from './explanation-circumstances.js';
import { clockLines } from './explanation-clock.js';
import { indicatorLines } from './explanation-indicator.js';
import { missingLines, openEventLines } from './explanation-missing.js';
import { setAsideLines } from './set-aside.js';
import { recordLines } from './explanation-records.js';
import { sectionLines } from './explanation-sections.js';
import { sponsorshipLines } from './explanation-sponsorship.js';
import { longDate } from './long-date.js';

export function describeExplanation(explanation: Explanation, paint: ChalkInstance): string {
  const it = printableIn(explanation);
  const { student, checkpoint } = it;
  const name = `${student.first_name} ${student.last_name}`.trim();
  const section = (title: string, lines: readonly string[]): readonly string[] => {
    return lines.length === 0 ? [] : [paint.cyan(title), ...lines.map((line) => `  ${line}`), ''];
  };
  return [
    paint.bold(`${student.student_id}  ${name}`),
    `${it.plan.title} (${it.plan.name}), ${checkpoint.ad_hoc ? 'ad-hoc date' : checkpoint.id}, ${longDate(checkpoint.date)}`,
    ...setAsideLines(it.set_aside.map(({ feed }) => feed)),
    '',
    ...section('Outcome', [
      `${paint.bold(it.classification)}${it.not_assessed_reason === null ? '' : ` (${it.not_assessed_reason})`}`,
      it.reason,
      ...(it.process === 'none' ? [] : ['enters the non-engagement process (10.5)']),
      ...it.grounds.map((ground) => `ground for referral to the panel: ${ground}`),
      ...it.grounds_withheld.map((ground) => `ground withheld, because data is missing: ${ground}`),
    ]),
    ...section('Days', dayLines(it)),
    ...section('Circumstances', circumstanceLines(it)),
    ...section('Rule', ruleLines(it)),
    ...it.indicators.flatMap((indicator) => {
      return section(
        `${indicator.title} (${indicator.clause}): ${indicator.result}`,
        indicatorLines(indicator, it.judged_days !== null),
      );
    }),
    ...section('Clock (10.6)', clockLines(it)),
    ...section('Sponsored student (9)', sponsorshipLines(it)),
    ...section('Year so far', historyLines(it)),
    ...section('Contacts', contactLines(it)),
    ...section('Records of this student', recordLines(it)),
    ...section('Events of which nobody knows whether the student attended', openEventLines(it)),
    ...section('What is missing', missingLines(it)),
  ].join('\n');
}

function dayLines(it: Explanation): readonly string[] {
  const { window, student_window: own, monitored_days: monitored, student, calendar_level: level } = it;
  const authorised = monitored.authorised === 0 ? '' : `, ${monitored.authorised} of them authorised absence`;
  return [
    `window ${window.from} to ${window.to}, ${counted(monitored.window, 'monitored day')}`,
    own === null
      ? 'none of them is this student’s'
      : `of these the student’s: ${own.from} to ${own.to}, ${counted(monitored.student, 'monitored day')}${authorised}`,
    `${student.status}${student.status_from === null ? '' : ` from ${student.status_from}`}, started ${student.starts_on} (${student.file}, record ${student.record})`,
    ...sectionLines(it),
    ...(level === null ? [] : [`vacations of level ${level.level ?? 'unknown, so of every level'} (9.5)`]),
  ];
}

function ruleLines({ indicators, group, rule }: Explanation): readonly string[] {
  if (indicators.length === 0) return [];
  return [
    ...(group === null ? [] : [`of the group ${group.title} (${group.id}), which claims this student`]),
    `${rule.text}: ${rule.result ?? ''}`,
  ];
}

function historyLines({ history }: Explanation): readonly string[] {
  return history.map(({ checkpoint, date, classification, not_assessed_reason: reason, grounds }) => {
    const why = reason === null ? '' : ` (${reason})`;
    return `${date}  ${checkpoint}: ${classification}${why}${grounds.length === 0 ? '' : `, grounds ${grounds.join(', ')}`}`;
  });
}
