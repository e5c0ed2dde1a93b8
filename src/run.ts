// The whole run, as the policy reads: plans and exports in, every student judged, reports out.
import { contestRefusal, isContested, notCoveredFindings } from './cohort-findings.js';
import type { Fault } from './diagnostics/catalogue.js';
import { Refusal, worstOf, type ExitCode } from './diagnostics/refusal.js';
import type { FeedSetAside } from './engagement/ledger.js';
import { cohortsOf } from './evaluate/cohorts.js';
import { usingExports } from './exports/open.js';
import type { OpenOptions } from './exports/reader.js';
import type { Tool } from './reports/input.js';
import { runPlan, type PlanRun } from './run-plan.js';
import { claimEach } from './publish/claim.js';
import { keepApart } from './workspace/apart.js';
import { askedPlans, type Asked, type AskedPlans } from './workspace/asked.js';
import { loadPlans, type LoadedPlans } from './workspace/plans.js';
import { planFolder } from './workspace/report-folder.js';

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
  readonly feedsSetAside: readonly FeedSetAside[];
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
  await keepApart(request.outFolder, request.exports.folder);
  const loaded = await loadPlans(request.plans, request.plansFolder);
  const asked = askedPlans(
    loaded.plans.map(({ plan }) => plan),
    request,
  );
  if (request.isDryRun) return judgePlans(request, loaded, asked);
  // Before anything is read: whoever must wait is told at once.
  const claims = await claimEach(asked.due, ({ plan }) => planFolder(request.outFolder, plan));
  try {
    if (claims.claimed.length === 0) throw joined(claims.refusals);
    const refusals = [...asked.refusals, ...claims.refusals];
    return await judgePlans(request, loaded, { ...asked, due: claims.claimed, refusals });
  } finally {
    await claims.release();
  }
}

/** Judges and, but for a dry run, publishes the plans that are due. */
async function judgePlans(
  request: RunRequest,
  loaded: LoadedPlans,
  { due, skipped, refusals: undecided }: AskedPlans,
): Promise<RunResult> {
  const valid = loaded.plans.map(({ plan }) => plan);
  const [result, left] = await usingExports(request.exports, async (exports): Promise<RunResult> => {
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
      feedsSetAside: exports.ledger.feedsSetAside,
      exportFindings: [...exports.readerFindings, ...exports.findings],
      notes: [...skipped, ...notCovered],
      refusals,
      exitCode: worstOf(refusals.map(({ exitCode }) => exitCode)),
    };
  });
  return { ...result, exportFindings: [...result.exportFindings, ...left] };
}

/** Several refusals as one: the worst of their exit codes, and all that they say. */
function joined(refusals: readonly Refusal[]): Refusal {
  const exitCode = worstOf(refusals.map((refusal) => refusal.exitCode));
  return new Refusal(
    exitCode,
    refusals.flatMap(({ faults }) => faults),
  );
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
