// A measure in its worst and best case, and what a limit makes of it.
import type { Fraction } from './plan.js';

export type Result = 'met' | 'not-met' | 'unknown' | 'not-applicable';

export interface Measured {
  readonly worst: Fraction;
  readonly best: Fraction | 'unlimited';
}

/** Null: not applicable. */
export type Measure = Measured | null;

export const WIDE_OPEN: Measured = { worst: { top: 0, bottom: 1 }, best: { top: 1, bottom: 1 } };

export function whole(top: number): Fraction {
  return { top, bottom: 1 };
}

export function reaches(one: Fraction, other: Fraction): boolean {
  return one.top * other.bottom >= other.top * one.bottom;
}

export function atLeast({ worst, best }: Measured, minimum: Fraction): Result {
  if (reaches(worst, minimum)) return 'met';
  return best === 'unlimited' || reaches(best, minimum) ? 'unknown' : 'not-met';
}

/** For recency, where smaller is better. */
export function atMost({ worst, best }: Measured, maximum: Fraction): Result {
  if (reaches(maximum, worst)) return 'met';
  return best !== 'unlimited' && !reaches(maximum, best) ? 'not-met' : 'unknown';
}

/** One thing that was expected, of a weight. */
export interface Expected {
  readonly weight: number;
  readonly isDone: boolean | 'open';
  /** Leaves the expectation where it was not done. */
  readonly isExcused: boolean;
}

/** Tried one by one up to so many open things, which is 1,024 ways; beyond, only none and all of them. */
const TRIED = 10;

/** The share that was done, by trying what each open thing may have been. */
export function shareDone(all: readonly Expected[]): Measure {
  const open = all.filter(({ isDone }) => isDone === 'open');
  const ways = open.length <= TRIED ? Array.from({ length: 2 ** open.length }, (_, way) => way) : ['none', 'all'];
  const shares = ways.flatMap((way) => {
    const isDone = (one: Expected): boolean => {
      if (one.isDone !== 'open') return one.isDone;
      return typeof way === 'number' ? Math.floor(way / 2 ** open.indexOf(one)) % 2 === 1 : way === 'all';
    };
    const top = sum(all.filter(isDone));
    const bottom = sum(all.filter((one) => isDone(one) || !one.isExcused));
    return bottom > 0 ? [{ top, bottom }] : open.length > 0 ? [WIDE_OPEN.worst] : [];
  });
  const [first, ...others] = shares;
  if (first === undefined) return null;
  return {
    worst: others.reduce((least, share) => (reaches(share, least) ? least : share), first),
    best: others.reduce((most, share) => (reaches(share, most) ? share : most), first),
  };
}

function sum(all: readonly Expected[]): number {
  return all.reduce((total, { weight }) => total + weight, 0);
}
