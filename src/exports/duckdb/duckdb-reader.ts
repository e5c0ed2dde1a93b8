// The reader of events in SQL: no JavaScript runs for an event row.
import type { Feed } from '../../engagement/feed.js';
import { accountsOf, eventFindings } from '../events/event-findings.js';
import type { EventReader, EventSources, Fold, TextRecord } from '../events/fold.js';
import type { TimetabledEvent } from '../events/timetabled-event.js';
import type { GuardedFile } from '../guarded-file.js';
import { columnsOf } from '../../engagement/tables.js';
import type { Database } from './database.js';
import { feedsOf } from './feeds.js';
import { readActs, readDues, readSheets } from './fold-columns.js';
import { hasRegisters, loadTables } from './load-tables.js';
import { readOpen, readTimetabledEvents, readUnallocated, readUnregistered } from './open-columns.js';
import { NO_REGISTERS, readRegisteredFrom, readTimetabled, resolveRegisters, tallyRegisters } from './registers.js';
import { pathOf, relationSql } from './relation-sql.js';
import { readRows } from './result-columns.js';
import { surveyFile } from './survey-sql.js';
import { tallies } from './tallies.js';

export function createDuckdbReader(database: Database): EventReader {
  let timetableFiles: readonly GuardedFile[] = [];
  const systems = new Set<string>();
  return {
    name: 'duckdb',
    survey: (file) => surveyFile(database, file, systems),
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

async function fold(database: Database, sources: EventSources): Promise<Fold> {
  const { studentIds, files } = sources;
  await database.upload('students', studentIds);
  const tables = await loadTables(database, sources);
  const isRegistered = hasRegisters(tables);
  if (isRegistered) await resolveRegisters(database);
  const { conflicts, ...dues } = await readDues(database, tables, studentIds.length);
  const { kinds, sheets } = await readSheets(database, tables, studentIds.length);
  const unregistered = isRegistered ? await readUnregistered(database, files.get('timetable') ?? []) : [];
  const tallied = await tallies(database, tables, sources, conflicts);
  return {
    kinds,
    feeds: await feedsOf(database, sources),
    sheets,
    dues,
    open: await readOpen(database, tables, unregistered, studentIds.length),
    unregistered,
    unallocated: isRegistered ? await readUnallocated(database, unregistered) : [],
    registeredFrom: isRegistered ? await readRegisteredFrom(database) : new Map(),
    timetabled: isRegistered ? await readTimetabled(database) : null,
    accounts: accountsOf(tallied),
    findings: eventFindings(tallied, isRegistered ? await tallyRegisters(database) : NO_REGISTERS),
  };
}

async function timetabledEvents(
  database: Database,
  eventIds: readonly string[],
  files: readonly GuardedFile[],
): Promise<ReadonlyMap<string, TimetabledEvent>> {
  if (eventIds.length === 0) return new Map();
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
    `SELECT * FROM (${relationSql(table, file, { withRecord: true })})
      WHERE student_id = $student ORDER BY record`,
    { path: pathOf(file), student: studentId },
  );
  return readRows(result).map(([record, ...cells]) => {
    const named = columns.map((column, position) => [column, cells[position] as string] as const);
    return { record: record as number, cells: Object.fromEntries(named) };
  });
}
