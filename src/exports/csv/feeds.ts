// What the reader saw of each feed, all students together.
import type { Day } from '../../calendar/day.js';
import { FEEDS, type Feed } from '../../engagement/feed.js';
import type { Act, FeedRecord } from '../../engagement/ledger.js';
import type { EventSources } from '../events/fold.js';
import { recordsIn } from './read-tables.js';
import type { SubmissionsFold } from './submissions-fold.js';

type DayCounts = ReadonlyMap<Feed, ReadonlyMap<Day, number>>;

export function feedsOf({ files }: EventSources, days: DayCounts): ReadonlyMap<Feed, FeedRecord> {
  const fed = FEEDS.flatMap((feed) => {
    const feedFiles = files.get(feed);
    return feedFiles === undefined
      ? []
      : [[feed, feedRecord(days.get(feed) ?? new Map(), recordsIn(feedFiles))] as const];
  });
  return new Map(fed);
}

export function actsOfDays(
  acts: readonly Act[],
  marksOfDay: ReadonlyMap<Day, number>,
  { entries }: SubmissionsFold,
): DayCounts {
  const days = new Map(FEEDS.map((feed) => [feed, new Map<Day, number>()]));
  const add = (feed: Feed, day: Day, count: number): void => {
    days.get(feed)?.set(day, (days.get(feed)?.get(day) ?? 0) + count);
  };
  // Attendance counts before registers with everyone absent are doubted.
  for (const act of acts) if (act.feed !== 'attendance') add(act.feed, act.day, act.acts);
  for (const [day, marks] of marksOfDay) add('attendance', day, marks);
  for (const { submittedDays } of entries) for (const day of submittedDays) add('submissions', day, 1);
  return days;
}

function feedRecord(actsOfDay: ReadonlyMap<Day, number>, records: number): FeedRecord {
  const days = [...actsOfDay].sort(([one], [other]) => one - other);
  return { actDays: days.map(([day]) => day), actsOfDay: days.map(([, acts]) => acts), records };
}
