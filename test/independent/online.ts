// Events scheduled online for students whose programme has no permission for that (8.5).
import type { DayNumber } from './days.js';
import { sessionsOf } from './engagement.js';
import { isInForce } from './enrolled.js';
import { isListed, type Situation } from './situation.js';
import { isDisrupted } from './year.js';

export interface OnlineFinding {
  readonly code: string;
  /** How many there are; at least one. */
  readonly events: number;
}

/** Of a sponsored student the permission must be on record, and the approval of UKVI too. */
export function onlineFinding(situation: Situation): OnlineFinding | null {
  const { remotePermitted, isSponsored } = situation.student;
  const days = onlineDays(situation);
  if (!isSponsored) return remotePermitted === 'no' ? findingOf('online-unpermitted', days) : null;
  if (remotePermitted !== 'yes') return findingOf('sponsored-online-unpermitted', days);
  const unapproved = days.filter((day) => !isApproved(situation, day));
  return findingOf('sponsored-online-unapproved', unapproved);
}

function findingOf(code: string, days: readonly DayNumber[]): OnlineFinding | null {
  return days.length === 0 ? null : { code, events: days.length };
}

/**
 * The day of each, in the student's window, of types without registers too; where teaching was disrupted, nobody needs
 * permission.
 */
function onlineDays(situation: Situation): DayNumber[] {
  const isFound = isListed(situation, 'attendance');
  return sessionsOf({ ...situation, plan: { ...situation.plan, registers: null } }, 'attendance')
    .filter(({ isOnline, standing }) => isOnline && (isFound || standing !== 'open'))
    .map(({ day }) => day)
    .filter((day) => situation.own.includes(day) && !isDisrupted(situation.plan, day));
}

/** For the programme, or for the student that day. */
function isApproved({ plan, student, circumstances }: Situation, day: DayNumber): boolean {
  return (
    plan.sponsored.remoteApproved.includes(student.programme) || isInForce(circumstances, ['remote-approved'], day)
  );
}
