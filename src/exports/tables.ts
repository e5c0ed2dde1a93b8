// The tables that exports hold, and the columns that are read of each (the README lists the meaning of each).

/** Every table of the exports, read yet or not. */
export const TABLES = [
  'activities',
  'allocations',
  'attendance',
  'circumstances',
  'contacts',
  'lecture_capture',
  'meetings',
  'module_enrolments',
  'students',
  'submissions',
  'timetable',
  'vle',
] as const;

export type Table = (typeof TABLES)[number];

const READ_TABLES = ['module_enrolments', 'students', 'submissions', 'vle'] as const;
export type ReadTable = (typeof READ_TABLES)[number];

export type EventTable = 'submissions' | 'vle';

export const REQUIRED_COLUMNS = {
  students: ['student_id', 'school', 'programme_code', 'programme_type', 'starts_on', 'status'],
  module_enrolments: ['student_id', 'module_code'],
  submissions: ['student_id', 'assessment_id', 'due_at'],
  vle: ['student_id', 'occurred_at'],
} as const;

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
  submissions: ['module_code', 'kind', 'extended_to', 'submitted_at'],
  vle: ['module_code', 'component', 'action', 'count'],
} as const;

export type ColumnOf<T extends ReadTable> = (typeof REQUIRED_COLUMNS)[T][number] | (typeof OPTIONAL_COLUMNS)[T][number];

/** A row's cells by column; the cells of a column that the file lacks are `''`. */
export type CellsOf<T extends ReadTable> = Readonly<Record<ColumnOf<T>, string>>;

export function columnsOf<T extends ReadTable>(table: T): readonly ColumnOf<T>[] {
  return [...REQUIRED_COLUMNS[table], ...OPTIONAL_COLUMNS[table]] as ColumnOf<T>[];
}

export function isReadTable(table: Table): table is ReadTable {
  return READ_TABLES.some((read) => read === table);
}
