// When a sponsored student was last seen in person, shown beside the last evidence of any kind (9.2).
import type { Day } from '../../calendar/day.js';
import { isListedFeed } from '../feeds.js';
import type { Situation } from '../situation.js';

/** The last day with an event scheduled in person and attended in person; meetings do not say where they are held. */
export function lastInPersonOn({ plan, evidence }: Situation): Day | null {
  if (!isListedFeed(plan, 'attendance')) return null;
  const attended = evidence.findLast(({ feed, standing, isOnline }) => {
    return feed === 'attendance' && standing === 'done' && !isOnline;
  });
  return attended?.day ?? null;
}
