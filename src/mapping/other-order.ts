// The same format with day and month the other way round: where a mapping leaves the order open, both must be asked of a column.
import type { TimeFormat } from './time-format.js';

/** Quoted text, or a run of one letter, or anything else. */
const TOKENS = /'[^']*'|([A-Za-z])\1*|[^A-Za-z']+/g;

type Order = 'day-first' | 'month-first';

/** Null where the month has a name, or the year stands first: nobody takes one for the other. */
export function orderOf({ parts }: TimeFormat): Order | null {
  const [day, month] = [parts.indexOf('day'), parts.indexOf('month')];
  const year = parts.findIndex((part) => part === 'year' || part === 'shortYear');
  if (day < 0 || month < 0 || (year >= 0 && year < Math.min(day, month))) return null;
  return day < month ? 'day-first' : 'month-first';
}

/** With figures as short as they may be: a spreadsheet leaves zeros out. */
export function otherOrder({ written }: TimeFormat): string {
  return written.replaceAll(TOKENS, (token) => {
    if (/^d+$/.test(token)) return 'M';
    return /^M+$/.test(token) ? 'd' : token;
  });
}

/** Whether some of them begin with the day and some with the month. */
export function leaveOrderOpen(formats: readonly TimeFormat[]): boolean {
  const orders = new Set(formats.map(orderOf));
  return orders.has('day-first') && orders.has('month-first');
}
