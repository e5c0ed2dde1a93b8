// Whether the timetable can say which registers should exist, and of whom.
import { formatDay } from '../../calendar/day.js';
import { contains, overlap } from '../../calendar/period.js';
import { fault, type Fault } from '../../diagnostics/catalogue.js';
import { isBelowMinimum, isListedFeed, type Gate } from './gate.js';

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

/** Without enrolments and allocations nobody knows whose an event is. */
function nobodysEvents({ plan, ledger, target, judged }: Gate): readonly Fault[] {
  if (ledger.hasAllocations || !judged.some(({ subject }) => subject.enrolments === null)) return [];
  const events = ledger.unregistered.filter(({ type, starts }) => {
    return contains(target.window, starts.day) && (plan.registers?.includes(type) ?? true);
  }).length;
  const belowMinimum = judged.filter(isBelowMinimum).length;
  return events === 0 ? [] : [fault('registers-missing-of-nobody', { events, belowMinimum }, null, events)];
}
