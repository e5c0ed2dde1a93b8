// Makes a text safe to open in a spreadsheet and flat enough to merge into a letter.
import { UNPRINTABLE } from '../diagnostics/printable.js';

/** What had to be done to a text; `kept`: nothing. */
export type Treatment = 'kept' | 'flattened' | 'guarded';

export interface SafeCell {
  readonly text: string;
  readonly treatment: Treatment;
}

const LINE_BREAK_OR_TAB = /\r\n|[\t\n\v\f\r\u0085\u2028\u2029]/g;

/** Spreadsheets take these first characters for a formula, some of them behind a space or in full width too. */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/;
const TAB_OR_LINE_BREAK = /^[\t\r\n]/;

const NUMBER = /^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/;
/** International numbers; the separators alone cannot make a formula of them. */
const PHONE_NUMBER = /^\+(?=(?:\D*\d){7,15}\D*$)\d[\d ().-]*\d$/;

/** Line breaks and tabs become a space, invisible characters go, and what looks like a formula gets a `'` in front. */
export function safeCell(text: string): SafeCell {
  const flat = flatText(text);
  if (TAB_OR_LINE_BREAK.test(text) || (FORMULA.test(flat) && !isHarmless(flat))) {
    return { text: `'${flat}`, treatment: 'guarded' };
  }
  return { text: flat, treatment: flat === text ? 'kept' : 'flattened' };
}

/** On one line, without characters that nobody sees or that turn the direction of text. */
export function flatText(text: string): string {
  return text.replace(LINE_BREAK_OR_TAB, ' ').replace(UNPRINTABLE, '');
}

function isHarmless(text: string): boolean {
  return text === '-' || NUMBER.test(text) || PHONE_NUMBER.test(text);
}
