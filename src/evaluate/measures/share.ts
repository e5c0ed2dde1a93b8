// A share with bounds: what was done, of what was expected, where some of it is not known.
import { whole } from '../../engagement/fraction.js';
import type { ShareBounds } from '../../engagement/outcome.js';

/** In events, minutes, submissions or weeks. */
export interface Share {
  readonly done: number;
  readonly missed: number;
  /** Expected, and nobody knows whether it was done. */
  readonly unknown: number;
  /** The same on an excused occasion: it counts if it was done, and leaves the share if not. */
  readonly excusedUnknown: number;
}

/** Where nobody knows even what was expected. */
export const ANYTHING: ShareBounds = { worst: whole(0), best: whole(1), isOpenEnded: true };

/** Null where nothing was expected. */
export function boundsOf({ done, missed, unknown, excusedUnknown }: Share): ShareBounds | null {
  const expected = done + missed + unknown;
  // Nothing is sure to have been expected: all of it was done, or it all leaves.
  if (expected === 0) return excusedUnknown === 0 ? null : allOrNothing(excusedUnknown);
  return {
    worst: { numerator: done, denominator: expected },
    best: { numerator: done + unknown + excusedUnknown, denominator: expected + excusedUnknown },
    isOpenEnded: false,
  };
}

function allOrNothing(denominator: number): ShareBounds {
  return { worst: { numerator: 0, denominator }, best: { numerator: denominator, denominator }, isOpenEnded: false };
}
