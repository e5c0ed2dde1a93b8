// The attendance of each calendar month (9.1), in bounds where registers are not known.
import { teachingWeeksIn } from '../../calendar/calendar.js';
import { earliestOf, latestOf, type Day } from '../../calendar/day.js';
import { monthsOf } from '../../calendar/months.js';
import { daysOf, type Period } from '../../calendar/period.js';
import { compareFractions, type Fraction } from '../../engagement/fraction.js';
import type { ShareBounds } from '../../engagement/outcome.js';
import type { Below, MonthAttendance, SponsorMonth } from '../../engagement/sponsorship.js';
import { unknownDaysOf } from '../coverage.js';
import { expectedEvents, shareAttended, weightsOf, type ExpectedEvents } from '../measures/expected-events.js';
import { missingInMeasure } from '../missing.js';
import { isOnVisa } from '../monitored.js';
import { isPresent } from '../presence.js';
import type { Situation } from '../situation.js';

/** Clause 9.1: below this a month puts a student into the non-engagement process. */
const PROCESS_LIMIT: Fraction = { numerator: 85, denominator: 100 };
/** Clause 9.1: three consecutive months below this are a ground. */
const GROUND_LIMIT: Fraction = { numerator: 70, denominator: 100 };

/**
 * Those of the plan's year, from the start of teaching to the checkpoint date.
 * @clause 9.1
 */
export function sponsorMonths(situation: Situation): readonly SponsorMonth[] {
  return monthsOf(situation.year).map((month) => monthOf(month, situation));
}

function monthOf(month: Period, situation: Situation): SponsorMonth {
  const { plan, year, on, level, target, feedUnknowns } = situation;
  const past = { from: latestOf(month.from, year.from), to: earliestOf(month.to, on) };
  const days = daysOf(past).filter(situation.dayRules.isSponsoredDay);
  const asked = { feed: 'attendance', only: plan.sponsored.classroom, module: null } as const;
  const events = expectedEvents(asked, situation, new Set(days));
  const { authorisedAbsence } = plan.sponsored;
  const open = { openEvents: events.open, unknownDays: unknownDaysOf('attendance', feedUnknowns, days) };
  return {
    ...month,
    isComplete: month.to <= on,
    isNew: month.to <= on && (target.previousOn === null || month.to > target.previousOn),
    isInPart:
      month.from < year.from || daysOf({ from: month.from, to: past.to }).some((day) => !isTheirs(day, situation)),
    teachingWeeks: teachingWeeksIn(plan.calendar, days, level).size,
    attendance: attendanceOf(events, authorisedAbsence, situation),
    otherwise: attendanceOf(events, authorisedAbsence === 'leaves' ? 'stays' : 'leaves', situation),
    missing: missingInMeasure('attendance', { ...open, unmeasuredDays: [] }, situation),
  };
}

/** A vacation does not make a month one in part. */
function isTheirs(day: Day, situation: Situation): boolean {
  return isPresent(situation, day) && isOnVisa(situation.student, day);
}

function attendanceOf(
  events: ExpectedEvents,
  authorised: 'leaves' | 'stays',
  situation: Situation,
): MonthAttendance | null {
  const share = (unit: 'minutes' | 'events'): ShareBounds | null => {
    return shareAttended(events, weightsOf(unit, situation.plan.eventMinutes), authorised, situation);
  };
  const [minutes, sessions] = [share('minutes'), share('events')];
  if (minutes === null || sessions === null) return null;
  return { minutes, sessions, belowProcess: below(PROCESS_LIMIT, minutes), belowGround: below(GROUND_LIMIT, minutes) };
}

function below(limit: Fraction, { worst, best }: ShareBounds): Below {
  if (compareFractions(best, limit) < 0) return 'below';
  return compareFractions(worst, limit) < 0 ? 'open' : 'not-below';
}
