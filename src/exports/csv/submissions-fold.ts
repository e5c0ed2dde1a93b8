// The submissions table folded row by row in TypeScript: one entry a student and assessment.
import type { Day } from '../../calendar/day.js';
import { ASSESSMENT_KINDS, parseSubmissionRow, type SubmissionRow } from '../events/event-row.js';
import { dueNumber, momentNumber, NO_MOMENT } from '../events/moment-number.js';
import type { GuardedFile } from '../guarded-file.js';
import { type CellsOf, rowKey } from '../../engagement/tables.js';
import { eachRow, type CsvRun, type RowCount } from './each-row.js';

export interface SubmissionEntry {
  readonly studentId: string;
  readonly assessmentId: string;
  /** Every module and kind that the rows name. */
  readonly modules: Set<string>;
  readonly kinds: Set<number>;
  /** Every due date that the rows set. */
  readonly dues: Set<number>;
  /** Every day on which the rows say it was submitted. */
  readonly submittedDays: Set<Day>;
  extendedTo: number;
  submitted: number;
}

export interface SubmissionsFold extends RowCount {
  readonly entries: readonly SubmissionEntry[];
}

export async function foldSubmissions(files: readonly GuardedFile[], run: CsvRun): Promise<SubmissionsFold> {
  const entries = new Map<string, SubmissionEntry>();
  const count = await eachRow(
    'submissions',
    files,
    {
      parse: parseSubmissionRow,
      visit: (row, _, cells) => {
        addTo(entries, cells, row);
      },
      keyOf: (_, cells) => rowKey('submissions', cells),
    },
    run,
  );
  return { ...count, entries: [...entries.values()] };
}

function addTo(entries: Map<string, SubmissionEntry>, cells: CellsOf<'submissions'>, row: SubmissionRow): void {
  const { student_id: studentId, assessment_id: assessmentId } = cells;
  const key = `${studentId}\u0000${assessmentId}`;
  const entry = entries.get(key) ?? {
    studentId,
    assessmentId,
    modules: new Set(),
    kinds: new Set(),
    dues: new Set(),
    submittedDays: new Set(),
    extendedTo: NO_MOMENT,
    submitted: NO_MOMENT,
  };
  entry.modules.add(cells.module_code);
  entry.kinds.add(ASSESSMENT_KINDS.findIndex((kind) => kind === cells.kind));
  entry.dues.add(dueNumber(row.due));
  if (row.extendedTo !== null) entry.extendedTo = Math.max(entry.extendedTo, dueNumber(row.extendedTo));
  if (row.submitted !== null) {
    const submitted = momentNumber(row.submitted);
    entry.submittedDays.add(row.submitted.day);
    entry.submitted = entry.submitted === NO_MOMENT ? submitted : Math.min(entry.submitted, submitted);
  }
  entries.set(key, entry);
}

/** Whether the rows disagree; a blank cell disagrees with nothing. */
export function isConflicting({ modules, kinds, dues }: SubmissionEntry): boolean {
  const named = [...modules].filter((module) => module !== '').length;
  const stated = [...kinds].filter((kind) => ASSESSMENT_KINDS[kind] !== '').length;
  return named > 1 || stated > 1 || dues.size > 1;
}
