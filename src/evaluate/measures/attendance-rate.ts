// Attended of expected (7.1a), by events or by minutes.
import type { Missed, SetAside } from '../../engagement/outcome.js';
import type { OpenEvent } from '../../engagement/ledger.js';
import type { RateIndicator } from '../../plan/plan.js';
import { attendanceOf } from '../attendance.js';
import type { DayActs } from '../evidence.js';
import { excuseOn } from '../monitored.js';
import { isEnrolledOn } from '../opportunity.js';
import { untimetabledDays } from '../timetabled.js';
import { missedInOrder } from './missed.js';
import { actsOn, openEventsIn, unknownDaysIn, type Measurement, type Scope } from './scope.js';
import { setAsideInOrder } from './set-aside.js';
import { ANYTHING, boundsOf } from './share.js';

/** Null where nothing was expected. */
export function attendanceRate(indicator: RateIndicator, scope: Scope): Measurement | null {
  const { situation, days, exceptedDays } = scope;
  const { enrolments, plan } = situation;
  const inWindow = actsOn(indicator, scope, situation.acts, days);
  const expected = inWindow.filter(({ module, day }) => isEnrolledOn(enrolments, module, day));
  const became = (wanted: ReturnType<typeof attendanceOf>): readonly DayActs[] => {
    return expected.filter((it) => attendanceOf(it, situation) === wanted);
  };
  const openEvents = openEventsIn(indicator, scope).filter((it) => {
    return isEnrolledOn(enrolments, it.module, it.starts.day);
  });
  const isExcused = ({ starts }: OpenEvent): boolean => excuseOn(plan, situation, starts.day) !== null;
  const weigh = weights(indicator, plan.eventMinutes);
  const missed = became('missed');
  const bounds =
    untimetabledDays(situation, days).length > 0
      ? ANYTHING
      : boundsOf({
          done: weigh.acts(became('attended')),
          missed: weigh.acts(missed),
          unknown: weigh.events(openEvents.filter((it) => !isExcused(it))),
          excusedUnknown: weigh.events(openEvents.filter(isExcused)),
        });
  if (bounds === null) return null;
  const excepted = actsOn(indicator, scope, situation.acts, exceptedDays);
  return {
    ...bounds,
    missed: missedInOrder(missed.map(missedEvent)),
    openEvents,
    unknownDays: unknownDaysIn(indicator, scope),
    unmeasuredDays: [],
    setAside: setAsideInOrder([
      ...became('authorised').map(setAside('authorised')),
      ...became('disruption').map(setAside('disruption')),
      ...inWindow.filter((it) => !expected.includes(it)).map(setAside('not-enrolled')),
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

interface Weights {
  readonly acts: (acts: readonly DayActs[]) => number;
  readonly events: (events: readonly OpenEvent[]) => number;
}

/** Events count one each, or their minutes; where the export gives no end, the plan's length. */
function weights({ of }: RateIndicator, eventMinutes: number): Weights {
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  if (of === 'events') return { acts: (acts) => sum(acts.map((it) => it.acts)), events: (events) => events.length };
  return {
    acts: (acts) => sum(acts.map(({ minutes, unmeasuredActs }) => minutes + unmeasuredActs * eventMinutes)),
    events: (events) => sum(events.map(({ minutes }) => minutes ?? eventMinutes)),
  };
}
