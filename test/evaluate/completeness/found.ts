// What the gate says of students who were judged for it.
import type { Fault } from '../../../src/diagnostics/catalogue.js';
import type { Ledger } from '../../../src/engagement/ledger.js';
import type { Student } from '../../../src/engagement/student.js';
import { assess } from '../../../src/evaluate/assess.js';
import { completeness } from '../../../src/evaluate/completeness.js';
import type { Subject } from '../../../src/evaluate/presence.js';
import { stagesOf } from '../../../src/evaluate/situation.js';
import type { Plan } from '../../../src/plan/plan.js';
import { d, enrolment, plan, student } from '../../support/build.js';

export interface Found {
  readonly plan?: Plan;
  readonly subjects?: readonly Subject[];
  readonly on?: string;
}

/** A student of the plan, enrolled on a module. */
export function subject(over: Partial<Student> = {}, records: Partial<Subject> = {}): Subject {
  return { student: student(over), enrolments: [enrolment()], circumstances: [], ...records };
}

/** So many students, `0001` and on. */
export function students(count: number, records: Partial<Subject> = {}): readonly Subject[] {
  return Array.from({ length: count }, (_, index) => subject({ studentId: idOf(index) }, records));
}

export function idOf(index: number): string {
  return `${index + 1}`.padStart(4, '0');
}

/** Of one student at 18 October, unless said otherwise. */
export function faultsFound(ledger: Ledger, it: Found = {}): readonly Fault[] {
  const stages = stagesOf(it.plan ?? plan(), ledger, d(it.on ?? '2026-10-18'));
  const stage = stages.at(-1);
  if (stage === undefined) throw new Error('the test asks for a date before the start of teaching');
  const subjects = it.subjects ?? [subject()];
  const outcomes = subjects.flatMap((own) => assess(stages, own).slice(-1));
  return completeness(stage, subjects, outcomes);
}

/** Code, number and message of each finding. */
export function found(ledger: Ledger, it: Found = {}): readonly string[] {
  return faultsFound(ledger, it).map(({ code, message, count }) => `${code} ×${count}: ${message}`);
}

/** The findings of some codes, with their number. */
export function codesFound(ledger: Ledger, it: Found = {}, ...codes: readonly string[]): readonly string[] {
  return faultsFound(ledger, it)
    .filter(({ code }) => codes.length === 0 || codes.includes(code))
    .map(({ code, count }) => `${code} ×${count}`);
}
