// Which feeds count (8.4).
import type { Feed } from '../engagement/feed.js';
import type { Plan } from '../plan/plan.js';

/** Only listed feeds are measured, can be unknown, and move clocks. */
export function isListedFeed({ feeds }: Plan, feed: Feed): boolean {
  return feeds.some((listed) => listed.feed === feed);
}
