// What an indicator expects, at which checkpoints, and from when.
import type { Day } from '../calendar/day.js';
import type { Fraction } from '../engagement/fraction.js';
import { decidedFrom, type Dated } from './dated.js';
import type { Indicator } from './plan.js';

/** The least it expects; of recency, the most. */
export function expectedOf(indicator: Indicator): Dated<Fraction | number> {
  return indicator.measure === 'recency' ? indicator.maximum : indicator.minimum;
}

/** Null is a date that the plan does not declare. */
export function isAskedAt({ at }: Indicator, checkpointId: string | null): boolean {
  return at === null || (checkpointId !== null && at.includes(checkpointId));
}

/** The first day of what it expects, where that lies after a day; null where something is expected on the day. */
export function expectsOnlyFrom(indicator: Indicator, day: Day): Day | null {
  const from = decidedFrom(expectedOf(indicator));
  return from !== null && from > day ? from : null;
}
