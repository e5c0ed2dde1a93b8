// Attended of expected (7.1a), by events or by minutes.
import type { Missed, SetAside } from '../../engagement/outcome.js';
import type { RateIndicator } from '../../plan/plan.js';
import type { DayActs } from '../evidence.js';
import { expectedEvents, shareAttended, weightsOf } from './expected-events.js';
import { missedInOrder } from './missed.js';
import { actsOn, askedOf, unknownDaysIn, type Measurement, type Scope } from './scope.js';
import { setAsideInOrder } from './set-aside.js';

/**
 * Null where nothing was expected.
 * @clause 7.1a
 */
export function attendanceRate(indicator: RateIndicator, scope: Scope): Measurement | null {
  const { situation, days, exceptedDays } = scope;
  const events = expectedEvents(askedOf(indicator, scope), situation, days);
  const weigh = weightsOf(indicator.of === 'events' ? 'events' : 'minutes', situation.plan.eventMinutes);
  const bounds = shareAttended(events, weigh, 'leaves', situation);
  if (bounds === null) return null;
  const excepted = actsOn(indicator, scope, situation.acts, exceptedDays);
  return {
    ...bounds,
    missed: missedInOrder(events.missed.map(missedEvent)),
    openEvents: events.open,
    unknownDays: unknownDaysIn(indicator, scope),
    unmeasuredDays: [],
    setAside: setAsideInOrder([
      ...events.authorised.map(setAside('authorised')),
      ...events.disrupted.map(setAside('disruption')),
      ...events.notEnrolled.map(setAside('not-enrolled')),
      ...excepted.map(setAside('excepted')),
    ]),
  };
}

export function missedEvent({ standing, type, module, day, acts }: DayActs): Missed {
  const kind = standing === 'done-remotely' ? 'remote-event' : 'event';
  return { kind, name: type, module, on: day, count: acts };
}

function setAside(why: SetAside['why']) {
  return ({ acts }: DayActs): SetAside => ({ why, count: acts });
}
