// Acts, minutes, distinct days or distinct weeks with evidence in the student's window.
import { weekOf, type Day } from '../../calendar/day.js';
import { whole } from '../../engagement/fraction.js';
import type { OpenEvent } from '../../engagement/ledger.js';
import type { Bound, Missed } from '../../engagement/outcome.js';
import type { AmountIndicator, Indicator } from '../../plan/plan.js';
import { attendanceOf } from '../attendance.js';
import { isEvidence, type DayActs } from '../evidence.js';
import { isEnrolledOn } from '../opportunity.js';
import { missedEvent } from './attendance-rate.js';
import { missedMeeting } from './meetings-rate.js';
import { missedInOrder } from './missed.js';
import { actsOn, openEventsIn, unknownDaysIn, type Measurement, type Scope } from './scope.js';

/** @clause 7.1a, 7.1b, 7.1c, 7.1d, 7.1e, 7.1f */
export function amount(indicator: AmountIndicator, scope: Scope): Measurement {
  const { situation, days } = scope;
  const evidence = actsOn(indicator, scope, situation.evidence, days);
  const openEvents = openEventsIn(indicator, scope);
  const unknownDays = unknownDaysIn(indicator, scope);
  const unmeasuredDays = unmeasuredDaysOf(indicator, evidence);
  const sum = new Amounts(indicator, situation.plan.eventMinutes);
  // Nobody knows how much an unknown day holds, nor how long somebody watched whose minutes are missing.
  const isCounted = indicator.measure === 'count' || indicator.measure === 'minutes';
  const isUnbounded = unmeasuredDays.length > 0 || (isCounted && unknownDays.length > 0);
  return {
    worst: whole(sum.of(evidence, [], [])),
    best: isUnbounded ? 'unbounded' : whole(sum.of(evidence, openEvents, unknownDays)),
    isOpenEnded: false,
    missed: missedOf(indicator, scope),
    openEvents,
    unknownDays,
    unmeasuredDays,
    setAside: [],
  } satisfies Measurement & { readonly best: Bound };
}

/** The days with minutes that nobody knows; an event without an end is as long as the plan says. */
function unmeasuredDaysOf({ measure, feed }: AmountIndicator, evidence: readonly DayActs[]): readonly Day[] {
  if (measure !== 'minutes' || feed === 'attendance') return [];
  return [...new Set(evidence.filter(({ unmeasuredActs }) => unmeasuredActs > 0).map(({ day }) => day))];
}

/** What an amount is made of, with what may have happened besides. */
class Amounts {
  constructor(
    private readonly indicator: AmountIndicator,
    private readonly eventMinutes: number,
  ) {}

  of(evidence: readonly DayActs[], openEvents: readonly OpenEvent[], unknownDays: readonly Day[]): number {
    const days = [...evidence.map(({ day }) => day), ...openEvents.map(({ starts }) => starts.day), ...unknownDays];
    switch (this.indicator.measure) {
      case 'count':
        return evidence.reduce((sum, { acts }) => sum + acts, openEvents.length);
      case 'minutes':
        return (
          evidence.reduce((sum, it) => sum + this.#minutesOf(it), 0) +
          openEvents.reduce((sum, { minutes }) => sum + (minutes ?? this.eventMinutes), 0)
        );
      case 'active_days':
        return new Set(days).size;
      case 'active_weeks':
        return new Set(days.map(weekOf)).size;
    }
  }

  #minutesOf({ feed, minutes, unmeasuredActs }: DayActs): number {
    return feed === 'attendance' ? minutes + unmeasuredActs * this.eventMinutes : minutes;
  }
}

/** The events and meetings of the indicator that were expected of the student and missed. */
export function missedOf(indicator: Indicator, scope: Scope): readonly Missed[] {
  const { situation, days } = scope;
  const acts = actsOn(indicator, scope, situation.acts, days);
  switch (indicator.feed) {
    case 'attendance':
      return missedInOrder(
        acts
          .filter((it) => isEnrolledOn(situation.enrolments, it.module, it.day))
          // What was attended online is evidence, approved or not.
          .filter((it) => !isEvidence(it) && attendanceOf(it, situation) === 'missed')
          .map(missedEvent),
      );
    case 'meetings':
      return missedInOrder(acts.filter(({ standing }) => standing === 'missed').map(missedMeeting));
    case 'submissions':
    case 'vle':
    case 'lecture_capture':
    case 'activities':
      return [];
  }
}
