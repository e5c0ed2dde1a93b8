// What a student has to submit and until when, extensions and extenuating circumstances considered (6.1b).
import type { Moment } from '../calendar/moment.js';
import { isInForce, type Circumstance } from '../engagement/circumstance.js';
import type { Due, Ledger } from '../engagement/ledger.js';
import type { Subject } from './presence.js';

export interface Assessment extends Pick<Due, 'assessmentId' | 'module' | 'type' | 'submitted'> {
  /** The moment that counts: as set, or the latest of its extensions; without a minute, the end of the day. */
  readonly dueAt: Moment;
  /** Extenuating circumstances name it. */
  readonly isExtenuated: boolean;
}

/** Sorted by assessment id by code unit. */
export function assessmentsOf(ledger: Ledger, { student, circumstances }: Subject): readonly Assessment[] {
  return ledger.duesOf(student.studentId).map((due) => {
    const { assessmentId, module, type, submitted } = due;
    const isExtenuated = circumstances.some((it) => it.kind === 'extenuating' && it.assessmentId === assessmentId);
    return { assessmentId, module, type, submitted, dueAt: dueAt(due, circumstances), isExtenuated };
  });
}

function dueAt(due: Due, circumstances: readonly Circumstance[]): Moment {
  const extensions = circumstances.flatMap((it) => {
    return it.to !== null && extendsDue(it, due) ? [{ day: it.to, minute: null }] : [];
  });
  return [...(due.extendedTo === null ? [] : [due.extendedTo]), ...extensions].reduce(later, due.due);
}

/** An extension that names no assessment is for everything that is due while it lasts. */
export function extendsDue(circumstance: Circumstance, { assessmentId, due }: Due): boolean {
  if (circumstance.kind !== 'extension') return false;
  return circumstance.assessmentId === ''
    ? isInForce(circumstance, due.day)
    : circumstance.assessmentId === assessmentId;
}

function later(one: Moment, other: Moment): Moment {
  return endOf(other) > endOf(one) ? other : one;
}

/** In minutes; a due date without a time lasts to the end of its day. */
function endOf({ day, minute }: Moment): number {
  return day * MINUTES_A_DAY + (minute ?? MINUTES_A_DAY);
}

const MINUTES_A_DAY = 1440;

/** Whether something done at a moment, or on a day at no known time, came after it was due. */
export function isLate(moment: Moment, dueMoment: Moment): boolean {
  if (moment.day !== dueMoment.day) return moment.day > dueMoment.day;
  return dueMoment.minute !== null && (moment.minute ?? 0) > dueMoment.minute;
}
