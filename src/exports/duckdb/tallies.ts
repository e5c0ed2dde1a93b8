// What was tolerated of each table, counted.
import type { TableTally } from '../events/event-findings.js';
import type { EventSources } from '../events/fold.js';
import { rowAccounts } from '../row-account.js';
import type { EventTable } from '../../engagement/tables.js';
import type { Database } from './database.js';
import type { FoldedTables } from './load-tables.js';
import { conflictingEvents, conflictingMarks } from './registers.js';
import { readNumbers } from './result-columns.js';
import { rowsByFile } from './rows-table.js';

/** The relation with the rows of each table that names students, with their file, and what counts them. */
export const STUDENT_ROWS: Readonly<Partial<Record<EventTable, readonly [relation: string, rows: string]>>> = {
  activities: ['activities_groups', 'row_count'],
  allocations: ['allocation_rows', '1'],
  attendance: ['attendance_rows', '1'],
  lecture_capture: ['lecture_capture_groups', 'row_count'],
  meetings: ['meetings_groups', 'row_count'],
  submissions: ['submission_rows', '1'],
  vle: ['vle_groups', 'row_count'],
};

export async function tallies(
  database: Database,
  tables: FoldedTables,
  { files }: EventSources,
  conflictingDues: number,
): Promise<ReadonlyMap<EventTable, TableTally>> {
  const conflictsIn = (table: EventTable): Promise<number> | number => {
    if (table === 'attendance') return conflictingMarks(database);
    if (table === 'timetable') return conflictingEvents(database);
    if (table === 'meetings') return conflictingMeetings(database);
    return table === 'submissions' ? conflictingDues : 0;
  };
  const found = new Map<EventTable, TableTally>();
  for (const [table, { rowsByFile: rows, repeatedByFile, skippedTimes }] of tables) {
    const tableFiles = files.get(table) ?? [];
    const unknown = await unknownByFile(database, table, tableFiles.length);
    found.set(table, {
      accounts: rowAccounts(tableFiles, { rows, unknown: unknown.rows, repeated: repeatedByFile }),
      unknownStudents: unknown.students,
      skippedTimes,
      conflicts: await conflictsIn(table),
    });
  }
  return found;
}

/** Rows by file index, and how many different ids, that the students table does not have. */
async function unknownByFile(
  database: Database,
  table: EventTable,
  files: number,
): Promise<{ readonly rows: readonly number[]; readonly students: number }> {
  const rowsOf = STUDENT_ROWS[table];
  if (rowsOf === undefined) return { rows: Array.from({ length: files }, () => 0), students: 0 };
  const [relation, rows] = rowsOf;
  const unknown = `${relation} ANTI JOIN students ON students.text = student_id`;
  const [students = 0] = readNumbers(await database.run(`SELECT count(DISTINCT student_id) FROM ${unknown}`));
  return { rows: await rowsByFile(database, unknown, `sum(${rows})`, files), students };
}

async function conflictingMeetings(database: Database): Promise<number> {
  const [conflicts = 0] = readNumbers(
    await database.run(`SELECT coalesce(sum(conflicts), 0)::BIGINT FROM meetings_conflicts
      SEMI JOIN students ON students.text = student_id`),
  );
  return conflicts;
}
