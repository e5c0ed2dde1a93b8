// Whom a feed cannot name: its exports name people by ids of a system, and nobody has said which of these is the student's.
import { FEEDS, type Feed } from '../../engagement/feed.js';
import type { Unidentified } from '../../engagement/ledger.js';
import { byCodeUnit } from '../../engagement/order.js';
import { TABLES_OF_FEED, type EventTable } from '../../engagement/tables.js';
import type { GuardedFile } from '../guarded-file.js';
import type { Identities } from './settle.js';
import { systemsOf } from './reading.js';

/** By feed; a student must be known in every system by which the feed's files name people. */
export function unidentifiedIn(
  files: ReadonlyMap<EventTable, readonly GuardedFile[]>,
  identities: Identities,
  studentIds: readonly string[],
): ReadonlyMap<Feed, Unidentified> {
  const ofFeeds = FEEDS.map((feed): readonly [Feed, Unidentified] => {
    const own = TABLES_OF_FEED[feed].flatMap((table) => files.get(table) ?? []);
    const systems = [...new Set(own.flatMap(({ reading }) => systemsOf(reading)))].sort(byCodeUnit);
    const known = systems.map((system) => new Set(identities.get(system)?.values()));
    const unknown = studentIds.filter((studentId) => known.some((students) => !students.has(studentId)));
    return [feed, { systems, studentIds: new Set(unknown) }];
  });
  return new Map(ofFeeds.filter(([, { studentIds: unknown }]) => unknown.size > 0));
}
