// A run of days, both ends inclusive.
import { addDays, earliestOf, latestOf, type Day } from './day.js';

export interface Period {
  readonly from: Day;
  readonly to: Day;
}

export function contains(period: Period, day: Day): boolean {
  return period.from <= day && day <= period.to;
}

export function lengthDays(period: Period): number {
  return period.to - period.from + 1;
}

/** The days both periods share, or undefined where they share none. */
export function overlap(one: Period, other: Period): Period | undefined {
  const from = latestOf(one.from, other.from);
  const to = earliestOf(one.to, other.to);
  return from <= to ? { from, to } : undefined;
}

/** Every day from first to last; none where `to` lies before `from`. */
export function daysOf({ from, to }: Period): readonly Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
