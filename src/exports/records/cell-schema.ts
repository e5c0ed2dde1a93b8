// How a column of a record is declared: what its text becomes, and what a message says is allowed.
import { z } from 'zod';
import { parseOptionalDay, ID_ALLOWED, isId, shownCell, shownId } from '../cell.js';
import { parseDay, type Day } from '../../calendar/day.js';

/** What to say of a cell that must be filled and is not. */
export type BlankCode = 'cell-blank' | 'contact-without-date' | 'extension-without-date';

/** Why a cell is refused. */
export interface CellIssue {
  readonly allowed: string;
  /** What a message may show of the cell; null: nothing. */
  readonly shown: string | null;
  readonly blank: BlankCode;
}

const DAY_ALLOWED = 'a date such as 2026-02-27';
const OPTIONAL_DAY_ALLOWED = `${DAY_ALLOWED}, or blank`;

/** A column whose text `read` turns into a value, or into undefined where it is not allowed. */
export function column<T>(
  read: (text: string) => T | undefined,
  allowed: string,
  show: (cell: string) => string | null = shownCell,
  blank: BlankCode = 'cell-blank',
) {
  return z.string().transform((text, context): T => {
    const value = read(text);
    if (value !== undefined) return value;
    const params = { allowed, shown: show(text), blank } satisfies CellIssue;
    context.addIssue({ code: 'custom', message: allowed, params });
    return z.NEVER;
  });
}

/** A column that may be blank, but not in this row: the issue that a check of the whole row adds. */
export function blankIssue(columnName: string, blank: BlankCode) {
  const params = { allowed: 'filled', shown: null, blank } satisfies CellIssue;
  return { code: 'custom' as const, message: params.allowed, params, path: [columnName], input: '' };
}

export const text = z.string();
export const filledText = column((cell) => (cell === '' ? undefined : cell), 'filled');
export const id = column((cell) => (isId(cell) ? cell : undefined), ID_ALLOWED, shownId);
export const day = column<Day>(parseDay, DAY_ALLOWED);
export const optionalDay = column<Day | null>(parseOptionalDay, OPTIONAL_DAY_ALLOWED);

/** In tables that say why a student was away: what is no date may be a reason in the wrong column, and is not shown. */
function shownDate(cell: string): string | null {
  return /^[\d\s./:+TZ-]*$/.test(cell) ? shownCell(cell) : null;
}

export const privateDay = column<Day>(parseDay, DAY_ALLOWED, shownDate);
export const optionalPrivateDay = column<Day | null>(parseOptionalDay, OPTIONAL_DAY_ALLOWED, shownDate);
/** The prefilled file of contacts leaves it blank, to be completed when the letters are out. */
export const contactDay = column<Day>(parseDay, DAY_ALLOWED, shownDate, 'contact-without-date');

const EMAIL_PATTERN = /^[\p{L}\p{N}_][^\s@<>,;"]*@[\p{L}\p{N}][\p{L}\p{N}.-]*\.\p{L}{2,}$/u;
const LONGEST_EMAIL = 254;

/** Names nobody in messages: an address is never shown. */
export const email = column(
  (cell) => (cell === '' || (cell.length <= LONGEST_EMAIL && EMAIL_PATTERN.test(cell)) ? cell : undefined),
  'an e-mail address, or blank',
  () => null,
);

/** One of a few words, exactly. */
export function oneOf<const W extends string>(...words: readonly W[]) {
  return column<W>((cell) => words.find((word) => word === cell), words.join(', '));
}

/** One of a few words, or blank for `blank`. */
export function oneOfOr<const W extends string, const B>(blank: B, ...words: readonly W[]) {
  return column<W | B>(
    (cell) => (cell === '' ? blank : words.find((word) => word === cell)),
    `${words.join(', ')}, or blank`,
  );
}
