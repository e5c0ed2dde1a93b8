// The reader of events in SQL: no JavaScript runs for an event row.
import type { Period } from '../../calendar/period.js';
import type { Day } from '../../calendar/day.js';
import { FEEDS, type Feed } from '../../engagement/feed.js';
import type { FeedRecord } from '../../engagement/ledger.js';
import { eventFindings, type TableTally } from '../events/event-findings.js';
import type { EventReader, EventSources, Fold, TextRecord } from '../events/fold.js';
import { NO_MOMENT } from '../events/moment-number.js';
import { addRowFaults } from '../events/row-faults.js';
import type { TimetabledEvent } from '../events/timetabled-event.js';
import { FaultList } from '../fault-list.js';
import type { GuardedFile } from '../guard/guarded-file.js';
import { columnsOf, EVENT_TABLES, type EventTable } from '../tables.js';
import { dayOfNumberSql } from './cell-sql.js';
import type { Database } from './database.js';
import { foldAllocations, foldAttendance, foldTimetable } from './events-fold.js';
import { readActs, readDues, readFeed, readSheets } from './fold-columns.js';
import { foldOccurrences } from './occurrences-fold.js';
import { readOpen, readTimetabledEvents, readUnregistered } from './open-columns.js';
import { conflictingEvents, conflictingMarks, MARKS_OF_DAY, resolveRegisters, tallyRegisters } from './registers.js';
import { pathOf, relationSql } from './relation-sql.js';
import { readColumns, readNumbers, readRows } from './result-columns.js';
import type { FoldedTable, FoldTable } from './rows-table.js';
import { foldSubmissions } from './submissions-fold.js';
import { withProgress } from './with-progress.js';

const FOLDS: Readonly<Record<EventTable, FoldTable>> = {
  activities: foldOccurrences('activities'),
  allocations: foldAllocations,
  attendance: foldAttendance,
  lecture_capture: foldOccurrences('lecture_capture'),
  meetings: foldOccurrences('meetings'),
  submissions: foldSubmissions,
  timetable: foldTimetable,
  vle: foldOccurrences('vle'),
};

export function createDuckdbReader(database: Database): EventReader {
  let timetableFiles: readonly GuardedFile[] = [];
  return {
    name: 'duckdb',
    fold: (sources) => {
      timetableFiles = sources.files.get('timetable') ?? [];
      return fold(database, sources);
    },
    acts: () => readActs(database),
    recordsOf: (table, file, studentId) => recordsOf(database, table, file, studentId),
    timetabledEvents: (eventIds) => timetabledEvents(database, eventIds, timetableFiles),
    close: () => database.close(),
  };
}

type FoldedTables = ReadonlyMap<EventTable, FoldedTable>;

async function fold(database: Database, sources: EventSources): Promise<Fold> {
  const { studentIds, files } = sources;
  await database.upload('students', studentIds);
  // A table without files folds like one whose files have no rows.
  const tables = new Map<EventTable, FoldedTable>();
  for (const table of EVENT_TABLES) tables.set(table, await withProgress(database, sources, table, FOLDS[table]));
  demandEveryRow(sources, tables);
  await nameFaults(sources, tables);
  await resolveRegisters(database);
  const { conflicts: conflictingDues, ...dues } = await readDues(database, studentIds.length);
  const { kinds, sheets } = await readSheets(database, studentIds.length);
  const unregistered = await readUnregistered(database, files.get('timetable') ?? []);
  return {
    kinds,
    feeds: await feedsOf(database, sources),
    sheets,
    dues,
    open: await readOpen(database, unregistered, studentIds.length),
    unregistered,
    timetabled: await timetabledPeriod(database),
    findings: eventFindings(await tallies(database, tables, conflictingDues), await tallyRegisters(database)),
  };
}

/** What the guard counted must have been folded: a row that is lost without an error is our own fault. */
function demandEveryRow({ files }: EventSources, tables: FoldedTables): void {
  for (const [table, tableFiles] of files) {
    tableFiles.forEach(({ file, report }, index) => {
      const rows = tables.get(table)?.rowsByFile[index] ?? 0;
      if (rows === report.records) return;
      throw new Error(`${file}: the guard counted ${report.records} records, DuckDB ${rows}`);
    });
  }
}

async function nameFaults({ files }: EventSources, tables: FoldedTables): Promise<void> {
  const faults = new FaultList();
  for (const [table, { hasFaultyRows }] of tables) {
    if (!hasFaultyRows) continue;
    for (const file of files.get(table) ?? []) await addRowFaults(table, file, faults);
    if (faults.isEmpty) throw new Error(`DuckDB found faulty rows in ${table} that csv-parse does not find`);
  }
  faults.refuse();
}

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

async function feedsOf(database: Database, { files }: EventSources): Promise<ReadonlyMap<Feed, FeedRecord>> {
  const feeds = new Map<Feed, FeedRecord>();
  for (const feed of FEEDS) {
    const feedFiles = files.get(feed);
    if (feedFiles === undefined) continue;
    const records = feedFiles.reduce((sum, { report }) => sum + report.records, 0);
    feeds.set(feed, await readFeed(database, ACTS_OF_DAY[feed], records));
  }
  return feeds;
}

async function timetabledPeriod(database: Database): Promise<Period | null> {
  const day = dayOfNumberSql('starts');
  const [days] = readColumns(
    await database.run(`SELECT ${day} FROM timetable_events WHERE starts IN
      (SELECT min(starts) FROM timetable_events UNION SELECT max(starts) FROM timetable_events) ORDER BY starts`),
    (length) => [new Int32Array(length)] as const,
  );
  const [from, to] = [days.at(0), days.at(-1)];
  return from === undefined || to === undefined ? null : { from: from as Day, to: to as Day };
}

/** The relation with the rows of each table that names students, and what counts them. */
const ROWS: Readonly<Partial<Record<EventTable, readonly [relation: string, rows: string]>>> = {
  activities: ['activities_groups', 'row_count'],
  allocations: ['allocation_rows', '1'],
  attendance: ['attendance_rows', '1'],
  lecture_capture: ['lecture_capture_groups', 'row_count'],
  meetings: ['meetings_groups', 'row_count'],
  submissions: ['submission_rows', '1'],
  vle: ['vle_groups', 'row_count'],
};

async function tallies(
  database: Database,
  tables: FoldedTables,
  conflictingDues: number,
): Promise<ReadonlyMap<EventTable, TableTally>> {
  const conflicts: Partial<Record<EventTable, number>> = {
    attendance: await conflictingMarks(database),
    meetings: await conflictingMeetings(database),
    submissions: conflictingDues,
    timetable: await conflictingEvents(database),
  };
  const found = new Map<EventTable, TableTally>();
  for (const [table, { repeatedRows }] of tables) {
    const [relation, rows] = ROWS[table] ?? [null, ''];
    const [unknownRows = 0, unknownStudents = 0] =
      relation === null
        ? []
        : readNumbers(
            await database.run(`SELECT coalesce(sum(${rows}), 0)::BIGINT, count(DISTINCT student_id) FROM ${relation}
              ANTI JOIN students ON students.text = student_id`),
          );
    found.set(table, { unknownRows, unknownStudents, repeatedRows, conflicts: conflicts[table] ?? 0 });
  }
  return found;
}

async function conflictingMeetings(database: Database): Promise<number> {
  const [conflicts = 0] = readNumbers(
    await database.run(`SELECT coalesce(sum(conflicts), 0)::BIGINT FROM meetings_conflicts
      SEMI JOIN students ON students.text = student_id`),
  );
  return conflicts;
}

async function timetabledEvents(
  database: Database,
  eventIds: readonly string[],
  files: readonly GuardedFile[],
): Promise<ReadonlyMap<string, TimetabledEvent>> {
  await database.upload('asked_events', eventIds);
  const asked = 'timetable_events SEMI JOIN asked_events ON asked_events.text = event_id';
  const events = await readTimetabledEvents(database, asked, files);
  await database.run('DROP TABLE asked_events');
  return events;
}

async function recordsOf(
  database: Database,
  table: Feed,
  file: GuardedFile,
  studentId: string,
): Promise<readonly TextRecord[]> {
  const columns: readonly string[] = columnsOf(table);
  const result = await database.run(
    `SELECT * FROM (${relationSql(table, file, 'CAST(row_number() OVER () AS INTEGER) AS record, ')})
      WHERE student_id = $student ORDER BY record`,
    { path: pathOf(file), student: studentId },
  );
  return readRows(result).map(([record, ...cells]) => {
    const named = columns.map((column, position) => [column, cells[position] as string] as const);
    return { record: record as number, cells: Object.fromEntries(named) };
  });
}
