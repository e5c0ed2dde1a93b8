// Where the report set of a plan and day lies.
import { join } from 'node:path';
import { formatDay, type Day } from '../calendar/day.js';
import type { Plan } from '../plan/plan.js';

export function reportFolder(outFolder: string, { name }: Plan, on: Day): string {
  return join(outFolder, name, formatDay(on));
}
