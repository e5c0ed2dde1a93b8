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

/** `on 5 November 2026`, `from 5 to 9 November 2026`, `from 28 October to 9 November 2026`. */
export function periodText({ from, to }: Period): string {
  return from === to ? `on ${dayText(from)}` : `from ${withoutShared([from, to]).join(' to ')}`;
}

/**
 * Days in one breath, what they share said once: `1, 8 and 15 October 2026`, `29 October and 5 November 2026`,
 * `18 December 2026 and 8 January 2027`.
 */
export function dayListText(days: readonly Day[]): string {
  const texts = withoutShared(days);
  const earlier = texts.slice(0, -1).join(', ');
  return [...(earlier === '' ? [] : [earlier]), ...texts.slice(-1)].join(' and ');
}

/** Month and year stand with the last day alone, where all have the same. */
function withoutShared(days: readonly Day[]): readonly string[] {
  const parts = days.map((day) => dayText(day).split(' '));
  const endOf = (words: readonly string[], from: number): string => words.slice(from).join(' ');
  const isShared = (from: number): boolean => new Set(parts.map((words) => endOf(words, from))).size === 1;
  const own = [1, 2].find(isShared) ?? 3;
  return parts.map((words, index) => (index === parts.length - 1 ? words : words.slice(0, own)).join(' '));
}
