// Where the report set of a plan and day lies.
import { join } from 'node:path';
import { formatDay, type Day } from '../calendar/day.js';
import type { Plan } from '../plan/plan.js';

export function reportFolder(outFolder: string, plan: Plan, on: Day): string {
  return join(planFolder(outFolder, plan), formatDay(on));
}

/** All sets of a plan lie there. */
export function planFolder(outFolder: string, { name }: Plan): string {
  return join(outFolder, name);
}
