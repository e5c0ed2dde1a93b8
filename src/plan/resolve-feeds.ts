// Which kinds of evidence a plan counts, and who confirmed each accurate (8.4).
import { fault } from '../diagnostics/catalogue.js';
import { FEEDS, type Feed } from '../engagement/feed.js';
import type { Path } from '../yaml/document.js';
import type { Check } from './check.js';
import type { ListedFeed } from './plan.js';
import type { WrittenUniversity } from './schema-university.js';
import type { WrittenPlan } from './schema.js';

type Confirmations = NonNullable<WrittenUniversity['feeds']>;

/**
 * In the order of clause 7.1. A plan that lists no feeds counts those that its indicators use.
 * @clause 8.4
 */
export function resolveFeeds(
  { feeds, indicators, module_alerts: alerts }: WrittenPlan,
  confirmations: Confirmations,
  check: Check,
): readonly ListedFeed[] {
  const measured: readonly Measured[] = [
    ...Object.entries(indicators).map(([id, { feed }]) => ({ path: ['indicators', id], id, feed })),
    ...(alerts === undefined ? [] : [{ path: ['module_alerts'], id: 'module_alerts', feed: alerts.feed }]),
  ];
  const used = measured.map(({ feed }) => feed);
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

/** Something that measures a feed, and where it stands. */
interface Measured {
  readonly path: Path;
  readonly id: string;
  readonly feed: Feed;
}

function refuseUnlisted(measured: readonly Measured[], listed: readonly Feed[], { document, report }: Check): void {
  for (const { path, id, feed } of measured.filter((it) => !listed.includes(it.feed))) {
    report(fault('plan-feed-unlisted', { feed, indicator: id }, document.placeOf([...path, 'feed'])));
  }
}

function warnUnconfirmed(feed: Feed, feeds: WrittenPlan['feeds'], { document, report }: Check): void {
  const path = Array.isArray(feeds) ? ['feeds', feeds.indexOf(feed)] : ['feeds', feed];
  report(fault('plan-feed-unconfirmed', { feed }, document.placeOfKey(path)));
}
