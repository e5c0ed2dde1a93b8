// The events expected of a student on some days, what became of them, and how much they come to (7.1a).
import { isDisrupted } from '../../calendar/calendar.js';
import type { Day } from '../../calendar/day.js';
import type { OpenEvent } from '../../engagement/ledger.js';
import type { ShareBounds } from '../../engagement/outcome.js';
import { attendanceOf, type Attendance } from '../attendance.js';
import type { DayActs } from '../evidence.js';
import { excuseOn } from '../monitored.js';
import { actsAsked, isEnrolledOn, openEventsAsked, type Asked } from '../opportunity.js';
import type { Situation } from '../situation.js';
import { untimetabledDays } from '../timetabled.js';
import { ANYTHING, boundsOf } from './share.js';

export interface ExpectedEvents {
  readonly attended: readonly DayActs[];
  readonly missed: readonly DayActs[];
  readonly authorised: readonly DayActs[];
  readonly disrupted: readonly DayActs[];
  /** Of modules on which the student is not enrolled that day: not expected. */
  readonly notEnrolled: readonly DayActs[];
  readonly open: readonly OpenEvent[];
  /** Nobody can say what took place on some of the days. */
  readonly isOpenEnded: boolean;
}

export function expectedEvents(asked: Asked, situation: Situation, days: ReadonlySet<Day>): ExpectedEvents {
  const { acts, enrolments } = situation;
  const asking = actsAsked(asked, acts, days);
  const expected = asking.filter(({ module, day }) => isEnrolledOn(enrolments, module, day));
  const became = (wanted: Attendance): readonly DayActs[] => {
    return expected.filter((it) => attendanceOf(it, situation) === wanted);
  };
  return {
    attended: became('attended'),
    missed: became('missed'),
    authorised: became('authorised'),
    disrupted: became('disruption'),
    notEnrolled: asking.filter((it) => !expected.includes(it)),
    open: openEventsAsked(asked, situation, days).filter(({ module, starts }) => {
      return isEnrolledOn(enrolments, module, starts.day);
    }),
    isOpenEnded: untimetabledDays(situation, days).length > 0,
  };
}

/**
 * The share attended; null where nothing was expected. Authorised absence leaves it or stays as missed; what was disrupted
 * leaves it in any case.
 */
export function shareAttended(
  events: ExpectedEvents,
  weigh: Weights,
  authorised: 'leaves' | 'stays',
  situation: Situation,
): ShareBounds | null {
  if (events.isOpenEnded) return ANYTHING;
  const { plan } = situation;
  const isExcused = (day: Day): boolean => {
    return authorised === 'leaves' ? excuseOn(plan, situation, day) !== null : isDisrupted(plan.calendar, day);
  };
  const staying = authorised === 'leaves' ? [] : events.authorised.filter(({ day }) => !isExcused(day));
  return boundsOf({
    done: weigh.acts(events.attended),
    missed: weigh.acts(events.missed) + weigh.acts(staying),
    unknown: weigh.events(events.open.filter(({ starts }) => !isExcused(starts.day))),
    excusedUnknown: weigh.events(events.open.filter(({ starts }) => isExcused(starts.day))),
  });
}

export interface Weights {
  readonly acts: (acts: readonly DayActs[]) => number;
  readonly events: (events: readonly OpenEvent[]) => number;
}

/** Events count one each, or their minutes; where the export gives no end, the plan's length. */
export function weightsOf(unit: 'events' | 'minutes', eventMinutes: number): Weights {
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  if (unit === 'events') return { acts: (acts) => sum(acts.map((it) => it.acts)), events: (events) => events.length };
  return {
    acts: (acts) => sum(acts.map(({ minutes, unmeasuredActs }) => minutes + unmeasuredActs * eventMinutes)),
    events: (events) => sum(events.map(({ minutes }) => minutes ?? eventMinutes)),
  };
}
