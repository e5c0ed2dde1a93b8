// Patterns of non-engagement that cause concern (10.6), over the checkpoints of the year that were decided.
import type { Classification } from '../engagement/outcome.js';
import type { ReferralPattern } from '../plan/plan.js';

/** The classifications that a pattern sees; withheld and not-assessed checkpoints neither count nor break. */
export type Decided = Extract<Classification, 'engaged' | 'low-engagement' | 'non-engagement'>;

export function isDecided(classification: Classification): classification is Decided {
  return classification !== 'withheld' && classification !== 'not-assessed';
}

/**
 * Whether a pattern arises at the last of the checkpoints, given in order since anything that broke the run. It arises
 * only at a checkpoint that itself counts.
 */
export function arises(pattern: ReferralPattern, decided: readonly Decided[]): boolean {
  const counts = (it: Decided): boolean => {
    return it === 'non-engagement' || (it === 'low-engagement' && pattern.counts === 'low-or-non-engagement');
  };
  const last = decided.at(-1);
  if (last === undefined || !counts(last)) return false;
  const seen = pattern.of === 'in-year' ? decided : decided.slice(-pattern.of);
  return seen.filter(counts).length >= pattern.count;
}
