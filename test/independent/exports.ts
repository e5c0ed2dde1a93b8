// Reads the canonical CSV exports of a folder, naively: every file of a table, every row, by column name.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { dayNumber, londonDay, type DayNumber } from './days.js';

type Row = Readonly<Record<string, string>>;

export interface StudentRecord {
  readonly id: string;
  readonly school: string;
  readonly programmeType: string;
  readonly category: string;
  readonly startsOn: DayNumber;
  readonly registeredOn: DayNumber | null;
  readonly endsOn: DayNumber | null;
  readonly status: string;
  readonly statusFrom: DayNumber | null;
}

interface Enrolment {
  readonly from: DayNumber | null;
  readonly to: DayNumber | null;
}

export interface Due {
  readonly assessment: string;
  /** With the extension applied. */
  readonly dueOn: DayNumber;
  readonly submittedOn: DayNumber | null;
}

export interface Exports {
  readonly students: readonly StudentRecord[];
  /** By student; null where there is no such table. */
  readonly enrolments: ReadonlyMap<string, readonly Enrolment[]> | null;
  /** By student; null where there is no such table. */
  readonly dues: ReadonlyMap<string, readonly Due[]> | null;
  /** By student, then by day: the sum of the rows' `count`. */
  readonly vle: ReadonlyMap<string, ReadonlyMap<DayNumber, number>>;
}

export function readExports(folder: string): Exports {
  return {
    students: readTable(folder, 'students').flat().map(studentRecord),
    enrolments: readEnrolments(folder),
    dues: readDues(folder),
    vle: readVle(folder),
  };
}

/** One list of rows for each file of the table. */
function readTable(folder: string, table: string): Row[][] {
  return readdirSync(folder)
    .filter((name) => name.startsWith(table) && /\.csv(?:\.gz)?$/.test(name))
    .map((name) => {
      const bytes = readFileSync(path.join(folder, name));
      return parse<Row>(name.endsWith('.gz') ? gunzipSync(bytes) : bytes, { bom: true, columns: true });
    });
}

function cell(row: Row, column: string): string {
  return row[column] ?? '';
}

function optionalDay(row: Row, column: string): DayNumber | null {
  const written = cell(row, column);
  return written === '' ? null : dayNumber(written);
}

function studentRecord(row: Row): StudentRecord {
  return {
    id: cell(row, 'student_id'),
    school: cell(row, 'school'),
    programmeType: cell(row, 'programme_type'),
    category: cell(row, 'category'),
    startsOn: dayNumber(cell(row, 'starts_on')),
    registeredOn: optionalDay(row, 'registered_on'),
    endsOn: optionalDay(row, 'ends_on'),
    status: cell(row, 'status'),
    statusFrom: optionalDay(row, 'status_from'),
  };
}

function readEnrolments(folder: string): Map<string, Enrolment[]> | null {
  const files = readTable(folder, 'module_enrolments');
  if (files.length === 0) return null;
  const byStudent = new Map<string, Enrolment[]>();
  for (const row of files.flat()) {
    const enrolment = { from: optionalDay(row, 'from'), to: optionalDay(row, 'to') };
    entry(byStudent, cell(row, 'student_id'), () => []).push(enrolment);
  }
  return byStudent;
}

/** One a student and assessment: of several rows, the one submitted earliest. */
function readDues(folder: string): Map<string, Due[]> | null {
  const files = readTable(folder, 'submissions');
  if (files.length === 0) return null;
  const kept = new Map<string, Map<string, Due>>();
  for (const row of files.flat()) {
    const extendedTo = cell(row, 'extended_to');
    const submittedAt = cell(row, 'submitted_at');
    const due: Due = {
      assessment: cell(row, 'assessment_id'),
      dueOn: londonDay(extendedTo === '' ? cell(row, 'due_at') : extendedTo),
      submittedOn: submittedAt === '' ? null : londonDay(submittedAt),
    };
    const ofStudent = entry(kept, cell(row, 'student_id'), () => new Map<string, Due>());
    const before = ofStudent.get(due.assessment);
    if (before === undefined || isSubmittedEarlier(due, before)) ofStudent.set(due.assessment, due);
  }
  return new Map([...kept].map(([student, dues]) => [student, [...dues.values()]]));
}

function isSubmittedEarlier(one: Due, other: Due): boolean {
  if (one.submittedOn === null) return false;
  return other.submittedOn === null || one.submittedOn < other.submittedOn;
}

/** A row counts as often as in the file that holds it most often: files overlap, equal rows of one file are separate acts. */
function readVle(folder: string): Map<string, Map<DayNumber, number>> {
  const most = new Map<string, { row: Row; times: number }>();
  for (const rows of readTable(folder, 'vle')) {
    const here = new Map<string, { row: Row; times: number }>();
    for (const row of rows) entry(here, JSON.stringify(row), () => ({ row, times: 0 })).times += 1;
    for (const [key, { row, times }] of here) {
      const kept = entry(most, key, () => ({ row, times: 0 }));
      kept.times = Math.max(kept.times, times);
    }
  }
  const byStudent = new Map<string, Map<DayNumber, number>>();
  for (const { row, times } of most.values()) {
    const ofStudent = entry(byStudent, cell(row, 'student_id'), () => new Map<DayNumber, number>());
    const day = londonDay(cell(row, 'occurred_at'));
    const count = cell(row, 'count') === '' ? 1 : Number(cell(row, 'count'));
    ofStudent.set(day, (ofStudent.get(day) ?? 0) + times * count);
  }
  return byStudent;
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, initial: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = initial();
  map.set(key, made);
  return made;
}
