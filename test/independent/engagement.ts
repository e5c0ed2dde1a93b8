// What a student did, was expected at, and may have done, up to a checkpoint.
import { mondayOf, type DayNumber } from './days.js';
import type { Due } from './dues.js';
import { FEEDS, type Exports, type Feed } from './exports.js';
import type { Session, TimetabledEvent } from './sessions.js';
import { isListed, isKnown, isOnModule, type Situation } from './situation.js';
import type { Act } from './uses.js';

const NONE: readonly never[] = [];

/** Meetings, and events with a register or without; of those without, whether the student was there is open. */
export function sessionsOf(situation: Situation, feed: 'attendance' | 'meetings'): Session[] {
  const { exports, plan, student, window } = situation;
  const isPast = ({ day }: { readonly day: DayNumber }): boolean => day <= window.to;
  if (feed === 'meetings') return (exports.meetings.byStudent.get(student.id) ?? NONE).filter(isPast);
  const marked = (exports.registers.byStudent.get(student.id) ?? NONE)
    .filter(isPast)
    .map((session): Session =>
      session.isEveryoneAbsent && plan.isEveryoneAbsentBelieved ? { ...session, standing: 'missed' } : session,
    );
  const unregistered = exports.registers.unregistered
    .filter(isPast)
    .filter(({ type }) => plan.registers?.includes(type) ?? true)
    .filter((event) => isOfStudent(situation, event, marked));
  return [...marked, ...unregistered.map(openSession)];
}

function openSession({ day, module, type, minutes, daytime, event, delivery }: TimetabledEvent): Session {
  const isOnline = delivery === 'online';
  return { day, module, type, minutes, daytime, isOnline, event, standing: 'open', isEveryoneAbsent: false };
}

/** By allocation; else by module, unless a parallel register of that week names the student. */
function isOfStudent(situation: Situation, event: TimetabledEvent, marked: readonly Session[]): boolean {
  const { exports, student, window } = situation;
  const { allocations } = exports.timetable;
  if (allocations !== null) return allocations.get(event.event)?.has(student.id) ?? false;
  if (!isOnModule(situation, event.module, event.day)) return false;
  // Where nobody's enrolments are known, registers tell who is on a module; before there are any, it may be anybody.
  const isNamed = marked.some(({ module }) => module === event.module);
  if (exports.enrolments === null && !isNamed && hasRegister(exports, event.module, window.to)) return false;
  return !marked.some(
    ({ module, type, day }) => module === event.module && type === event.type && mondayOf(day) === mondayOf(event.day),
  );
}

/** Whether any register of the module up to a date says of somebody whether they were there. */
export function hasRegister({ registers }: Exports, module: string, date: DayNumber): boolean {
  return (registers.firstOf.get(module) ?? Infinity) <= date;
}

/** The modules of the marks that say whether the student was there. */
export function modulesOfRegisters({ exports, student, plan, window }: Situation): string[] {
  return (exports.registers.byStudent.get(student.id) ?? NONE)
    .filter(({ day, standing, isEveryoneAbsent }) => {
      return day <= window.to && (standing !== 'open' || (isEveryoneAbsent && plan.isEveryoneAbsentBelieved));
    })
    .map(({ module }) => module);
}

export function duesOf({ exports, student }: Situation): readonly Due[] {
  return exports.dues?.get(student.id) ?? NONE;
}

/** The acts of a feed, listed or not. */
export function actsOf(situation: Situation, feed: Feed): Act[] {
  const { exports, student, window } = situation;
  const pastOf = (acts: readonly Act[] | undefined): Act[] => (acts ?? NONE).filter(({ day }) => day <= window.to);
  switch (feed) {
    case 'attendance':
    case 'meetings':
      return sessionsOf(situation, feed)
        .filter(({ standing }) => standing === 'done' || standing === 'remote')
        .map((session) => actOf(situation, feed, session));
    case 'submissions':
      return pastOf(
        duesOf(situation).flatMap(({ module, type, submitted }) =>
          submitted === null ? [] : [{ day: submitted.day, module, type, count: 1, minutes: null }],
        ),
      );
    case 'vle':
      return pastOf(exports.vle.byStudent.get(student.id));
    case 'lecture_capture':
      return pastOf(exports.lectureCapture.byStudent.get(student.id));
    case 'activities':
      return pastOf(exports.activities.byStudent.get(student.id));
  }
}

/** The acts that open sessions of a feed may hide. */
export function possibleActsOf(situation: Situation, feed: Feed): Act[] {
  if (feed !== 'attendance' && feed !== 'meetings') return [];
  return sessionsOf(situation, feed)
    .filter(({ standing }) => standing === 'open')
    .map((session) => actOf(situation, feed, session));
}

function actOf({ plan }: Situation, feed: Feed, { day, module, type, minutes }: Session): Act {
  return { day, module, type, count: 1, minutes: minutes ?? (feed === 'attendance' ? plan.eventMinutes : null) };
}

// The days that 7.3 and the clocks look at.

export interface EvidenceDays {
  /** In listed feeds. */
  readonly confirmed: ReadonlySet<DayNumber>;
  /** In feeds that the plan does not list. */
  readonly unconfirmed: ReadonlySet<DayNumber>;
  /** A listed feed is not known on it, a session of it is open, or any feed was set aside that may hold evidence. */
  readonly isDoubtful: (day: DayNumber) => boolean;
}

export function evidenceDays(situation: Situation): EvidenceDays {
  const confirmed = new Set<DayNumber>();
  const unconfirmed = new Set<DayNumber>();
  const open = new Set<DayNumber>();
  for (const feed of FEEDS) {
    const days = isListed(situation, feed) ? confirmed : unconfirmed;
    for (const { day } of actsOf(situation, feed)) days.add(day);
    if (isListed(situation, feed)) for (const { day } of possibleActsOf(situation, feed)) open.add(day);
  }
  const isDoubtful = (day: DayNumber): boolean =>
    open.has(day) ||
    situation.exports.setAside.size > 0 ||
    FEEDS.some((feed) => isListed(situation, feed) && !isKnown(situation, feed, day));
  return { confirmed, unconfirmed, isDoubtful };
}
