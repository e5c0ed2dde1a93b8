// Which days are the student's: enrolled, not interrupted, and of these the monitored ones (reading.md, Words).
import { isVacation, type Calendar } from '../calendar/calendar.js';
import { addDays, latestOf, type Day } from '../calendar/day.js';
import { daysOf, type Period } from '../calendar/period.js';
import { at } from '../engagement/columns.js';
import type { Student } from '../engagement/student.js';

/** The student's first day: they have both started and registered. */
export function startOf(student: Student): Day {
  return latestOf(student.startsOn, student.registeredOn ?? student.startsOn);
}

/** Whether the status that the export states is in force on a day; it holds from `status_from`, or always. */
export function isStatusInForce(student: Student, day: Day): boolean {
  return student.statusFrom === null || student.statusFrom <= day;
}

/** The first day back after an interruption: what `enrolled` from a day after the start means (9.2, 10.6). */
export function returnOf(student: Student): Day | null {
  const { status, statusFrom, startsOn } = student;
  return status === 'enrolled' && statusFrom !== null && statusFrom > startsOn ? statusFrom : null;
}

/** The student as a checkpoint sees them: a status whose first day is still to come is not known yet. */
function asSeenOn(student: Student, on: Day): Student {
  const isToCome = student.statusFrom !== null && student.statusFrom > on;
  return isToCome ? { ...student, status: 'enrolled', statusFrom: null } : student;
}

/** Whether the student is interrupted on a day on or after their start. */
export function isInterrupted(student: Student, day: Day): boolean {
  const returnsOn = returnOf(student);
  if (returnsOn !== null) return day < returnsOn;
  return student.status === 'interrupted' && isStatusInForce(student, day);
}

function isEnrolled(student: Student, day: Day): boolean {
  if (day < startOf(student)) return false;
  if (student.endsOn !== null && day > student.endsOn) return false;
  const hasLeft = student.status === 'withdrawn' || student.status === 'completed';
  return !(hasLeft && isStatusInForce(student, day));
}

/** Whether the day belongs to the student's window where the checkpoint's window holds it. */
function isPresent(student: Student, day: Day): boolean {
  return isEnrolled(student, day) && !isInterrupted(student, day);
}

/** The days of a period on which the student is enrolled and not interrupted. */
export function presentDays(student: Student, period: Period): readonly Day[] {
  return daysOf(period).filter((day) => isPresent(student, day));
}

/** A student's monitored days from the start of teaching on: present, and not vacation (9.5). */
export class MonitoredDays {
  /** `#before[n]`: monitored days before day n, counted from the start of teaching. */
  readonly #before: Int32Array;
  readonly #from: Day;

  constructor(
    private readonly student: Student,
    private readonly calendar: Calendar,
    until: Day,
  ) {
    this.#from = calendar.teachingStartsOn;
    this.#before = new Int32Array(until - this.#from + 2);
    for (const day of daysOf({ from: this.#from, to: until })) {
      const index = day - this.#from;
      this.#before[index + 1] = at(this.#before, index) + (this.isMonitored(day) ? 1 : 0);
    }
  }

  isMonitored(day: Day, student = this.student): boolean {
    return isPresent(student, day) && !isVacation(this.calendar, day);
  }

  /** How many days of the period, which ends by the last day that was asked for, are monitored. */
  countIn(period: Period): number {
    const from = latestOf(period.from, this.#from);
    if (from > period.to) return 0;
    return at(this.#before, period.to - this.#from + 1) - at(this.#before, from - this.#from);
  }

  /**
   * The day on which the monitored days after `day0` number `count`, as far as can be seen on the day `on`; null where
   * the course ends before.
   */
  reaches(day0: Day, count: number, on: Day): Day | null {
    const student = asSeenOn(this.student, on);
    let counted = 0;
    for (let day = addDays(day0, 1); day <= day0 + count + FORESIGHT_DAYS; day = addDays(day, 1)) {
      if (this.isMonitored(day, student)) counted += 1;
      if (counted === count) return day;
    }
    return null;
  }
}

const FORESIGHT_DAYS = 730;
