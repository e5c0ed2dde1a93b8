// The windows of a plan's checkpoints, and of a date that it does not declare (8.2).
import type { DayNumber } from './days.js';
import type { Plan } from './plan.js';
import type { Window } from './situation.js';

export function declaredWindows(plan: Plan): Window[] {
  let next = plan.teachingStartsOn;
  return plan.checkpoints.map(({ id, on, from }) => {
    const window = { id, from: from ?? next, to: on, isAdHoc: false };
    next = window.to + 1;
    return window;
  });
}

/** The checkpoints before the date, and the date itself with a window of its own. */
export function windowsBefore(plan: Plan, date: DayNumber): Window[] {
  return [...declaredWindows(plan).filter((window) => window.to < date), adHocWindow(plan, date)];
}

/** Of the date that is asked about. */
export function windowAt(plan: Plan, date: DayNumber, isAdHoc: boolean): Window | undefined {
  return isAdHoc ? adHocWindow(plan, date) : declaredWindows(plan).find(({ to }) => to === date);
}

/** From the day after the checkpoint before; if that is shorter than the grace days, after the one before that. */
function adHocWindow(plan: Plan, date: DayNumber): Window {
  const starts = [plan.teachingStartsOn];
  for (const window of declaredWindows(plan)) if (window.to < date) starts.push(window.to + 1);
  let from = starts.at(-1) ?? date;
  if (date - from + 1 < plan.graceDays) from = starts.at(-2) ?? from;
  return { id: '', from, to: date, isAdHoc: true };
}
