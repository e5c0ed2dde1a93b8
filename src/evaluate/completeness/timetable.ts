// Whether the timetable can say which registers should exist, and of whom.
import { formatDay } from '../../calendar/day.js';
import { contains, overlap } from '../../calendar/period.js';
import { fault, type Fault } from '../../diagnostics/catalogue.js';
import { groupBy } from '../../engagement/group-by.js';
import type { OpenEvent } from '../../engagement/ledger.js';
import { isEnrolledOn } from '../opportunity.js';
import { isListedFeed } from '../feeds.js';
import { isBelow, type Gate, type Judged } from './gate.js';

export function timetableFindings(gate: Gate): readonly Fault[] {
  if (!isListedFeed(gate.plan, 'attendance')) return [];
  return [...otherTerm(gate), ...nobodysEvents(gate)];
}

function otherTerm({ ledger: { timetabled }, year }: Gate): readonly Fault[] {
  if (timetabled === null || overlap(timetabled, year) !== undefined) return [];
  const [from, to] = [formatDay(timetabled.from), formatDay(timetabled.to)];
  const days = { teachingStartsOn: formatDay(year.from), on: formatDay(year.to) };
  return [fault('timetable-of-another-term', { from, to, ...days })];
}

/** Nobody knows whose an event is without enrolments and allocations, or where allocations send nobody to it. */
function nobodysEvents(gate: Gate): readonly Fault[] {
  const { ledger, judged } = gate;
  const events = ledger.unallocated.filter((event) => isExpectedRegister(event, gate));
  const belowMinimum = judged.filter(isBelow).length;
  if (ledger.hasAllocations) return unallocated(events.filter(isOnModuleOf(judged)), belowMinimum);
  if (events.length === 0 || !judged.some(({ subject }) => subject.enrolments === null)) return [];
  return [fault('registers-missing-of-nobody', { events: events.length, belowMinimum }, null, events.length)];
}

/** In the window, and of a type for which registers are kept. */
function isExpectedRegister({ type, starts }: OpenEvent, { plan, target }: Gate): boolean {
  return contains(target.window, starts.day) && (plan.registers?.includes(type) ?? true);
}

/** The timetable may be that of other schools too: an event concerns the plan whose students are on its module that day. */
function isOnModuleOf(judged: readonly Judged[]): (event: OpenEvent) => boolean {
  const known = judged.map(({ subject }) => subject.enrolments).filter((enrolments) => enrolments !== null);
  if (known.length < judged.length) return () => true;
  const byModule = groupBy(known.flat(), ({ moduleCode }) => moduleCode);
  return ({ module, starts }) => isEnrolledOn(byModule.get(module) ?? [], module, starts.day);
}

function unallocated(events: readonly OpenEvent[], belowMinimum: number): readonly Fault[] {
  const [first] = [...events].sort((one, other) => one.starts.day - other.starts.day);
  if (first === undefined) return [];
  const { eventId, module, starts } = first;
  const example = { eventId, module, on: formatDay(starts.day) };
  return [
    fault('registers-missing-unallocated', { events: events.length, ...example, belowMinimum }, null, events.length),
  ];
}
