// A London moment as one whole number, so that "earliest" and "latest" are plain minima and maxima in both readers.
import type { Day } from '../../calendar/day.js';
import type { Moment } from '../../calendar/moment.js';
import { MOST_MINUTES } from '../cell.js';

/** The minutes of a day, and one place for a date without a time. */
export const PLACES_A_DAY = 1441;
/** Stands for no moment. */
export const NO_MOMENT = -1;

const MINUTES_A_DAY = 1440;

/** A date without a time comes last on its day: what is due on a day is due at its end. */
export function dueNumber({ day, minute }: Moment): number {
  return day * PLACES_A_DAY + (minute ?? PLACES_A_DAY - 1);
}

export function dueMoment(number: number): Moment {
  const day = Math.floor(number / PLACES_A_DAY) as Day;
  const minute = number - day * PLACES_A_DAY;
  return { day, minute: minute === PLACES_A_DAY - 1 ? null : minute };
}

/** A date without a time comes first on its day: nothing is ever made later than it may have been. */
export function momentNumber({ day, minute }: Moment): number {
  return day * PLACES_A_DAY + (minute === null ? 0 : minute + 1);
}

export function momentOf(number: number): Moment {
  const day = Math.floor(number / PLACES_A_DAY) as Day;
  const minute = number - day * PLACES_A_DAY;
  return { day, minute: minute === 0 ? null : minute - 1 };
}

/** The first minute since 1970 that a moment's number may stand for: a date without a time begins at midnight. */
function earliestMinute(number: number): number {
  return dayOfNumber(number) * MINUTES_A_DAY + Math.max(number % PLACES_A_DAY, 1) - 1;
}

/** The last minute: a date without a time ends with its day. */
function latestMinute(number: number): number {
  const isDate = number % PLACES_A_DAY === 0;
  return isDate ? dayOfNumber(number) * MINUTES_A_DAY + MINUTES_A_DAY - 1 : earliestMinute(number);
}

export function dayOfNumber(number: number): Day {
  return Math.floor(number / PLACES_A_DAY) as Day;
}

/** Whether an end lies before its start, or so long after it that it is a mistake, whatever times their dates may have. */
export function spanFault(starts: number, ends: number): 'before-start' | 'too-long' | null {
  if (ends === NO_MOMENT) return null;
  if (latestMinute(ends) < earliestMinute(starts)) return 'before-start';
  return earliestMinute(ends) - latestMinute(starts) > MOST_MINUTES ? 'too-long' : null;
}

/** From start to end in minutes; null where one of them has no time, or the end is not after the start, or days later. */
export function minutesBetween(starts: number, ends: number): number | null {
  if (ends === NO_MOMENT || starts % PLACES_A_DAY === 0 || ends % PLACES_A_DAY === 0) return null;
  const minutes = earliestMinute(ends) - earliestMinute(starts);
  return minutes > 0 && minutes <= MOST_MINUTES ? minutes : null;
}
