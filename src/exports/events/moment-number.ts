// A London moment as one whole number, so that "earliest" and "latest" are plain minima and maxima in both readers.
import type { Day } from '../../calendar/day.js';
import type { Moment } from '../../calendar/moment.js';

/** The minutes of a day, and one place for a date without a time. */
export const PLACES_A_DAY = 1441;
/** Stands for no moment. */
export const NO_MOMENT = -1;

/** A date without a time comes last on its day: what is due on a day is due at its end. */
export function dueNumber({ day, minute }: Moment): number {
  return day * PLACES_A_DAY + (minute ?? PLACES_A_DAY - 1);
}

export function dueMoment(number: number): Moment {
  const day = Math.floor(number / PLACES_A_DAY) as Day;
  const minute = number - day * PLACES_A_DAY;
  return { day, minute: minute === PLACES_A_DAY - 1 ? null : minute };
}

/** A date without a time comes first on its day: that day's submission is never made later than it may have been. */
export function submissionNumber({ day, minute }: Moment): number {
  return day * PLACES_A_DAY + (minute === null ? 0 : minute + 1);
}

export function submissionMoment(number: number): Moment {
  const day = Math.floor(number / PLACES_A_DAY) as Day;
  const minute = number - day * PLACES_A_DAY;
  return { day, minute: minute === 0 ? null : minute - 1 };
}
