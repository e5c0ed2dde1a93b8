// What the cells of a student's line are made of: the student, this checkpoint's outcome and the earlier ones.
import type { Outcome } from '../engagement/outcome.js';
import { by } from '../engagement/order.js';
import type { Student } from '../engagement/student.js';
import type { Plan } from '../plan/plan.js';
import type { ReportInput } from './input.js';

export interface Row {
  readonly plan: Plan;
  readonly student: Student;
  readonly outcome: Outcome;
  /** At the checkpoints of the year before this one, in order. */
  readonly earlier: readonly Outcome[];
}

/** One row a student, sorted by student id by code unit. */
export function rowsOf({ plan, assessed }: ReportInput): readonly Row[] {
  return assessed
    .map(({ student, history }) => {
      const outcome = history.at(-1);
      if (outcome === undefined) throw new RangeError('a history holds at least the checkpoint asked for');
      return { plan, student, outcome, earlier: history.slice(0, -1) };
    })
    .sort(by(({ student }) => student.studentId));
}

/** Below the minimum (7.2) or without any evidence (7.3): both enter the process of 10.5. */
export function isListed({ classification }: Outcome): boolean {
  return classification === 'low-engagement' || classification === 'non-engagement';
}
