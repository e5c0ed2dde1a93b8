// The ground of 60 days without evidence (10.6), certain or not.
import { addDays, type Day } from '../calendar/day.js';
import { daysOf } from '../calendar/period.js';
import type { Clock, NotAssessedReason } from '../engagement/outcome.js';
import { DAYS_WITHOUT_EVIDENCE } from './clock.js';
import { hasOpportunity, mayHaveOpportunity } from './opportunity.js';
import type { Situation } from './situation.js';

/** `withheld` where only the longest count reaches 60 days, or only missing data leaves it open. */
export type GroundFinding = 'certain' | 'withheld' | 'none';

/**
 * Students who are not assessed (grace, authorised absence, no opportunity) must also have had an opportunity on the
 * days that the clock counted: on those of the shortest count for certainty, of the longest for the ground to be open.
 */
export function daysGroundOf(situation: Situation, clock: Clock, reason: NotAssessedReason | null): GroundFinding {
  const { plan } = situation;
  const { startsAfter, mayStartAfter, longestMonitoredDays, shortestMonitoredDays } = clock;
  if (longestMonitoredDays < DAYS_WITHOUT_EVIDENCE) return 'none';
  const isAsked = (since: Day, ask: typeof hasOpportunity): boolean => {
    return reason === null || plan.feeds.some(({ feed }) => ask(feed, situation, countedDays(since, situation)));
  };
  const isCertain = shortestMonitoredDays >= DAYS_WITHOUT_EVIDENCE && isAsked(mayStartAfter, hasOpportunity);
  if (isCertain) return 'certain';
  return isAsked(startsAfter, mayHaveOpportunity) ? 'withheld' : 'none';
}

/** The monitored days after a day, up to the checkpoint date. */
function countedDays(since: Day, { monitored, on }: Situation): readonly Day[] {
  return daysOf({ from: addDays(since, 1), to: on }).filter((day) => monitored.isMonitored(day));
}
