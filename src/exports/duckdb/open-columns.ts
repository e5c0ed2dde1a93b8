// Events that leave open who attended, from the database: each different one as text, those of students as numbers.
import { at } from '../../engagement/columns.js';
import type { OpenBecause, OpenEvent } from '../../engagement/ledger.js';
import { by } from '../../engagement/order.js';
import { DELIVERIES, STATUSES } from '../events/event-row.js';
import { momentOf, PLACES_A_DAY } from '../events/moment-number.js';
import { openColumns, type OpenColumns } from '../events/open-events.js';
import { unregisteredEvent, type TimetabledEvent } from '../events/timetabled-event.js';
import type { GuardedFile } from '../guarded-file.js';
import { minutesBetweenSql } from './cell-sql.js';
import type { Database } from './database.js';
import { hasRegisters, type FoldedTables } from './load-tables.js';
import { readColumns, readRows, readTexts } from './result-columns.js';

type EventCells = readonly [
  eventId: string,
  module: string,
  type: string,
  starts: number,
  ends: number,
  delivery: number,
  isCancelled: boolean,
  file: number,
  record: number,
];

/** The rows of a relation like `timetable_events`, by event id. */
export async function readTimetabledEvents(
  database: Database,
  relation: string,
  files: readonly GuardedFile[],
): Promise<ReadonlyMap<string, TimetabledEvent>> {
  const rows = readRows(
    await database.run(`SELECT event_id, module, type, starts, ends, delivery_number, is_cancelled, file, record
      FROM ${relation}`),
  );
  const events = (rows as readonly EventCells[]).map((cells) => {
    const [eventId, module, type, starts, ends, delivery, isCancelled, file, record] = cells;
    const source = { file: at(files, file).file, record };
    return [eventId, { module, type, starts, ends, delivery, isCancelled, source }] as const;
  });
  return new Map(events);
}

/** Needs `unregistered`; sorted by event id. */
export async function readUnregistered(
  database: Database,
  files: readonly GuardedFile[],
): Promise<readonly OpenEvent[]> {
  const events = await readTimetabledEvents(database, 'unregistered', files);
  return [...events].map(([eventId, event]) => unregisteredEvent(eventId, event)).sort(by(({ eventId }) => eventId));
}

/** Those of the unregistered events that no row of the allocations names. Needs `unregistered` and `allocation_rows`. */
export async function readUnallocated(
  database: Database,
  unregistered: readonly OpenEvent[],
): Promise<readonly OpenEvent[]> {
  const result = await database.run('SELECT event_id FROM unregistered ANTI JOIN allocation_rows USING (event_id)');
  const eventIds = new Set(readTexts(result));
  return unregistered.filter(({ eventId }) => eventIds.has(eventId));
}

type OpenCells = readonly [
  feed: OpenEvent['feed'],
  eventId: string,
  module: string,
  type: string,
  starts: number,
  isOnline: boolean,
  minutes: number,
  why: OpenBecause,
];

const KEY = 'feed, event_id, module, type, starts, is_online, minutes, why';

/** Needs `students`, and what registers and meetings leave. */
export async function readOpen(
  database: Database,
  tables: FoldedTables,
  unregistered: readonly OpenEvent[],
  students: number,
): Promise<OpenColumns> {
  const sources = [...(hasRegisters(tables) ? [OF_REGISTERS] : []), ...(tables.has('meetings') ? [OF_MEETINGS] : [])];
  if (sources.length === 0) return openColumns([], [], students);
  await database.run(`CREATE TEMP TABLE open_events AS ${sources.join(' UNION ALL ')}`);
  await database.run(`CREATE TEMP TABLE open_kinds AS
    SELECT CAST(row_number() OVER () - 1 AS INTEGER) AS number, * FROM (SELECT DISTINCT ${KEY} FROM open_events)`);
  const timetabled = new Map(unregistered.map((event) => [event.eventId, event]));
  const rows = readRows(await database.run(`SELECT ${KEY} FROM open_kinds ORDER BY number`));
  const events = (rows as readonly OpenCells[]).map((cells) => {
    const [feed, eventId, module, type, starts, isOnline, minutes, why] = cells;
    const common = { feed, eventId, module, type, starts: momentOf(starts), isOnline, why };
    const source = why === 'no-register' ? (timetabled.get(eventId)?.source ?? null) : null;
    return { ...common, minutes: minutes < 0 ? null : minutes, source };
  });
  const [owners, numbers, times] = readColumns(
    await database.run(`SELECT student, number, times::INTEGER FROM open_events JOIN open_kinds USING (${KEY})`),
    (length) => [new Int32Array(length), new Int32Array(length), new Int32Array(length)] as const,
  );
  const entries = [...owners].flatMap((student, row) =>
    Array.from({ length: at(times, row) }, () => ({ student, event: at(numbers, row) })),
  );
  return openColumns(events, entries, students);
}

const OF_REGISTERS = `
  SELECT students.number AS student, 'attendance' AS feed, event_id, module, type, starts, is_online, minutes,
    CASE status WHEN ${STATUSES.indexOf('absent')} THEN 'everyone-absent' ELSE 'not-recorded' END AS why, 1 AS times
  FROM registers JOIN students ON students.text = student_id
  WHERE status = ${STATUSES.indexOf('not-recorded')}
    OR (status = ${STATUSES.indexOf('absent')} AND event_id IN (SELECT event_id FROM doubted))
  UNION ALL
  SELECT students.number, 'attendance', event_id, module, type, starts, delivery_number = ${DELIVERIES.indexOf('online')},
    ${minutesBetweenSql('starts', 'ends')}, 'no-register', 1
  FROM (SELECT DISTINCT student_id, event_id FROM allocation_rows) JOIN unregistered USING (event_id)
    JOIN students ON students.text = student_id`;

const OF_MEETINGS = `
  SELECT students.number AS student, 'meetings' AS feed, '' AS event_id, '' AS module, type,
    CAST(day * ${PLACES_A_DAY} + coalesce(minute + 1, 0) AS INTEGER) AS starts, false AS is_online, -1 AS minutes,
    'not-recorded' AS why, times
  FROM meetings_open JOIN students ON students.text = student_id`;
