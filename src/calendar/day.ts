// A London day as a whole number, so that no clock change, machine zone or millisecond can move it.
import { tz } from '@date-fns/tz';
import { format } from 'date-fns/format';

declare const dayBrand: unique symbol;

/** Days since 1 January 1970 (a Thursday), counted by the calendar in London. */
export type Day = number & { readonly [dayBrand]: true };

const DAY_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const MILLISECONDS_A_DAY = 86_400_000;
const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2199;

/** Reads `YYYY-MM-DD`; undefined for any other shape, a day that does not exist, or a year outside 1900–2199. */
export function parseDay(text: string): Day | undefined {
  const match = DAY_PATTERN.exec(text);
  if (match === null) return undefined;
  const [year, month, dayOfMonth] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < EARLIEST_YEAR || year > LATEST_YEAR) return undefined;
  const day = dayOf(year, month, dayOfMonth);
  return formatDay(day) === text ? day : undefined;
}

/** The day of a calendar date; months and days count from 1 and roll over as they do in `Date.UTC`. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  return (Date.UTC(year, month - 1, dayOfMonth) / MILLISECONDS_A_DAY) as Day;
}

/** `YYYY-MM-DD`. */
export function formatDay(day: Day): string {
  return new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

/** As letters write it: `Thursday 5 November 2026`. */
export function describeDay(day: Day): string {
  return format(day * MILLISECONDS_A_DAY, 'EEEE d MMMM yyyy', { in: tz('UTC') });
}

export function addDays(day: Day, days: number): Day {
  return (day + days) as Day;
}

/** Weeks run Monday to Sunday; two days share a week exactly when these numbers are equal. */
export function weekOf(day: Day): number {
  return Math.floor((day + 3) / 7);
}

/** The Monday of a week, as `weekOf` numbers it. */
export function mondayOf(week: number): Day {
  return (7 * week - 3) as Day;
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: Day): number {
  return day + 3 - 7 * weekOf(day);
}

export function isWeekday(day: Day): boolean {
  return weekdayOf(day) < 5;
}

/** The latest of the days given; at least one must be. */
export function latestOf(first: Day, ...others: Day[]): Day {
  return Math.max(first, ...others) as Day;
}

export function earliestOf(first: Day, ...others: Day[]): Day {
  return Math.min(first, ...others) as Day;
}
