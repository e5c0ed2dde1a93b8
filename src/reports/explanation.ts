// Everything that one outcome rests on (5.1b), as JSON; the terminal shows the same.
import { formatDay, type Day } from '../calendar/day.js';
import type { Period } from '../calendar/period.js';
import { CLAUSE_OF_FEED } from '../engagement/feed.js';
import { formatRate } from '../engagement/fraction.js';
import type { Due, EventRecord } from '../engagement/ledger.js';
import type { Bound, Clock, History, IndicatorOutcome, Outcome } from '../engagement/outcome.js';
import { effectOf, type Effect } from '../evaluate/effect.js';
import { dueDay } from '../evaluate/evidence.js';
import { shortfallOf } from '../evaluate/shortfall.js';
import type { Situation } from '../evaluate/situation.js';
import type { ReaderName } from '../exports/reader.js';
import type { Indicator, Rule } from '../plan/plan.js';
import type { Tool } from './input.js';
import { measuredText } from './measured-text.js';
import { reasonText } from './reason.js';
import { ruleText } from './rule-text.js';
import { shortfallText } from './shortfall-text.js';

export interface ExplanationInput {
  readonly situation: Situation;
  /** The last one is explained. */
  readonly history: History;
  readonly records: readonly EventRecord[];
  readonly reader: ReaderName;
  readonly tool: Tool;
}

export type Explanation = ReturnType<typeof explanationOf>;

const SCHEMA_VERSION = 1;

export function explanationOf({ situation, history, records, reader, tool }: ExplanationInput) {
  const { student, plan } = situation;
  const outcome = history.at(-1);
  if (outcome === undefined) throw new RangeError('a history holds at least the checkpoint asked for');
  const explained = records.map((record) => explainedRecord(record, effectOf(record, situation)));
  return {
    schema_version: SCHEMA_VERSION,
    tool,
    reader,
    student: {
      student_id: student.studentId,
      first_name: student.firstName,
      last_name: student.lastName,
      school: student.school,
      programme_code: student.programmeCode,
      status: student.status,
      status_from: dayOrNull(student.statusFrom),
      starts_on: formatDay(student.startsOn),
      registered_on: dayOrNull(student.registeredOn),
      ends_on: dayOrNull(student.endsOn),
      file: student.source.file,
      record: student.source.record,
    },
    plan: { name: plan.name, title: plan.title },
    checkpoint: { id: outcome.checkpointId, date: formatDay(outcome.checkpointOn), ad_hoc: outcome.isAdHoc },
    window: periodOf(outcome.window),
    student_window: outcome.studentWindow === null ? null : periodOf(outcome.studentWindow),
    monitored_days: { window: outcome.windowMonitoredDays, student: outcome.studentMonitoredDays },
    classification: outcome.classification,
    not_assessed_reason: outcome.notAssessedReason,
    process: outcome.process,
    reason: reasonText({ plan, student, outcome, earlier: history.slice(0, -1) }),
    rule: { text: ruleTextOf(plan.rule, plan.indicators), result: outcome.ruleResult },
    indicators: outcome.indicators.map((it) => explainedIndicator(it, situation, explained)),
    evidence_in_window: outcome.hasEvidenceInWindow,
    last_evidence_on: dayOrNull(outcome.lastEvidenceOn),
    clock: outcome.clock === null ? null : explainedClock(outcome.clock),
    grounds: outcome.grounds,
    grounds_withheld: outcome.groundsWithheld,
    missing: outcome.missing.map(({ feed, why, days }) => ({ feed, why, ...periodOf(days) })),
    history: history.map(explainedOutcome),
    module_enrolments: (situation.enrolments ?? []).map((enrolment) => ({
      module_code: enrolment.moduleCode,
      from: dayOrNull(enrolment.from),
      to: dayOrNull(enrolment.to),
      file: enrolment.source.file,
      record: enrolment.source.record,
    })),
    records: explained,
  };
}

export type ExplainedRecord = ReturnType<typeof explainedRecord>;

function explainedRecord(record: EventRecord, effect: Effect) {
  const { feed, file, at, type, module, acts, assessmentId } = record;
  return {
    feed,
    file,
    record: record.record,
    date: formatDay(at.day),
    time: at.minute === null ? null : timeText(at.minute),
    type,
    module_code: module,
    assessment_id: assessmentId === '' ? null : assessmentId,
    acts,
    effect,
  };
}

export type ExplainedIndicator = ReturnType<typeof explainedIndicator>;

function explainedIndicator(outcome: IndicatorOutcome, situation: Situation, records: readonly ExplainedRecord[]) {
  const indicator = situation.plan.indicators.find(({ id }) => id === outcome.indicatorId);
  if (indicator === undefined) throw new RangeError(`no indicator ${outcome.indicatorId} in the plan`);
  const { measured, result } = outcome;
  const stated = { id: indicator.id, title: indicator.title, clause: CLAUSE_OF_FEED[indicator.feed], result };
  if (measured === undefined) {
    return { ...stated, text: 'nothing was expected of this student in the window', measured: null };
  }
  const assessments = indicator.measure === 'rate' ? duesInWindow(indicator, situation) : [];
  const shortfall = shortfallOf(indicator, measured, situation);
  return {
    ...stated,
    text: measuredText(indicator, measured),
    measured: {
      measure: boundText(indicator, measured.worst),
      best_case: boundText(indicator, measured.best),
      minimum: boundText(indicator, measured.threshold),
      planned_minimum: measured.plannedThreshold ?? null,
      unknown_days: measured.unknownDays.map(formatDay),
      would_have_met: shortfall === null ? null : shortfallText(shortfall),
      assessments,
      records: records
        .filter((record) => {
          if (indicator.measure !== 'rate') return isSelected(indicator, record) && record.effect === 'in-window';
          return assessments.some((due) => due.assessment_id === record.assessment_id);
        })
        .map(({ file, record, date }) => ({ file, record, date })),
    },
  };
}

function isSelected({ feed, only }: Indicator, record: ExplainedRecord): boolean {
  return record.feed === feed && (only?.includes(record.type) ?? true);
}

function duesInWindow({ only }: Indicator, { dues, presentDays, on }: Situation) {
  const isIn = (due: Due): boolean => presentDays.includes(dueDay(due)) && (only?.includes(due.type) ?? true);
  return dues.filter(isIn).map((due) => ({
    assessment_id: due.assessmentId,
    module_code: due.module,
    due_on: formatDay(dueDay(due)),
    extended: dueDay(due) > due.due.day,
    submitted_on: due.submitted !== null && due.submitted.day <= on ? formatDay(due.submitted.day) : null,
  }));
}

function explainedClock(clock: Clock) {
  return {
    day_0: formatDay(clock.startsAfter),
    day_0_because: clock.startsBecause,
    calendar_days: clock.calendarDays,
    monitored_days: clock.longestMonitoredDays,
    monitored_days_at_least: clock.shortestMonitoredDays,
    sixty_days_reached_on: dayOrNull(clock.reachesLimitOn),
  };
}

function explainedOutcome({ checkpointId, checkpointOn, classification, notAssessedReason, grounds }: Outcome) {
  return {
    checkpoint: checkpointId,
    date: formatDay(checkpointOn),
    classification,
    not_assessed_reason: notAssessedReason,
    grounds,
  };
}

function boundText({ measure }: Indicator, bound: Bound): string {
  if (bound === 'unbounded') return 'unlimited';
  return measure === 'rate' ? formatRate(bound) : `${bound.numerator}`;
}

function ruleTextOf(rule: Rule, indicators: readonly Indicator[]): string {
  return ruleText(rule, new Map(indicators.map(({ id, title }) => [id, title])));
}

function periodOf({ from, to }: Period): { from: string; to: string } {
  return { from: formatDay(from), to: formatDay(to) };
}

function dayOrNull(day: Day | null): string | null {
  return day === null ? null : formatDay(day);
}

function timeText(minute: number): string {
  const two = (value: number): string => `${value}`.padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
