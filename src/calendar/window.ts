// The days that a checkpoint looks at.
import { addDays, type Day } from './day.js';
import { lengthDays, type Period } from './period.js';

/** A date on which a plan looks at its students (8.2). `from` overrides where its window begins. */
export interface Checkpoint {
  readonly id: string;
  readonly on: Day;
  readonly from?: Day;
}

/**
 * The window of a declared checkpoint: from the day after the checkpoint before (the first: the start of teaching) to
 * the checkpoint date. `checkpoints` are in order of date; throws where `checkpoint` is not one of them.
 */
export function windowOf(checkpoints: readonly Checkpoint[], checkpoint: Checkpoint, teachingStartsOn: Day): Period {
  const index = checkpoints.indexOf(checkpoint);
  if (index < 0) throw new RangeError(`not a checkpoint of this plan: ${checkpoint.id}`);
  const before = checkpoints[index - 1];
  const from = checkpoint.from ?? (before === undefined ? teachingStartsOn : addDays(before.on, 1));
  return { from, to: checkpoint.on };
}

/**
 * The window of a date that no plan declares: the one it would have as a checkpoint or, where that is shorter than the
 * grace days, from after the checkpoint before. Undefined where the date lies before the start of teaching.
 */
export function adHocWindow(
  checkpoints: readonly Checkpoint[],
  on: Day,
  teachingStartsOn: Day,
  graceDays: number,
): Period | undefined {
  if (on < teachingStartsOn) return undefined;
  const starts = checkpoints.filter((it) => it.on < on).map((it) => addDays(it.on, 1));
  const [from = teachingStartsOn, fromBefore = teachingStartsOn] = starts.reverse();
  const window = { from, to: on };
  return lengthDays(window) >= graceDays ? window : { from: fromBefore, to: on };
}
