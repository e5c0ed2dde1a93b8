// An explanation as somebody reads it who has to answer a student's question.
import type { ChalkInstance } from 'chalk';
import { describeDay, parseDay } from '../calendar/day.js';
import { counted } from '../diagnostics/fault.js';
import type { ExplainedIndicator, ExplainedRecord, Explanation } from '../reports/explanation.js';
import { describeRecords } from './record-list.js';

export function describeExplanation(it: Explanation, paint: ChalkInstance): string {
  const { student, checkpoint } = it;
  const name = `${student.first_name} ${student.last_name}`.trim();
  return [
    paint.bold(`${student.student_id}  ${name}`),
    `${it.plan.title} (${it.plan.name}), ${checkpoint.ad_hoc ? 'ad-hoc date' : checkpoint.id}, ${long(checkpoint.date)}`,
    '',
    ...section(paint, 'Outcome', [
      `${paint.bold(it.classification)}${it.not_assessed_reason === null ? '' : ` (${it.not_assessed_reason})`}`,
      it.reason,
      ...(it.process === 'none' ? [] : ['enters the non-engagement process (10.5)']),
      ...it.grounds.map((ground) => `ground for referral to the panel: ${ground}`),
      ...it.grounds_withheld.map((ground) => `ground withheld, because data is missing: ${ground}`),
    ]),
    ...section(paint, 'Days', days(it)),
    ...(it.indicators.length === 0 ? [] : section(paint, 'Rule', [`${it.rule.text}: ${it.rule.result ?? ''}`])),
    ...it.indicators.flatMap((indicator) => section(paint, heading(indicator), indicatorLines(indicator))),
    ...section(paint, 'Clock (10.6)', clockLines(it)),
    ...section(paint, 'Year so far', historyLines(it)),
    ...section(paint, 'Records of this student', recordLines(it)),
    ...(it.missing.length === 0 ? [] : section(paint, 'What is missing', missingLines(it))),
  ].join('\n');
}

function section(paint: ChalkInstance, title: string, lines: readonly string[]): readonly string[] {
  return [paint.cyan(title), ...lines.map((line) => `  ${line}`), ''];
}

function days({ window, student_window: own, monitored_days: monitored, student }: Explanation): readonly string[] {
  return [
    `window ${window.from} to ${window.to}, ${counted(monitored.window, 'monitored day')}`,
    own === null
      ? 'none of them is this student’s'
      : `of these the student’s: ${own.from} to ${own.to}, ${counted(monitored.student, 'monitored day')}`,
    `${student.status}${student.status_from === null ? '' : ` from ${student.status_from}`}, started ${student.starts_on} (${student.file}, record ${student.record})`,
  ];
}

function heading({ title, clause, result }: ExplainedIndicator): string {
  return `${title} (${clause}): ${result}`;
}

function indicatorLines({ text, measured }: ExplainedIndicator): readonly string[] {
  if (measured === null) return [text];
  const { planned_minimum: planned, would_have_met: wanted } = measured;
  return [
    text,
    ...(planned === null ? [] : [`the plan asks for ${planned} in a full window; less of it is the student’s`]),
    ...(wanted === null ? [] : [`would have met it: ${wanted}`]),
    ...(measured.unknown_days.length === 0
      ? []
      : [`not known on ${counted(measured.unknown_days.length, 'day')}: ${measured.unknown_days.join(', ')}`]),
    ...measured.assessments.map((due) => {
      const extended = due.extended ? ' (extended)' : '';
      return `${due.assessment_id}, due ${due.due_on}${extended}: ${due.submitted_on === null ? 'not submitted by the checkpoint' : `submitted ${due.submitted_on}`}`;
    }),
    ...describeRecords(measured.records),
  ];
}

function clockLines({ clock, last_evidence_on: last }: Explanation): readonly string[] {
  const evidence = last === null ? 'no evidence so far' : `last evidence ${long(last)}`;
  if (clock === null) return [evidence, 'no clock runs, because the student is not assessed'];
  const { monitored_days: longest, monitored_days_at_least: shortest } = clock;
  const monitored = shortest === longest ? `${longest}` : `${shortest} to ${longest}`;
  return [
    evidence,
    `day 0 is ${clock.day_0} (${BECAUSE[clock.day_0_because]}): ${counted(clock.calendar_days, 'day')} since, ${monitored} of them monitored`,
    clock.sixty_days_reached_on === null
      ? 'the course ends before 60 monitored days'
      : `60 monitored days without evidence are reached on ${long(clock.sixty_days_reached_on)}${shortest === longest ? '' : ', unless what is missing holds some'}`,
  ];
}

const BECAUSE = {
  evidence: 'the last evidence',
  'student-start': 'the day before the student’s start',
  'teaching-start': 'the day before the start of teaching',
  return: 'the day before the return from interruption',
} as const;

function historyLines({ history }: Explanation): readonly string[] {
  return history.map(({ checkpoint, date, classification, not_assessed_reason: reason, grounds }) => {
    const why = reason === null ? '' : ` (${reason})`;
    return `${date}  ${checkpoint}: ${classification}${why}${grounds.length === 0 ? '' : `, grounds ${grounds.join(', ')}`}`;
  });
}

const EFFECTS: Readonly<Record<ExplainedRecord['effect'], string>> = {
  'in-window': 'evidence in the window',
  'before-window': 'evidence before the window: moves the clock only',
  'not-enrolled': 'in the window, on a day on which the student was not enrolled: moves the clock only',
  'after-checkpoint': 'after the checkpoint: ignored',
  repeated: 'repeated from another file: counted once, there',
  superseded: 'submitted again: the earliest submission counts',
  'no-act': 'due and not submitted, or an entry that counts no act',
};

function recordLines({ records }: Explanation): readonly string[] {
  if (records.length === 0) return ['no export names this student'];
  const effects = (Object.keys(EFFECTS) as (keyof typeof EFFECTS)[]).map((effect) => {
    return { effect, records: records.filter((record) => record.effect === effect) };
  });
  return effects
    .filter((it) => it.records.length > 0)
    .flatMap((it) => [
      `${EFFECTS[it.effect]}: ${counted(it.records.length, 'record')}`,
      ...describeRecords(it.records).map((line) => `  ${line}`),
    ]);
}

function missingLines({ missing }: Explanation): readonly string[] {
  return missing.map(({ feed, why, from, to }) => `${feed}, ${from} to ${to}: ${WHY[why]}`);
}

const WHY = {
  'no-acts': 'no act of anybody in the exports',
  'before-first-act': 'before the first act of anybody in the exports',
  'after-last-act': 'after the last act of anybody in the exports and the plan’s tolerance',
  'unconfirmed-evidence': 'an act in a feed that the plan does not list',
} as const;

function long(date: string): string {
  const day = parseDay(date);
  return day === undefined ? date : describeDay(day);
}
