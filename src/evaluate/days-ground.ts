// The ground of 60 days without evidence (10.6), certain or not.
import { addDays, type Day } from '../calendar/day.js';
import { daysOf } from '../calendar/period.js';
import type { Clock, NotAssessedReason } from '../engagement/outcome.js';
import { DAYS_WITHOUT_EVIDENCE } from './clock.js';
import { dayRulesOf } from './monitored.js';
import { opportunityOn, type Opportunity } from './opportunity.js';
import type { Situation } from './situation.js';

/** `withheld` where only the longest count reaches 60 days, or only missing data leaves it open. */
export type GroundFinding = 'certain' | 'withheld' | 'none';

/**
 * Students who are not assessed (grace, authorised absence, no opportunity) must also have had an opportunity on the
 * days that the clock counted: on those of the shortest count for certainty, of the longest for the ground to be open.
 * @clause 10.6
 */
export function daysGroundOf(situation: Situation, clock: Clock, reason: NotAssessedReason | null): GroundFinding {
  const { startsAfter, mayStartAfter, longestMonitoredDays, shortestMonitoredDays } = clock;
  if (longestMonitoredDays < DAYS_WITHOUT_EVIDENCE) return 'none';
  const hasOpportunity = (since: Day, ...enough: readonly Opportunity[]): boolean => {
    return reason === null || enough.includes(opportunitySince(since, situation));
  };
  const isCertain = shortestMonitoredDays >= DAYS_WITHOUT_EVIDENCE && hasOpportunity(mayStartAfter, 'certain');
  if (isCertain) return 'certain';
  return hasOpportunity(startsAfter, 'certain', 'possible') ? 'withheld' : 'none';
}

/** The best opportunity that any listed feed gave on the days that the clock counts after a day. */
function opportunitySince(since: Day, situation: Situation): Opportunity {
  const { plan, level, on } = situation;
  const { isClockDay } = dayRulesOf(plan, situation, level);
  const days = new Set(daysOf({ from: addDays(since, 1), to: on }).filter(isClockDay));
  const found = plan.feeds.map(({ feed }) => opportunityOn({ feed, only: null, module: null }, situation, days));
  return found.includes('certain') ? 'certain' : found.includes('possible') ? 'possible' : 'none';
}
