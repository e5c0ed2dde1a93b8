// What the rules for sponsored students say of one of them (9): the months of 9.1, the clock of 9.2, what they lead to.
import type { Certainty, NotAssessedReason } from '../../engagement/outcome.js';
import type { SponsorClause, SponsorClock, Sponsorship } from '../../engagement/sponsorship.js';
import { limitReached } from '../clock.js';
import { isListedFeed } from '../feeds.js';
import { missingInClock } from '../missing.js';
import type { Situation } from '../situation.js';
import { canHaveGrounds } from '../state.js';
import { monthsGroundOf, processOf, type MonthsFinding } from './below-degree.js';
import { clauseOf } from './clause.js';
import { sponsorClockOf } from './clock.js';
import { scheduledWeeks } from './hours.js';
import { lastInPersonOn } from './in-person.js';
import { sponsorMonths } from './months.js';

/** Null for students who are not sponsored, and for those not assessed for a reason for which no ground arises. */
export function sponsorshipOf(situation: Situation, reason: NotAssessedReason | null): Sponsorship | null {
  const { sponsoredDays, plan, student } = situation;
  if (sponsoredDays === null || !canHaveGrounds(reason)) return null;
  const clause = clauseOf(plan.sponsored, student);
  const clock = sponsorClockOf(situation, sponsoredDays);
  const isByMonths = clause !== '9.2' && isListedFeed(plan, 'attendance');
  const months = isByMonths ? sponsorMonths(situation) : [];
  return {
    clause,
    clock,
    lastInPersonOn: lastInPersonOn(situation),
    months,
    weeks: isByMonths ? scheduledWeeks(situation) : [],
    ...consequences(clause, { situation, clock, months }),
  };
}

type Consequences = Omit<Sponsorship, 'clause' | 'clock' | 'lastInPersonOn' | 'months' | 'weeks'>;

interface Counted extends Pick<Sponsorship, 'clock' | 'months'> {
  readonly situation: Situation;
}

const NOTHING: Consequences = {
  process: 'none',
  grounds: [],
  groundsWithheld: [],
  withheldBecause: null,
  missing: [],
  missingForProcess: [],
};

function consequences(clause: SponsorClause | null, { situation, clock, months }: Counted): Consequences {
  // Either ground may be theirs, until the plan says which rule is.
  if (clause === null) return { ...NOTHING, groundsWithheld: ['9.1', '9.2'], withheldBecause: 'rule-undeclared' };
  if (clause === '9.2') return { ...NOTHING, ...groundOf(clause, clockFinding(clock, situation)) };
  if (!isListedFeed(situation.plan, 'attendance')) {
    return { ...NOTHING, groundsWithheld: ['9.1'], withheldBecause: 'attendance-unlisted' };
  }
  const process = processOf(months);
  return {
    ...NOTHING,
    ...groundOf(clause, monthsGroundOf(months)),
    process: process.certainty,
    missingForProcess: process.missing,
  };
}

function groundOf(clause: SponsorClause, { certainty, missing }: MonthsFinding) {
  const where = (wanted: Certainty): readonly SponsorClause[] => (certainty === wanted ? [clause] : []);
  return { grounds: where('certain'), groundsWithheld: where('withheld'), missing };
}

/** 9.2: the shortest count at 60 is the ground; only the longest withholds it. */
function clockFinding(clock: SponsorClock | null, situation: Situation): MonthsFinding {
  const certainty = clock === null ? 'none' : limitReached(clock);
  return { certainty, missing: clock !== null && certainty === 'withheld' ? missingInClock(situation, clock) : [] };
}
