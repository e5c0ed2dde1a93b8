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

/** The days of a period that none of the others has, in order. */
export function without(period: Period, others: readonly Period[]): readonly Period[] {
  const left: Period[] = [];
  let from = period.from;
  for (const other of [...others].sort((one, two) => one.from - two.from)) {
    if (other.from > from) left.push({ from, to: earliestOf(addDays(other.from, -1), period.to) });
    from = latestOf(from, addDays(other.to, 1));
  }
  left.push({ from, to: period.to });
  return left.filter((it) => it.from <= it.to && it.from <= period.to);
}

/** Every day from first to last; none where `to` lies before `from`. */
export function daysOf({ from, to }: Period): readonly Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
