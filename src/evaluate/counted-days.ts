// Days of a student's year that count for something, added up once so that any run of them is counted at once.
import { addDays, latestOf, type Day } from '../calendar/day.js';
import { daysOf, type Period } from '../calendar/period.js';
import { at } from '../engagement/columns.js';

export class CountedDays {
  /** `#before[n]`: days that count before day n, counted from the first one. */
  readonly #before: Int32Array;

  /** `counts` is asked once of each day from the first to the last one that will be asked for. */
  constructor(
    private readonly from: Day,
    until: Day,
    counts: (day: Day) => boolean,
  ) {
    this.#before = new Int32Array(until - from + 2);
    for (const day of daysOf({ from, to: until })) {
      const index = day - from;
      this.#before[index + 1] = at(this.#before, index) + (counts(day) ? 1 : 0);
    }
  }

  /** How many days of the period count; it ends by the last day that was asked for. */
  countIn(period: Period): number {
    const from = latestOf(period.from, this.from);
    if (from > period.to) return 0;
    return at(this.#before, period.to - this.from + 1) - at(this.#before, from - this.from);
  }
}

/** The day on which the days after `day0` that count number `count`; null where that lies more than two years ahead. */
export function reachedOn(day0: Day, count: number, counts: (day: Day) => boolean): Day | null {
  let counted = 0;
  for (let day = addDays(day0, 1); day <= day0 + count + FORESIGHT_DAYS; day = addDays(day, 1)) {
    if (counts(day)) counted += 1;
    if (counted === count) return day;
  }
  return null;
}

const FORESIGHT_DAYS = 730;
