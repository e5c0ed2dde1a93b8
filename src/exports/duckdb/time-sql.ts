// The formats of times (mapping/time-format.ts) in SQL.
import { formatDay } from '../../calendar/day.js';
import {
  FIRST_SERIAL_DAY,
  MONTHS,
  SECONDS_PATTERN,
  SECONDS_OF_DAY,
  splitYear,
  WEEKDAYS,
  ZONES,
  type TimeFormat,
  type TimePart,
} from '../../mapping/time-format.js';
import { writtenDaySql } from './cell-sql.js';
import { quote } from './database.js';
import type { StageSql } from './mapped-sql.js';

/** The canonical time of a text; blank stays blank, and null is what the format cannot read. */
export function timeStagesSql(format: TimeFormat): readonly StageSql[] {
  const { pattern, parts } = format;
  const names = `[${parts.map(quote).join(', ')}]`;
  return [
    (text) => `struct_pack(written := ${text}, parts := regexp_extract(${text}, ${quote(pattern)}, ${names}))`,
    (found) => `struct_pack(written := ${found}.written, parts := ${found}.parts, made := ${madeSql(found, format)})`,
    (made) =>
      `CASE WHEN ${made}.written = '' THEN '' WHEN ${writtenDaySql(`${made}.made`)} IS NOT NULL
        AND ${isWeekdaySql(made, parts)} THEN ${cutSql(`${made}.made`, format)} END`,
  ];
}

function cutSql(time: string, { isCutToMinute }: TimeFormat): string {
  return isCutToMinute ? `regexp_replace(${time}, ${quote(SECONDS_PATTERN)}, '\\1')` : time;
}

/** Without the check that it is a time at all. */
function madeSql(found: string, { parts, yearFrom }: TimeFormat): string {
  const of = (part: TimePart): string => `${found}.parts.${part}`;
  if (parts.includes('canonical')) return of('canonical');
  if (parts.includes('serialDay')) return serialSql(of);
  const month = parts.includes('month') ? `lpad(${of('month')}, 2, '0')` : monthOfNameSql(of('monthName'));
  const monthAndDay = `${month} || '-' || lpad(${of('day')}, 2, '0')`;
  const date = `${yearSql(of, parts, monthAndDay, yearFrom)} || '-' || ${monthAndDay}`;
  if (!parts.includes('minute')) return date;
  const second = parts.includes('second') ? ` || ':' || ${of('second')}` : '';
  const offset = parts.includes('zone') ? ` || ${offsetSql(of('zone'))}` : '';
  return `${date} || 'T' || ${hourSql(of, parts)} || ':' || ${of('minute')}${second}${offset}`;
}

function offsetSql(zone: string): string {
  const named = Object.entries(ZONES).map(([name, offset]) => `WHEN ${quote(name)} THEN ${quote(offset)}`);
  return `CASE lower(${zone}) ${named.join(' ')} ELSE left(${zone}, 3) || ':' || right(${zone}, 2) END`;
}

type PartSql = (part: TimePart) => string;

function monthOfNameSql(name: string): string {
  const cases = MONTHS.map((month, index) => `WHEN ${quote(month)} THEN '${String(index + 1).padStart(2, '0')}'`);
  return `CASE lower(left(${name}, 3)) ${cases.join(' ')} ELSE '' END`;
}

function yearSql(
  of: PartSql,
  parts: readonly TimePart[],
  monthAndDay: string,
  yearFrom: TimeFormat['yearFrom'],
): string {
  if (parts.includes('year')) return of('year');
  if (parts.includes('shortYear')) return `'20' || ${of('shortYear')}`;
  if (yearFrom === null) return "''";
  const [first, start] = splitYear(yearFrom);
  return `CASE WHEN ${monthAndDay} >= ${quote(start)} THEN '${first}' ELSE '${first + 1}' END`;
}

function hourSql(of: PartSql, parts: readonly TimePart[]): string {
  if (parts.includes('hour')) return `lpad(${of('hour')}, 2, '0')`;
  const hour = `coalesce(TRY_CAST(${of('halfDayHour')} AS INTEGER), 0) % 12`;
  const isAfternoon = `lower(left(${of('half')}, 1)) = 'p'`;
  return `lpad(CAST(${hour} + CASE WHEN ${isAfternoon} THEN 12 ELSE 0 END AS VARCHAR), 2, '0')`;
}

function serialSql(of: PartSql): string {
  const part = `coalesce(TRY_CAST('0.' || ${of('serialPart')} AS DOUBLE), 0)`;
  const seconds = `CAST(floor(${part} * ${SECONDS_OF_DAY} + 0.5) AS INTEGER)`;
  const day = `coalesce(TRY_CAST(${of('serialDay')} AS INTEGER), 0) + ${seconds} // ${SECONDS_OF_DAY}`;
  const date = `strftime(DATE '${formatDay(FIRST_SERIAL_DAY)}' + (${day}), '%Y-%m-%d')`;
  const pad = (number: string): string => `lpad(CAST(${number} AS VARCHAR), 2, '0')`;
  const time = [`${seconds} // 3600 % 24`, `${seconds} // 60 % 60`, `${seconds} % 60`].map(pad).join(` || ':' || `);
  return `CASE WHEN ${of('serialDay')} = '' THEN '' WHEN ${of('serialPart')} = '' THEN ${date}
    ELSE ${date} || 'T' || ${time} END`;
}

function isWeekdaySql(made: string, parts: readonly TimePart[]): string {
  if (!parts.includes('weekday')) return 'true';
  const days = `[${WEEKDAYS.map(quote).join(', ')}]`;
  // Days are counted from a Thursday, lists from 1.
  return `lower(left(${made}.parts.weekday, 3)) = ${days}[(${writtenDaySql(`${made}.made`)} + 3) % 7 + 1]`;
}
