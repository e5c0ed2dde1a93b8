// The rules for cells (cell.ts, calendar/moment.ts) as SQL; the tests hold both against each other.
import { DAYTIME } from '../../calendar/daytime.js';
import {
  EARLIEST_MOMENT_YEAR,
  LATEST_MOMENT_YEAR,
  MOMENT_PATTERN,
  SKIPPED_HOURS,
  SUMMER_TIMES,
} from '../../calendar/moment.js';
import { COUNT_PATTERN, ID_PATTERN, MINUTES_PATTERN, MOST_MINUTES, SHORTENED_ID_PATTERN, SPACES } from '../cell.js';
import { NO_MOMENT, PLACES_A_DAY } from '../events/moment-number.js';
import { TIME_COLUMNS, type EventTable } from '../../engagement/tables.js';
import { quote } from './database.js';

/** As `tidyCell`. */
export function tidyCellSql(cell: string): string {
  return `trim(regexp_replace(${cell}, '\\p{Cc}+', ' ', 'g'), ${quote(SPACES)})`;
}

export function isIdSql(cell: string): string {
  return `(${matches(cell, ID_PATTERN)} AND NOT ${matches(cell, SHORTENED_ID_PATTERN)})`;
}

/** As `parseCount`; null where that is undefined. */
export function countSql(cell: string): string {
  return `CASE WHEN ${cell} = '' THEN 1 WHEN ${matches(cell, COUNT_PATTERN)} THEN TRY_CAST(${cell} AS BIGINT) END`;
}

/** As `parseMinutes`, with -1 for blank; null where that is undefined. */
export function minutesSql(cell: string): string {
  const minutes = `TRY_CAST(${cell} AS INTEGER)`;
  return `CASE WHEN ${cell} = '' THEN -1 WHEN ${matches(cell, MINUTES_PATTERN)} AND ${minutes} <= ${MOST_MINUTES} THEN ${minutes} END`;
}

/** The place of a cell in a list of words; null where it is none of them. */
export function wordSql(cell: string, words: readonly string[]): string {
  return `CASE ${cell} ${words.map((word, place) => `WHEN ${quote(word)} THEN ${place}`).join(' ')} END`;
}

/**
 * A relation with, for each column of canonical times, its moment as `parseMoment` reads it: `<time>_day` and
 * `<time>_minute`, both null where there is none, the minute also where there is only a date.
 */
export function withMomentsSql(relation: string, times: readonly string[]): string {
  const layer = (inner: string, column: (time: string) => string): string =>
    `SELECT *, ${times.map(column).join(', ')} FROM (${inner})`;
  const written = layer(relation, (time) => `${writtenDaySql(time)} AS ${time}_written`);
  const utc = layer(written, (time) => `${utcMinuteSql(time, `${time}_written`)} AS ${time}_utc`);
  const london = layer(utc, (time) => `${londonMinuteSql(time, `${time}_utc`)} AS ${time}_london`);
  return layer(
    london,
    (time) => `CASE WHEN ${isWallTimeSql(time)} THEN ${time}_written ELSE ${time}_london // 1440 END AS ${time}_day,
      CASE WHEN ${time}_written IS NULL OR length(${time}) = 10 THEN NULL WHEN ${isWallTimeSql(time)} THEN ${minuteSql(time)}
        ELSE ${time}_london % 1440 END AS ${time}_minute`,
  );
}

/** As `isSkippedTime`, of any time of a table's row. */
export function isSkippedSql(table: EventTable): string {
  const hours = SKIPPED_HOURS.map(quote).join(', ');
  // Nearly every time is of another month or hour, which is seen five times sooner than that it is in the list.
  const isSkipped = (time: string): string => `CASE WHEN substr(${time}, 6, 3) = '03-' AND substr(${time}, 12, 2) = '01'
    THEN length(${time}) IN (16, 19) AND left(${time}, 13) IN (${hours}) ELSE false END`;
  return ['false', ...TIME_COLUMNS[table].map(isSkipped)].join(' OR ');
}

/** As `dueNumber`, of a column that `withMomentsSql` was given. */
export function dueNumberSql(time: string): string {
  return `CAST(${time}_day * ${PLACES_A_DAY} + coalesce(${time}_minute, ${PLACES_A_DAY - 1}) AS INTEGER)`;
}

/** As `momentNumber`, of a column that `withMomentsSql` was given. */
export function momentNumberSql(time: string): string {
  return `CAST(${time}_day * ${PLACES_A_DAY} + coalesce(${time}_minute + 1, 0) AS INTEGER)`;
}

/** The number of a moment that may be blank. */
export function optionalSql(time: string, number: string): string {
  return `CASE WHEN ${time} = '' THEN ${NO_MOMENT} ELSE ${number} END`;
}

/** As `spanFault`, of columns with the numbers of moments: whether there is a fault. */
export function isSpanFaultySql(starts: string, ends: string): string {
  return `(${ends} <> ${NO_MOMENT} AND (${latestMinuteSql(ends)} < ${earliestMinuteSql(starts)}
    OR ${earliestMinuteSql(ends)} - ${latestMinuteSql(starts)} > ${MOST_MINUTES}))`;
}

/** As `minutesBetween`, with -1 for null. */
export function minutesBetweenSql(starts: string, ends: string): string {
  const minutes = `${earliestMinuteSql(ends)} - ${earliestMinuteSql(starts)}`;
  const isTimed = `${ends} <> ${NO_MOMENT} AND ${starts} % ${PLACES_A_DAY} <> 0 AND ${ends} % ${PLACES_A_DAY} <> 0`;
  return `CASE WHEN ${isTimed} AND ${minutes} BETWEEN 1 AND ${MOST_MINUTES} THEN ${minutes} ELSE -1 END`;
}

/** As `daytimeMinutes`, of minutes as above: those that nobody knows are none. */
export function daytimeMinutesSql(starts: string, minutes: string): string {
  const minute = `(${starts} % ${PLACES_A_DAY} - 1)`;
  const daytime = `least(${minute} + ${minutes}, ${DAYTIME.until}) - greatest(${minute}, ${DAYTIME.from})`;
  // Days are counted from a Thursday.
  const isWeekday = `(${dayOfNumberSql(starts)} + 3) % 7 < 5`;
  return `CASE WHEN ${minutes} > 0 AND ${isWeekday} THEN greatest(${daytime}, 0) ELSE 0 END`;
}

/** The day of a moment's number. */
export function dayOfNumberSql(number: string): string {
  return `CAST(${number} // ${PLACES_A_DAY} AS INTEGER)`;
}

function earliestMinuteSql(number: string): string {
  return `(${number} // ${PLACES_A_DAY} * 1440 + greatest(${number} % ${PLACES_A_DAY}, 1) - 1)`;
}

function latestMinuteSql(number: string): string {
  return `(CASE WHEN ${number} % ${PLACES_A_DAY} = 0 THEN ${number} // ${PLACES_A_DAY} * 1440 + 1439
    ELSE ${earliestMinuteSql(number)} END)`;
}

function matches(cell: string, pattern: string): string {
  return `regexp_full_match(${cell}, ${quote(pattern)})`;
}

/** The pattern allows these lengths without an offset: a date, with minutes, with seconds. */
function isWallTimeSql(time: string): string {
  return `length(${time}) IN (10, 16, 19)`;
}

/** The day that is written, whatever the offset; null where the shape, the day or the year is not one. */
export function writtenDaySql(time: string): string {
  const date = `TRY_CAST(left(${time}, 10) AS DATE)`;
  return `CASE WHEN ${matches(time, MOMENT_PATTERN)}
      AND ${date} BETWEEN DATE '${EARLIEST_MOMENT_YEAR}-01-01' AND DATE '${LATEST_MOMENT_YEAR}-12-31'
    THEN CAST(${date} - DATE '1970-01-01' AS INTEGER) END`;
}

function minuteSql(time: string): string {
  return `(TRY_CAST(substr(${time}, 12, 2) AS INTEGER) * 60 + TRY_CAST(substr(${time}, 15, 2) AS INTEGER))`;
}

/** As `londonText`, in steps that each are made of the one before. */
export const LONDON_TEXT_STAGES: readonly ((before: string) => string)[] = [
  (text) => `struct_pack(written := ${text}, day := ${writtenDaySql(text)})`,
  (it) =>
    `struct_pack(written := ${it}.written, day := ${it}.day, utc := ${utcMinuteSql(`${it}.written`, `${it}.day`)})`,
  (it) =>
    `struct_pack(written := ${it}.written, day := ${it}.day, london := ${londonMinuteSql(`${it}.written`, `${it}.utc`)})`,
  (it) => {
    const pad = (number: string): string => `lpad(CAST(${number} AS VARCHAR), 2, '0')`;
    const date = `strftime(DATE '1970-01-01' + CAST(${it}.london // 1440 AS INTEGER), '%Y-%m-%d')`;
    return `CASE WHEN ${it}.day IS NULL THEN ${it}.written WHEN ${it}.london IS NULL THEN left(${it}.written, 16)
      ELSE ${date} || 'T' || ${pad(`${it}.london % 1440 // 60`)} || ':' || ${pad(`${it}.london % 60`)} END`;
  },
];

/** Minutes since 1970 in UTC, of a time with an offset, given its day as written. */
function utcMinuteSql(time: string, written: string): string {
  const offset = `CASE WHEN right(${time}, 1) = 'Z' THEN 0 ELSE
    (CASE WHEN substr(${time}, length(${time}) - 5, 1) = '+' THEN 1 ELSE -1 END) *
    (TRY_CAST(substr(${time}, length(${time}) - 4, 2) AS INTEGER) * 60 + TRY_CAST(right(${time}, 2) AS INTEGER)) END`;
  return `CASE WHEN NOT ${isWallTimeSql(time)} THEN ${written} * 1440 + ${minuteSql(time)} - ${offset} END`;
}

/** The same on London's clocks: no time zone data, only the table of summer times. */
function londonMinuteSql(time: string, utc: string): string {
  // Clocks change far from the turn of the year, so the year that is written finds the right entry.
  const entry = `TRY_CAST(left(${time}, 4) AS INTEGER) - ${EARLIEST_MOMENT_YEAR - 1}`;
  const from = `[${SUMMER_TIMES.map(({ fromUtcMinute }) => fromUtcMinute).join(',')}]`;
  const until = `[${SUMMER_TIMES.map(({ untilUtcMinute }) => untilUtcMinute).join(',')}]`;
  const isSummer = `${utc} >= ${from}[${entry}] AND ${utc} < ${until}[${entry}]`;
  return `CASE WHEN ${utc} IS NOT NULL THEN ${utc} + CASE WHEN ${isSummer} THEN 60 ELSE 0 END END`;
}
