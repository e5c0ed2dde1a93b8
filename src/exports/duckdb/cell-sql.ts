// The rules for cells (cell.ts, calendar/moment.ts) as SQL; the tests hold both against each other.
import { MOMENT_PATTERN, EARLIEST_MOMENT_YEAR, LATEST_MOMENT_YEAR, SUMMER_TIMES } from '../../calendar/moment.js';
import { COUNT_PATTERN, ID_PATTERN, SHORTENED_ID_PATTERN } from '../cell.js';
import { NO_MOMENT, PLACES_A_DAY } from '../events/moment-number.js';
import { quote } from './database.js';

const NO_BREAK_SPACE = '\u00a0';

/** As `tidyCell`. */
export function tidyCellSql(cell: string): string {
  return `trim(regexp_replace(${cell}, '\\p{Cc}+', ' ', 'g'), ${quote(` ${NO_BREAK_SPACE}`)})`;
}

export function isIdSql(cell: string): string {
  return `(${matches(cell, ID_PATTERN)} AND NOT ${matches(cell, SHORTENED_ID_PATTERN)})`;
}

/** As `parseCount`; null where that is undefined. */
export function countSql(cell: string): string {
  return `CASE WHEN ${cell} = '' THEN 1 WHEN ${matches(cell, COUNT_PATTERN)} THEN TRY_CAST(${cell} AS BIGINT) END`;
}

/** The London day of a canonical time; null where `parseMoment` gives undefined. */
export function daySql(time: string): string {
  return `CASE WHEN NOT ${matches(time, MOMENT_PATTERN)} THEN NULL
    WHEN ${isWallTimeSql(time)} THEN ${writtenDaySql(time)}
    ELSE CAST(${londonMinuteSql(time)} // 1440 AS INTEGER) END`;
}

/** As `dueNumber` of the moment; null where it is none. */
export function dueNumberSql(time: string): string {
  return momentNumberSql(time, PLACES_A_DAY - 1, 0);
}

/** As `submissionNumber` of the moment; null where it is none. */
export function submissionNumberSql(time: string): string {
  return momentNumberSql(time, 0, 1);
}

/** The number of a moment that may be blank. */
export function optionalSql(time: string, number: string): string {
  return `CASE WHEN ${time} = '' THEN ${NO_MOMENT} ELSE ${number} END`;
}

function momentNumberSql(time: string, placeOfDate: number, placeOfMidnight: number): string {
  const written = writtenDaySql(time);
  const london = londonMinuteSql(time);
  return `CASE WHEN NOT ${matches(time, MOMENT_PATTERN)} THEN NULL
    WHEN length(${time}) = 10 THEN ${written} * ${PLACES_A_DAY} + ${placeOfDate}
    WHEN ${isWallTimeSql(time)} THEN ${written} * ${PLACES_A_DAY} + ${minuteSql(time)} + ${placeOfMidnight}
    ELSE CAST((${london} // 1440) * ${PLACES_A_DAY} + ${london} % 1440 + ${placeOfMidnight} AS INTEGER) END`;
}

function matches(cell: string, pattern: string): string {
  return `regexp_full_match(${cell}, ${quote(pattern)})`;
}

/** The pattern allows these lengths without an offset: a date, with minutes, with seconds. */
function isWallTimeSql(time: string): string {
  return `length(${time}) IN (10, 16, 19)`;
}

function writtenDaySql(time: string): string {
  const date = `TRY_CAST(left(${time}, 10) AS DATE)`;
  return `CASE WHEN ${date} BETWEEN DATE '${EARLIEST_MOMENT_YEAR}-01-01' AND DATE '${LATEST_MOMENT_YEAR}-12-31'
    THEN CAST(${date} - DATE '1970-01-01' AS INTEGER) END`;
}

function minuteSql(time: string): string {
  return `(TRY_CAST(substr(${time}, 12, 2) AS INTEGER) * 60 + TRY_CAST(substr(${time}, 15, 2) AS INTEGER))`;
}

/** Minutes since 1970 on London's clocks, of a time with an offset: no time zone data, only the table of summer times. */
function londonMinuteSql(time: string): string {
  const offset = `CASE WHEN right(${time}, 1) = 'Z' THEN 0 ELSE
    (CASE WHEN substr(${time}, length(${time}) - 5, 1) = '+' THEN 1 ELSE -1 END) *
    (TRY_CAST(substr(${time}, length(${time}) - 4, 2) AS INTEGER) * 60 + TRY_CAST(right(${time}, 2) AS INTEGER)) END`;
  const utc = `(${writtenDaySql(time)} * 1440 + ${minuteSql(time)} - ${offset})`;
  // Changes of clocks lie far from the turn of the year, so the written year finds the right entry.
  const entry = `TRY_CAST(left(${time}, 4) AS INTEGER) - ${EARLIEST_MOMENT_YEAR - 1}`;
  const from = `[${SUMMER_TIMES.map(({ fromUtcMinute }) => fromUtcMinute).join(', ')}]`;
  const until = `[${SUMMER_TIMES.map(({ untilUtcMinute }) => untilUtcMinute).join(', ')}]`;
  return `(${utc} + CASE WHEN ${utc} >= ${from}[${entry}] AND ${utc} < ${until}[${entry}] THEN 60 ELSE 0 END)`;
}
