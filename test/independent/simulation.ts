// A second, naive reading of the policy's rules for VLE use and submissions: day by day, sharing no code with the program.
import { dayNumber, isoDay, type DayNumber } from './days.js';
import type { Due, Exports, StudentRecord } from './exports.js';

export interface SimplePlan {
  readonly school: string;
  readonly teachingStartsOn: string;
  /** In order of date. */
  readonly checkpoints: readonly { readonly id: string; readonly on: string }[];
  readonly graceDays: number;
  readonly toleranceDays: number;
  readonly vle: { readonly measure: 'active_days' | 'count'; readonly minimum: number; readonly prorated: boolean };
  readonly submissions: { readonly minimum: Fraction };
  readonly rule: 'all' | 'any';
  readonly vacations: readonly { readonly from: string; readonly to: string }[];
}

export interface Fraction {
  readonly top: number;
  readonly bottom: number;
}

export type Result = 'met' | 'not-met' | 'unknown' | 'not-applicable';

export interface IndicatorVerdict {
  readonly result: Result;
  /** The worst case; null where the indicator is not applicable. */
  readonly measure: Fraction | null;
  readonly bestCase: Fraction | 'unlimited' | null;
  readonly minimum: Fraction | null;
}

export interface ClockVerdict {
  readonly calendarDays: number;
  readonly longest: number;
  readonly shortest: number;
  /** When the longest reaches sixty if nothing more is recorded; blank where the course ends before. */
  readonly reachesSixtyOn: string;
}

export interface Verdict {
  readonly studentId: string;
  readonly checkpointId: string;
  readonly checkpointOn: string;
  readonly windowFrom: string;
  readonly windowTo: string;
  readonly classification: 'engaged' | 'low-engagement' | 'non-engagement' | 'withheld' | 'not-assessed';
  readonly notAssessedReason: string;
  readonly process: 'non-engagement' | 'none';
  /** Null where the student is not assessed, but for want of opportunity. */
  readonly vle: IndicatorVerdict | null;
  readonly submissions: IndicatorVerdict | null;
  readonly lastEvidenceOn: string;
  /** Null where no clock runs. */
  readonly clock: ClockVerdict | null;
  readonly grounds: readonly string[];
  readonly groundsWithheld: readonly string[];
  /** How many checkpoints up to this one listed the student as low or not engaging. */
  readonly stage: number;
}

interface Window {
  readonly id: string;
  readonly from: DayNumber;
  readonly to: DayNumber;
  readonly isAdHoc: boolean;
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
  let from = dayNumber(plan.teachingStartsOn);
  return plan.checkpoints.map(({ id, on }) => {
    const window = { id, from, to: dayNumber(on), isAdHoc: false };
    from = window.to + 1;
    return window;
  });
}

/** From the day after the checkpoint before; if that is shorter than the grace days, after the one before that. */
function adHocWindow(plan: SimplePlan, date: DayNumber): Window {
  const earlier = declaredWindows(plan).filter((window) => window.to < date);
  const last = earlier.at(-1);
  let from = last === undefined ? dayNumber(plan.teachingStartsOn) : last.to + 1;
  if (last !== undefined && date - from + 1 < plan.graceDays) from = last.from;
  return { id: '', from, to: date, isAdHoc: true };
}

// One student through the year.

function history(exports: Exports, plan: SimplePlan, student: StudentRecord, windows: readonly Window[]): Verdict[] {
  const verdicts: Verdict[] = [];
  let stage = 0;
  /** The last checkpoint that was neither withheld nor not-assessed; an interruption clears it. */
  let lastCounted = '';
  for (const window of windows) {
    const seen = look(exports, plan, student, window);
    const { classification } = seen;
    if (seen.notAssessedReason === 'interrupted') lastCounted = '';
    const isPattern = !window.isAdHoc && classification === 'non-engagement' && lastCounted === 'non-engagement';
    if (classification !== 'withheld' && classification !== 'not-assessed') lastCounted = classification;
    if (classification === 'low-engagement' || classification === 'non-engagement') stage += 1;
    verdicts.push({ ...seen, grounds: [...seen.grounds, ...(isPattern ? ['10.6-pattern'] : [])], stage });
  }
  return verdicts;
}

/** What one checkpoint shows, but for what depends on the checkpoints before it. */
function look(exports: Exports, plan: SimplePlan, student: StudentRecord, window: Window): Verdict {
  const own: DayNumber[] = [];
  for (let day = window.from; day <= window.to; day += 1) if (isEnrolled(student, day)) own.push(day);
  const situation: Situation = { exports, plan, student, window, own, known: knownDays(exports, plan, window.to) };
  const evidence = evidenceDays(situation);
  const state = stateReason(student, window.to);

  const base = {
    studentId: student.id,
    checkpointId: window.id,
    checkpointOn: isoDay(window.to),
    windowFrom: own[0] === undefined ? '' : isoDay(own[0]),
    windowTo: own[0] === undefined ? '' : isoDay(own.at(-1) ?? own[0]),
    lastEvidenceOn: evidence.size === 0 ? '' : isoDay(Math.max(...evidence)),
    process: 'none',
    stage: 0,
  } as const;
  const notAssessed = { ...base, classification: 'not-assessed', vle: null, submissions: null } as const;

  if (state !== '') {
    return { ...notAssessed, notAssessedReason: state, clock: null, grounds: [], groundsWithheld: [] };
  }
  const days = clockDays(situation, evidence);
  const clock = {
    calendarDays: window.to - days.dayZero,
    longest: days.longest.length,
    shortest: days.shortest.length,
    reachesSixtyOn: sixtiethDay(situation, days),
  };
  if (own.filter((day) => isMonitored(situation, day)).length < plan.graceDays) {
    return { ...notAssessed, notAssessedReason: 'grace', clock, ...opportuneGrounds(situation, days) };
  }
  const vle = judgeVle(situation);
  const submissions = judgeSubmissions(situation);
  const rule = combine(plan.rule, [vle.result, submissions.result]);
  if (rule === 'not-applicable') {
    return {
      ...notAssessed,
      notAssessedReason: 'no-opportunity',
      vle,
      submissions,
      clock,
      ...opportuneGrounds(situation, days),
    };
  }
  const classification = classify(situation, evidence, rule, [vle.result, submissions.result]);
  const isInProcess = classification === 'low-engagement' || classification === 'non-engagement';
  return {
    ...base,
    classification,
    notAssessedReason: '',
    process: isInProcess ? 'non-engagement' : 'none',
    vle,
    submissions,
    clock,
    ...grounds(clock.shortest >= 60, clock.longest >= 60),
  };
}

interface Situation {
  readonly exports: Exports;
  readonly plan: SimplePlan;
  readonly student: StudentRecord;
  readonly window: Window;
  /** The student's window. */
  readonly own: readonly DayNumber[];
  readonly known: { readonly vle: (day: DayNumber) => boolean; readonly submissions: (day: DayNumber) => boolean };
}

// The student's state.

function firstDay(student: StudentRecord): DayNumber {
  return Math.max(student.startsOn, student.registeredOn ?? student.startsOn);
}

function statusOn(student: StudentRecord, day: DayNumber): string {
  if (student.statusFrom === null || day >= student.statusFrom) return student.status;
  return student.status === 'enrolled' && student.statusFrom > student.startsOn ? 'interrupted' : 'enrolled';
}

function isEnrolled(student: StudentRecord, day: DayNumber): boolean {
  if (day < firstDay(student)) return false;
  if (student.endsOn !== null && day > student.endsOn) return false;
  return statusOn(student, day) === 'enrolled';
}

/** Why a student is not assessed by state alone, else blank; the first that applies. */
function stateReason(student: StudentRecord, date: DayNumber): string {
  const status = statusOn(student, date);
  if (student.programmeType === 'research') return 'research';
  if (status === 'withdrawn') return 'withdrawn';
  if (date < firstDay(student)) return 'not-started';
  if (status === 'completed' || (student.endsOn !== null && date > student.endsOn)) return 'completed';
  if (status === 'interrupted') return 'interrupted';
  if (student.category === 'tne') return 'no-transnational-section';
  return '';
}

function isVacation(plan: SimplePlan, day: DayNumber): boolean {
  return plan.vacations.some(({ from, to }) => dayNumber(from) <= day && day <= dayNumber(to));
}

function isMonitored({ plan, student }: Situation, day: DayNumber): boolean {
  return isEnrolled(student, day) && !isVacation(plan, day);
}

// Evidence and what is not known.

/** The days up to the checkpoint on which the student did anything. */
function evidenceDays({ exports, student, window }: Situation): Set<DayNumber> {
  const days = new Set<DayNumber>();
  for (const day of exports.vle.get(student.id)?.keys() ?? []) if (day <= window.to) days.add(day);
  for (const { submittedOn } of duesOf(exports, student)) {
    if (submittedOn !== null && submittedOn <= window.to) days.add(submittedOn);
  }
  return days;
}

/** VLE: from the first act to the last up to the date, and the tolerance. Submissions: every day, unless there is no act at all. */
function knownDays(exports: Exports, plan: SimplePlan, date: DayNumber): Situation['known'] {
  const { first, last, hasSubmission } = actsUpTo(exports, date);
  return {
    vle: (day) => day >= first && day <= last + plan.toleranceDays,
    submissions: () => hasSubmission,
  };
}

interface Acts {
  readonly first: DayNumber;
  readonly last: DayNumber;
  readonly hasSubmission: boolean;
}

/** Asked once for every student, so kept. */
const ACTS = new WeakMap<Exports, Map<DayNumber, Acts>>();

function actsUpTo(exports: Exports, date: DayNumber): Acts {
  const byDate = ACTS.get(exports) ?? new Map<DayNumber, Acts>();
  ACTS.set(exports, byDate);
  const kept = byDate.get(date);
  if (kept !== undefined) return kept;
  let first = Infinity;
  let last = -Infinity;
  for (const days of exports.vle.values()) {
    for (const day of days.keys()) {
      if (day > date) continue;
      first = Math.min(first, day);
      last = Math.max(last, day);
    }
  }
  const hasSubmission = [...(exports.dues?.values() ?? [])]
    .flat()
    .some(({ submittedOn }) => submittedOn !== null && submittedOn <= date);
  const acts = { first, last, hasSubmission };
  byDate.set(date, acts);
  return acts;
}

function isAllKnown({ known }: Situation, day: DayNumber): boolean {
  return known.vle(day) && known.submissions(day);
}

// Indicators.

const NOT_APPLICABLE: IndicatorVerdict = { result: 'not-applicable', measure: null, bestCase: null, minimum: null };

function judgeVle(situation: Situation): IndicatorVerdict {
  const { exports, plan, student, window, own, known } = situation;
  if (!own.some((day) => isOnAnyModule(situation, day))) return NOT_APPLICABLE;
  const counts = exports.vle.get(student.id);
  let done = 0;
  let unknown = 0;
  for (const day of own) {
    const count = counts?.get(day) ?? 0;
    if (count > 0) done += plan.vle.measure === 'count' ? count : 1;
    else if (!known.vle(day)) unknown += 1;
  }
  let minimum = plan.vle.minimum;
  if (plan.vle.prorated) {
    let ofWindow = 0;
    for (let day = window.from; day <= window.to; day += 1) if (!isVacation(plan, day)) ofWindow += 1;
    const ofStudent = own.filter((day) => isMonitored(situation, day)).length;
    minimum = ofWindow === 0 ? 1 : Math.max(1, Math.floor((minimum * ofStudent) / ofWindow));
  }
  const best = plan.vle.measure === 'count' && unknown > 0 ? 'unlimited' : { top: done + unknown, bottom: 1 };
  return judged({ top: done, bottom: 1 }, best, { top: minimum, bottom: 1 });
}

function isOnAnyModule({ exports, student }: Situation, day: DayNumber): boolean {
  if (exports.enrolments === null) return true;
  const enrolments = exports.enrolments.get(student.id) ?? [];
  return enrolments.some(({ from, to }) => (from === null || from <= day) && (to === null || day <= to));
}

function duesOf(exports: Exports, student: StudentRecord): readonly Due[] {
  return exports.dues?.get(student.id) ?? [];
}

function judgeSubmissions({ exports, plan, student, window, own, known }: Situation): IndicatorVerdict {
  // A missing table says nothing about what was due, so it is not known to be nothing.
  if (exports.dues === null) return judged({ top: 0, bottom: 1 }, { top: 1, bottom: 1 }, plan.submissions.minimum);
  const days = new Set(own);
  const due = duesOf(exports, student).filter(({ dueOn }) => days.has(dueOn));
  if (due.length === 0) return NOT_APPLICABLE;
  const isSubmitted = ({ submittedOn }: Due): boolean => submittedOn !== null && submittedOn <= window.to;
  const worst = due.filter(isSubmitted).length;
  const best = due.filter((one) => isSubmitted(one) || !known.submissions(one.dueOn)).length;
  const shareOf = (top: number): Fraction => ({ top, bottom: due.length });
  return judged(shareOf(worst), shareOf(best), plan.submissions.minimum);
}

function judged(measure: Fraction, bestCase: Fraction | 'unlimited', minimum: Fraction): IndicatorVerdict {
  let result: Result = 'not-met';
  if (bestCase === 'unlimited' || isAtLeast(bestCase, minimum)) result = 'unknown';
  if (isAtLeast(measure, minimum)) result = 'met';
  return { result, measure, bestCase, minimum };
}

function isAtLeast(one: Fraction, other: Fraction): boolean {
  return one.top * other.bottom >= other.top * one.bottom;
}

function combine(rule: 'all' | 'any', results: readonly Result[]): Result {
  const left = results.filter((result) => result !== 'not-applicable');
  if (left.length === 0) return 'not-applicable';
  const decisive = rule === 'all' ? 'not-met' : 'met';
  if (left.includes(decisive)) return decisive;
  if (left.includes('unknown')) return 'unknown';
  return rule === 'all' ? 'met' : 'not-met';
}

function classify(
  situation: Situation,
  evidence: ReadonlySet<DayNumber>,
  rule: Result,
  results: readonly Result[],
): Verdict['classification'] {
  if (rule === 'met') return 'engaged';
  const { own } = situation;
  const hasEvidence = own.some((day) => evidence.has(day));
  const isFullyKnown = own.every((day) => isAllKnown(situation, day));
  if (!hasEvidence && !results.includes('met') && isFullyKnown) return 'non-engagement';
  return rule === 'not-met' ? 'low-engagement' : 'withheld';
}

// The clock and the grounds.

interface ClockDays {
  readonly dayZero: DayNumber;
  /** The monitored days counted, by known evidence and by the latest day that could hold evidence. */
  readonly longest: readonly DayNumber[];
  readonly shortest: readonly DayNumber[];
}

function clockDays(situation: Situation, evidence: ReadonlySet<DayNumber>): ClockDays {
  const { plan, student, window } = situation;
  let dayZero = Math.max(firstDay(student), dayNumber(plan.teachingStartsOn)) - 1;
  const { status, statusFrom, startsOn } = student;
  if (status === 'enrolled' && statusFrom !== null && statusFrom > startsOn)
    dayZero = Math.max(dayZero, statusFrom - 1);
  dayZero = Math.max(dayZero, ...evidence);

  const longest: DayNumber[] = [];
  let shortest: DayNumber[] = [];
  for (let day = dayZero + 1; day <= window.to; day += 1) {
    const isCounted = isMonitored(situation, day);
    if (isCounted) longest.push(day);
    if (!isAllKnown(situation, day)) shortest = [];
    else if (isCounted) shortest.push(day);
  }
  return { dayZero, longest, shortest };
}

/** The days after the checkpoint are counted as if the student's status stayed as it is. */
function sixtiethDay({ plan, student, window }: Situation, { longest }: ClockDays): string {
  const reached = longest[59];
  if (reached !== undefined) return isoDay(reached);
  let counted = longest.length;
  for (let day = window.to + 1; student.endsOn === null || day <= student.endsOn; day += 1) {
    if (!isVacation(plan, day)) counted += 1;
    if (counted === 60) return isoDay(day);
  }
  return '';
}

function grounds(isCertain: boolean, isPossible: boolean): Pick<Verdict, 'grounds' | 'groundsWithheld'> {
  return { grounds: isCertain ? ['10.6-days'] : [], groundsWithheld: isPossible && !isCertain ? ['10.6-days'] : [] };
}

/** For students not assessed, the days ground needs something that they could have done within the counted days. */
function opportuneGrounds(situation: Situation, { longest, shortest }: ClockDays) {
  const isCertain = shortest.length >= 60 && hasOpportunity(situation, shortest);
  const isPossible = hasOpportunity(situation, longest) || situation.exports.dues === null;
  return grounds(isCertain, longest.length >= 60 && isPossible);
}

function hasOpportunity(situation: Situation, days: readonly DayNumber[]): boolean {
  const counted = new Set(days);
  const dues = duesOf(situation.exports, situation.student);
  return days.some((day) => isOnAnyModule(situation, day)) || dues.some(({ dueOn }) => counted.has(dueOn));
}
