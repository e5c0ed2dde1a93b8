// The ground of 60 days without evidence (10.6), certain or not.
import { addDays, type Day } from '../calendar/day.js';
import { daysOf } from '../calendar/period.js';
import type { Certainty, Clock, NotAssessedReason } from '../engagement/outcome.js';
import { limitReached } from './clock.js';
import { opportunityOn, type Opportunity } from './opportunity.js';
import type { Situation } from './situation.js';

/**
 * Students who are not assessed (grace, authorised absence, no opportunity) must also have had an opportunity on the
 * days that the clock counted: on those of the shortest count for certainty, of the longest for the ground to be open.
 * @clause 10.6
 */
export function daysGroundOf(situation: Situation, clock: Clock, reason: NotAssessedReason | null): Certainty {
  const { startsAfter, mayStartAfter } = clock;
  const limit = limitReached(clock);
  if (limit === 'none') return 'none';
  const hasOpportunity = (since: Day, ...enough: readonly Opportunity[]): boolean => {
    return reason === null || enough.includes(opportunitySince(since, situation));
  };
  const isCertain = limit === 'certain' && hasOpportunity(mayStartAfter, 'certain');
  if (isCertain) return 'certain';
  return hasOpportunity(startsAfter, 'certain', 'possible') ? 'withheld' : 'none';
}

/** The best opportunity that any listed feed gave on the days that the clock counts after a day. */
function opportunitySince(since: Day, situation: Situation): Opportunity {
  const { plan, on, dayRules } = situation;
  const days = new Set(daysOf({ from: addDays(since, 1), to: on }).filter(dayRules.isClockDay));
  const found = plan.feeds.map(({ feed }) => opportunityOn({ feed, only: null, module: null }, situation, days));
  return found.includes('certain') ? 'certain' : found.includes('possible') ? 'possible' : 'none';
}
