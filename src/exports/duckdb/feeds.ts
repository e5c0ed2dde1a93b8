// What the reader saw of each feed, all students together.
import type { Day } from '../../calendar/day.js';
import { at } from '../../engagement/columns.js';
import { FEEDS, type Feed } from '../../engagement/feed.js';
import type { FeedRecord } from '../../engagement/ledger.js';
import type { EventSources } from '../events/fold.js';
import { NO_MOMENT } from '../events/moment-number.js';
import { dayOfNumberSql } from './cell-sql.js';
import type { Database } from './database.js';
import { MARKS_OF_STUDENTS } from './registers.js';
import { readColumns } from './result-columns.js';

/** For each feed, a relation of acts by student and day. */
const ACTS_OF: Readonly<Record<Feed, string>> = {
  // Before registers with everyone absent are doubted.
  attendance: MARKS_OF_STUDENTS,
  submissions: `SELECT DISTINCT student_id, assessment_id, ${dayOfNumberSql('submitted')} AS day, 1 AS acts
    FROM submission_rows WHERE submitted <> ${NO_MOMENT}`,
  vle: 'SELECT student_id, day, acts FROM vle_acts',
  meetings: 'SELECT student_id, day, acts FROM meetings_acts',
  lecture_capture: 'SELECT student_id, day, acts FROM lecture_capture_acts',
  activities: 'SELECT student_id, day, acts FROM activities_acts',
};

export async function feedsOf(database: Database, { files }: EventSources): Promise<ReadonlyMap<Feed, FeedRecord>> {
  const feeds = new Map<Feed, FeedRecord>();
  for (const feed of FEEDS) {
    const feedFiles = files.get(feed);
    if (feedFiles === undefined) continue;
    const records = feedFiles.reduce((sum, { report }) => sum + report.records, 0);
    feeds.set(feed, await readFeed(database, ACTS_OF[feed], records));
  }
  return feeds;
}

async function readFeed(database: Database, relation: string, records: number): Promise<FeedRecord> {
  const [days, acts, ownActs] = readColumns(
    await database.run(`SELECT day, sum(acts)::DOUBLE, count(students.number)::DOUBLE FROM (${relation})
      LEFT JOIN students ON students.text = student_id GROUP BY day ORDER BY day`),
    (length) => [new Int32Array(length), new Float64Array(length), new Float64Array(length)] as const,
  );
  const firstOfStudents = ([...days] as Day[]).find((_, row) => at(ownActs, row) > 0) ?? null;
  return { actDays: [...days] as Day[], actsOfDay: [...acts], firstOfStudents, records };
}
