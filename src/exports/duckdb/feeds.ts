// What the reader saw of each feed, all students together.
import type { Day } from '../../calendar/day.js';
import { FEEDS, type Feed } from '../../engagement/feed.js';
import type { FeedRecord } from '../../engagement/ledger.js';
import type { EventSources } from '../events/fold.js';
import { NO_MOMENT } from '../events/moment-number.js';
import { dayOfNumberSql } from './cell-sql.js';
import type { Database } from './database.js';
import { MARKS_OF_DAY } from './registers.js';
import { readColumns } from './result-columns.js';

/** For each feed, a query for its days and how many acts each has. */
const ACTS_OF_DAY: Readonly<Record<Feed, string>> = {
  // Before registers with everyone absent are doubted.
  attendance: MARKS_OF_DAY,
  submissions: `SELECT day, count(*) AS acts FROM (
    SELECT DISTINCT student_id, assessment_id, ${dayOfNumberSql('submitted')} AS day FROM submission_rows
    WHERE submitted <> ${NO_MOMENT}) GROUP BY day`,
  vle: 'SELECT day, sum(acts) AS acts FROM vle_acts GROUP BY day',
  meetings: 'SELECT day, sum(acts) AS acts FROM meetings_acts GROUP BY day',
  lecture_capture: 'SELECT day, sum(acts) AS acts FROM lecture_capture_acts GROUP BY day',
  activities: 'SELECT day, sum(acts) AS acts FROM activities_acts GROUP BY day',
};

export async function feedsOf(database: Database, { files }: EventSources): Promise<ReadonlyMap<Feed, FeedRecord>> {
  const feeds = new Map<Feed, FeedRecord>();
  for (const feed of FEEDS) {
    const feedFiles = files.get(feed);
    if (feedFiles === undefined) continue;
    const records = feedFiles.reduce((sum, { report }) => sum + report.records, 0);
    feeds.set(feed, await readFeed(database, ACTS_OF_DAY[feed], records));
  }
  return feeds;
}

async function readFeed(database: Database, sql: string, records: number): Promise<FeedRecord> {
  const [days, acts] = readColumns(
    await database.run(`SELECT day, acts::DOUBLE FROM (${sql}) ORDER BY day`),
    (length) => [new Int32Array(length), new Float64Array(length)] as const,
  );
  return { actDays: [...days] as Day[], actsOfDay: [...acts], records };
}
