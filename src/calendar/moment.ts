// The times of canonical exports, read as London wall time.
import { dayOf, formatDay, mondayOf, parseDay, weekOf, type Day } from './day.js';

/** A point in London time. `minute` is the minute of the day, or null where the export gave only a date. */
export interface Moment {
  readonly day: Day;
  readonly minute: number | null;
}

/**
 * The shapes that a canonical time may have: a date, `T` and hours and minutes, perhaps seconds, perhaps an offset (no
 * place on earth is more than 14 hours off).
 * Written so that JavaScript and RE2 (DuckDB) read it alike.
 */
export const MOMENT_PATTERN =
  '^[0-9]{4}-[0-9]{2}-[0-9]{2}(T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])?)?$';

/** Event years outside this range are refused: they are typing errors or spreadsheet serial numbers. */
export const EARLIEST_MOMENT_YEAR = 2000;
export const LATEST_MOMENT_YEAR = 2099;

const MINUTES_A_DAY = 1440;
const SUMMER_TIME_MINUTES = 60;
const momentRegExp = new RegExp(MOMENT_PATTERN);

/** Reads a canonical time; undefined where the shape, the day or the year (2000–2099) is not one. */
export function parseMoment(text: string): Moment | undefined {
  if (!momentRegExp.test(text)) return undefined;
  const day = parseDay(text.slice(0, 10));
  const year = Number(text.slice(0, 4));
  if (day === undefined || year < EARLIEST_MOMENT_YEAR || year > LATEST_MOMENT_YEAR) return undefined;
  if (text.length === 10) return { day, minute: null };
  const minute = Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16));
  const offset = offsetMinutes(text);
  if (offset === undefined) return { day, minute };
  return londonMoment(day * MINUTES_A_DAY + minute - offset);
}

/** `+01:00` as 60; `Z` as 0; undefined for wall time. */
function offsetMinutes(text: string): number | undefined {
  if (text.endsWith('Z')) return 0;
  const sign = text.at(-6);
  if (sign !== '+' && sign !== '-') return undefined;
  const minutes = Number(text.slice(-5, -3)) * 60 + Number(text.slice(-2));
  return sign === '+' ? minutes : -minutes;
}

/** The London time at a UTC instant, given in minutes since 1 January 1970. */
export function londonMoment(utcMinute: number): Moment {
  const isSummer = SUMMER_TIMES.some(({ fromUtcMinute, untilUtcMinute }) => {
    return fromUtcMinute <= utcMinute && utcMinute < untilUtcMinute;
  });
  const localMinute = utcMinute + (isSummer ? SUMMER_TIME_MINUTES : 0);
  const day = Math.floor(localMinute / MINUTES_A_DAY) as Day;
  return { day, minute: localMinute - day * MINUTES_A_DAY };
}

export interface SummerTime {
  readonly fromUtcMinute: number;
  /** The first minute that is winter time again. */
  readonly untilUtcMinute: number;
}

/** British Summer Time of each year: 01:00 UTC on the last Sunday of March to 01:00 UTC on that of October. */
export const SUMMER_TIMES: readonly SummerTime[] = Array.from(
  { length: LATEST_MOMENT_YEAR - EARLIEST_MOMENT_YEAR + 2 },
  (_, index) => {
    const year = EARLIEST_MOMENT_YEAR + index;
    return { fromUtcMinute: changeOver(dayOf(year, 3, 31)), untilUtcMinute: changeOver(dayOf(year, 10, 31)) };
  },
);

function changeOver(lastDayOfMonth: Day): number {
  const monday = mondayOf(weekOf(lastDayOfMonth));
  const isSunday = lastDayOfMonth - monday === 6;
  const lastSunday = isSunday ? lastDayOfMonth : monday - 1;
  return lastSunday * MINUTES_A_DAY + 60;
}

/** The hours that London's clocks skip when summer time begins, as the beginnings of canonical times. */
export const SKIPPED_HOURS: readonly string[] = SUMMER_TIMES.map(({ fromUtcMinute }) => {
  return `${formatDay(londonMoment(fromUtcMinute).day)}T01`;
});

const skippedHours = new Set(SKIPPED_HOURS);
const repeatedHours: ReadonlySet<string> = new Set(
  SUMMER_TIMES.map(({ untilUtcMinute }) => `${formatDay(londonMoment(untilUtcMinute).day)}T01`),
);

/** Whether a sound canonical time is wall time in the hour that the clocks show twice when summer time ends. */
export function isRepeatedTime(text: string): boolean {
  return (text.length === 16 || text.length === 19) && repeatedHours.has(text.slice(0, 13));
}

/** Whether a sound canonical time is wall time in the hour that the clocks skip: a sign of an export in GMT. */
export function isSkippedTime(text: string): boolean {
  return (text.length === 16 || text.length === 19) && skippedHours.has(text.slice(0, 13));
}
