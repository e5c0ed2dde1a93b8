// The kinds of records as sentences name them.
import type { Feed } from '../engagement/feed.js';

export const FEED_TEXT: Readonly<Record<Feed, string>> = {
  attendance: 'attendance',
  submissions: 'submissions',
  vle: 'VLE',
  meetings: 'meetings',
  lecture_capture: 'lecture capture',
  activities: 'activities',
};

/** `attendance, submissions and VLE`. */
export function feedsText(feeds: readonly Feed[]): string {
  const texts = feeds.map((feed) => FEED_TEXT[feed]);
  const earlier = texts.slice(0, -1).join(', ');
  return [...(earlier === '' ? [] : [earlier]), ...texts.slice(-1)].join(' and ');
}
