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

/** A day of a list, with what is said of that day alone: `''`, ` (twice)`. */
export interface DayOfList {
  readonly day: Day;
  readonly aside: string;
}

/**
 * Days in one breath, what they share said once: `1, 8 (twice) and 15 October 2026`, `29 October and 5 November 2026`,
 * `18 December 2026 and 8 January 2027`.
 */
export function dayListText(days: readonly DayOfList[]): string {
  const parts = days.map(({ day, aside }) => ({ words: dayText(day).split(' '), aside }));
  const last = parts.at(-1);
  if (last === undefined) throw new RangeError('a list of days has at least one');
  const shared = [1, 2].find((from) => parts.every(({ words }) => endOf(words, from) === endOf(last.words, from))) ?? 3;
  const texts = parts.map((part) => {
    const words = part === last ? part.words : part.words.slice(0, shared);
    return `${words.join(' ')}${part.aside}`;
  });
  return texts.length === 1 ? texts.join('') : `${texts.slice(0, -1).join(', ')} and ${texts.slice(-1).join('')}`;
}

function endOf(words: readonly string[], from: number): string {
  return words.slice(from).join(' ');
}
