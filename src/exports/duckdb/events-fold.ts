// Timetable, allocations and attendance loaded into the database, before they are looked at together.
import { CANCELLED_WORDS, DELIVERIES, STATUSES } from '../events/event-row.js';
import { columnsOf } from '../tables.js';
import { isIdSql, isSpanFaultySql, momentNumberSql, optionalSql, withMomentsSql, wordSql } from './cell-sql.js';
import { relationSql } from './relation-sql.js';
import { readNumbers } from './result-columns.js';
import { repeatedByFile } from './repeated-rows.js';
import { loadRows, skippedTimes, textColumns, type FoldTable, type RowsTable } from './rows-table.js';

const RECORD = 'CAST(row_number() OVER () AS INTEGER) AS record, ';

/** When it is, where, and of what kind: in timetable and attendance alike. */
const DESCRIPTION = {
  starts: ['INTEGER', momentNumberSql('starts_at')],
  ends: ['INTEGER', optionalSql('ends_at', momentNumberSql('ends_at'))],
  delivery_number: ['TINYINT', wordSql('delivery', DELIVERIES)],
} as const;

const TIMETABLE: RowsTable = {
  name: 'timetable_rows',
  table: 'timetable',
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
    repeatedByFile: await repeatedByFile(
      database,
      { name: 'timetable_rows', times: '1', columns: columnsOf('timetable'), isOfStudents: false },
      files.length,
    ),
    skippedTimes: await skippedTimes(database, 'timetable_rows'),
  };
};

const ALLOCATIONS: RowsTable = {
  name: 'allocation_rows',
  table: 'allocations',
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
    repeatedByFile: await repeatedByFile(
      database,
      { name: 'allocation_rows', times: '1', columns: columnsOf('allocations'), isOfStudents: true },
      files.length,
    ),
    skippedTimes: 0,
  };
};

/** Numbers for words and moments: there may be millions of rows. */
const ATTENDANCE: RowsTable = {
  name: 'attendance_rows',
  table: 'attendance',
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
  return {
    rowsByFile,
    hasFaultyRows: faulty > 0 || ids > 0,
    repeatedByFile: await repeatedByFile(
      database,
      { name: 'attendance_rows', times: '1', columns: Object.keys(ATTENDANCE.columns), isOfStudents: true },
      files.length,
    ),
    skippedTimes: await skippedTimes(database, 'attendance_rows'),
  };
};
