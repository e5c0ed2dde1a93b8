// One student judged under a plan, for tests.
import type { Circumstance } from '../../src/engagement/circumstance.js';
import type { Ledger } from '../../src/engagement/ledger.js';
import type { History, Outcome } from '../../src/engagement/outcome.js';
import type { ModuleEnrolment, Student } from '../../src/engagement/student.js';
import { assess } from '../../src/evaluate/assess.js';
import { stagesOf } from '../../src/evaluate/situation.js';
import type { Plan } from '../../src/plan/plan.js';
import { d, enrolment, KNOWN, ledger, plan, student } from './build.js';

export interface Case {
  readonly plan?: Plan;
  readonly student?: Student;
  readonly ledger?: Ledger;
  /** null: the table is missing. */
  readonly enrolments?: readonly ModuleEnrolment[] | null;
  readonly circumstances?: readonly Circumstance[];
}

/** Every outcome up to a date, in order. */
export function historyAt(on: string, it: Case = {}): History {
  const stages = stagesOf(it.plan ?? plan(), it.ledger ?? ledger([], [], KNOWN), d(on));
  const enrolments = it.enrolments === undefined ? [enrolment()] : it.enrolments;
  return assess(stages, { student: it.student ?? student(), enrolments, circumstances: it.circumstances ?? [] });
}

/** The outcome at a date. */
export function outcomeAt(on: string, it: Case = {}): Outcome {
  const outcome = historyAt(on, it).at(-1);
  if (outcome === undefined) throw new Error(`the test asks for a date before the start of teaching: ${on}`);
  return outcome;
}
