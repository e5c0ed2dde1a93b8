// Times as real systems print them. A format is declared, like `d/MM/yy, HH:mm`, and says exactly which texts it reads; both
// readers rearrange them into canonical times with the same pattern.
import { dayOf, formatDay, parseDay, type Day } from '../calendar/day.js';
import { parseMoment } from '../calendar/moment.js';
import { Pattern } from './pattern.js';

export interface TimeFormat {
  /** As the mapping writes it. */
  readonly written: string;
  /** Finds the parts, in the syntax of RE2, of the whole text. */
  readonly pattern: string;
  /** What each group of the pattern holds. */
  readonly parts: readonly TimePart[];
  /** For formats without a year: the first day of the academic year. */
  readonly yearFrom: Day | null;
  /** Seconds are cut, as other exports of the same acts have none. */
  readonly isCutToMinute: boolean;
}

export type TimePart =
  | 'year'
  | 'shortYear'
  | 'month'
  | 'monthName'
  | 'day'
  | 'weekday'
  | 'hour'
  | 'halfDayHour'
  | 'half'
  | 'minute'
  | 'second'
  | 'zone'
  | 'serialDay'
  | 'serialPart'
  | 'canonical';

export const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const LONG_MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
const LONG_WEEKDAYS = 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday';

/** The letters of a format, the longest first; as those of date-fns and Unicode. */
const LETTERS: readonly (readonly [letters: string, part: TimePart, pattern: string])[] = [
  ['yyyy', 'year', '[0-9]{4}'],
  ['yy', 'shortYear', '[0-9]{2}'],
  ['MMMM', 'monthName', LONG_MONTHS],
  ['MMM', 'monthName', 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec'],
  ['MM', 'month', '[0-9]{2}'],
  ['M', 'month', '[0-9]{1,2}'],
  ['dd', 'day', '[0-9]{2}'],
  ['d', 'day', '[0-9]{1,2}'],
  ['EEEE', 'weekday', LONG_WEEKDAYS],
  ['EEE', 'weekday', 'Mon|Tue|Wed|Thu|Fri|Sat|Sun'],
  ['HH', 'hour', '[0-9]{2}'],
  ['H', 'hour', '[0-9]{1,2}'],
  ['hh', 'halfDayHour', '0[1-9]|1[0-2]'],
  ['h', 'halfDayHour', '0?[1-9]|1[0-2]'],
  ['mm', 'minute', '[0-9]{2}'],
  ['ss', 'second', '[0-9]{2}'],
  ['a', 'half', '[AaPp][.]?[Mm][.]?'],
  ['z', 'zone', 'GMT|UTC|Z|BST|[+-][0-9]{2}:?[0-9]{2}'],
];

/** The names of zones as offsets. */
export const ZONES: Readonly<Record<string, string>> = { gmt: 'Z', utc: 'Z', z: 'Z', bst: '+01:00' };

/** Spreadsheets count days from the end of 1899, and the time of day as a part of one. */
export const FIRST_SERIAL_DAY: Day = dayOf(1899, 12, 30);
export const SECONDS_OF_DAY = 86_400;

const WHOLE: Readonly<Record<string, Pick<TimeFormat, 'pattern' | 'parts'>>> = {
  canonical: { pattern: '^(.*)$', parts: ['canonical'] },
  'spreadsheet serial': { pattern: '^([0-9]{5})(?:[.]([0-9]{1,12}))?$', parts: ['serialDay', 'serialPart'] },
};

/** Null where the text is no format: an unknown letter, a part twice, or too few parts for a day. */
export function timeFormat(written: string, yearFrom: Day | null): TimeFormat | null {
  const whole = Object.hasOwn(WHOLE, written) ? WHOLE[written] : undefined;
  if (whole !== undefined) return { written, ...whole, yearFrom: null, isCutToMinute: false };
  const parts: TimePart[] = [];
  let pattern = '';
  for (let rest = written; rest !== '';) {
    const [literal] = /^(?:'[^']*'|[^A-Za-z']+)/.exec(rest) ?? [];
    const letters = LETTERS.find(([it]) => rest.startsWith(it));
    if (literal !== undefined) {
      pattern += literalPattern(literal.replaceAll("'", ''));
      rest = rest.slice(literal.length);
    } else if (letters !== undefined && !rest.startsWith(`${letters[0]}${letters[0].charAt(0)}`)) {
      const [text, part, own] = letters;
      pattern += `(${own})`;
      parts.push(part);
      rest = rest.slice(text.length);
    } else return null;
  }
  return isComplete(parts) ? { written, pattern: `^(?i:${pattern})$`, parts, yearFrom, isCutToMinute: false } : null;
}

/** A day and a month once each, at most one year, and of the time of day either nothing or what belongs together. */
function isComplete(parts: readonly TimePart[]): boolean {
  const count = (...wanted: readonly TimePart[]): number => parts.filter((part) => wanted.includes(part)).length;
  const hours = count('hour', 'halfDayHour');
  return (
    new Set(parts).size === parts.length &&
    count('day') === 1 &&
    count('month', 'monthName') === 1 &&
    count('year', 'shortYear') <= 1 &&
    hours <= 1 &&
    count('minute') === hours &&
    count('second') <= hours &&
    count('zone') <= hours &&
    count('half') === count('halfDayHour')
  );
}

/** It has no year, and nothing says in which academic year it is. */
export function lacksYear({ parts, yearFrom }: TimeFormat): boolean {
  return yearFrom === null && parts.includes('day') && !parts.some(isYear);
}

function isYear(part: TimePart): boolean {
  return part === 'year' || part === 'shortYear';
}

function literalPattern(text: string): string {
  // Between parts one space is as good as several, or as the narrow one that newer systems print before "pm".
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/[ \u00a0\u202f]+/g, '[ \\x{a0}\\x{202f}]+');
}

/** The canonical time that a text of this format means; null where it is none. */
export type ReadTime = (text: string) => string | null;

/** Behind the minutes of a canonical time, in the syntax of both readers. */
export const SECONDS_PATTERN = '^(.{10}T[0-9]{2}:[0-9]{2}):[0-9]{2}(?:[.][0-9]+)?';
const seconds = new RegExp(SECONDS_PATTERN);

export function timeReader({ pattern, parts, yearFrom, isCutToMinute }: TimeFormat): ReadTime {
  const compiled = new Pattern(pattern);
  return (text) => {
    const groups = compiled.groupsIn(text);
    if (groups === null) return null;
    const of = (...wanted: readonly TimePart[]): string =>
      groups[parts.findIndex((part) => wanted.includes(part))] ?? '';
    const canonical =
      parts[0] === 'canonical' ? of('canonical') : parts[0] === 'serialDay' ? serialTime(of) : timeOf(of, yearFrom);
    if (parseMoment(canonical) === undefined || !isWeekdayOf(of('weekday'), canonical)) return null;
    return isCutToMinute ? canonical.replace(seconds, '$1') : canonical;
  };
}

type PartOf = (...wanted: readonly TimePart[]) => string;

function timeOf(of: PartOf, yearFrom: Day | null): string {
  const monthName = MONTHS.findIndex((name) => name === of('monthName').slice(0, 3).toLowerCase());
  const month = monthName < 0 ? of('month').padStart(2, '0') : String(monthName + 1).padStart(2, '0');
  const monthAndDay = `${month}-${of('day').padStart(2, '0')}`;
  const date = `${yearOf(of, monthAndDay, yearFrom)}-${monthAndDay}`;
  const minute = of('minute');
  if (minute === '') return date;
  const second = of('second');
  return `${date}T${hourOf(of).padStart(2, '0')}:${minute}${second === '' ? '' : `:${second}`}${offsetOf(of('zone'))}`;
}

/** Blank for London's own time. */
function offsetOf(zone: string): string {
  return zone === '' ? '' : (ZONES[zone.toLowerCase()] ?? `${zone.slice(0, 3)}:${zone.slice(-2)}`);
}

/** Two figures are of this century; none are of the academic year. */
function yearOf(of: PartOf, monthAndDay: string, yearFrom: Day | null): string {
  const [year, short] = [of('year'), of('shortYear')];
  if (year !== '') return year;
  if (short !== '') return `20${short}`;
  if (yearFrom === null) return '';
  const [first, start] = splitYear(yearFrom);
  return String(monthAndDay >= start ? first : first + 1);
}

/** `[2026, '08-01']` */
export function splitYear(yearFrom: Day): readonly [year: number, monthAndDay: string] {
  const text = formatDay(yearFrom);
  return [Number(text.slice(0, 4)), text.slice(5)];
}

function hourOf(of: PartOf): string {
  const half = of('half').slice(0, 1).toLowerCase();
  return half === '' ? of('hour') : String((Number(of('halfDayHour')) % 12) + (half === 'p' ? 12 : 0));
}

/** Spreadsheets hold times as inexact parts of a day: the nearest second is what was meant. */
function serialTime(of: PartOf): string {
  const part = of('serialPart');
  const seconds = part === '' ? 0 : Math.floor(Number(`0.${part}`) * SECONDS_OF_DAY + 0.5);
  const day = Number(of('serialDay')) + Math.floor(seconds / SECONDS_OF_DAY);
  const date = formatDay((FIRST_SERIAL_DAY + day) as Day);
  if (part === '') return date;
  const pad = (number: number): string => String(number).padStart(2, '0');
  return `${date}T${pad(Math.floor(seconds / 3600) % 24)}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
}

/** A weekday that is not the day's contradicts the rest. */
function isWeekdayOf(weekday: string, canonical: string): boolean {
  if (weekday === '') return true;
  const day = parseDay(canonical.slice(0, 10)) ?? 0;
  // Days are counted from a Thursday.
  return WEEKDAYS[(day + 3) % 7] === weekday.slice(0, 3).toLowerCase();
}
