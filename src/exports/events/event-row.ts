// One row of a table of submissions, allocations, timetabled events or attendance, read in TypeScript.
import type { Moment } from '../../calendar/moment.js';
import type { Source } from '../../engagement/student.js';
import type { CellsOf } from '../../engagement/tables.js';
import { RowCells, type ParsedRow } from './row-cells.js';

/** The kinds of an assessment, in the order in which one is preferred where rows disagree. */
export const ASSESSMENT_KINDS = ['formative', 'summative', ''] as const;

/** What a register may say of a student, in the order in which one is preferred where nothing else decides. */
export const STATUSES = ['present', 'late', 'authorised', 'cancelled', 'absent', 'not-recorded'] as const;

export type Status = (typeof STATUSES)[number];

/** How an event is held, or was attended; in code unit order. */
export const DELIVERIES = ['', 'in-person', 'online'] as const;

export const CANCELLED_WORDS = ['', 'no', 'yes'] as const;

export interface SubmissionRow {
  readonly due: Moment;
  readonly extendedTo: Moment | null;
  readonly submitted: Moment | null;
}

/** Moments as in moment-number.ts, words as places in the lists above. */
export interface EventDescription {
  readonly starts: number;
  readonly ends: number;
  readonly module: string;
  readonly type: string;
  readonly delivery: number;
}

export interface TimetableRow extends EventDescription {
  readonly eventId: string;
  readonly isCancelled: boolean;
}

export interface AttendanceRow extends EventDescription {
  readonly studentId: string;
  readonly eventId: string;
  readonly status: number;
  readonly attendedBy: number;
  readonly recorded: number;
}

export interface AllocationRow {
  readonly studentId: string;
  readonly eventId: string;
}

export function parseSubmissionRow(cells: CellsOf<'submissions'>, source: Source): ParsedRow<SubmissionRow> {
  const row = new RowCells<'submissions'>(cells, source);
  row.id('student_id');
  row.filled('assessment_id');
  row.word('kind', ASSESSMENT_KINDS);
  return row.parsed({
    due: row.moment('due_at'),
    extendedTo: row.optionalMoment('extended_to'),
    submitted: row.optionalMoment('submitted_at'),
  });
}

export function parseAllocationRow(cells: CellsOf<'allocations'>, source: Source): ParsedRow<AllocationRow> {
  const row = new RowCells<'allocations'>(cells, source);
  return row.parsed({ studentId: row.id('student_id'), eventId: row.filled('event_id') });
}

export function parseTimetableRow(cells: CellsOf<'timetable'>, source: Source): ParsedRow<TimetableRow> {
  const row = new RowCells<'timetable'>(cells, source);
  const eventId = row.filled('event_id');
  const module = row.filled('module_code');
  const [starts, ends] = [row.momentNumber('starts_at'), row.optionalMomentNumber('ends_at')];
  const delivery = row.word('delivery', DELIVERIES);
  const isCancelled = CANCELLED_WORDS[row.word('cancelled', CANCELLED_WORDS)] === 'yes';
  row.span('starts_at', starts, 'ends_at', ends);
  return row.parsed({ eventId, module, type: row.text('event_type'), starts, ends, delivery, isCancelled });
}

export function parseAttendanceRow(cells: CellsOf<'attendance'>, source: Source): ParsedRow<AttendanceRow> {
  const row = new RowCells<'attendance'>(cells, source);
  const [studentId, eventId] = [row.id('student_id'), row.filled('event_id')];
  const [starts, ends] = [row.momentNumber('starts_at'), row.optionalMomentNumber('ends_at')];
  const [status, delivery] = [row.word('status', STATUSES), row.word('delivery', DELIVERIES)];
  const attendedBy = row.word('attended_by', DELIVERIES);
  const recorded = row.optionalMomentNumber('recorded_at');
  row.span('starts_at', starts, 'ends_at', ends);
  const [module, type] = [row.text('module_code'), row.text('event_type')];
  return row.parsed({ studentId, eventId, module, type, starts, ends, delivery, status, attendedBy, recorded });
}
