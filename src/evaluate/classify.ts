// From measures to one of the classifications (7.2, 7.3), in the order that reading.md settles.
import type { Classification, IndicatorOutcome, Result } from '../engagement/outcome.js';
import type { Situation } from './situation.js';
import { unknownInWindow } from './missing.js';

/**
 * Evidence of any kind of 7.1, listed or not, in the student's window.
 * @clause 7.3
 */
export function hasEvidenceInWindow({ evidence, presentDays }: Situation): boolean {
  const present = new Set(presentDays);
  return evidence.some(({ day }) => present.has(day));
}

/**
 * The classification of an assessed student.
 * @clause 7.2, 7.3
 */
export function classify(
  situation: Situation,
  indicators: readonly IndicatorOutcome[],
  ruleResult: Exclude<Result, 'not-applicable'>,
): Exclude<Classification, 'not-assessed'> {
  if (ruleResult === 'met') return 'engaged';
  const isSilent =
    !hasEvidenceInWindow(situation) &&
    // One that is open may turn out to be met: recency by something that nobody knows of, before the window.
    !indicators.some(({ result }) => result === 'met' || result === 'unknown') &&
    unknownInWindow(situation).length === 0;
  if (isSilent) return 'non-engagement';
  return ruleResult === 'not-met' ? 'low-engagement' : 'withheld';
}
