// Reads submissions, one a student and assessment, with the extensions that circumstances grant.
import type { DayNumber } from './days.js';
import { compareMoments, momentOf, type Moment } from './moments.js';
import type { Circumstance } from './records.js';
import { cell, groupedBy, optionalMoment, readTable, type Row } from './tables.js';

export interface Due {
  readonly assessment: string;
  /** Blank: none. */
  readonly module: string;
  /** Formative or summative; blank: not said. */
  readonly type: string;
  /** With extensions applied. */
  readonly due: Moment;
  readonly submitted: Moment | null;
}

/** By student; null where there is no such table. */
export type Dues = ReadonlyMap<string, readonly Due[]> | null;

export function readDues(folder: string, circumstances: ReadonlyMap<string, readonly Circumstance[]>): Dues {
  const files = readTable(folder, 'submissions');
  if (files === null) return null;
  const byStudent = groupedBy(files.flat(), (row) => cell(row, 'student_id'));
  return new Map([...byStudent].map(([student, rows]) => [student, duesOf(rows, circumstances.get(student) ?? [])]));
}

function duesOf(rows: readonly Row[], circumstances: readonly Circumstance[]): Due[] {
  const byAssessment = groupedBy(rows, (row) => cell(row, 'assessment_id'));
  return [...byAssessment].map(([assessment, same]) => {
    const row = same.reduce((first, one) => (isSubmittedEarlier(one, first) ? one : first));
    const own = momentOf(cell(row, 'due_at'));
    const extended = optionalMoment(row, 'extended_to');
    const granted = circumstances
      .filter((circumstance) => isExtensionOf(circumstance, assessment, own.day))
      .map(({ to }): Moment => ({ day: to, at: null }));
    const due = [...(extended === null ? [] : [extended]), ...granted].reduce(
      (latest, one) => (endsLater(one, latest) ? one : latest),
      own,
    );
    const submitted = optionalMoment(row, 'submitted_at');
    return { assessment, module: cell(row, 'module_code'), type: cell(row, 'kind'), due, submitted };
  });
}

function isExtensionOf({ kind, from, to, assessment }: Circumstance, one: string, dueOn: DayNumber): boolean {
  if (kind !== 'extension') return false;
  return assessment === '' ? from <= dueOn && dueOn <= to : assessment === one;
}

/** A date without a time ends with its day. */
function endsLater(one: Moment, other: Moment): boolean {
  if (one.day !== other.day) return one.day > other.day;
  return (one.at ?? Infinity) > (other.at ?? Infinity);
}

function isSubmittedEarlier(one: Row, other: Row): boolean {
  const submitted = optionalMoment(one, 'submitted_at');
  const before = optionalMoment(other, 'submitted_at');
  if (submitted === null) return false;
  return before === null || compareMoments(submitted, before) < 0;
}
