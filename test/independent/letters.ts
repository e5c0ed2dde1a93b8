// What the letter lists say beside the outcome: who may be written to, until when to reply, what was sent before.
import { bankHolidaysOf } from './bank-holidays.js';
import { isoDay, type DayNumber } from './days.js';
import type { Situation } from './situation.js';
import { isWorkingDay } from './year.js';

/** A hold that has not ended, even one that begins later: nobody is written to by mistake. */
export function isHeld({ circumstances, window }: Situation): boolean {
  return circumstances.some(({ kind, to }) => kind === 'contact-hold' && to >= window.to);
}

export function replyBy({ plan, window }: Situation): string {
  const { days, isWorking } = plan.reply;
  let day = window.to;
  for (let left = days; left > 0;) {
    day += 1;
    if (!isWorking || isWorkingDay(plan, bankHolidaysOf(yearOf(day)), day)) left -= 1;
  }
  return isoDay(day);
}

function yearOf(day: DayNumber): number {
  return Number(isoDay(day).slice(0, 4));
}

export function lettersSent({ exports, plan, student, window }: Situation): number {
  const days = exports.contacts.get(student.id) ?? [];
  return days.filter((day) => plan.teachingStartsOn <= day && day <= window.to).length;
}
