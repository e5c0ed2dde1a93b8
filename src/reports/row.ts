// What the cells of a student's line are made of: the student, this checkpoint's outcome and the earlier ones.
import { isBelowMinimum, type Outcome } from '../engagement/outcome.js';
import { by } from '../engagement/order.js';
import type { Plan } from '../plan/plan.js';
import type { AssessedStudent, ReportInput } from './input.js';

export interface Row extends Omit<AssessedStudent, 'history'> {
  readonly plan: Plan;
  readonly outcome: Outcome;
  /** At the checkpoints of the year before this one, in order. */
  readonly earlier: readonly Outcome[];
}

/** One row a student, sorted by student id by code unit. */
export function rowsOf({ plan, assessed }: Pick<ReportInput, 'plan' | 'assessed'>): readonly Row[] {
  return assessed
    .map(({ history, ...theirs }) => ({ plan, ...theirs, outcome: latestOf(history), earlier: history.slice(0, -1) }))
    .sort(by(({ student }) => student.studentId));
}

function latestOf(history: AssessedStudent['history']): Outcome {
  const outcome = history.at(-1);
  if (outcome === undefined) throw new RangeError('a history holds at least the checkpoint asked for');
  return outcome;
}

/** How many checkpoints of the year have listed the student, this one included. */
export function stageOf({ earlier }: Row): number {
  return earlier.filter(isBelowMinimum).length + 1;
}
