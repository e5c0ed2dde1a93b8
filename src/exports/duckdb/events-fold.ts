// Timetable, allocations and attendance loaded into the database, before they are looked at together.
import { CANCELLED_WORDS, DELIVERIES, STATUSES } from '../events/event-row.js';
import type { GuardedFile } from '../guard/guarded-file.js';
import { columnsOf } from '../tables.js';
import {
  dayOfNumberSql,
  isIdSql,
  isSpanFaultySql,
  momentNumberSql,
  optionalSql,
  withMomentsSql,
  wordSql,
} from './cell-sql.js';
import type { Database } from './database.js';
import { relationSql } from './relation-sql.js';
import { readNumbers } from './result-columns.js';
import { loadRows, repeatedRows, textColumns, type FoldTable, type RowsTable } from './rows-table.js';
import { collectSharedRows, repeatedSharedRows } from './shared-days.js';

const RECORD = 'CAST(row_number() OVER () AS INTEGER) AS record, ';

/** When it is, where, and of what kind: in timetable and attendance alike. */
const DESCRIPTION = {
  starts: ['INTEGER', momentNumberSql('starts_at')],
  ends: ['INTEGER', optionalSql('ends_at', momentNumberSql('ends_at'))],
  delivery_number: ['TINYINT', wordSql('delivery', DELIVERIES)],
} as const;

const TIMETABLE: RowsTable = {
  name: 'timetable_rows',
  columns: {
    record: ['INTEGER', 'record'],
    ...textColumns(columnsOf('timetable')),
    ...DESCRIPTION,
    cancelled_number: ['TINYINT', wordSql('cancelled', CANCELLED_WORDS)],
  },
  relation: (file) => withMomentsSql(relationSql('timetable', file, RECORD), ['starts_at', 'ends_at']),
};

/** Leaves `timetable_rows`. */
export const foldTimetable: FoldTable = async (database, files, onFile) => {
  const rowsByFile = await loadRows(database, TIMETABLE, files, onFile);
  const [faulty = 0] = readNumbers(
    await database.run(`SELECT count(*) FROM timetable_rows WHERE event_id = '' OR module_code = '' OR starts IS NULL
      OR ends IS NULL OR delivery_number IS NULL OR cancelled_number IS NULL OR ${isSpanFaultySql('starts', 'ends')}`),
  );
  return {
    rowsByFile,
    hasFaultyRows: faulty > 0,
    repeatedRows: await repeatedRows(database, 'timetable_rows', columnsOf('timetable')),
  };
};

const ALLOCATIONS: RowsTable = {
  name: 'allocation_rows',
  columns: textColumns(columnsOf('allocations')),
  relation: (file) => relationSql('allocations', file),
};

/** Leaves `allocation_rows`. */
export const foldAllocations: FoldTable = async (database, files, onFile) => {
  const rowsByFile = await loadRows(database, ALLOCATIONS, files, onFile);
  const [faulty = 0, ids = 0] = readNumbers(
    await database.run(`SELECT (SELECT count(*) FROM allocation_rows WHERE event_id = ''),
      (SELECT count(*) FROM (SELECT DISTINCT student_id FROM allocation_rows) WHERE NOT ${isIdSql('student_id')})`),
  );
  return {
    rowsByFile,
    hasFaultyRows: faulty > 0 || ids > 0,
    repeatedRows: await repeatedRows(database, 'allocation_rows', columnsOf('allocations')),
  };
};

/** Numbers for words and moments: there may be millions of rows. */
const ATTENDANCE: RowsTable = {
  name: 'attendance_rows',
  columns: {
    student_id: ['VARCHAR', 'student_id'],
    event_id: ['VARCHAR', 'event_id'],
    module: ['VARCHAR', 'module_code'],
    type: ['VARCHAR', 'event_type'],
    ...DESCRIPTION,
    status: ['TINYINT', wordSql('status', STATUSES)],
    attended_by: ['TINYINT', wordSql('attended_by', DELIVERIES)],
    recorded: ['INTEGER', optionalSql('recorded_at', momentNumberSql('recorded_at'))],
  },
  relation: (file) => withMomentsSql(relationSql('attendance', file), ['starts_at', 'ends_at', 'recorded_at']),
};

/** Leaves `attendance_rows`. */
export const foldAttendance: FoldTable = async (database, files, onFile) => {
  const rowsByFile = await loadRows(database, ATTENDANCE, files, onFile);
  const [faulty = 0, ids = 0] = readNumbers(
    await database.run(`SELECT
      (SELECT count(*) FROM attendance_rows WHERE event_id = '' OR starts IS NULL OR ends IS NULL
        OR delivery_number IS NULL OR status IS NULL OR attended_by IS NULL OR recorded IS NULL
        OR ${isSpanFaultySql('starts', 'ends')}),
      (SELECT count(*) FROM (SELECT DISTINCT student_id FROM attendance_rows) WHERE NOT ${isIdSql('student_id')})`),
  );
  if (faulty > 0 || ids > 0) return { rowsByFile, hasFaultyRows: true, repeatedRows: 0 };
  return { rowsByFile, hasFaultyRows: false, repeatedRows: await repeatedMarks(database, files) };
};

/** The rows in full stand in the files alone, so those of days that several files have are read again. */
async function repeatedMarks(database: Database, files: readonly GuardedFile[]): Promise<number> {
  const columns = columnsOf('attendance');
  await collectSharedRows(
    database,
    {
      name: 'attendance_shared',
      columns: Object.fromEntries(columns.map((column) => [column, 'VARCHAR'])),
      relation: (file) =>
        `SELECT *, starts_at_day AS day FROM (${withMomentsSql(relationSql('attendance', file), ['starts_at'])})`,
      days: `SELECT file, ${dayOfNumberSql('starts')} AS day FROM attendance_rows`,
      which: 'shared',
    },
    files,
  );
  const repeated = await repeatedSharedRows(database, 'attendance_shared', columns);
  await database.run('DROP TABLE attendance_shared');
  return repeated;
}
