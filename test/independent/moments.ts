// Dates and times as exports write them: the London day, and the instant where a time is written.
import { dayNumber, weekday, type DayNumber } from './days.js';

export interface Moment {
  readonly day: DayNumber;
  /** Milliseconds since 1970 in UTC, to the minute; null where only the date is written. */
  readonly at: number | null;
}

const LONDON = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** A date, a London wall time, or a time with an offset. */
export function momentOf(written: string): Moment {
  if (!written.includes('T')) return { day: dayNumber(written), at: null };
  if (/(?:Z|[+-]\d\d:?\d\d)$/.test(written)) {
    const at = minuteOf(Date.parse(written));
    return { day: dayNumber(londonWall(at).slice(0, 10)), at };
  }
  return { day: dayNumber(written.slice(0, 10)), at: minuteOf(instantOfWall(written)) };
}

function minuteOf(at: number): number {
  return Math.floor(at / 60_000) * 60_000;
}

/** The London day alone, which a date or a wall time shows by itself. */
export function londonDay(written: string): DayNumber {
  return /T.*(?:Z|[+-]\d\d:?\d\d)$/.test(written) ? momentOf(written).day : dayNumber(written.slice(0, 10));
}

/** The summer hour is tried first: London is at most one hour ahead. */
function instantOfWall(written: string): number {
  const asUtc = Date.parse(`${written}Z`);
  const inSummer = asUtc - 3_600_000;
  return londonWall(inSummer) === written.slice(0, 16) ? inSummer : asUtc;
}

const WALLS = new Map<number, string>();

/** `2026-11-08T14:03`. */
function londonWall(at: number): string {
  const known = WALLS.get(at);
  if (known !== undefined) return known;
  const parts = new Map(LONDON.formatToParts(at).map(({ type, value }) => [type, value]));
  const part = (name: 'year' | 'month' | 'day' | 'hour' | 'minute'): string => parts.get(name) ?? '';
  const wall = `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
  WALLS.set(at, wall);
  return wall;
}

/** Whole minutes on the clock; null unless both have a time and the end is later. */
export function minutesBetween(start: Moment, end: Moment | null): number | null {
  if (end === null || start.at === null || end.at === null) return null;
  const minutes = Math.floor((clockOf(end.at) - clockOf(start.at)) / 60_000);
  return minutes > 0 ? minutes : null;
}

function clockOf(at: number): number {
  return Date.parse(`${londonWall(at)}Z`);
}

/** Minute by minute, those of the day on which it begins, if that is a weekday. */
export function daytimeOf({ day, at }: Moment, minutes: number | null): number {
  if (at === null || minutes === null || weekday(day) > 4) return 0;
  const [hour = 0, minute = 0] = londonWall(at).slice(11).split(':').map(Number);
  let daytime = 0;
  for (let past = hour * 60 + minute; past < hour * 60 + minute + minutes; past += 1) {
    if (past >= 8 * 60 && past < 18 * 60) daytime += 1;
  }
  return daytime;
}

/** A date without a time comes first on its day, and nothing at all before everything. */
export function compareMoments(one: Moment | null, other: Moment | null): number {
  if (one === null || other === null) return Number(one !== null) - Number(other !== null);
  if (one.day !== other.day) return one.day - other.day;
  return (one.at ?? -Infinity) === (other.at ?? -Infinity) ? 0 : (one.at ?? -Infinity) - (other.at ?? -Infinity);
}

/** A due date counts to its end, and a submission with only a date came at its beginning. */
export function isUpTo(submitted: Moment, due: Moment): boolean {
  if (submitted.day !== due.day || submitted.at === null || due.at === null) return submitted.day <= due.day;
  return submitted.at <= due.at;
}
