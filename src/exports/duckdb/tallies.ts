// What was tolerated of each table, counted.
import type { TableTally } from '../events/event-findings.js';
import type { EventTable } from '../tables.js';
import type { Database } from './database.js';
import type { FoldedTables } from './load-tables.js';
import { conflictingEvents, conflictingMarks } from './registers.js';
import { readNumbers } from './result-columns.js';

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
  conflictingDues: number,
): Promise<ReadonlyMap<EventTable, TableTally>> {
  const conflictsIn = (table: EventTable): Promise<number> | number => {
    if (table === 'attendance') return conflictingMarks(database);
    if (table === 'timetable') return conflictingEvents(database);
    if (table === 'meetings') return conflictingMeetings(database);
    return table === 'submissions' ? conflictingDues : 0;
  };
  const found = new Map<EventTable, TableTally>();
  for (const [table, { repeatedRows }] of tables) {
    const [relation, rows] = STUDENT_ROWS[table] ?? [null, ''];
    const [unknownRows = 0, unknownStudents = 0] =
      relation === null
        ? []
        : readNumbers(
            await database.run(`SELECT coalesce(sum(${rows}), 0)::BIGINT, count(DISTINCT student_id) FROM ${relation}
              ANTI JOIN students ON students.text = student_id`),
          );
    found.set(table, { unknownRows, unknownStudents, repeatedRows, conflicts: await conflictsIn(table) });
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
