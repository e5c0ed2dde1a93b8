// The records and assessments that one indicator rests on (5.1b).
import { formatDay, parseDay } from '../calendar/day.js';
import type { Effect } from '../evaluate/effect.js';
import { scopeOf } from '../evaluate/measures/scope.js';
import type { Situation } from '../evaluate/situation.js';
import type { Indicator } from '../plan/plan.js';
import type { ExplainedRecord } from './explained-records.js';

/** Of a share of submissions: what was due on the days that it looks at. */
export function assessmentsBehind(indicator: Indicator, module: string | null, situation: Situation) {
  if (!isShareOfSubmissions(indicator)) return [];
  const { assessments, ledger, student, on } = situation;
  const { days } = scopeOf(indicator, situation, module);
  const setFor = new Map(ledger.duesOf(student.studentId).map(({ assessmentId, due }) => [assessmentId, due.day]));
  return assessments
    .filter((it) => days.has(it.dueAt.day) && isOf(indicator, module, it.type, it.module))
    .map(({ assessmentId, module: moduleCode, dueAt, submitted, isExtenuated }) => ({
      assessment_id: assessmentId,
      module_code: moduleCode,
      due_on: formatDay(dueAt.day),
      extended: dueAt.day !== setFor.get(assessmentId),
      extenuated: isExtenuated,
      submitted_on: submitted !== null && submitted.day <= on ? formatDay(submitted.day) : null,
    }));
}

/** Evidence, in the window or (for the last one) before it. */
const EVIDENCE: readonly Effect[] = [
  'in-window',
  'remote-not-approved',
  'other-section',
  'not-enrolled',
  'before-window',
];
/** Expected events that count for nothing are shown too: they answer why. */
const EXPECTED: readonly Effect[] = [
  'in-window',
  'remote-not-approved',
  'not-attended',
  'open',
  'authorised',
  'disruption',
  'cancelled',
];

export function recordsBehind(
  indicator: Indicator,
  module: string | null,
  situation: Situation,
  records: readonly ExplainedRecord[],
): readonly ExplainedRecord[] {
  const { feed, measure } = indicator;
  const own = records.filter((it) => it.feed === feed && isOf(indicator, module, it.type, it.module_code));
  if (measure === 'recency') return latest(own.filter(({ effect }) => EVIDENCE.includes(effect)));
  if (isShareOfSubmissions(indicator)) {
    const due = new Set(assessmentsBehind(indicator, module, situation).map((it) => it.assessment_id));
    return own.filter((it) => it.assessment_id !== null && due.has(it.assessment_id));
  }
  const { days } = scopeOf(indicator, situation, module);
  return own.filter(({ date, effect }) => {
    const day = parseDay(date);
    return day !== undefined && days.has(day) && EXPECTED.includes(effect);
  });
}

function isShareOfSubmissions(indicator: Indicator): boolean {
  return indicator.measure === 'rate' && indicator.of === 'submissions';
}

function isOf({ only }: Indicator, module: string | null, type: string, moduleCode: string): boolean {
  return (only?.includes(type) ?? true) && (module === null || module === moduleCode);
}

/** Those of the last day. */
function latest(records: readonly ExplainedRecord[]): readonly ExplainedRecord[] {
  const dates = records.map(({ date }) => date).sort();
  return records.filter(({ date }) => date === dates.at(-1));
}
