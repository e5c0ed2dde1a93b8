// On how many days a student was judged whose window falls to several sections of the plan (9.4).
import { counted } from '../diagnostics/fault.js';
import type { Outcome } from '../engagement/outcome.js';

/** `12 of 21 days`, between what is to stand before and after; `''` where every day was. */
export function judgedDaysText(
  { judgedDays, studentDays }: Pick<Outcome, 'judgedDays' | 'studentDays'>,
  before: string,
  after: string,
): string {
  return judgedDays === studentDays ? '' : `${before}${judgedDays} of ${counted(studentDays, 'day')}${after}`;
}
