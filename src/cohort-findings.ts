// What is to be said of plans and their students before anybody is judged (6.2f).
import { fault, type Fault } from './diagnostics/catalogue.js';
import { EXIT, Refusal } from './diagnostics/refusal.js';
import { byCodeUnit } from './engagement/order.js';
import type { Student } from './engagement/student.js';
import type { Cohorts } from './evaluate/cohorts.js';
import type { Plan } from './plan/plan.js';

/** A plan whose students another plan claims too is not published: nobody knows which of the two decides. */
export function isContested(plan: Plan, { claimedTwice }: Cohorts): boolean {
  return claimedTwice.some(({ plans }) => plans.includes(plan));
}

/** One fault for each set of plans that claim the same students, naming the first of them; none: null. */
export function contestRefusal({ claimedTwice }: Cohorts): Refusal | null {
  const byPlans = new Map<string, (typeof claimedTwice)[number][]>();
  for (const claim of claimedTwice) {
    const names = claim.plans.map(({ name }) => name).join(' ');
    byPlans.set(names, [...(byPlans.get(names) ?? []), claim]);
  }
  const faults = [...byPlans.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const { studentId, source } = first.student;
    const args = { studentId, others: others.length, plans: first.plans.map(({ name }) => name) };
    return [fault('student-of-two-plans', args, { file: source.file, record: source.record }, others.length + 1)];
  });
  return faults.length === 0 ? null : new Refusal(EXIT.invalidPlan, faults);
}

/** A student of no plan is counted as not covered. */
export function notCoveredFindings({ notCovered: students }: Cohorts): readonly Fault[] {
  if (students.length === 0) return [];
  const schools = [...new Set(students.map(({ school }) => school))].sort(byCodeUnit);
  return [fault('students-not-covered', { count: students.length, schools }, null, students.length)];
}

/** Of one plan's own students. */
export function cohortFindings({ name }: Plan, students: readonly Student[]): readonly Fault[] {
  const sponsored = students.filter(({ isSponsored }) => isSponsored).length;
  return [
    ...(students.length === 0 ? [fault('plan-without-students', { plan: name })] : []),
    ...(sponsored === 0 ? [] : [fault('sponsor-rules-not-applied', { count: sponsored }, null, sponsored)]),
  ];
}
