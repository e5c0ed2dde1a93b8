// The dates at which a plan looks at its students (8.2), in order, and none of them before teaching.
import { formatDay, type Day } from '../calendar/day.js';
import type { Checkpoint } from '../calendar/window.js';
import { fault } from '../diagnostics/catalogue.js';
import type { Check } from './check.js';
import type { WrittenPlan } from './schema.js';

/** @clause 8.2 */
export function resolveCheckpoints(
  written: WrittenPlan['checkpoints'],
  teachingStartsOn: Day,
  check: Check,
): readonly Checkpoint[] {
  const { document, report } = check;
  const checkpoints = Object.entries(written).map(([id, { on, from }]): Checkpoint => {
    return from === undefined ? { id, on } : { id, on, from };
  });
  for (const [index, { id, on, from = on }] of checkpoints.entries()) {
    const place = document.placeOf(['checkpoints', id, 'date']);
    const placeOfFrom = document.placeOf(['checkpoints', id, 'from']);
    const earlier = checkpoints.slice(0, index);
    const same = earlier.find((it) => it.on === on);
    const teaching = formatDay(teachingStartsOn);
    if (same !== undefined) report(fault('plan-checkpoint-twice', { id, other: same.id, on: formatDay(on) }, place));
    else if (earlier.some((it) => it.on > on))
      report(fault('plan-checkpoint-out-of-order', { id, on: formatDay(on) }, place));
    if (on < teachingStartsOn)
      report(fault('plan-checkpoint-before-teaching', { id, on: formatDay(on), teaching }, place));
    else if (from < teachingStartsOn)
      report(fault('plan-window-before-teaching', { id, from: formatDay(from), teaching }, placeOfFrom));
    if (from > on) report(fault('plan-window-reversed', { id, from: formatDay(from), on: formatDay(on) }, placeOfFrom));
  }
  return checkpoints.sort((one, other) => one.on - other.on);
}
