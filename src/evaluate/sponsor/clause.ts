// Under which clause a sponsored student falls: below degree level (9.1), or at it and above (9.2).
import type { SponsorClause } from '../../engagement/sponsorship.js';
import type { Student } from '../../engagement/student.js';
import type { SponsorRules } from '../../plan/plan.js';

const BELOW_DEGREE_RQF = 3;
const LOWEST_DEGREE_RQF = 6;

/**
 * Null where the plan does not say (RQF 4, 5, or an export without one).
 * @clause 7.5, 9.1, 9.2
 */
export function clauseOf(
  { foundationYears, clauseOfOthers }: SponsorRules,
  { programmeCode, targetAwardRqf }: Student,
): SponsorClause | null {
  if (foundationYears.includes(programmeCode)) return '9.2';
  if (targetAwardRqf === BELOW_DEGREE_RQF) return '9.1';
  return targetAwardRqf !== null && targetAwardRqf >= LOWEST_DEGREE_RQF ? '9.2' : clauseOfOthers;
}
