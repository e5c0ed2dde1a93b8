// The whole run, as the policy reads: plans and exports in, every student judged, reports out.
import { basename } from 'node:path';
import { askedPlans, type Asked, type DuePlan } from './asked.js';
import { formatDay } from './calendar/day.js';
import { fault, type Fault } from './diagnostics/catalogue.js';
import { EXIT, type ExitCode, Refusal, worstOf } from './diagnostics/refusal.js';
import { byCodeUnit } from './engagement/order.js';
import { assess } from './evaluate/assess.js';
import { cohortsOf, type Cohorts } from './evaluate/cohorts.js';
import { completeness } from './evaluate/completeness.js';
import { stagesOf } from './evaluate/situation.js';
import type { Target } from './evaluate/timeline.js';
import { openExports } from './exports/open.js';
import type { Exports, OpenOptions } from './exports/reader.js';
import { loadPlans, type LoadedPlan } from './plans.js';
import type { Plan } from './plan/plan.js';
import { publish, type Publication } from './publish/publish.js';
import { buildReports } from './reports/build.js';
import type { Counts } from './reports/counts.js';
import type { Tool } from './reports/input.js';
import { reportFolder } from './report-folder.js';
import { subjectsOf } from './subjects.js';

export interface RunRequest extends Asked {
  /** Files or names; none: every plan in `plansFolder`. */
  readonly plans: readonly string[];
  readonly plansFolder: string;
  readonly exports: OpenOptions;
  readonly outFolder: string;
  /** Judge everything, write nothing. */
  readonly isDryRun: boolean;
  readonly tool: Tool;
}

/** What became of one plan. */
export interface PlanRun {
  readonly plan: Plan;
  readonly target: Target;
  readonly counts: Counts;
  /** Of the plan and its students, beside those of the exports. */
  readonly findings: readonly Fault[];
  readonly folder: string;
  readonly publication: Publication | 'dry-run';
}

export interface RunResult {
  readonly plans: readonly PlanRun[];
  /** What the exports made us say, for all plans. */
  readonly exportFindings: readonly Fault[];
  /** About the run as a whole: skipped plans, students whom no plan covers. */
  readonly notes: readonly Fault[];
  /** Why plans of this run were not published. */
  readonly refusals: readonly Refusal[];
  readonly exitCode: ExitCode;
}

/** Throws a Refusal where no plan at all can be judged; a plan that fails alone is in `refusals`, the others publish. */
export async function run(request: RunRequest): Promise<RunResult> {
  const loaded = await loadPlans(request.plans, request.plansFolder);
  const valid = loaded.plans.map(({ plan }) => plan);
  const { due, skipped } = askedPlans(valid, request);
  const exports = await openExports(request.exports);
  try {
    const cohorts = cohortsOf(valid, exports.students);
    const refusals = [...loaded.refusals, ...claims(cohorts)];
    const plans: PlanRun[] = [];
    for (const duePlan of due) {
      if (isContested(duePlan.plan, cohorts)) continue;
      request.exports.signal?.throwIfAborted();
      const published = await attempt(() => runPlan(duePlan, loaded.plans, cohorts, exports, request));
      if (published instanceof Refusal) refusals.push(published);
      else plans.push(published);
    }
    return {
      plans,
      exportFindings: [...exports.readerFindings, ...exports.findings],
      notes: [...skipped, ...notCovered(cohorts)],
      refusals,
      exitCode: worstOf(refusals.map(({ exitCode }) => exitCode)),
    };
  } finally {
    await exports.close();
  }
}

/** One plan at its checkpoint: judge, report, publish. */
async function runPlan(
  { plan, on }: DuePlan,
  loaded: readonly LoadedPlan[],
  cohorts: Cohorts,
  exports: Exports,
  { outFolder, isDryRun, tool }: RunRequest,
): Promise<PlanRun> {
  const students = cohorts.of.get(plan) ?? [];
  const stages = stagesOf(plan, exports.ledger, on);
  const stage = stages.at(-1);
  if (stage === undefined) throw new RangeError(`no stage of ${plan.name} on ${formatDay(on)}`);
  const subjects = subjectsOf(students, exports.enrolments);
  const assessed = subjects.map((subject) => ({
    student: subject.student,
    history: assess(stages, subject),
  }));
  const { target } = stage;
  const findings = [
    ...(loaded.find((it) => it.plan === plan)?.findings ?? []),
    ...completeness(stage, subjects),
    ...cohortFindings(plan, students.length, students.filter(({ isSponsored }) => isSponsored).length),
  ];
  const { reports, counts } = buildReports({
    plan,
    checkpoint: { id: target.checkpointId, on: target.on, isAdHoc: target.isAdHoc },
    window: target.window,
    assessed,
    findings: [...exports.findings, ...notCovered(cohorts), ...findings.map(withoutFolder)],
    files: exports.files,
    reader: exports.reader,
    tool,
  });
  const folder = reportFolder(outFolder, plan, on);
  const publication = isDryRun ? 'dry-run' : await publish(reports, folder);
  return { plan, target, counts, findings, folder, publication };
}

function cohortFindings(plan: Plan, students: number, sponsored: number): readonly Fault[] {
  return [
    ...(students === 0 ? [fault('plan-without-students', { plan: plan.name })] : []),
    ...(sponsored === 0 ? [] : [fault('sponsor-rules-not-applied', { count: sponsored }, null, sponsored)]),
  ];
}

/** A report says the same wherever the plan's file lies. */
function withoutFolder(finding: Fault): Fault {
  const { place } = finding;
  return place === null ? finding : { ...finding, place: { ...place, file: basename(place.file) } };
}

/** A plan whose students another plan claims too is not published: nobody knows which of the two decides. */
function isContested(plan: Plan, { claimedTwice }: Cohorts): boolean {
  return claimedTwice.some(({ plans }) => plans.includes(plan));
}

function claims({ claimedTwice }: Cohorts): readonly Refusal[] {
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
  return faults.length === 0 ? [] : [new Refusal(EXIT.invalidPlan, faults)];
}

function notCovered({ notCovered: students }: Cohorts): readonly Fault[] {
  if (students.length === 0) return [];
  const schools = [...new Set(students.map(({ school }) => school))].sort(byCodeUnit);
  return [fault('students-not-covered', { count: students.length, schools }, null, students.length)];
}

async function attempt<T>(work: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
