// Which patterns of non-engagement cause concern (10.6).
import { fault } from '../diagnostics/catalogue.js';
import type { Check } from './check.js';
import type { ReferralPattern } from './plan.js';
import type { WrittenPlan } from './schema.js';

type WrittenReferral = NonNullable<WrittenPlan['referral']>;
type OutOfLast = WrittenReferral['failed_of_last'];

const DEFAULT_IN_A_ROW = 2;

export function resolveReferral(written: WrittenReferral, check: Check): readonly ReferralPattern[] {
  const { non_engagement_in_a_row: inARow = DEFAULT_IN_A_ROW } = written;
  return [
    ...patterns(
      'non-engagement',
      inARow === 'none' ? undefined : inARow,
      outOfLast(written, 'non_engagement_of_last', check),
      written.non_engagement_in_year,
    ),
    ...patterns(
      'low-or-non-engagement',
      written.failed_in_a_row,
      outOfLast(written, 'failed_of_last', check),
      written.failed_in_year,
    ),
  ];
}

function patterns(
  counts: ReferralPattern['counts'],
  inARow: number | undefined,
  ofLast: OutOfLast,
  inYear: number | undefined,
): ReferralPattern[] {
  return [
    ...(inARow === undefined ? [] : [{ counts, count: inARow, of: inARow }]),
    ...(ofLast === undefined ? [] : [{ counts, count: ofLast.at_least, of: ofLast.of }]),
    ...(inYear === undefined ? [] : [{ counts, count: inYear, of: 'in-year' as const }]),
  ];
}

function outOfLast(
  written: WrittenReferral,
  key: 'non_engagement_of_last' | 'failed_of_last',
  { document, report }: Check,
): OutOfLast {
  const ofLast = written[key];
  if (ofLast !== undefined && ofLast.at_least > ofLast.of) {
    const args = { count: ofLast.at_least, length: ofLast.of };
    report(fault('plan-pattern-unreachable', args, document.placeOf(['referral', key, 'at_least'])));
  }
  return ofLast;
}
