// The event tables that have files, each loaded into the database and held against the guard.
import type { EventSources } from '../events/fold.js';
import { addRowFaults } from '../events/row-faults.js';
import { FaultList } from '../fault-list.js';
import { rowsSetAside } from '../mapped/survey.js';
import { EVENT_TABLES, type EventTable } from '../../engagement/tables.js';
import type { Database } from './database.js';
import { foldAllocations, foldAttendance, foldTimetable } from './events-fold.js';
import { foldOccurrences } from './occurrences-fold.js';
import type { FoldedTable, FoldTable } from './rows-table.js';
import { foldSubmissions } from './submissions-fold.js';
import { refuseLostZeros } from './lost-zeros.js';
import { withProgress } from './with-progress.js';

/** Those that were loaded. */
export type FoldedTables = ReadonlyMap<EventTable, FoldedTable>;

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

/** Looked at together, so none of them may be missing from the database where another is there. */
const REGISTER_TABLES: readonly EventTable[] = ['allocations', 'attendance', 'timetable'];

export function hasRegisters(tables: FoldedTables): boolean {
  return REGISTER_TABLES.every((table) => tables.has(table));
}

export async function loadTables(database: Database, sources: EventSources): Promise<FoldedTables> {
  const { files } = sources;
  const isAnyRegister = REGISTER_TABLES.some((table) => files.has(table));
  const tables = new Map<EventTable, FoldedTable>();
  for (const table of EVENT_TABLES) {
    if (!files.has(table) && !(isAnyRegister && REGISTER_TABLES.includes(table))) continue;
    tables.set(table, await withProgress(database, sources, table, FOLDS[table]));
  }
  demandEveryRow(sources, tables);
  await nameFaults(sources, tables);
  await refuseLostZeros(database, sources);
  return tables;
}

/** What the guard counted must have been folded: a row that is lost without an error is our own fault. */
function demandEveryRow({ files }: EventSources, tables: FoldedTables): void {
  for (const [table, tableFiles] of files) {
    tableFiles.forEach(({ file, report, survey }, index) => {
      const rows = tables.get(table)?.rowsByFile[index] ?? 0;
      const setAside = rowsSetAside(survey);
      if (rows + setAside === report.records) return;
      throw new Error(`${file}: the guard counted ${report.records} records, DuckDB ${rows}, set aside ${setAside}`);
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
