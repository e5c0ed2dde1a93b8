// Feeds that the run goes on without (--set-aside): their files are told by name alone, since they may be broken.
import { fault, type Fault } from '../diagnostics/catalogue.js';
import type { Feed } from '../engagement/feed.js';
import type { FeedSetAside } from '../engagement/ledger.js';
import type { Recognise } from './recognise.js';
import { TABLES_OF_FEED } from '../engagement/tables.js';
import { isUnfinished, withoutUnfinished } from './unfinished.js';

/** Which of the feeds' files are left unopened: those that would be read, or waited for. Names in order. */
export function filesSetAside(
  feeds: readonly Feed[],
  names: readonly string[],
  recognise: Recognise,
): readonly FeedSetAside[] {
  const tables = names.flatMap((name) => {
    const recognised = recognise(withoutUnfinished(name));
    return recognised === null || (recognised.form === null && !isUnfinished(name))
      ? []
      : [[name, recognised.table] as const];
  });
  return feeds.map((feed) => {
    const own = TABLES_OF_FEED[feed];
    return { feed, files: tables.flatMap(([name, table]) => (own.some((it) => it === table) ? [name] : [])) };
  });
}

export function findingsOfFeedsSetAside(setAside: readonly FeedSetAside[]): readonly Fault[] {
  return setAside.map(({ feed, files }) => {
    if (files.length === 0) return fault('feed-set-aside-without-files', { feed });
    return fault('feed-set-aside', { feed, files }, null, files.length);
  });
}
