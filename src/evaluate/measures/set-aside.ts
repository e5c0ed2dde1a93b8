// What was left out of a rate's denominator, and why: an outcome carries its operands.
import type { SetAside } from '../../engagement/outcome.js';

const REASONS = ['authorised', 'disruption', 'extenuating', 'not-enrolled', 'excepted'] as const;

/** One entry for each reason that there is, in a fixed order. */
export function setAsideInOrder(parts: readonly SetAside[]): readonly SetAside[] {
  return REASONS.flatMap((why) => {
    const count = parts.filter((part) => part.why === why).reduce((sum, part) => sum + part.count, 0);
    return count === 0 ? [] : [{ why, count }];
  });
}
