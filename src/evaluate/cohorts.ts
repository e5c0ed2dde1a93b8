// Which students are whose: each belongs to one plan, or is counted as not covered (6.2).
import type { Student } from '../engagement/student.js';
import type { Plan, StudentSelector } from '../plan/plan.js';
import { claims } from './section.js';

export interface Cohorts {
  /** In the order of the students given. A student whom two plans claim is in neither cohort. */
  readonly of: ReadonlyMap<Plan, readonly Student[]>;
  readonly claimedTwice: readonly { readonly student: Student; readonly plans: readonly Plan[] }[];
  readonly notCovered: readonly Student[];
}

/** @clause 6.2f */
export function cohortsOf(plans: readonly Plan[], students: readonly Student[]): Cohorts {
  const of = new Map<Plan, Student[]>(plans.map((plan) => [plan, []]));
  const claimedTwice: { student: Student; plans: readonly Plan[] }[] = [];
  const notCovered: Student[] = [];
  for (const student of students) {
    const claiming = plans.filter((plan) => selects(plan.students, student));
    const [only, ...others] = claiming;
    if (only === undefined) notCovered.push(student);
    else if (others.length > 0) claimedTwice.push({ student, plans: claiming });
    else of.get(only)?.push(student);
  }
  return { of, claimedTwice, notCovered };
}

/** Every part of the selector that is given must hold; a student whose record leaves the part blank fails it. */
export function selects({ schools, ...condition }: StudentSelector, student: Student): boolean {
  return schools.includes(student.school) && claims(condition, student);
}
