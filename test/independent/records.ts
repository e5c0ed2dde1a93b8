// Reads the tables that people keep: students, enrolments, circumstances, contacts.
import { dayNumber, type DayNumber, type Period } from './days.js';
import { cell, groupedBy, optionalDay, readTable, type Row } from './tables.js';

export interface StudentRecord {
  readonly id: string;
  readonly school: string;
  /** Two schools do not agree on which of them decides; `school` is the first of them. */
  readonly isUnsettled: boolean;
  readonly isJoint: boolean;
  /** The day on which the student came to the school; null: none said. */
  readonly schoolFrom: DayNumber | null;
  readonly programme: string;
  readonly programmeType: string;
  readonly rqf: string;
  readonly year: string;
  readonly mode: string;
  readonly category: string;
  readonly isSponsored: boolean;
  /** Blank: the record does not say. */
  readonly remotePermitted: string;
  /** Infinite where there is no limit. */
  readonly visa: Period;
  readonly startsOn: DayNumber;
  readonly registeredOn: DayNumber | null;
  readonly endsOn: DayNumber | null;
  readonly status: string;
  readonly statusFrom: DayNumber | null;
}

export interface Enrolment {
  readonly module: string;
  /** Which owns the module; blank: the record does not say. */
  readonly school: string;
  readonly from: DayNumber | null;
  readonly to: DayNumber | null;
}

export interface Circumstance {
  readonly kind: string;
  readonly from: DayNumber;
  /** Infinity: no end. */
  readonly to: DayNumber;
  /** Blank: none. */
  readonly assessment: string;
}

export interface Contact {
  readonly on: DayNumber;
  /** Blank: none. */
  readonly checkpoint: string;
  /** Infinity: no reply. */
  readonly repliedOn: DayNumber;
}

export interface Records {
  readonly students: readonly StudentRecord[];
  /** By student; null where there is no such table. */
  readonly enrolments: ReadonlyMap<string, readonly Enrolment[]> | null;
  readonly circumstances: ReadonlyMap<string, readonly Circumstance[]>;
  readonly contacts: ReadonlyMap<string, readonly Contact[]>;
}

export function readRecords(folder: string): Records {
  const enrolments = readTable(folder, 'module_enrolments');
  return {
    students: [
      ...groupedBy((readTable(folder, 'students') ?? []).flat(), (row) => cell(row, 'student_id')).values(),
    ].map(studentOfRows),
    enrolments: enrolments === null ? null : byStudent(enrolments, enrolmentRecord),
    circumstances: byStudent(readTable(folder, 'circumstances') ?? [], circumstanceRecord),
    contacts: byStudent(readTable(folder, 'contacts') ?? [], contactRecord),
  };
}

function byStudent<Record>(files: readonly (readonly Row[])[], recordOf: (row: Row) => Record): Map<string, Record[]> {
  const rows = groupedBy(files.flat(), (row) => cell(row, 'student_id'));
  return new Map([...rows].map(([student, own]) => [student, own.map(recordOf)]));
}

function contactRecord(row: Row): Contact {
  return {
    on: dayNumber(cell(row, 'contacted_on')),
    checkpoint: cell(row, 'checkpoint'),
    repliedOn: optionalDay(row, 'responded_on') ?? Infinity,
  };
}

/** One row, or those of the two schools of a joint programme. */
function studentOfRows(rows: readonly Row[]): StudentRecord {
  const schools = [...new Set(rows.map((row) => cell(row, 'school')))].sort();
  const decidedBy = new Set(rows.map((row) => cell(row, 'joint_decided_by')));
  const [named = ''] = decidedBy;
  const isSettled = schools.length === 1 || (decidedBy.size === 1 && schools.includes(named));
  const decides = schools.length > 1 && isSettled ? named : schools[0];
  const row = rows.find((one) => cell(one, 'school') === decides) ?? {};
  const [other = ''] = rows.map((one) => cell(one, 'joint_school'));
  const isJoint = schools.length > 1 || (other !== '' && other !== decides);
  return { ...studentRecord(row), isUnsettled: !isSettled, isJoint };
}

function studentRecord(row: Row): Omit<StudentRecord, 'isUnsettled' | 'isJoint'> {
  const sponsored = cell(row, 'sponsored');
  return {
    id: cell(row, 'student_id'),
    school: cell(row, 'school'),
    programme: cell(row, 'programme_code'),
    programmeType: cell(row, 'programme_type'),
    rqf: cell(row, 'target_award_rqf'),
    year: cell(row, 'year_of_study'),
    mode: cell(row, 'mode'),
    category: cell(row, 'category') || 'campus',
    isSponsored: sponsored === 'yes',
    remotePermitted: cell(row, 'remote_permitted'),
    visa: { from: optionalDay(row, 'visa_from') ?? -Infinity, to: optionalDay(row, 'visa_to') ?? Infinity },
    startsOn: dayNumber(cell(row, 'starts_on')),
    registeredOn: optionalDay(row, 'registered_on'),
    endsOn: optionalDay(row, 'ends_on'),
    status: cell(row, 'status'),
    statusFrom: optionalDay(row, 'status_from'),
    schoolFrom: optionalDay(row, 'school_from'),
  };
}

function enrolmentRecord(row: Row): Enrolment {
  return {
    module: cell(row, 'module_code'),
    school: cell(row, 'module_school'),
    from: optionalDay(row, 'from'),
    to: optionalDay(row, 'to'),
  };
}

function circumstanceRecord(row: Row): Circumstance {
  return {
    kind: cell(row, 'kind'),
    from: dayNumber(cell(row, 'from')),
    to: optionalDay(row, 'to') ?? Infinity,
    assessment: cell(row, 'assessment_id'),
  };
}
