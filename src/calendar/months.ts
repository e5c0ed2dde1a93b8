// Calendar months.
import { addDays, dayOf, formatDay } from './day.js';
import type { Period } from './period.js';

/** Every calendar month that has a day of the period, whole and in order. */
export function monthsOf({ from, to }: Period): readonly Period[] {
  const [year, month] = formatDay(from).split('-').map(Number) as [number, number];
  const months: Period[] = [];
  for (let count = 0; dayOf(year, month + count, 1) <= to; count += 1) {
    months.push({ from: dayOf(year, month + count, 1), to: addDays(dayOf(year, month + count + 1, 1), -1) });
  }
  return months;
}
