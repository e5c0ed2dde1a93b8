// What a cell says. Both readers of events and the records read cells with the same rules.
import { parseDay, type Day } from '../calendar/day.js';

/** Ids are text, and may not begin like a formula. Read alike by JavaScript and RE2 (DuckDB). */
export const ID_PATTERN = '^[A-Za-z0-9][A-Za-z0-9._/-]{0,63}$';
/** What Excel makes of a long number: `2.10E+08`. */
export const SHORTENED_ID_PATTERN = '^[0-9]([.][0-9]+)?[Ee][+]?[0-9]+$';
/** How often an event happened. */
export const COUNT_PATTERN = '^[0-9]{1,9}$';
/** How long something lasted, before the most that a day has is asked. */
export const MINUTES_PATTERN = '^[0-9]{1,4}$';
export const MOST_MINUTES = 1440;

const idRegExp = new RegExp(ID_PATTERN);
const shortenedIdRegExp = new RegExp(SHORTENED_ID_PATTERN);
const countRegExp = new RegExp(COUNT_PATTERN);
const minutesRegExp = new RegExp(MINUTES_PATTERN);

export const ID_ALLOWED = 'an id: letters, digits, ".", "_", "/" and "-", at most 64, the first a letter or a digit';
export const MOMENT_ALLOWED = 'a date such as 2026-02-27 or a time such as 2026-02-27T14:05, of the years 2000 to 2099';
export const COUNT_ALLOWED = 'a whole number of at most nine digits, or blank for 1';
export const MINUTES_ALLOWED = `a whole number of minutes from 0 to ${MOST_MINUTES}, or blank`;

/** A cell as it counts: line breaks and other control characters become a space, spaces at the ends go. */
export function tidyCell(text: string): string {
  const flat = text.replaceAll(/\p{Cc}+/gu, ' ');
  let from = 0;
  let until = flat.length;
  while (from < until && isSpace(flat, from)) from += 1;
  while (until > from && isSpace(flat, until - 1)) until -= 1;
  return flat.slice(from, until);
}

/** A space, the no-break space of spreadsheets and web pages, or the byte order mark that joined files leave. */
export const SPACES = ' \u00a0\ufeff';

function isSpace(text: string, index: number): boolean {
  return SPACES.includes(text.charAt(index));
}

/** A cell as a message may show it. */
export function shownCell(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** An id that is no id: shown only where it cannot be a name or an address that got into the wrong column. */
export function shownId(text: string): string | null {
  return /\d/.test(text) && !/[@\s]/.test(text) ? shownCell(text) : null;
}

export function isId(text: string): boolean {
  return idRegExp.test(text) && !isShortenedId(text);
}

export function isShortenedId(text: string): boolean {
  return shortenedIdRegExp.test(text);
}

/** `="0001"`, with which exports keep Excel from dropping the zeros. */
export function isFormulaId(text: string): boolean {
  return text.startsWith('="');
}

/** Blank is 1, as an export without the column means one act a row. */
export function parseCount(text: string): number | undefined {
  if (text === '') return 1;
  return countRegExp.test(text) ? Number(text) : undefined;
}

/** Blank is null: nobody measured. */
export function parseMinutes(text: string): number | null | undefined {
  if (text === '') return null;
  return minutesRegExp.test(text) && Number(text) <= MOST_MINUTES ? Number(text) : undefined;
}

/** A day, or null where the cell is blank. */
export function parseOptionalDay(text: string): Day | null | undefined {
  return text === '' ? null : parseDay(text);
}
