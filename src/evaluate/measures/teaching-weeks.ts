// The share of teaching weeks with evidence.
import { teachingWeeksIn } from '../../calendar/calendar.js';
import { weekOf } from '../../calendar/day.js';
import type { RateIndicator } from '../../plan/plan.js';
import { missedOf } from './amount.js';
import { actsOn, openEventsIn, unknownDaysIn, type Measurement, type Scope } from './scope.js';
import { boundsOf } from './share.js';

/** Of the teaching weeks all of whose weekdays are the student's; null where there are none. */
export function teachingWeeksRate(indicator: RateIndicator, scope: Scope): Measurement | null {
  const { situation, days } = scope;
  const weeks = teachingWeeksIn(situation.plan.calendar, [...days], situation.level);
  const openEvents = openEventsIn(indicator, scope);
  const unknownDays = unknownDaysIn(indicator, scope);
  const active = new Set(actsOn(indicator, scope, situation.evidence, days).map(({ day }) => weekOf(day)));
  const perhaps = new Set([...unknownDays, ...openEvents.map(({ starts }) => starts.day)].map(weekOf));
  const done = [...weeks].filter((week) => active.has(week)).length;
  const unknown = [...weeks].filter((week) => !active.has(week) && perhaps.has(week)).length;
  const bounds = boundsOf({ done, missed: weeks.size - done - unknown, unknown, excusedUnknown: 0 });
  if (bounds === null) return null;
  return { ...bounds, missed: missedOf(indicator, scope), openEvents, unknownDays, unmeasuredDays: [], setAside: [] };
}
