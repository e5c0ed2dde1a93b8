// Days and amounts as sentences write them.
import { describeDay, type Day } from '../calendar/day.js';
import type { Period } from '../calendar/period.js';

/** `5 November 2026`. */
export function dayText(day: Day): string {
  return describeDay(day).replace(/^\S+ /, '');
}

/** `on 5 November 2026`, `from 5 November 2026 to 9 November 2026`. */
export function periodText({ from, to }: Period): string {
  return from === to ? `on ${dayText(from)}` : `from ${dayText(from)} to ${dayText(to)}`;
}
