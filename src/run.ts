// The whole run, as the policy reads: plans and exports in, every student judged, reports out.
import { contestRefusal, isContested, notCoveredFindings } from './cohort-findings.js';
import type { Fault } from './diagnostics/catalogue.js';
import { Refusal, worstOf, type ExitCode } from './diagnostics/refusal.js';
import { cohortsOf } from './evaluate/cohorts.js';
import { openExports } from './exports/open.js';
import type { OpenOptions } from './exports/reader.js';
import type { Tool } from './reports/input.js';
import { runPlan, type PlanRun } from './run-plan.js';
import { askedPlans, type Asked } from './workspace/asked.js';
import { loadPlans } from './workspace/plans.js';

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

export interface RunResult {
  readonly plans: readonly PlanRun[];
  /** Of the exports and their reader, for all plans. */
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
  const { due, skipped, refusals: undecided } = askedPlans(valid, request);
  const exports = await openExports(request.exports);
  try {
    const cohorts = cohortsOf(valid, exports.students);
    const notCovered = notCoveredFindings(cohorts);
    const contest = contestRefusal(cohorts);
    const refusals = [...loaded.refusals, ...undecided, ...(contest === null ? [] : [contest])];
    const plans: PlanRun[] = [];
    for (const duePlan of due.filter(({ plan }) => !isContested(plan, cohorts))) {
      const planRun = await unlessRefused(
        runPlan(duePlan, {
          ...request,
          exports,
          signal: request.exports.signal,
          students: cohorts.of.get(duePlan.plan) ?? [],
          planFindings: loaded.plans.find(({ plan }) => plan === duePlan.plan)?.findings ?? [],
          sharedFindings: [...exports.findings, ...notCovered],
        }),
      );
      if (planRun instanceof Refusal) refusals.push(planRun);
      else plans.push(planRun);
    }
    return {
      plans,
      exportFindings: [...exports.readerFindings, ...exports.findings],
      notes: [...skipped, ...notCovered],
      refusals,
      exitCode: worstOf(refusals.map(({ exitCode }) => exitCode)),
    };
  } finally {
    await exports.close();
  }
}

/** One plan's refusal is no reason to lose the others. */
async function unlessRefused<T>(work: Promise<T>): Promise<T | Refusal> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
