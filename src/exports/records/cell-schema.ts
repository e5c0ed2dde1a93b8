// How a column of a record is declared: what its text becomes, and what a message says is allowed.
import { z } from 'zod';
import { parseOptionalDay, ID_ALLOWED, isId, shownCell, shownId } from '../cell.js';
import { parseDay, type Day } from '../../calendar/day.js';

/** `blank`: must be filled. `private`: wrong, and not to be shown. */
export interface CellIssue {
  readonly allowed: string;
  /** What a message may show of the cell; null: nothing. */
  readonly shown: string | null;
}

const DAY_ALLOWED = 'a date such as 2026-02-27';

/** A column whose text `read` turns into a value, or into undefined where it is not allowed. */
export function column<T>(
  read: (text: string) => T | undefined,
  allowed: string,
  show: (cell: string) => string | null = shownCell,
) {
  return z.string().transform((text, context): T => {
    const value = read(text);
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: allowed, params: { allowed, shown: show(text) } satisfies CellIssue });
    return z.NEVER;
  });
}

export const text = z.string();
export const filledText = column((cell) => (cell === '' ? undefined : cell), 'filled');
export const id = column((cell) => (isId(cell) ? cell : undefined), ID_ALLOWED, shownId);
export const day = column<Day>(parseDay, DAY_ALLOWED);
export const optionalDay = column<Day | null>(parseOptionalDay, `${DAY_ALLOWED}, or blank`);

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
