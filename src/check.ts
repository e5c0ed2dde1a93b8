// Plans looked at by themselves: are they sound, when do they look, and what has been done.
import { isVacation, teachingWeeksIn } from './calendar/calendar.js';
import { daysOf, type Period } from './calendar/period.js';
import { windowOf, type Checkpoint } from './calendar/window.js';
import type { Refusal } from './diagnostics/refusal.js';
import { knownLevels } from './evaluate/level.js';
import { namedIn } from './evaluate/section.js';
import { isAskedAt } from './plan/expected.js';
import type { Indicator, Plan } from './plan/plan.js';
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
  /** One for all students; where vacations make a difference, one for each level and, last, one for unknown levels. */
  readonly levels: readonly LevelWindow[];
  /** What some rule asks for there. */
  readonly asked: readonly Indicator[];
  readonly isDone: boolean;
}

export interface LevelWindow {
  /** Null: all students, or those whose level nobody knows. */
  readonly level: string | null;
  readonly monitoredDays: number;
  readonly teachingWeeks: number;
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
    plan.checkpoints.map(async (checkpoint) => {
      const window = windowOf(plan.checkpoints, checkpoint, plan.calendar.teachingStartsOn);
      return {
        checkpoint,
        window,
        levels: levelsIn(window, plan),
        asked: askedAt(checkpoint, plan),
        isDone: await isPublished(reportFolder(outFolder, plan, checkpoint.on)),
      };
    }),
  );
}

function levelsIn(window: Period, plan: Plan): readonly LevelWindow[] {
  const { calendar } = plan;
  const days = daysOf(window);
  const levels = [...knownLevels(plan), null].map((level) => ({
    level,
    monitoredDays: days.filter((day) => !isVacation(calendar, day, level)).length,
    teachingWeeks: teachingWeeksIn(calendar, days, level).size,
  }));
  const areAlike = new Set(levels.map((it) => `${it.monitoredDays} ${it.teachingWeeks}`)).size === 1;
  return areAlike ? levels.slice(-1) : levels;
}

function askedAt({ id }: Checkpoint, { indicators, rule, groups }: Plan): readonly Indicator[] {
  const named = new Set([rule, ...groups.map((group) => group.rule)].flatMap(namedIn));
  return indicators.filter((indicator) => named.has(indicator.id) && isAskedAt(indicator, id));
}
