// The submissions table folded row by row in TypeScript: one entry a student and assessment.
import type { Day } from '../../calendar/day.js';
import { ASSESSMENT_KINDS, parseSubmissionRow, type SubmissionRow } from '../events/event-row.js';
import { dueNumber, NO_MOMENT, submissionNumber } from '../events/moment-number.js';
import { rowKey } from '../events/trace.js';
import type { FaultList } from '../fault-list.js';
import type { GuardedFile } from '../guard/guarded-file.js';
import { eachRecord } from '../records-of.js';
import type { CellsOf } from '../tables.js';

export interface SubmissionEntry {
  readonly studentId: string;
  readonly assessmentId: string;
  /** Every module and kind that the rows name. */
  readonly modules: Set<string>;
  readonly kinds: Set<number>;
  /** Every due date that the rows set. */
  readonly dues: Set<number>;
  extendedTo: number;
  submitted: number;
}

export interface SubmissionsFold {
  readonly entries: readonly SubmissionEntry[];
  readonly actDays: ReadonlySet<Day>;
  readonly rowsOf: ReadonlyMap<string, number>;
  readonly repeatedRows: number;
}

export async function foldSubmissions(
  files: readonly GuardedFile[],
  faults: FaultList,
  onRecord: () => void,
): Promise<SubmissionsFold> {
  const entries = new Map<string, SubmissionEntry>();
  const actDays = new Set<Day>();
  const rowsOf = new Map<string, number>();
  const most = new Map<string, number>();
  let repeatedRows = 0;
  for (const file of files) {
    const here = new Map<string, number>();
    await eachRecord('submissions', file, (cells, record) => {
      onRecord();
      const parsed = parseSubmissionRow(cells, { file: file.file, record });
      if ('faults' in parsed) {
        parsed.faults.forEach((one) => {
          faults.add(one);
        });
        return;
      }
      rowsOf.set(cells.student_id, (rowsOf.get(cells.student_id) ?? 0) + 1);
      const key = rowKey('submissions', cells);
      const times = (here.get(key) ?? 0) + 1;
      here.set(key, times);
      if (times <= (most.get(key) ?? 0)) repeatedRows += 1;
      if (parsed.row.submitted !== null) actDays.add(parsed.row.submitted.day);
      addTo(entries, cells, parsed.row);
    });
    here.forEach((times, key) => most.set(key, Math.max(times, most.get(key) ?? 0)));
  }
  return { entries: [...entries.values()], actDays, rowsOf, repeatedRows };
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
    extendedTo: NO_MOMENT,
    submitted: NO_MOMENT,
  };
  entry.modules.add(cells.module_code);
  entry.kinds.add(ASSESSMENT_KINDS.findIndex((kind) => kind === cells.kind));
  entry.dues.add(dueNumber(row.due));
  if (row.extendedTo !== null) entry.extendedTo = Math.max(entry.extendedTo, dueNumber(row.extendedTo));
  if (row.submitted !== null) {
    const submitted = submissionNumber(row.submitted);
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
