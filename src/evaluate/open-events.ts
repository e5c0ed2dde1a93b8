// Events of which nobody knows whether a student attended them: a register that was not taken is never an absence.
import { weekOf, type Day } from '../calendar/day.js';
import { daytimeMinutes } from '../calendar/daytime.js';
import { groupBy } from '../engagement/group-by.js';
import type { Ledger, OpenEvent } from '../engagement/ledger.js';
import { byCodeUnit } from '../engagement/order.js';
import type { Plan } from '../plan/plan.js';
import { isEnrolledOn } from './opportunity.js';
import type { DayActs } from './evidence.js';
import { isListedFeed } from './feeds.js';
import type { Subject } from './presence.js';

/** Timetabled events without a register, of types for which the plan keeps registers, by module. */
export type Unregistered = ReadonlyMap<string, readonly OpenEvent[]>;

export function unregisteredByModule(plan: Plan, { unregistered }: Ledger): Unregistered {
  return groupBy(
    unregistered.filter((it) => isOpen(plan, it)),
    ({ module }) => module,
  );
}

/** An open event that is the student's as far as is known on some days: registers of later days may tell otherwise. */
export interface PerhapsOpen {
  readonly event: OpenEvent;
  readonly isTheirsOn: (day: Day) => boolean;
}

/**
 * The student's open events in order of start: those that a register or an allocation names them for and, where nobody
 * allocates, the unregistered ones of modules that may be theirs, unless a parallel register (same module, type and week)
 * names them. Those of feeds that the plan does not list, of types without registers, and registers that the plan takes
 * at their word are left out.
 */
export function openEventsOf(
  plan: Plan,
  ledger: Ledger,
  unregistered: Unregistered,
  subject: Subject,
  acts: readonly DayActs[],
): readonly PerhapsOpen[] {
  const named = ledger.openEventsOf(subject.student.studentId);
  const own = named.filter((event) => isListedFeed(plan, event.feed) && isOpen(plan, event));
  const sure = own.map((event) => ({ event, isTheirsOn: () => true }));
  if (ledger.hasAllocations || !isListedFeed(plan, 'attendance')) return sure;
  const registers = new RegistersOf(acts, named);
  const perhaps = perhapsTheirs(unregistered, subject).map((event): PerhapsOpen => {
    const besideFrom = registers.firstBeside(event) ?? Infinity;
    if (subject.enrolments !== null) return { event, isTheirsOn: (day) => day < besideFrom };
    // Without the table of enrolments: of a module whose registers name the student, or nobody yet.
    const theirsFrom = registers.firstOf(event.module) ?? Infinity;
    const othersFrom = ledger.registeredFrom.get(event.module) ?? Infinity;
    return { event, isTheirsOn: (day) => day < besideFrom && (day >= theirsFrom || day < othersFrom) };
  });
  return [...sure, ...perhaps].sort((one, other) => byStart(one.event, other.event));
}

/** The same, of registers that mark everyone absent and that the plan takes at their word: absences. */
export function believedAbsences(plan: Plan, ledger: Ledger, studentId: string): readonly DayActs[] {
  if (plan.allAbsentRegisters === 'unknown') return [];
  return ledger
    .openEventsOf(studentId)
    .filter(({ why }) => why === 'everyone-absent')
    .map(({ feed, type, module, isOnline, starts, minutes }) => ({
      ...{ feed, type, module, isOnline, standing: 'missed', day: starts.day, acts: 1 },
      ...{ minutes: minutes ?? 0, unmeasuredActs: minutes === null ? 1 : 0 },
      daytimeMinutes: daytimeMinutes(starts, minutes ?? 0),
    }));
}

function isOpen({ registers, allAbsentRegisters }: Plan, { why, type }: OpenEvent): boolean {
  if (why === 'everyone-absent') return allAbsentRegisters === 'unknown';
  return why === 'not-recorded' || registers === null || registers.includes(type);
}

/** Of the modules on which the student is enrolled that day; of all where nobody knows. */
function perhapsTheirs(unregistered: Unregistered, { enrolments }: Subject): readonly OpenEvent[] {
  const modules = enrolments === null ? unregistered.keys() : new Set(enrolments.map(({ moduleCode }) => moduleCode));
  return [...modules].flatMap((module) => {
    return (unregistered.get(module) ?? []).filter(({ starts }) => isEnrolledOn(enrolments, module, starts.day));
  });
}

/** The first days on which registers name the student: of a module, and of a module, type and week. */
class RegistersOf {
  readonly #days = new Map<string, Day>();

  constructor(acts: readonly DayActs[], named: readonly OpenEvent[]) {
    for (const { feed, module, type, day } of acts) if (feed === 'attendance') this.#add(module, type, day);
    for (const { why, module, type, starts } of named) if (why !== 'no-register') this.#add(module, type, starts.day);
  }

  #add(module: string, type: string, day: Day): void {
    for (const key of [module, groupKey(module, type, day)]) {
      const first = this.#days.get(key);
      if (first === undefined || day < first) this.#days.set(key, day);
    }
  }

  firstOf(module: string): Day | null {
    return this.#days.get(module) ?? null;
  }

  firstBeside({ module, type, starts }: OpenEvent): Day | null {
    return this.#days.get(groupKey(module, type, starts.day)) ?? null;
  }
}

function groupKey(module: string, type: string, day: Day): string {
  return `${module}\u0000${weekOf(day)} ${type}`;
}

function byStart(one: OpenEvent, other: OpenEvent): number {
  const minuteOf = ({ starts }: OpenEvent): number => starts.minute ?? 0;
  return one.starts.day - other.starts.day || minuteOf(one) - minuteOf(other) || byCodeUnit(one.eventId, other.eventId);
}
