// Registers that nobody took, that say nothing of somebody, or that mark everyone absent; and meetings left open.
import { contains } from '../../calendar/period.js';
import { fault, type Fault } from '../../diagnostics/catalogue.js';
import type { OpenBecause, OpenEvent } from '../../engagement/ledger.js';
import { isListedFeed } from '../feeds.js';
import { undecidedBy, type Gate, type Judged } from './gate.js';

export function registerFindings(gate: Gate): readonly Fault[] {
  return [
    ...openRegisters('registers-missing', 'no-register', gate),
    ...openRegisters('registers-silent', 'not-recorded', gate),
    ...openRegisters('registers-all-absent', 'everyone-absent', gate),
    ...believedRegisters(gate),
    ...openMeetings(gate),
  ];
}

type RegisterCode = 'registers-missing' | 'registers-silent' | 'registers-all-absent';

function openRegisters(code: RegisterCode, why: OpenBecause, gate: Gate): readonly Fault[] {
  const own = eventsOf(gate, ({ outcome }) => {
    return outcome.openEvents.filter((event) => event.feed === 'attendance' && event.why === why);
  });
  const events = distinct(own.flat());
  if (events === 0) return [];
  const undecided = undecidedBy(gate, (missing) => missing.feed === 'attendance' && missing.why === why);
  return [fault(code, { events, students: own.length, undecided }, null, events)];
}

/** The plan takes registers at their word that mark everyone absent: then nothing is open. */
function believedRegisters(gate: Gate): readonly Fault[] {
  const { plan, ledger } = gate;
  if (plan.allAbsentRegisters === 'unknown' || !isListedFeed(plan, 'attendance')) return [];
  const own = eventsOf(gate, ({ subject, outcome: { studentWindow } }) => {
    return ledger.openEventsOf(subject.student.studentId).filter(({ why, starts }) => {
      return why === 'everyone-absent' && studentWindow !== null && contains(studentWindow, starts.day);
    });
  });
  const events = distinct(own.flat());
  return events === 0 ? [] : [fault('registers-all-absent-believed', { events, students: own.length }, null, events)];
}

function openMeetings(gate: Gate): readonly Fault[] {
  const own = eventsOf(gate, ({ outcome }) => outcome.openEvents.filter(({ feed }) => feed === 'meetings'));
  const meetings = own.flat().length;
  if (meetings === 0) return [];
  const undecided = undecidedBy(gate, ({ feed, event }) => feed === 'meetings' && event !== null);
  return [fault('meetings-open', { meetings, students: own.length, undecided }, null, meetings)];
}

/** The events of each student who has any. */
function eventsOf({ judged }: Gate, own: (student: Judged) => readonly OpenEvent[]): readonly (readonly OpenEvent[])[] {
  return judged.map(own).filter((events) => events.length > 0);
}

/** An event is one, however many students it is of. */
function distinct(events: readonly OpenEvent[]): number {
  return new Set(events.map(({ eventId }) => eventId)).size;
}
