// Days as letters and sentences write them.
import { describeDay, type Day } from '../calendar/day.js';
import type { Period } from '../calendar/period.js';

/** A university's reports write the same few days hundreds of thousands of times, and formatting one is slow. */
const written = new Map<Day, string>();

/** `Thursday 5 November 2026`. */
export function longDayText(day: Day): string {
  const text = written.get(day) ?? describeDay(day);
  written.set(day, text);
  return text;
}

/** `5 November 2026`. */
export function dayText(day: Day): string {
  return longDayText(day).replace(/^\S+ /, '');
}

/** `on 5 November 2026`, `from 5 November 2026 to 9 November 2026`. */
export function periodText({ from, to }: Period): string {
  return from === to ? `on ${dayText(from)}` : `from ${dayText(from)} to ${dayText(to)}`;
}
