// What a university's year says of a day. Closures, reading and exam weeks stay monitored (reading.md, monitored day).
import type { Day } from './day.js';
import { contains, type Period } from './period.js';

export interface Calendar {
  /** The first day of teaching: no window and no clock reaches back beyond it. */
  readonly teachingStartsOn: Day;
  /** Designated vacations (9.5), for every level. */
  readonly vacations: readonly Period[];
}

/** Whether the university has designated the day as vacation (9.5). */
export function isVacation(calendar: Calendar, day: Day): boolean {
  return calendar.vacations.some((vacation) => contains(vacation, day));
}
