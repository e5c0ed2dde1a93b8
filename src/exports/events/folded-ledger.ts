// The ledger over folded columns: a student's sheet is a view of them, their assessments are made when asked for.
import type { Due, DaySheet, Ledger } from '../../engagement/ledger.js';
import type { DueColumns, Fold } from './fold.js';
import { ASSESSMENT_KINDS } from './event-row.js';
import { dueMoment, NO_MOMENT, submissionMoment } from './moment-number.js';

const EMPTY_SHEET: DaySheet = { days: new Int32Array(), kinds: new Int32Array(), acts: new Float64Array() };

export function ledgerOf(fold: Fold, indexOf: ReadonlyMap<string, number>): Ledger {
  return {
    kinds: fold.kinds,
    feeds: fold.feeds,
    sheetOf: (studentId) => {
      const index = indexOf.get(studentId);
      if (index === undefined) return EMPTY_SHEET;
      const [from, until] = entriesOf(fold.sheets.starts, index);
      return {
        days: fold.sheets.days.subarray(from, until),
        kinds: fold.sheets.kinds.subarray(from, until),
        acts: fold.sheets.acts.subarray(from, until),
      };
    },
    duesOf: (studentId) => {
      const index = indexOf.get(studentId);
      if (index === undefined) return [];
      const [from, until] = entriesOf(fold.dues.starts, index);
      return Array.from({ length: until - from }, (_, entry) => dueAt(fold.dues, studentId, from + entry));
    },
  };
}

function entriesOf(starts: Int32Array, index: number): readonly [number, number] {
  return [starts[index] ?? 0, starts[index + 1] ?? 0];
}

function dueAt(dues: DueColumns, studentId: string, entry: number): Due {
  const extendedTo = dues.extendedTo[entry] ?? NO_MOMENT;
  const submitted = dues.submitted[entry] ?? NO_MOMENT;
  return {
    studentId,
    assessmentId: dues.assessmentNames[dues.assessments[entry] ?? 0] ?? '',
    module: dues.moduleNames[dues.modules[entry] ?? 0] ?? '',
    type: ASSESSMENT_KINDS[dues.kinds[entry] ?? 2] ?? '',
    due: dueMoment(dues.due[entry] ?? 0),
    extendedTo: extendedTo === NO_MOMENT ? null : dueMoment(extendedTo),
    submitted: submitted === NO_MOMENT ? null : submissionMoment(submitted),
  };
}

/** Where each student's entries begin, given the student index of every entry in order. */
export function startsOf(studentIndices: Int32Array, students: number): Int32Array {
  const starts = new Int32Array(students + 1);
  for (const index of studentIndices) starts[index + 1] = (starts[index + 1] ?? 0) + 1;
  for (let index = 0; index < students; index += 1) {
    starts[index + 1] = (starts[index + 1] ?? 0) + (starts[index] ?? 0);
  }
  return starts;
}
