// Timetable, allocations and attendance loaded into the database, before they are looked at together.
import { CANCELLED_WORDS, DELIVERIES, STATUSES } from '../events/event-row.js';
import { columnsOf } from '../../engagement/tables.js';
import { isSpanFaultySql, momentNumberSql, optionalSql, withMomentsSql, wordSql } from './cell-sql.js';
import { relationSql } from './relation-sql.js';
import { foldRows, textColumns } from './rows-table.js';

/** When it is, where, and of what kind: in timetable and attendance alike. */
const DESCRIPTION = {
  starts: ['INTEGER', momentNumberSql('starts_at')],
  ends: ['INTEGER', optionalSql('ends_at', momentNumberSql('ends_at'))],
  delivery_number: ['TINYINT', wordSql('delivery', DELIVERIES)],
} as const;

/** Leaves `timetable_rows`. */
export const foldTimetable = foldRows({
  name: 'timetable_rows',
  table: 'timetable',
  columns: {
    record: ['INTEGER', 'record'],
    ...textColumns(columnsOf('timetable')),
    ...DESCRIPTION,
    cancelled_number: ['TINYINT', wordSql('cancelled', CANCELLED_WORDS)],
  },
  relation: (file) => withMomentsSql(relationSql('timetable', file, { withRecord: true }), ['starts_at', 'ends_at']),
  isFaulty: `event_id = '' OR module_code = '' OR starts IS NULL OR ends IS NULL OR delivery_number IS NULL
    OR cancelled_number IS NULL OR ${isSpanFaultySql('starts', 'ends')}`,
  says: columnsOf('timetable'),
});

/** Leaves `allocation_rows`. */
export const foldAllocations = foldRows({
  name: 'allocation_rows',
  table: 'allocations',
  columns: textColumns(columnsOf('allocations')),
  relation: (file) => relationSql('allocations', file),
  isFaulty: "event_id = ''",
  says: columnsOf('allocations'),
});

/** Numbers for words and moments: there may be millions of rows. */
const MARK_COLUMNS = {
  student_id: ['VARCHAR', 'student_id'],
  event_id: ['VARCHAR', 'event_id'],
  module: ['VARCHAR', 'module_code'],
  type: ['VARCHAR', 'event_type'],
  ...DESCRIPTION,
  status: ['TINYINT', wordSql('status', STATUSES)],
  attended_by: ['TINYINT', wordSql('attended_by', DELIVERIES)],
  recorded: ['INTEGER', optionalSql('recorded_at', momentNumberSql('recorded_at'))],
} as const;

/** Leaves `attendance_rows`. */
export const foldAttendance = foldRows({
  name: 'attendance_rows',
  table: 'attendance',
  columns: MARK_COLUMNS,
  relation: (file) => withMomentsSql(relationSql('attendance', file), ['starts_at', 'ends_at', 'recorded_at']),
  isFaulty: `event_id = '' OR starts IS NULL OR ends IS NULL OR delivery_number IS NULL OR status IS NULL
    OR attended_by IS NULL OR recorded IS NULL OR ${isSpanFaultySql('starts', 'ends')}`,
  says: Object.keys(MARK_COLUMNS),
});
