// What the reader saw of each feed, all students together.
import type { Day } from '../../calendar/day.js';
import { FEEDS, type Feed } from '../../engagement/feed.js';
import type { Act, FeedRecord } from '../../engagement/ledger.js';
import type { EventSources } from '../events/fold.js';
import { recordsIn } from './read-tables.js';
import type { DayOf } from './registers.js';
import type { SubmissionsFold } from './submissions-fold.js';

interface ActsOfDay {
  readonly acts: number;
  readonly isOfStudents: boolean;
}

type DayCounts = ReadonlyMap<Feed, ReadonlyMap<Day, ActsOfDay>>;

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
  markDays: readonly DayOf[],
  { entries }: SubmissionsFold,
  isKnown: (studentId: string) => boolean,
): DayCounts {
  const days = new Map(FEEDS.map((feed) => [feed, new Map<Day, ActsOfDay>()]));
  const add = (feed: Feed, { studentId, day }: DayOf, count: number): void => {
    const so = days.get(feed)?.get(day) ?? { acts: 0, isOfStudents: false };
    days.get(feed)?.set(day, { acts: so.acts + count, isOfStudents: so.isOfStudents || isKnown(studentId) });
  };
  // Attendance counts before registers with everyone absent are doubted.
  for (const act of acts) if (act.feed !== 'attendance') add(act.feed, act, act.acts);
  for (const mark of markDays) add('attendance', mark, 1);
  for (const { studentId, submittedDays } of entries) {
    for (const day of submittedDays) add('submissions', { studentId, day }, 1);
  }
  return days;
}

function feedRecord(actsOfDay: ReadonlyMap<Day, ActsOfDay>, records: number): FeedRecord {
  const days = [...actsOfDay].sort(([one], [other]) => one - other);
  return {
    actDays: days.map(([day]) => day),
    actsOfDay: days.map(([, { acts }]) => acts),
    firstOfStudents: days.find(([, { isOfStudents }]) => isOfStudents)?.[0] ?? null,
    records,
  };
}
