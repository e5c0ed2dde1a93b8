// One student's outcome with everything it rests on: the same plan, ledger and rules as a run, for one student.
import { askedPlans, type Asked } from './workspace/asked.js';
import { fault, type Fault } from './diagnostics/catalogue.js';
import { EXIT, Refusal } from './diagnostics/refusal.js';
import type { Student } from './engagement/student.js';
import { assess } from './evaluate/assess.js';
import { cohortsOf, selects } from './evaluate/cohorts.js';
import { situationsOf, stagesOf } from './evaluate/situation.js';
import { usingExports } from './exports/open.js';
import type { Exports, OpenOptions } from './exports/reader.js';
import type { Plan } from './plan/plan.js';
import { loadPlans } from './workspace/plans.js';
import { explanationOf, type Explanation } from './reports/explanation.js';
import type { Tool } from './reports/input.js';
import { subjectsOf } from './evaluate/subjects.js';

export interface ExplainRequest extends Asked {
  readonly studentId: string;
  readonly plans: readonly string[];
  readonly plansFolder: string;
  readonly exports: OpenOptions;
  readonly tool: Tool;
}

export interface Explained {
  readonly explanation: Explanation;
  /** What was tolerated in plan and exports, of warning severity or worse. */
  readonly messages: readonly Fault[];
}

/** Throws a Refusal where the student is unknown (3), belongs to no plan or to two, or the date to no plan (2). */
export async function explain(request: ExplainRequest): Promise<Explained> {
  const loaded = await loadPlans(request.plans, request.plansFolder);
  const [explained, left] = await usingExports(request.exports, async (exports): Promise<Explained> => {
    const student = studentOf(exports, request.studentId);
    const plan = planOf(
      loaded.plans.map((it) => it.plan),
      student,
    );
    const on = askedPlans([plan], request).due[0]?.on;
    const subject = subjectsOf([student], exports)[0];
    if (on === undefined || subject === undefined) throw new RangeError('a plan that was asked for has a day');
    const stages = stagesOf(plan, exports.ledger, on);
    const situation = situationsOf(stages, subject).at(-1);
    if (situation === undefined) throw new RangeError('a day that was asked for has a stage');
    const explanation = explanationOf({
      situation,
      history: assess(stages, subject),
      records: await exports.trace(student.studentId),
      contacts: exports.contacts.filter(({ studentId }) => studentId === student.studentId),
      reader: exports.reader,
      tool: request.tool,
    });
    const findings = [...(loaded.plans.find((it) => it.plan === plan)?.findings ?? []), ...exports.findings];
    return { explanation, messages: findings.filter(({ severity }) => severity !== 'info') };
  });
  return { ...explained, messages: [...explained.messages, ...left] };
}

function studentOf({ students }: Exports, studentId: string): Student {
  const student = students.find((it) => it.studentId === studentId);
  if (student === undefined) throw new Refusal(EXIT.inputRefused, [fault('student-unknown', { studentId })]);
  return student;
}

function planOf(plans: readonly Plan[], student: Student): Plan {
  const { claimedTwice } = cohortsOf(plans, [student]);
  const { studentId, school } = student;
  if (claimedTwice.length > 0) {
    const names = plans.filter((plan) => selects(plan.students, student)).map(({ name }) => name);
    throw new Refusal(EXIT.invalidPlan, [fault('student-of-two-plans', { studentId, others: 0, plans: names })]);
  }
  const plan = plans.find((it) => selects(it.students, student));
  if (plan === undefined) throw new Refusal(EXIT.invalidPlan, [fault('student-of-no-plan', { studentId, school })]);
  return plan;
}
