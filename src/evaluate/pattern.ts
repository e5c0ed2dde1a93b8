// Patterns of non-engagement that cause concern (10.6), over the checkpoints of the year that were decided.
import type { Certainty, Classification, Missing } from '../engagement/outcome.js';
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

/** A checkpoint of the year so far. */
export interface Counted {
  /** Null: it neither counts nor breaks. */
  readonly decided: Decided | null;
  /** What was set aside (--set-aside) without which it would have been decided; nothing where it is decided. */
  readonly unseen: readonly Missing[];
}

/**
 * `withheld` where the pattern reaches over a checkpoint that may have broken it, had nothing been set aside.
 * @clause 10.6
 */
export function patternGroundOf(patterns: readonly ReferralPattern[], run: readonly Counted[]): Certainty {
  const isPattern = (checkpoints: readonly (Decided | null)[]): boolean => {
    const decided = checkpoints.filter((it) => it !== null);
    return patterns.some((pattern) => arises(pattern, decided));
  };
  // It arises only at a checkpoint that itself counts.
  if ((run.at(-1)?.decided ?? null) === null || !isPattern(run.map(({ decided }) => decided))) return 'none';
  return isPattern(run.map(({ decided, unseen }) => (unseen.length > 0 ? 'engaged' : decided)))
    ? 'certain'
    : 'withheld';
}
