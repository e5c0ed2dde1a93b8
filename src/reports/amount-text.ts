// Amounts as sentences say them: a range where something is not known, time in hours where hours serve.
import type { Fraction } from '../engagement/fraction.js';
import type { Bound } from '../engagement/outcome.js';

/** From the smallest to the largest that it may be; `most` null: without limit. */
export interface Range {
  readonly least: number;
  readonly most: number | null;
}

/** Of rates the counted part. */
export function rangeOf(worst: Fraction, best: Bound): Range {
  if (best === 'unbounded') return { least: worst.numerator, most: null };
  // Of days without evidence the worst case is the larger one.
  return { least: Math.min(worst.numerator, best.numerator), most: Math.max(worst.numerator, best.numerator) };
}

/** `2`, `2 to 5`, `2 or more`. */
export function rangeText({ least, most }: Range): string {
  if (most === null) return `${least} or more`;
  return least === most ? `${least}` : `${least} to ${most}`;
}

/** `1 day`, `2 to 5 days`, `1 or more days`. */
export function countedRange(range: Range, noun: string): string {
  const isOne = range.least === 1 && range.most === 1;
  return `${rangeText(range)} ${isOne ? noun : `${noun}s`}`;
}

/** `1 of 4`, `1 to 2 of 4`; where what may have been expected differs too, `1 of 4 to 4 of 5`. */
export function shareText(worst: Fraction, best: Fraction): string {
  if (worst.denominator === best.denominator) return `${rangeText(rangeOf(worst, best))} of ${worst.denominator}`;
  return `${worst.numerator} of ${worst.denominator} to ${best.numerator} of ${best.denominator}`;
}

const MINUTES_AN_HOUR = 60;

/** The same of minutes: `2 of 5 hours`, `30 of 50 minutes`, `2 hours 30 minutes of 5 hours`, `0 of 1 hour 30 minutes`. */
export function shareOfTimeText(worst: Fraction, best: Fraction): string {
  const minutes = [worst.numerator, best.numerator, worst.denominator, best.denominator];
  if (minutes.every((it) => it % MINUTES_AN_HOUR === 0)) {
    return `${shareText(inHours(worst), inHours(best))} ${nounFor(best.denominator / MINUTES_AN_HOUR, 'hour')}`;
  }
  if (minutes.every((it) => it <= MINUTES_AN_HOUR)) {
    return `${shareText(worst, best)} ${nounFor(best.denominator, 'minute')}`;
  }
  const share = ({ numerator, denominator }: Fraction): string =>
    `${startText(numerator)} of ${durationText(denominator)}`;
  if (worst.denominator !== best.denominator) return `${share(worst)} to ${share(best)}`;
  return worst.numerator === best.numerator ? share(worst) : `${startText(worst.numerator)} to ${share(best)}`;
}

function inHours({ numerator, denominator }: Fraction): Fraction {
  return { numerator: numerator / MINUTES_AN_HOUR, denominator: denominator / MINUTES_AN_HOUR };
}

/** Nothing is a number without a unit, as it is of hours and events. */
function startText(minutes: number): string {
  return minutes === 0 ? '0' : durationText(minutes);
}

/** `45 minutes`, `2 hours`, `2 hours 30 minutes`. */
function durationText(minutes: number): string {
  const hours = Math.floor(minutes / MINUTES_AN_HOUR);
  const rest = minutes - hours * MINUTES_AN_HOUR;
  const parts = [
    ...(hours > 0 ? [`${hours} ${nounFor(hours, 'hour')}`] : []),
    ...(rest > 0 ? [`${rest} ${nounFor(rest, 'minute')}`] : []),
  ];
  return parts.join(' ');
}

function nounFor(count: number, noun: string): string {
  return count === 1 ? noun : `${noun}s`;
}
