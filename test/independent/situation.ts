// One student at one checkpoint: their state, their days, and what is known of them.
import { dayNumber, type DayNumber } from './days.js';
import type { Due, Exports, StudentRecord } from './exports.js';
import type { SimplePlan } from './simple-plan.js';

export interface Window {
  readonly id: string;
  readonly from: DayNumber;
  readonly to: DayNumber;
  readonly isAdHoc: boolean;
}

export interface Situation {
  readonly exports: Exports;
  readonly plan: SimplePlan;
  readonly student: StudentRecord;
  readonly window: Window;
  /** The student's window. */
  readonly own: readonly DayNumber[];
  /** Up to the checkpoint, in either feed. */
  readonly evidence: ReadonlySet<DayNumber>;
  readonly isKnown: { readonly vle: (day: DayNumber) => boolean; readonly submissions: (day: DayNumber) => boolean };
}

export function situationOf(exports: Exports, plan: SimplePlan, student: StudentRecord, window: Window): Situation {
  const own: DayNumber[] = [];
  for (let day = window.from; day <= window.to; day += 1) if (isEnrolled(student, day)) own.push(day);
  const evidence = evidenceDays(exports, student, window.to);
  return { exports, plan, student, window, own, evidence, isKnown: knownDays(exports, plan, window.to) };
}

// The student's state.

export function firstDay(student: StudentRecord): DayNumber {
  return Math.max(student.startsOn, student.registeredOn ?? student.startsOn);
}

/** The day of return, where the export shows an interruption that ended; it began with the course. */
export function returnedOn({ status, statusFrom, startsOn }: StudentRecord): DayNumber | null {
  return status === 'enrolled' && statusFrom !== null && statusFrom > startsOn ? statusFrom : null;
}

function statusOn(student: StudentRecord, day: DayNumber): string {
  if (student.statusFrom === null || day >= student.statusFrom) return student.status;
  return returnedOn(student) === null ? 'enrolled' : 'interrupted';
}

function isEnrolled(student: StudentRecord, day: DayNumber): boolean {
  if (day < firstDay(student)) return false;
  if (student.endsOn !== null && day > student.endsOn) return false;
  return statusOn(student, day) === 'enrolled';
}

/** Why a student is not assessed by state alone, else blank; the first that applies. */
export function stateReason(student: StudentRecord, date: DayNumber): string {
  const status = statusOn(student, date);
  if (student.programmeType === 'research') return 'research';
  if (status === 'withdrawn') return 'withdrawn';
  if (date < firstDay(student)) return 'not-started';
  if (status === 'completed' || (student.endsOn !== null && date > student.endsOn)) return 'completed';
  if (status === 'interrupted') return 'interrupted';
  if (student.category === 'tne') return 'no-transnational-section';
  return '';
}

// Days.

export function isVacation(plan: SimplePlan, day: DayNumber): boolean {
  return plan.vacations.some(({ from, to }) => dayNumber(from) <= day && day <= dayNumber(to));
}

export function isMonitored({ plan, student }: Situation, day: DayNumber): boolean {
  return isEnrolled(student, day) && !isVacation(plan, day);
}

export function isOnAnyModule({ exports, student }: Situation, day: DayNumber): boolean {
  if (exports.enrolments === null) return true;
  const enrolments = exports.enrolments.get(student.id) ?? [];
  return enrolments.some(({ from, to }) => (from === null || from <= day) && (to === null || day <= to));
}

// Evidence and what is not known.

export function vleDays({ exports, student, window }: Situation): DayNumber[] {
  return [...(exports.vle.get(student.id)?.keys() ?? [])].filter((day) => day <= window.to);
}

export function duesOf(exports: Exports, student: StudentRecord): readonly Due[] {
  return exports.dues?.get(student.id) ?? [];
}

function evidenceDays(exports: Exports, student: StudentRecord, date: DayNumber): Set<DayNumber> {
  const days = new Set<DayNumber>();
  for (const day of exports.vle.get(student.id)?.keys() ?? []) if (day <= date) days.add(day);
  for (const { submittedOn } of duesOf(exports, student)) {
    if (submittedOn !== null && submittedOn <= date) days.add(submittedOn);
  }
  return days;
}

export function isAllKnown({ isKnown }: Situation, day: DayNumber): boolean {
  return isKnown.vle(day) && isKnown.submissions(day);
}

/** VLE: from the first act to the last up to the date, and the tolerance. Submissions: every day, unless there is no act. */
function knownDays(exports: Exports, plan: SimplePlan, date: DayNumber): Situation['isKnown'] {
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

/** The same for every student, so worked out once for each date. */
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
  const dues = [...(exports.dues?.values() ?? [])].flat();
  const hasSubmission = dues.some(({ submittedOn }) => submittedOn !== null && submittedOn <= date);
  const acts = { first, last, hasSubmission };
  byDate.set(date, acts);
  return acts;
}
