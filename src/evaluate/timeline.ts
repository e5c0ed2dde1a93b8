// The dates at which a student is judged: the plan's checkpoints so far, and perhaps a date of its own (8.2).
import type { Day } from '../calendar/day.js';
import type { Period } from '../calendar/period.js';
import { adHocWindow, windowOf } from '../calendar/window.js';
import type { Plan } from '../plan/plan.js';

export interface Target {
  /** The checkpoint's id; `ad-hoc` for a date that the plan does not declare. */
  readonly checkpointId: string;
  readonly on: Day;
  readonly isAdHoc: boolean;
  readonly window: Period;
  /** The date of the declared checkpoint before; null: there is none. */
  readonly previousOn: Day | null;
}

/** What names a date that the plan does not declare, in place of a checkpoint's id. */
export const AD_HOC = 'ad-hoc';

/**
 * The plan's checkpoints up to and including a day, in order, each with its window; earlier ones are replayed because
 * patterns of non-engagement look back (10.6). A day that the plan does not declare comes last, as an ad-hoc target.
 * Empty where the day lies before the start of teaching.
 */
export function timelineOf(plan: Plan, on: Day): readonly Target[] {
  const { checkpoints, calendar, graceDays } = plan;
  const declared = checkpoints
    .filter((checkpoint) => checkpoint.on <= on)
    .map((checkpoint, index) => ({
      checkpointId: checkpoint.id,
      on: checkpoint.on,
      isAdHoc: false,
      window: windowOf(checkpoints, checkpoint, calendar.teachingStartsOn),
      previousOn: checkpoints[index - 1]?.on ?? null,
    }));
  if (declared.at(-1)?.on === on) return declared;
  const window = adHocWindow(checkpoints, on, calendar.teachingStartsOn, graceDays);
  if (window === undefined) return [];
  const previousOn = declared.at(-1)?.on ?? null;
  return [...declared, { checkpointId: AD_HOC, on, isAdHoc: true, window, previousOn }];
}
