// Events scheduled online for sponsored students whose programme is not said to be permitted that (8.5).
import { contains } from '../../calendar/period.js';
import { fault, type Fault } from '../../diagnostics/catalogue.js';
import { actsOf } from '../evidence.js';
import { isPresent } from '../presence.js';
import { whoAre, type Gate, type Judged } from './gate.js';

export function onlineEvents(gate: Gate, sponsored: readonly Judged[]): readonly Fault[] {
  const own = sponsored.filter((it) => hasOnlineEvent(gate, it));
  const forbidden = own.filter(({ subject }) => subject.student.isRemotePermitted !== true);
  const unapproved = own.filter(({ subject: { student } }) => {
    return student.isRemotePermitted === true && !gate.plan.sponsored.remoteApproved.includes(student.programmeCode);
  });
  return [...found('sponsored-online-unpermitted', forbidden), ...found('sponsored-online-unapproved', unapproved)];
}

/** In the student's window: with a register, or without one that is known. */
function hasOnlineEvent({ ledger, target }: Gate, { subject, outcome }: Judged): boolean {
  const isMarked = actsOf(ledger, subject.student.studentId).some(({ feed, isOnline, day }) => {
    return feed === 'attendance' && isOnline && contains(target.window, day) && isPresent(subject, day);
  });
  return isMarked || outcome.openEvents.some(({ isOnline }) => isOnline);
}

function found(
  code: 'sponsored-online-unpermitted' | 'sponsored-online-unapproved',
  own: readonly Judged[],
): readonly Fault[] {
  const { ids, place } = whoAre(own);
  return ids.length === 0 ? [] : [fault(code, { ids }, place, ids.length)];
}
