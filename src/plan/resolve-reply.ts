// How long a student has to reply (10.4), and the holidays that working days leave out.
import { bankHolidaysOf } from '../calendar/bank-holidays.js';
import { formatDay, type Day } from '../calendar/day.js';
import { fault } from '../diagnostics/catalogue.js';
import type { Check } from './check.js';
import type { ReplyTime } from './plan.js';
import type { WrittenPlan } from './schema.js';

const DEFAULT_REPLY_TIME: ReplyTime = { count: 7, unit: 'days' };
/** A plan is one of a year; ten are ample for dates that it does not declare. */
const YEARS_OF_HOLIDAYS = 10;

/** @clause 10.4 */
export function resolveReply(written: WrittenPlan, { document, report }: Check): ReplyTime {
  const { reply_within_days: days, reply_within_working_days: workingDays } = written;
  if (days !== undefined && workingDays !== undefined) {
    report(fault('plan-reply-twice', {}, document.placeOfKey(['reply_within_working_days'])));
  }
  if (workingDays !== undefined) return { count: workingDays, unit: 'working_days' };
  return days === undefined ? DEFAULT_REPLY_TIME : { count: days, unit: 'days' };
}

export function resolveBankHolidays(teachingStartsOn: Day): readonly Day[] {
  const year = Number(formatDay(teachingStartsOn).slice(0, 4));
  return bankHolidaysOf(year, year + YEARS_OF_HOLIDAYS);
}
