// Dates of JSON as the terminal writes them in full.
import { describeDay, parseDay } from '../calendar/day.js';

/** `2026-10-18` as `Sunday 18 October 2026`. */
export function longDate(date: string): string {
  const day = parseDay(date);
  return day === undefined ? date : describeDay(day);
}
