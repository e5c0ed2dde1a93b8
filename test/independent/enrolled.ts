// A student's state: enrolled or not day by day, and why a checkpoint does not assess them.
import { isWithin, type DayNumber } from './days.js';
import type { Circumstance, StudentRecord } from './records.js';

export function firstDay(student: StudentRecord): DayNumber {
  return Math.max(student.startsOn, student.registeredOn ?? student.startsOn);
}

/** The days before a return from interruption, known by the date: from the status and from circumstances. */
export function daysBeforeReturn(
  student: StudentRecord,
  circumstances: readonly Circumstance[],
  date: DayNumber,
): DayNumber[] {
  const ended = circumstances
    .filter(({ kind, to }) => kind === 'interruption' && to < date && to >= firstDay(student))
    .map(({ to }) => to);
  const returned = returnedOn(student);
  return returned === null ? ended : [...ended, returned - 1];
}

/** The day of return, where the export shows an interruption that ended; it began with the course. */
function returnedOn({ status, statusFrom, startsOn }: StudentRecord): DayNumber | null {
  return status === 'enrolled' && statusFrom !== null && statusFrom > startsOn ? statusFrom : null;
}

function statusOn(student: StudentRecord, day: DayNumber): string {
  if (student.statusFrom === null || day >= student.statusFrom) return student.status;
  return returnedOn(student) === null ? 'enrolled' : 'interrupted';
}

export function isInForce(circumstances: readonly Circumstance[], kinds: readonly string[], day: DayNumber): boolean {
  return circumstances.some((circumstance) => kinds.includes(circumstance.kind) && isWithin(day, circumstance));
}

export function isInterrupted(student: StudentRecord, circumstances: readonly Circumstance[], day: DayNumber): boolean {
  return statusOn(student, day) === 'interrupted' || isInForce(circumstances, ['interruption'], day);
}

/** Enrolled and not interrupted. */
export function isStudying(student: StudentRecord, circumstances: readonly Circumstance[], day: DayNumber): boolean {
  if (day < firstDay(student)) return false;
  if (student.endsOn !== null && day > student.endsOn) return false;
  return statusOn(student, day) === 'enrolled' && !isInterrupted(student, circumstances, day);
}

/** Why a student is not assessed by state alone, else blank; the first that applies. */
export function stateReason(
  student: StudentRecord,
  circumstances: readonly Circumstance[],
  date: DayNumber,
  hasSection: boolean,
  hasTransnationalSection: boolean,
): string {
  const status = statusOn(student, date);
  if (student.programmeType === 'research') return 'research';
  if (status === 'withdrawn') return 'withdrawn';
  if (isInForce(circumstances, ['sabbatical-officer'], date)) return 'sabbatical-officer';
  if (date < firstDay(student)) return 'not-started';
  if (status === 'completed' || (student.endsOn !== null && date > student.endsOn)) return 'completed';
  if (isInterrupted(student, circumstances, date)) return 'interrupted';
  if (!hasSection) return 'no-placement-section';
  if (student.category === 'tne' && !hasTransnationalSection) return 'no-transnational-section';
  return '';
}
