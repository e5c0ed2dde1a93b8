// Until when a student may reply to a letter, by the time that the plan gives them (10.4).
import { addDays, type Day } from '../calendar/day.js';
import { workingDaysAfter } from '../calendar/working-days.js';
import type { Plan } from '../plan/plan.js';

/** `from` itself does not count. */
export function replyBy({ replyWithin, calendar, bankHolidays }: Plan, from: Day): Day {
  switch (replyWithin.unit) {
    case 'days':
      return addDays(from, replyWithin.count);
    case 'working_days':
      return workingDaysAfter(from, replyWithin.count, calendar.kinds.closures, bankHolidays);
  }
}
