// A second, naive reading of the policy's rules for VLE use and submissions: day by day, sharing no code with the program.
import { clockVerdict, countWithoutEvidence, daysGround, daysGroundByOpportunity, type ClockVerdict } from './clock.js';
import { dayNumber, isoDay, type DayNumber } from './days.js';
import type { Exports, StudentRecord } from './exports.js';
import { combine, judge, type IndicatorVerdict, type Result } from './indicators.js';
import type { Pattern, SimplePlan } from './simple-plan.js';
import { isAllKnown, isMonitored, situationOf, stateReason, type Situation, type Window } from './situation.js';

type Classification = 'engaged' | 'low-engagement' | 'non-engagement' | 'withheld' | 'not-assessed';

export interface Verdict {
  readonly studentId: string;
  readonly checkpointOn: string;
  readonly windowFrom: string;
  readonly windowTo: string;
  readonly classification: Classification;
  readonly notAssessedReason: string;
  readonly process: 'non-engagement' | 'none';
  /** Empty where the student is not assessed, but for want of opportunity. */
  readonly indicators: readonly IndicatorVerdict[];
  readonly lastEvidenceOn: string;
  /** Null where no clock runs. */
  readonly clock: ClockVerdict | null;
  readonly grounds: readonly string[];
  readonly groundsWithheld: readonly string[];
  /** How many checkpoints up to this one listed the student as low or not engaging. */
  readonly stage: number;
}

/** Every student of the plan's school at every declared checkpoint. */
export function simulate(exports: Exports, plan: SimplePlan): Verdict[] {
  return studentsOf(exports, plan).flatMap((student) => history(exports, plan, student, declaredWindows(plan)));
}

/** Every student of the plan's school at a date that the plan does not declare. */
export function simulateAdHoc(exports: Exports, plan: SimplePlan, on: string): Verdict[] {
  const date = dayNumber(on);
  const windows = [...declaredWindows(plan).filter((window) => window.to < date), adHocWindow(plan, date)];
  return studentsOf(exports, plan).flatMap((student) => history(exports, plan, student, windows).slice(-1));
}

function studentsOf(exports: Exports, plan: SimplePlan): StudentRecord[] {
  return exports.students.filter((student) => student.school === plan.school);
}

// Windows.

function declaredWindows(plan: SimplePlan): Window[] {
  let next = dayNumber(plan.teachingStartsOn);
  return plan.checkpoints.map(({ id, on, from }) => {
    const window = { id, from: from === undefined ? next : dayNumber(from), to: dayNumber(on), isAdHoc: false };
    next = window.to + 1;
    return window;
  });
}

/** From the day after the checkpoint before; if that is shorter than the grace days, after the one before that. */
function adHocWindow(plan: SimplePlan, date: DayNumber): Window {
  const starts = [dayNumber(plan.teachingStartsOn)];
  for (const window of declaredWindows(plan)) if (window.to < date) starts.push(window.to + 1);
  let from = starts.at(-1) ?? date;
  if (date - from + 1 < plan.graceDays) from = starts.at(-2) ?? from;
  return { id: '', from, to: date, isAdHoc: true };
}

// One student through the year.

function history(exports: Exports, plan: SimplePlan, student: StudentRecord, windows: readonly Window[]): Verdict[] {
  const verdicts: Verdict[] = [];
  let stage = 0;
  /** The checkpoints that were neither withheld nor not-assessed, since an interruption. */
  let counted: Classification[] = [];
  for (const window of windows) {
    const seen = look(situationOf(exports, plan, student, window));
    const { classification, notAssessedReason } = seen;
    if (notAssessedReason === 'interrupted') counted = [];
    if (classification !== 'withheld' && classification !== 'not-assessed') counted.push(classification);
    if (classification === 'low-engagement' || classification === 'non-engagement') stage += 1;
    const isPattern = !window.isAdHoc && plan.patterns.some((pattern) => arises(pattern, classification, counted));
    verdicts.push({ ...seen, grounds: [...seen.grounds, ...(isPattern ? ['10.6-pattern'] : [])], stage });
  }
  return verdicts;
}

function arises({ counts, atLeast, of }: Pattern, now: Classification, counted: readonly Classification[]): boolean {
  const isOne = (one: Classification): boolean =>
    one === 'non-engagement' || (counts === 'failed' && one === 'low-engagement');
  const looked = of === 'year' ? counted : counted.slice(-of);
  return isOne(now) && looked.filter(isOne).length >= atLeast;
}

/** What one checkpoint shows, but for what depends on the checkpoints before it. */
function look(situation: Situation): Verdict {
  const { plan, student, window, own, evidence } = situation;
  const base = {
    studentId: student.id,
    checkpointOn: isoDay(window.to),
    windowFrom: own[0] === undefined ? '' : isoDay(own[0]),
    windowTo: own[0] === undefined ? '' : isoDay(own.at(-1) ?? own[0]),
    lastEvidenceOn: evidence.size === 0 ? '' : isoDay(Math.max(...evidence)),
    process: 'none',
    stage: 0,
  } as const;

  const state = stateReason(student, window.to);
  const notAssessed = { ...base, classification: 'not-assessed', notAssessedReason: state, indicators: [] } as const;
  if (state !== '') return { ...notAssessed, clock: null, grounds: [], groundsWithheld: [] };

  const counted = countWithoutEvidence(situation);
  const clock = clockVerdict(situation, counted);
  const grounds = daysGroundByOpportunity(situation, counted);
  if (own.filter((day) => isMonitored(situation, day)).length < plan.graceDays) {
    return { ...notAssessed, notAssessedReason: 'grace', clock, ...grounds };
  }
  const indicators = plan.indicators.map((indicator) => judge(situation, indicator));
  const rule = combine(plan.rule, indicators);
  if (rule === 'not-applicable') {
    return { ...notAssessed, notAssessedReason: 'no-opportunity', indicators, clock, ...grounds };
  }
  const classification = classify(situation, rule, indicators);
  const isInProcess = classification === 'low-engagement' || classification === 'non-engagement';
  const process = isInProcess ? 'non-engagement' : 'none';
  return { ...base, classification, notAssessedReason: '', process, indicators, clock, ...daysGround(counted) };
}

function classify(situation: Situation, rule: Result, indicators: readonly IndicatorVerdict[]): Classification {
  if (rule === 'met') return 'engaged';
  const { own, evidence } = situation;
  const hasEvidence = own.some((day) => evidence.has(day));
  const isAnyMet = indicators.some(({ result }) => result === 'met');
  const isFullyKnown = own.every((day) => isAllKnown(situation, day));
  if (!hasEvidence && !isAnyMet && isFullyKnown) return 'non-engagement';
  return rule === 'not-met' ? 'low-engagement' : 'withheld';
}
