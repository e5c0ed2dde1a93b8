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

/**
 * Days in one breath, what they share said once: `1, 8 and 15 October 2026`, `29 October and 5 November 2026`,
 * `18 December 2026 and 8 January 2027`.
 */
export function dayListText(days: readonly Day[]): string {
  const parts = days.map((day) => dayText(day).split(' '));
  const last = parts.at(-1);
  if (last === undefined) throw new RangeError('a list of days has at least one');
  const isShared = (from: number): boolean => parts.every((words) => endOf(words, from) === endOf(last, from));
  const own = [1, 2].find(isShared) ?? last.length;
  const earlier = parts.slice(0, -1).map((words) => words.slice(0, own).join(' '));
  return earlier.length === 0 ? last.join(' ') : `${earlier.join(', ')} and ${last.join(' ')}`;
}

function endOf(words: readonly string[], from: number): string {
  return words.slice(from).join(' ');
}
