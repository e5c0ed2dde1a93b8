// What an indicator measured, against its minimum, in words that a student can read (5.1a, 10.1).
import type { Feed } from '../engagement/feed.js';
import type { Fraction } from '../engagement/fraction.js';
import type { Bound, Measured } from '../engagement/outcome.js';
import type { Indicator } from '../plan/plan.js';

const DONE: Readonly<Record<Feed, string>> = {
  attendance: 'attended',
  submissions: 'submitted',
  vle: 'done',
  meetings: 'attended',
  lecture_capture: 'watched',
  activities: 'joined',
};

/** `active on 2 days; at least 4 expected`. */
export function measuredText(indicator: Indicator, measured: Measured): string {
  return `${achievedText(indicator, measured)}; ${expectedText(indicator, measured)}`;
}

/** What was seen; a range where records are missing. */
export function achievedText({ measure, feed }: Indicator, { worst, best, missing }: Measured): string {
  const amount = amountText(worst, best);
  const isOne = amount === '1';
  switch (measure) {
    case 'rate':
      // Without the feed nobody knows what was due: the bounds then stand for all or nothing.
      if (worst === 'unbounded' || (missing.length === 0 && amount.includes(' '))) return 'what was due is not known';
      return `${amount} of ${worst.denominator} ${DONE[feed]}`;
    case 'count':
      return `${amount} recorded`;
    case 'active_days':
      return `active on ${amount} ${isOne ? 'day' : 'days'}`;
    case 'active_weeks':
      return `active in ${amount} ${isOne ? 'week' : 'weeks'}`;
    case 'recency':
      return `nothing recorded for ${amount} ${isOne ? 'day' : 'days'}, vacations not counted`;
  }
}

export function expectedText({ measure }: Indicator, { threshold, plannedThreshold }: Measured): string {
  if (measure === 'rate') return `at least ${percentText(threshold)} expected`;
  if (measure === 'recency') return `at most ${threshold.numerator} expected`;
  const inFull = plannedThreshold === undefined ? '' : ` (${plannedThreshold} in a full period)`;
  return `at least ${threshold.numerator} expected${inFull}`;
}

/** `2`, `2 to 5`, `2 or more`; of rates the counted part. */
function amountText(worst: Bound, best: Bound): string {
  const bounds = [worst, best].filter((bound) => bound !== 'unbounded').map(({ numerator }) => numerator);
  const [least, most] = [Math.min(...bounds), Math.max(...bounds)];
  if (bounds.length < 2) return `${least} or more`;
  return least === most ? `${least}` : `${least} to ${most}`;
}

/** `50%`, `62.5%`: exact, as plans write it. */
function percentText({ numerator, denominator }: Fraction): string {
  return `${(numerator * 100) / denominator}%`;
}

/** `QMplus`, `Labs and seminars`: the indicator's title as a sentence begins. */
export function titleText({ title }: Indicator): string {
  return `${title.slice(0, 1).toUpperCase()}${title.slice(1)}`;
}
