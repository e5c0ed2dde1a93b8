// Events scheduled online for students whose programme is not permitted that, or lacks the approval of UKVI (8.5).
import { isDisrupted } from '../../calendar/calendar.js';
import type { Day } from '../../calendar/day.js';
import { contains } from '../../calendar/period.js';
import { fault, type Fault } from '../../diagnostics/catalogue.js';
import type { Plan } from '../../plan/plan.js';
import { actsOf } from '../evidence.js';
import { believedAbsences, openEventsOf, unregisteredByModule, type Unregistered } from '../open-events.js';
import { isPresent, isUnder } from '../presence.js';
import { canHaveGrounds } from '../state.js';
import { whoAre, type Gate, type Judged } from './gate.js';

export function onlineEvents(gate: Gate): readonly Fault[] {
  const own = gate.judged.filter(({ outcome }) => canHaveGrounds(outcome.notAssessedReason));
  const [sponsored, others] = [own.filter(isSponsored), own.filter((it) => !isSponsored(it))];
  return [
    // A blank cell says nothing; of sponsored students a permission must be on record.
    ...found('online-unpermitted', others.filter(isForbidden), gate),
    ...found(
      'sponsored-online-unpermitted',
      sponsored.filter((it) => !isPermitted(it)),
      gate,
    ),
    ...found('sponsored-online-unapproved', sponsored.filter(isPermitted), gate, isApproved),
  ];
}

function isSponsored({ subject: { student } }: Judged): boolean {
  return student.isSponsored;
}

function isPermitted({ subject: { student } }: Judged): boolean {
  return student.isRemotePermitted === true;
}

function isForbidden({ subject: { student } }: Judged): boolean {
  return student.isRemotePermitted === false;
}

/** By the plan, for the programme; or by a circumstance, for the student on that day. */
function isApproved({ plan }: Gate, { subject }: Judged, day: Day): boolean {
  return (
    plan.sponsored.remoteApproved.includes(subject.student.programmeCode) || isUnder('remote-approved', subject, day)
  );
}

function found(
  code: 'online-unpermitted' | 'sponsored-online-unpermitted' | 'sponsored-online-unapproved',
  judged: readonly Judged[],
  gate: Gate,
  isAllowed: (gate: Gate, judged: Judged, day: Day) => boolean = () => false,
): readonly Fault[] {
  const timetabled = unregisteredByModule(ofAllTypes(gate.plan), gate.ledger);
  const counts = judged.map((it) => {
    return onlineDays(gate, it, timetabled).filter((day) => !isAllowed(gate, it, day)).length;
  });
  const events = counts.reduce((sum, count) => sum + count, 0);
  if (events === 0) return [];
  const { ids, place } = whoAre(judged.filter((_, index) => counts[index] !== 0));
  return [fault(code, { ids, events }, place, ids.length)];
}

/** Events of types for which the plan keeps no registers are timetabled all the same. */
function ofAllTypes(plan: Plan): Plan {
  return { ...plan, registers: null };
}

/** The day of each online event in the student's window, with a register or without one that is known; 8.5b is no matter. */
function onlineDays({ plan, ledger, target }: Gate, { subject }: Judged, timetabled: Unregistered): readonly Day[] {
  const { studentId } = subject.student;
  const acts = [...actsOf(ledger, studentId), ...believedAbsences(plan, ledger, studentId)];
  const marked = acts
    .filter(({ feed, isOnline }) => feed === 'attendance' && isOnline)
    .flatMap(({ day, acts: times }) => Array.from({ length: times }, () => day));
  const open = openEventsOf(ofAllTypes(plan), ledger, timetabled, subject, acts)
    .filter(({ event, isTheirsOn }) => event.isOnline && isTheirsOn(target.on))
    .map(({ event }) => event.starts.day);
  return [...marked, ...open].filter((day) => {
    return contains(target.window, day) && isPresent(subject, day) && !isDisrupted(plan.calendar, day);
  });
}
