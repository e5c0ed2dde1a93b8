// A value of a plan that may change from a date on: its history.
import { formatDay, type Day } from '../calendar/day.js';

/** In order of `from`, each value in force from that day on; null, only in first place: always. At least one entry. */
export type Dated<T> = readonly { readonly from: Day | null; readonly value: T }[];

export function always<T>(value: T): Dated<T> {
  return [{ from: null, value }];
}

/** The first day of which the history says something; null: it says something of every day. */
export function decidedFrom([first]: Dated<unknown>): Day | null {
  return first?.from ?? null;
}

/** The value in force on a day; throws before the first one, never takes the nearest. */
export function valueOn<T>(history: Dated<T>, day: Day): T {
  const entry = history.findLast(({ from }) => from === null || from <= day);
  if (entry === undefined) throw new RangeError(`a history says nothing of ${formatDay(day)}`);
  return entry.value;
}
