// On which days a student is enrolled and not interrupted: their own days (reading.md, Words).
import { addDays, latestOf, type Day } from '../calendar/day.js';
import { daysOf, type Period } from '../calendar/period.js';
import { isInForce, type Circumstance, type CircumstanceKind } from '../engagement/circumstance.js';
import type { ModuleEnrolment, Student } from '../engagement/student.js';

/** A student with everything that the records say of them. */
export interface Subject {
  readonly student: Student;
  /** Null where that table is missing. */
  readonly enrolments: readonly ModuleEnrolment[] | null;
  /** In order of their first day. */
  readonly circumstances: readonly Circumstance[];
}

/** What of a subject decides which days are theirs. */
export type Present = Pick<Subject, 'student' | 'circumstances'>;

/** The student's first day: they have both started and registered. */
export function startOf(student: Student): Day {
  return latestOf(student.startsOn, student.registeredOn ?? student.startsOn);
}

/** Whether the status that the export states is in force on a day; it holds from `status_from`, or always. */
export function isStatusInForce(student: Student, day: Day): boolean {
  return student.statusFrom === null || student.statusFrom <= day;
}

/** Whether a circumstance of the kind covers the day. */
export function isUnder(kind: CircumstanceKind, { circumstances }: Present, day: Day): boolean {
  return circumstances.some((it) => it.kind === kind && isInForce(it, day));
}

/** Whether the student is interrupted on a day on or after their start. */
export function isInterrupted(present: Present, day: Day): boolean {
  const { student } = present;
  const backOn = statusReturnOf(student);
  if (backOn !== null && day < backOn) return true;
  if (student.status === 'interrupted' && isStatusInForce(student, day)) return true;
  return isUnder('interruption', present, day);
}

/** The first day back after an interruption: what `enrolled` from a day after the start means (9.2, 10.6). */
function statusReturnOf({ status, statusFrom, startsOn }: Student): Day | null {
  return status === 'enrolled' && statusFrom !== null && statusFrom > startsOn ? statusFrom : null;
}

/** The latest first day back after an interruption, up to a day; null where there is none. */
export function returnUpTo(on: Day, { student, circumstances }: Present): Day | null {
  const ends = circumstances.flatMap(({ kind, to }) =>
    kind === 'interruption' && to !== null ? [addDays(to, 1)] : [],
  );
  const backOn = statusReturnOf(student);
  const returns = [...ends, ...(backOn === null ? [] : [backOn])].filter((day) => day <= on);
  const [first, ...others] = returns;
  return first === undefined ? null : latestOf(first, ...others);
}

function isEnrolled(student: Student, day: Day): boolean {
  if (day < startOf(student)) return false;
  if (student.endsOn !== null && day > student.endsOn) return false;
  const hasLeft = student.status === 'withdrawn' || student.status === 'completed';
  return !(hasLeft && isStatusInForce(student, day));
}

/** Whether the day belongs to the student's window where the checkpoint's window holds it. */
export function isPresent(present: Present, day: Day): boolean {
  return isEnrolled(present.student, day) && !isInterrupted(present, day);
}

/** The days of a period on which the student is enrolled and not interrupted. */
export function presentDays(present: Present, period: Period): readonly Day[] {
  return daysOf(period).filter((day) => isPresent(present, day));
}

/** The subject as a day sees them: a status or circumstance whose first day is still to come is not known yet. */
export function asSeenOn<P extends Present>(present: P, on: Day): P {
  const { student, circumstances } = present;
  const isToCome = student.statusFrom !== null && student.statusFrom > on;
  return {
    ...present,
    student: isToCome ? { ...student, status: 'enrolled', statusFrom: null } : student,
    circumstances: circumstances.filter(({ from }) => from <= on),
  };
}
