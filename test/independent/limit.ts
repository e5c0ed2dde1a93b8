// The limit that an indicator sets one student at one checkpoint.
import { daysOf } from './days.js';
import { whole } from './measured.js';
import type { Fraction, Indicator } from './plan.js';
import { isAuthorised, isMonitored, type Situation } from './situation.js';
import { isVacation, teachingWeeks } from './year.js';

/** Null: nothing is asked, because the window has no teaching week. */
export function limitOf(situation: Situation, indicator: Indicator): Fraction | null {
  const { plan, window, level } = situation;
  const inForce = indicator.limits.filter(({ from }) => from <= window.to).at(-1);
  if (inForce === undefined) throw new Error(`${indicator.id} has no limit yet`);
  const { limit } = inForce;
  if (indicator.isPercentage || indicator.measure === 'recency') return limit;
  const weeks = teachingWeeks(plan, level, daysOf(window)).length;
  if (indicator.isPerTeachingWeek && weeks === 0) return null;
  const asked = limit.top * (indicator.isPerTeachingWeek ? weeks : 1);
  return whole(indicator.isProrated ? prorated(situation, asked) : asked);
}

/** To the student's share of the window's monitored days, rounded down, at least 1. */
function prorated(situation: Situation, minimum: number): number {
  const { plan, window, level, judged } = situation;
  const ofWindow = daysOf(window).filter((day) => !isVacation(plan, level, day));
  const ofStudent = judged.filter((day) => isMonitored(situation, day) && !isAuthorised(situation, day));
  return Math.max(1, Math.floor((minimum * ofStudent.length) / ofWindow.length));
}
