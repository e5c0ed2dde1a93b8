// What an explanation says of one indicator: the figures, what they leave out, and the records behind them.
import { counted } from '../diagnostics/fault.js';
import type { ExplainedIndicator, ExplainedMeasured } from '../reports/explained-indicator.js';
import { openEventLine } from './explanation-missing.js';
import { recordsBehindLines } from './explanation-records.js';
import { describeRecords } from './record-list.js';

/** `isInPart`: by some of the student's days alone (9.4). */
export function indicatorLines({ text, measured, modules }: ExplainedIndicator, isInPart: boolean): readonly string[] {
  if (measured === null) return [text];
  return [
    text,
    ...modules.map(
      (module) =>
        `${module.module_code === '' ? 'outside any module' : module.module_code}: ${module.result}, ${module.text}`,
    ),
    ...minimumLines(measured, isInPart),
    ...(measured.would_have_met === null ? [] : [`would have met it: ${measured.would_have_met}`]),
    ...measured.missed.filter(({ kind }) => kind === 'event' || kind === 'meeting').map(missedLine),
    ...measured.open_events.map((event) => `open ${openEventLine(event)}`),
    ...unknownDaysLines(measured),
    ...measured.set_aside.map(({ why, count }) => `not counted: ${count}, ${SET_ASIDE[why]}`),
    ...measured.assessments.map(assessmentLine),
    // The assessments have said already what became of each.
    ...(measured.assessments.length > 0 ? describeRecords(measured.records) : recordsBehindLines(measured.records)),
  ];
}

function minimumLines(
  { planned_minimum: planned, minimum, asked }: ExplainedMeasured,
  isInPart: boolean,
): readonly string[] {
  const { in_force_since: since, per_teaching_week: perWeek, prorated } = asked;
  return [
    ...(since === null ? [] : [`the minimum in force since ${since}`]),
    ...(perWeek === null
      ? []
      : [`the plan asks for ${perWeek.minimum} a teaching week, of which the window has ${perWeek.teaching_weeks}`]),
    ...(planned === null || prorated === null
      ? []
      : [
          `the plan asks for ${planned} in a full window; ${prorated.student_days} of its ${counted(prorated.window_days, 'monitored day')} ${isInPart ? 'are judged' : 'count for the student'}, so for ${minimum}`,
        ]),
  ];
}

function missedLine({ kind, name, module_code: module, date, count }: ExplainedMeasured['missed'][number]): string {
  const what = name === '' ? kind : name;
  return `missed ${date}  ${what}${module === '' ? '' : ` (${module})`}${count === 1 ? '' : `, ${count} times`}`;
}

function unknownDaysLines({ unknown_days: days }: ExplainedMeasured): readonly string[] {
  return days.length === 0 ? [] : [`not known on ${counted(days.length, 'day')}: ${days.join(', ')}`];
}

const SET_ASIDE: Readonly<Record<ExplainedMeasured['set_aside'][number]['why'], string>> = {
  authorised: 'absent with permission',
  disruption: 'on days of disrupted teaching',
  extenuating: 'with extenuating circumstances, not submitted',
  'not-enrolled': 'in modules on which the student was not enrolled that day',
  excepted: 'on days that the indicator leaves out',
};

function assessmentLine(due: ExplainedMeasured['assessments'][number]): string {
  const asides = [...(due.extended ? ['extended'] : []), ...(due.extenuated ? ['extenuating circumstances'] : [])];
  const aside = asides.length === 0 ? '' : ` (${asides.join(', ')})`;
  const submitted = due.submitted_on === null ? 'not submitted by the checkpoint' : `submitted ${due.submitted_on}`;
  return `${due.assessment_id}, due ${due.due_on}${aside}: ${submitted}`;
}
