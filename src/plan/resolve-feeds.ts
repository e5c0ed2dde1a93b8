// Which kinds of evidence a plan counts, and who confirmed each accurate (8.4).
import { fault } from '../diagnostics/catalogue.js';
import { FEEDS, type Feed } from '../engagement/feed.js';
import type { Check } from './check.js';
import { measuredIn, type WrittenMeasured } from './measured.js';
import type { ListedFeed } from './plan.js';
import { idAt } from './resolve-threshold.js';
import type { WrittenUniversity } from './schema-university.js';
import type { WrittenPlan } from './schema.js';

type Confirmations = NonNullable<WrittenUniversity['feeds']>;

/**
 * In the order of clause 7.1. A plan that lists no feeds counts those that its indicators use.
 * @clause 8.4
 */
export function resolveFeeds(written: WrittenPlan, confirmations: Confirmations, check: Check): readonly ListedFeed[] {
  const { feeds } = written;
  const measured = measuredIn(written);
  const used = measured.map((it) => it.written.feed);
  const listed =
    feeds === undefined ? used : Array.isArray(feeds) ? feeds : FEEDS.filter((feed) => feeds[feed] !== undefined);
  if (Array.isArray(feeds)) refuseRepeated(feeds, check);
  refuseUnlisted(measured, listed, check);
  const own: Partial<Record<Feed, Confirmations[Feed] | null>> =
    feeds === undefined || Array.isArray(feeds) ? {} : feeds;
  return FEEDS.filter((feed) => listed.includes(feed)).map((feed) => {
    const confirmation = own[feed] ?? confirmations[feed];
    if (confirmation === undefined) warnUnconfirmed(feed, feeds, check);
    return { feed, confirmedBy: confirmation?.confirmed_by ?? null, confirmedOn: confirmation?.confirmed_on ?? null };
  });
}

function refuseRepeated(feeds: readonly Feed[], { document, report }: Check): void {
  for (const [index, feed] of feeds.entries()) {
    if (feeds.indexOf(feed) < index) report(fault('plan-feed-twice', { feed }, document.placeOf(['feeds', index])));
  }
}

function refuseUnlisted(
  measured: readonly WrittenMeasured[],
  listed: readonly Feed[],
  { document, report }: Check,
): void {
  for (const { path, written } of measured.filter((it) => !listed.includes(it.written.feed))) {
    const args = { feed: written.feed, indicator: idAt(path) };
    report(fault('plan-feed-unlisted', args, document.placeOf([...path, 'feed'])));
  }
}

function warnUnconfirmed(feed: Feed, feeds: WrittenPlan['feeds'], { document, report }: Check): void {
  const path = Array.isArray(feeds) ? ['feeds', feeds.indexOf(feed)] : ['feeds', feed];
  report(fault('plan-feed-unconfirmed', { feed }, document.placeOfKey(path)));
}
