// Plans looked at by themselves: are they sound, when do they look, and what has been done.
import type { Period } from './calendar/period.js';
import { windowOf, type Checkpoint } from './calendar/window.js';
import type { Refusal } from './diagnostics/refusal.js';
import { loadPlans, type LoadedPlan } from './workspace/plans.js';
import { isPublished } from './publish/published.js';
import { reportFolder } from './workspace/report-folder.js';

export interface CheckRequest {
  /** Files or names; none: every plan in `plansFolder`. */
  readonly plans: readonly string[];
  readonly plansFolder: string;
  /** Where report sets are looked for. */
  readonly outFolder: string;
}

export interface CheckedPlan extends LoadedPlan {
  readonly checkpoints: readonly CheckedCheckpoint[];
}

export interface CheckedCheckpoint {
  readonly checkpoint: Checkpoint;
  readonly window: Period;
  readonly isDone: boolean;
}

export interface CheckResult {
  readonly plans: readonly CheckedPlan[];
  readonly refusals: readonly Refusal[];
}

/** Throws a Refusal where no plan at all is sound. */
export async function check({ plans, plansFolder, outFolder }: CheckRequest): Promise<CheckResult> {
  const loaded = await loadPlans(plans, plansFolder);
  const checked = loaded.plans.map(async (it) => ({ ...it, checkpoints: await checkpointsOf(it, outFolder) }));
  return { plans: await Promise.all(checked), refusals: loaded.refusals };
}

function checkpointsOf({ plan }: LoadedPlan, outFolder: string): Promise<readonly CheckedCheckpoint[]> {
  return Promise.all(
    plan.checkpoints.map(async (checkpoint) => ({
      checkpoint,
      window: windowOf(plan.checkpoints, checkpoint, plan.calendar.teachingStartsOn),
      isDone: await isPublished(reportFolder(outFolder, plan, checkpoint.on)),
    })),
  );
}
