// Registers beside timetable and allocations: what counts, what is open, what is odd.
import { earliestOf, type Day } from '../../calendar/day.js';
import { daytimeMinutes } from '../../calendar/daytime.js';
import type { Act, OpenEvent, Timetabled } from '../../engagement/ledger.js';
import { by } from '../../engagement/order.js';
import { STATUSES } from '../events/event-row.js';
import type { RegisterTally } from '../events/event-findings.js';
import { FEWEST_ALL_ABSENT, markOf, standingOf, type Mark } from '../events/mark.js';
import { dayOfNumber, momentOf } from '../events/moment-number.js';
import { unregisteredEvent } from '../events/timetabled-event.js';
import { timetabledOf } from '../events/timetabled.js';
import { ActSums } from './act-sums.js';
import type { EventsFold } from './events-fold.js';

export interface OpenOf {
  readonly studentId: string;
  readonly event: OpenEvent;
}

export interface DayOf {
  readonly studentId: string;
  readonly day: Day;
}

export interface Registers {
  /** Of all students. */
  readonly acts: readonly Act[];
  /** Whose mark is of which day, before registers with everyone absent are doubted. */
  readonly markDays: readonly DayOf[];
  readonly open: readonly OpenOf[];
  readonly unregistered: readonly OpenEvent[];
  readonly unallocated: readonly OpenEvent[];
  readonly timetabled: Timetabled | null;
  readonly registeredFrom: ReadonlyMap<string, Day>;
  readonly tally: RegisterTally;
}

interface StudentMark {
  readonly studentId: string;
  readonly eventId: string;
  readonly mark: Mark;
}

export function resolveRegisters(fold: EventsFold, isKnown: (studentId: string) => boolean): Registers {
  const { timetable, attendance } = fold;
  const marks = attendance.marks.map(({ holding }): StudentMark => {
    const { studentId, eventId } = holding;
    return { studentId, eventId, mark: markOf(holding, timetable.events.get(eventId)) };
  });
  const doubted = allAbsent(marks);
  const sums = new ActSums();
  const markDays: DayOf[] = [];
  const open: OpenOf[] = [];
  for (const { studentId, eventId, mark } of marks) {
    const standing = standingOf(mark);
    if (standing !== null) markDays.push({ studentId, day: dayOfNumber(mark.starts) });
    if (mark.status === 'not-recorded') open.push({ studentId, event: openEvent(eventId, mark, 'not-recorded') });
    else if (standing === 'missed' && doubted.has(eventId)) {
      open.push({ studentId, event: openEvent(eventId, mark, 'everyone-absent') });
    } else if (standing !== null) sums.add(actOf(studentId, mark, standing));
  }
  const unregistered = unregisteredEvents(fold);
  const acts = sums.acts();
  return {
    acts,
    markDays,
    open: [...open, ...allocated(unregistered, fold)],
    unregistered,
    unallocated: unregistered.filter(({ eventId }) => !fold.allocations.studentsOf.has(eventId)),
    timetabled: timetabled(fold),
    registeredFrom: registeredFrom(acts),
    tally: tallyOf(fold, isKnown),
  };
}

/** The events whose register has everyone absent. */
function allAbsent(marks: readonly StudentMark[]): ReadonlySet<string> {
  const absent = new Map<string, number>();
  const attended = new Set<string>();
  for (const { eventId, mark } of marks) {
    if (mark.status === 'absent') absent.set(eventId, (absent.get(eventId) ?? 0) + 1);
    if (mark.status === 'present' || mark.status === 'late') attended.add(eventId);
  }
  const doubted = [...absent].filter(([eventId, count]) => count >= FEWEST_ALL_ABSENT && !attended.has(eventId));
  return new Set(doubted.map(([eventId]) => eventId));
}

function actOf(studentId: string, mark: Mark, standing: Act['standing']): Act {
  const { type, module, isOnline, starts, minutes } = mark;
  return {
    studentId,
    day: dayOfNumber(starts),
    feed: 'attendance',
    type,
    module,
    standing,
    isOnline,
    acts: 1,
    minutes: minutes ?? 0,
    daytimeMinutes: daytimeMinutes(momentOf(starts), minutes ?? 0),
    unmeasuredActs: minutes === null ? 1 : 0,
  };
}

function openEvent(eventId: string, mark: Mark, why: OpenEvent['why']): OpenEvent {
  const { module, type, starts, isOnline, minutes } = mark;
  return { feed: 'attendance', eventId, module, type, starts: momentOf(starts), isOnline, minutes, why, source: null };
}

function unregisteredEvents({ timetable, attendance }: EventsFold): readonly OpenEvent[] {
  const registered = new Set(attendance.marks.map(({ holding }) => holding.eventId));
  return [...timetable.events]
    .filter(([eventId, { isCancelled }]) => !isCancelled && !registered.has(eventId))
    .map(([eventId, event]) => unregisteredEvent(eventId, event))
    .sort(by(({ eventId }) => eventId));
}

function allocated(unregistered: readonly OpenEvent[], { allocations }: EventsFold): readonly OpenOf[] {
  return unregistered.flatMap((event) =>
    [...(allocations.studentsOf.get(event.eventId) ?? [])].map((studentId) => ({ studentId, event })),
  );
}

function timetabled({ timetable }: EventsFold): Timetabled | null {
  const events = [...timetable.events.values()];
  return timetabledOf(
    events.map(({ starts }) => dayOfNumber(starts)),
    events.map(({ module }) => module),
  );
}

function registeredFrom(acts: readonly Act[]): ReadonlyMap<string, Day> {
  const first = new Map<string, Day>();
  for (const { module, day } of acts) first.set(module, earliestOf(day, first.get(module) ?? day));
  return new Map([...first].sort(by(([module]) => module)));
}

function tallyOf(fold: EventsFold, isKnown: (studentId: string) => boolean): RegisterTally {
  const { timetable, allocations, attendance, daysOf } = fold;
  const ofCancelled = attendance.marks.filter(({ holding }) => timetable.events.get(holding.eventId)?.isCancelled);
  const kept = ofCancelled.filter(({ holding }) => KEPT.includes(STATUSES[holding.status] ?? ''));
  const unknown = [...allocations.studentsOf]
    .filter(([eventId]) => !daysOf.has(eventId))
    .map(([, students]) => [...students].filter(isKnown).length)
    .filter((students) => students > 0);
  return {
    cancelledRegisters: new Set(kept.map(({ holding }) => holding.eventId)).size,
    absencesSetAside: kept.filter(({ holding }) => STATUSES[holding.status] === 'absent').length,
    unknownEvents: unknown.length,
    unknownAllocations: unknown.reduce((sum, students) => sum + students, 0),
    eventsOfSeveralDays: [...daysOf.values()].filter((days) => days.size > 1).length,
  };
}

/** What only somebody who was there, or kept the register, can have written. */
const KEPT: readonly string[] = ['present', 'late', 'absent'];
