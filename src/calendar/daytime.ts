// The hours in which classroom-based study counts as daytime study (9.1).
import { isWeekday } from './day.js';
import type { Moment } from './moment.js';

/** 08:00 to 18:00, Monday to Friday; minutes of the day. */
export const DAYTIME = { from: 8 * 60, until: 18 * 60 } as const;

/** Of something that begins then and lasts so long, the minutes of that day that are daytime; none without a time. */
export function daytimeMinutes({ day, minute }: Moment, minutes: number): number {
  if (minute === null || !isWeekday(day)) return 0;
  return Math.max(0, Math.min(minute + minutes, DAYTIME.until) - Math.max(minute, DAYTIME.from));
}
