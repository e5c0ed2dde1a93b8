// Which feeds --set-aside names, in whatever order and however often, and what is said of them at a glance.
import { fault, type Fault } from '../diagnostics/catalogue.js';
import { EXIT, Refusal } from '../diagnostics/refusal.js';
import { FEEDS, type Feed } from '../engagement/feed.js';
import { nearest } from '../engagement/nearest.js';

/** In the order of `FEEDS`. Refuses (exit 2) what is no feed. */
export function feedsNamed(names: readonly string[]): readonly Feed[] {
  const faults = [...new Set(names)].filter((name) => !isFeed(name)).map(unknownFeed);
  if (faults.length > 0) throw new Refusal(EXIT.invalidPlan, faults);
  return FEEDS.filter((feed) => names.includes(feed));
}

function isFeed(name: string): name is Feed {
  return FEEDS.some((feed) => feed === name);
}

function unknownFeed(name: string): Fault {
  return fault('set-aside-unknown-feed', { name, nearest: nearest(name, FEEDS), feeds: FEEDS });
}

/** One line, or none. */
export function setAsideLines(feeds: readonly Feed[]): readonly string[] {
  return feeds.length === 0 ? [] : [`Set aside, as unknown: ${feeds.join(', ')}`];
}
