// Meetings attended of those arranged (7.1d).
import type { DayActs } from '../evidence.js';
import type { Missed } from '../../engagement/outcome.js';
import type { RateIndicator } from '../../plan/plan.js';
import { missedInOrder } from './missed.js';
import { actsOn, openEventsIn, unknownDaysIn, type Measurement, type Scope } from './scope.js';
import { setAsideInOrder } from './set-aside.js';
import { ANYTHING, boundsOf } from './share.js';

/**
 * Null where none was arranged.
 * @clause 7.1d
 */
export function meetingsRate(indicator: RateIndicator, scope: Scope): Measurement | null {
  const { situation, days, exceptedDays } = scope;
  const arranged = actsOn(indicator, scope, situation.acts, days);
  const missed = arranged.filter(({ standing }) => standing === 'missed');
  const openEvents = openEventsIn(indicator, scope);
  const unknownDays = unknownDaysIn(indicator, scope);
  const countOf = (acts: readonly DayActs[]): number => acts.reduce((sum, it) => sum + it.acts, 0);
  const share = {
    done: countOf(arranged) - countOf(missed),
    missed: countOf(missed),
    unknown: openEvents.length,
    excusedUnknown: 0,
  };
  // Without the whole feed nobody knows what was arranged either.
  const bounds = unknownDays.length > 0 ? ANYTHING : boundsOf(share);
  if (bounds === null) return null;
  const excepted = countOf(actsOn(indicator, scope, situation.acts, exceptedDays));
  return {
    ...bounds,
    missed: missedInOrder(missed.map(missedMeeting)),
    openEvents,
    unknownDays,
    unmeasuredDays: [],
    setAside: setAsideInOrder([{ why: 'excepted', count: excepted }]),
  };
}

export function missedMeeting({ type, module, day, acts }: DayActs): Missed {
  return { kind: 'meeting', name: type, module, on: day, count: acts };
}
