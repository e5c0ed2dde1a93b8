// Days and periods as JSON states them.
import { formatDay, type Day } from '../calendar/day.js';
import type { Period } from '../calendar/period.js';

export function dayOrNull(day: Day | null): string | null {
  return day === null ? null : formatDay(day);
}

export function periodOf({ from, to }: Period): { readonly from: string; readonly to: string } {
  return { from: formatDay(from), to: formatDay(to) };
}
