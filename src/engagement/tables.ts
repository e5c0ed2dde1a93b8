// The tables that exports hold, and the columns that are read of each (the README lists the meaning of each).
import type { Feed } from './feed.js';

/** Small, kept by people: every row is checked, and kept. */
export const RECORD_TABLES = ['circumstances', 'contacts', 'identities', 'module_enrolments', 'students'] as const;

/** Unbounded, written by machines: folded into the ledger. */
export const EVENT_TABLES = [
  'activities',
  'allocations',
  'attendance',
  'lecture_capture',
  'meetings',
  'submissions',
  'timetable',
  'vle',
] as const;

export type RecordTable = (typeof RECORD_TABLES)[number];
export type EventTable = (typeof EVENT_TABLES)[number];
export type Table = RecordTable | EventTable;

/** A feed's own table, and those that say nothing without it: which registers should exist, and of whom. */
export const TABLES_OF_FEED: Readonly<Record<Feed, readonly EventTable[]>> = {
  attendance: ['allocations', 'attendance', 'timetable'],
  submissions: ['submissions'],
  vle: ['vle'],
  meetings: ['meetings'],
  lecture_capture: ['lecture_capture'],
  activities: ['activities'],
};

export const TABLES: readonly Table[] = [...RECORD_TABLES, ...EVENT_TABLES];

export const REQUIRED_COLUMNS = {
  students: ['student_id', 'school', 'programme_code', 'programme_type', 'starts_on', 'status'],
  module_enrolments: ['student_id', 'module_code'],
  circumstances: ['student_id', 'kind', 'from'],
  contacts: ['student_id', 'contacted_on'],
  identities: ['student_id', 'system', 'identity'],
  timetable: ['event_id', 'module_code', 'starts_at'],
  allocations: ['student_id', 'event_id'],
  attendance: ['student_id', 'event_id', 'starts_at', 'status'],
  submissions: ['student_id', 'assessment_id', 'due_at'],
  vle: ['student_id', 'occurred_at'],
  meetings: ['student_id', 'held_at'],
  lecture_capture: ['student_id', 'occurred_at'],
  activities: ['student_id', 'occurred_at'],
} as const satisfies Readonly<Record<Table, readonly string[]>>;

export const OPTIONAL_COLUMNS = {
  students: [
    'first_name',
    'last_name',
    'preferred_name',
    'email',
    'faculty',
    'programme_title',
    'target_award_rqf',
    'year_of_study',
    'mode',
    'registered_on',
    'ends_on',
    'status_from',
    'category',
    'sponsored',
    'visa_from',
    'visa_to',
    'joint_school',
    'joint_decided_by',
    'school_from',
    'remote_permitted',
    'advisor_name',
    'advisor_email',
    'funding',
  ],
  module_enrolments: ['module_school', 'from', 'to'],
  circumstances: ['to', 'assessment_id', 'reference'],
  contacts: ['checkpoint', 'stage', 'channel', 'responded_on', 'outcome'],
  identities: [],
  timetable: ['event_type', 'ends_at', 'delivery', 'cancelled'],
  allocations: [],
  attendance: ['module_code', 'event_type', 'ends_at', 'delivery', 'attended_by', 'recorded_at'],
  submissions: ['module_code', 'kind', 'extended_to', 'submitted_at'],
  vle: ['module_code', 'component', 'action', 'count'],
  meetings: ['kind', 'attended'],
  lecture_capture: ['module_code', 'minutes'],
  activities: ['kind', 'title'],
} as const satisfies Readonly<Record<Table, readonly string[]>>;

/** The columns that hold a moment. */
export const TIME_COLUMNS = {
  timetable: ['starts_at', 'ends_at'],
  allocations: [],
  attendance: ['starts_at', 'ends_at', 'recorded_at'],
  submissions: ['due_at', 'extended_to', 'submitted_at'],
  vle: ['occurred_at'],
  meetings: ['held_at'],
  lecture_capture: ['occurred_at'],
  activities: ['occurred_at'],
} as const satisfies { readonly [T in EventTable]: readonly ColumnOf<T>[] };

export type ColumnOf<T extends Table> = (typeof REQUIRED_COLUMNS)[T][number] | (typeof OPTIONAL_COLUMNS)[T][number];

/** A row's cells by column; for a column that the file lacks, `absentCell`. */
export type CellsOf<T extends Table> = Readonly<Record<ColumnOf<T>, string>>;

export function columnsOf<T extends Table>(table: T): readonly ColumnOf<T>[] {
  return [...REQUIRED_COLUMNS[table], ...OPTIONAL_COLUMNS[table]] as ColumnOf<T>[];
}

/** What each row says in a column that its file lacks: blank, but for this; a list of meetings held says they were attended. */
const ABSENT_CELLS: Partial<Record<Table, Readonly<Record<string, string>>>> = { meetings: { attended: 'yes' } };

export function absentCell(table: Table, column: string): string {
  return ABSENT_CELLS[table]?.[column] ?? '';
}

/** All that a row says; no cell holds the separator. */
export function rowKey(table: Table, cells: Readonly<Record<string, string>>): string {
  return columnsOf(table)
    .map((column) => cells[column] ?? '')
    .join('\u0000');
}
