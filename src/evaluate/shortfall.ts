// What would have met a minimum (5.1b): the smallest change that makes an indicator certain to be met.
import { addDays, type Day } from '../calendar/day.js';
import type { Measured } from '../engagement/outcome.js';
import type { Indicator } from '../plan/plan.js';
import type { Situation } from './situation.js';

/** So many more days, weeks, acts or submissions; or, for recency, evidence on that day or later. */
export type Shortfall =
  | { readonly kind: 'more'; readonly of: 'days' | 'weeks' | 'acts' | 'submissions'; readonly count: number }
  | { readonly kind: 'since'; readonly day: Day };

const UNITS = { active_days: 'days', active_weeks: 'weeks', count: 'acts', rate: 'submissions' } as const;

/** Null where the indicator is met in the worst case, or where not even its feed was known. */
export function shortfallOf(indicator: Indicator, measured: Measured, situation: Situation): Shortfall | null {
  const { worst, threshold, missing } = measured;
  if (worst === 'unbounded' || (indicator.measure === 'rate' && missing.length === 0)) return null;
  if (indicator.measure === 'recency') {
    return worst.numerator <= indicator.maximum
      ? null
      : { kind: 'since', day: latestStart(indicator.maximum, situation) };
  }
  // Counted in parts of the same size as the measure's: submissions of those due, else days, weeks and acts.
  const asked = Math.ceil((threshold.numerator * worst.denominator) / threshold.denominator);
  const count = asked - worst.numerator;
  return count <= 0 ? null : { kind: 'more', of: UNITS[indicator.measure], count };
}

/** The first day after which no more than so many monitored days had passed at the checkpoint. */
function latestStart(maximum: number, { monitored, on, year }: Situation): Day {
  let day = on;
  while (day > year.from && monitored.countIn({ from: day, to: on }) <= maximum) day = addDays(day, -1);
  return day;
}
