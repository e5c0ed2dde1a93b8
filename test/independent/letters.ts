// What the letter lists say beside the outcome: who may be written to, until when to reply, what was sent before.
import { bankHolidaysOf } from './bank-holidays.js';
import { isoDay, type DayNumber } from './days.js';
import type { Plan } from './plan.js';
import type { Contact } from './records.js';
import type { Situation } from './situation.js';
import { isWorkingDay } from './year.js';

/** A hold that has not ended, even one that begins later: nobody is written to by mistake. */
export function isHeld({ circumstances, window }: Situation): boolean {
  return circumstances.some(({ kind, to }) => kind === 'contact-hold' && to >= window.to);
}

export function replyBy({ plan, window }: Situation): string {
  return isoDay(replyDay(plan, window.to));
}

function replyDay(plan: Plan, from: DayNumber): DayNumber {
  const { days, isWorking } = plan.reply;
  let day = from;
  for (let left = days; left > 0;) {
    day += 1;
    if (!isWorking || isWorkingDay(plan, bankHolidaysOf(yearOf(day)), day)) left -= 1;
  }
  return day;
}

function yearOf(day: DayNumber): number {
  return Number(isoDay(day).slice(0, 4));
}

export function lettersSent(situation: Situation): number {
  return contactsOf(situation).length;
}

/** Of the plan's year, as far as it has come. */
function contactsOf({ exports, plan, student, window }: Situation): Contact[] {
  const contacts = exports.contacts.get(student.id) ?? [];
  return contacts.filter(({ on }) => plan.teachingStartsOn <= on && on <= window.to);
}

/**
 * When the student was written to about an earlier checkpoint, and by when they should have replied but did not by the end
 * of this one; a reply to any later letter counts. The longest wait; blank: nobody waits.
 */
export function awaited(situation: Situation): string {
  const { plan, window } = situation;
  const contacts = contactsOf(situation);
  const isEarlier = ({ checkpoint }: Contact): boolean =>
    checkpoint === 'ad-hoc' || plan.checkpoints.some(({ id, on }) => id === checkpoint && on < window.to);
  const hasReplied = ({ on }: Contact): boolean =>
    contacts.some(({ repliedOn }) => repliedOn >= on && repliedOn <= window.to);
  const waits = contacts.filter((it) => isEarlier(it) && !hasReplied(it) && replyDay(plan, it.on) <= window.to);
  if (waits.length === 0) return '';
  const first = Math.min(...waits.map(({ on }) => on));
  const due = replyDay(plan, first);
  return [isoDay(first), isoDay(due), window.to - due, waits.length].join(' ');
}
