// Students of two schools that do not agree on which of them decides (6.2f): nothing is decided of them.
import { GROUNDS, type Outcome } from '../engagement/outcome.js';
import type { Sponsorship } from '../engagement/sponsorship.js';
import type { Student } from '../engagement/student.js';
import { canHaveGrounds } from './state.js';

/**
 * What was judged by the plan of one school, with nothing decided; what follows from the student's state alone stands. What
 * is missing is the schools' decision, and no record.
 * @clause 6.2f
 */
export function unlessUnsettled({ joint }: Student, outcome: Outcome): Outcome {
  if (joint === null || joint.isSettled || !canHaveGrounds(outcome.notAssessedReason)) return outcome;
  const { grounds, groundsWithheld, sponsorship } = outcome;
  return {
    ...outcome,
    classification: 'withheld',
    notAssessedReason: null,
    isUnsettled: true,
    process: 'none',
    grounds: [],
    groundsWithheld: GROUNDS.filter((ground) => grounds.includes(ground) || groundsWithheld.includes(ground)),
    missing: [],
    missingForGrounds: [],
    sponsorship: sponsorship === null ? null : undecided(sponsorship),
  };
}

function undecided(sponsorship: Sponsorship): Sponsorship {
  const { process, grounds, groundsWithheld } = sponsorship;
  return {
    ...sponsorship,
    process: process === 'certain' ? 'withheld' : process,
    grounds: [],
    groundsWithheld: [...grounds, ...groundsWithheld],
    missing: [],
    missingForProcess: [],
  };
}
