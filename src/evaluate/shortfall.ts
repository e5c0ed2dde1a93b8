// What would have met a minimum (5.1b): the smallest change that makes an indicator certain to be met.
import { addDays, type Day } from '../calendar/day.js';
import type { Measured } from '../engagement/outcome.js';
import type { Indicator, ShareOf } from '../plan/plan.js';
import type { Situation } from './situation.js';

/** So many more of something; or, for recency, evidence on that day or later. */
export type Shortfall =
  | { readonly kind: 'more'; readonly of: ShortfallUnit; readonly count: number }
  | { readonly kind: 'since'; readonly day: Day };

export type ShortfallUnit = 'days' | 'weeks' | 'acts' | 'minutes' | Exclude<ShareOf, 'minutes'>;

/** Null where the indicator is met in the worst case, or where nobody knows what was expected. */
export function shortfallOf(indicator: Indicator, measured: Measured, situation: Situation): Shortfall | null {
  const { worst, threshold, isOpenEnded } = measured;
  if (isOpenEnded) return null;
  if (indicator.measure === 'recency') {
    if (worst.numerator <= threshold.numerator) return null;
    return { kind: 'since', day: latestStart(threshold.numerator, situation) };
  }
  // Counted in parts of the same size as the measure's: submissions of those due, else days, weeks and acts.
  const asked = Math.ceil((threshold.numerator * worst.denominator) / threshold.denominator);
  const count = asked - worst.numerator;
  return count <= 0 ? null : { kind: 'more', of: unitOf(indicator), count };
}

function unitOf(indicator: Exclude<Indicator, { measure: 'recency' }>): ShortfallUnit {
  switch (indicator.measure) {
    case 'rate':
      return indicator.of;
    case 'count':
      return 'acts';
    case 'minutes':
      return 'minutes';
    case 'active_days':
      return 'days';
    case 'active_weeks':
      return 'weeks';
  }
}

/** The first day after which no more than so many monitored days had passed at the checkpoint. */
function latestStart(maximum: number, { monitored, on, year }: Situation): Day {
  let day = on;
  while (day > year.from && monitored.countIn({ from: day, to: on }) <= maximum) day = addDays(day, -1);
  return day;
}
