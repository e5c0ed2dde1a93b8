// What is to be said of plans and their students before anybody is judged (6.2f).
import { fault, type Fault } from './diagnostics/catalogue.js';
import { EXIT, Refusal } from './diagnostics/refusal.js';
import type { Contact } from './engagement/contact.js';
import { groupBy } from './engagement/group-by.js';
import { byCodeUnit } from './engagement/order.js';
import type { ModuleEnrolment, Student } from './engagement/student.js';
import type { Cohorts } from './evaluate/cohorts.js';
import { AD_HOC } from './evaluate/timeline.js';
import type { Plan } from './plan/plan.js';

/** A plan whose students another plan claims too is not published: nobody knows which of the two decides. */
export function isContested(plan: Plan, { claimedTwice }: Cohorts): boolean {
  return claimedTwice.some(({ plans }) => plans.includes(plan));
}

/** One fault for each set of plans that claim the same students, naming the first of them; none: null. */
export function contestRefusal({ claimedTwice }: Cohorts): Refusal | null {
  const byPlans = groupBy(claimedTwice, ({ plans }) => plans.map(({ name }) => name).join(' '));
  const faults = [...byPlans.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const { studentId, source } = first.student;
    const args = { studentId, others: others.length, plans: first.plans.map(({ name }) => name) };
    return [fault('student-of-two-plans', args, { file: source.file, record: source.record }, others.length + 1)];
  });
  return faults.length === 0 ? null : new Refusal(EXIT.invalidPlan, faults);
}

/** A student of no plan is counted as not covered: of a school without a plan, and of one whose plans leave them out. */
export function notCoveredFindings({ of, notCovered }: Cohorts): readonly Fault[] {
  const withPlans = new Set([...of.keys()].flatMap(({ students }) => students.schools));
  const byRemedy = groupBy(notCovered, ({ school }) => withPlans.has(school));
  return [...byRemedy].flatMap(([haveSchoolsPlans, students]) => {
    const schools = [...new Set(students.map(({ school }) => school))].sort(byCodeUnit);
    const ids = students.map(({ studentId }) => studentId);
    const place = students[0]?.source ?? null;
    return [fault('students-not-covered', { ids, schools, haveSchoolsPlans }, place, ids.length)];
  });
}

/** Of one plan's own students. Contacts of other students are left alone. */
export function cohortFindings(
  plan: Plan,
  students: readonly Student[],
  contacts: readonly Contact[],
): readonly Fault[] {
  return [
    ...(students.length === 0 ? [fault('plan-without-students', { plan: plan.name })] : []),
    ...strangeContacts(plan, students, contacts),
  ];
}

/** 6.3: without a module that is said to be the school's, alerts would stay away for ever without anybody noticing. */
export function moduleAlertFindings(
  { moduleAlerts, students: { schools } }: Plan,
  enrolments: readonly ModuleEnrolment[] | null,
): readonly Fault[] {
  if (moduleAlerts === null || enrolments?.some(({ moduleSchool }) => schools.includes(moduleSchool))) return [];
  return [fault('module-alerts-without-modules', { schools })];
}

/** Contacts that name a checkpoint which the plan does not have; a date of its own (8.2) has no id to name. */
function strangeContacts(
  { checkpoints }: Plan,
  students: readonly Student[],
  contacts: readonly Contact[],
): readonly Fault[] {
  const own = new Set(students.map(({ studentId }) => studentId));
  const known = new Set(['', AD_HOC, ...checkpoints.map(({ id }) => id)]);
  const strange = contacts.filter(({ studentId, checkpoint }) => own.has(studentId) && !known.has(checkpoint)).length;
  return strange === 0 ? [] : [fault('contacts-of-unknown-checkpoint', { contacts: strange }, null, strange)];
}
