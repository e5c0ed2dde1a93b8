// What the rules for sponsored students rest on (9), as JSON.
import { formatDay } from '../calendar/day.js';
import type { ShareBounds } from '../engagement/outcome.js';
import {
  isDecidedByAuthorised,
  type MonthAttendance,
  type ScheduledWeek,
  type SponsorClock,
  type SponsorMonth,
  type Sponsorship,
} from '../engagement/sponsorship.js';
import { explainedClock } from './explained-clock.js';
import { dayOrNull } from './json-days.js';
import { monthCell } from './month-text.js';

export function explainedSponsorship({ clause, clock, months, weeks, ...it }: Sponsorship) {
  return {
    rule: clause,
    process: it.process,
    grounds: it.grounds,
    grounds_withheld: it.groundsWithheld,
    withheld_because: it.withheldBecause,
    last_in_person_on: dayOrNull(it.lastInPersonOn),
    clock: clock === null ? null : explainedSponsorClock(clock),
    months: months.map(explainedMonth),
    weeks: weeks.map(explainedWeek),
  };
}

function explainedSponsorClock(clock: SponsorClock) {
  return {
    ...explainedClock(clock),
    authorised_days: clock.authorisedDays,
    report_by: dayOrNull(clock.reportBy),
  };
}

function explainedMonth(month: SponsorMonth) {
  const { attendance, otherwise } = month;
  return {
    month: monthCell(month),
    provisional: !month.isComplete,
    since_last_checkpoint: month.isNew,
    in_part: month.isInPart,
    teaching_weeks: month.teachingWeeks,
    attendance: attendance === null ? null : explainedAttendance(attendance),
    // With authorised absence treated in the other way than the plan does.
    otherwise: otherwise === null ? null : explainedAttendance(otherwise),
    decided_by_authorised: isDecidedByAuthorised(month),
  };
}

function explainedAttendance({ minutes, sessions, belowProcess, belowGround }: MonthAttendance) {
  return {
    minutes: explainedShare(minutes),
    sessions: explainedShare(sessions),
    below_85: belowProcess,
    below_70: belowGround,
  };
}

/** Null: nobody knows even what was expected. */
function explainedShare({ worst, best, isOpenEnded }: ShareBounds) {
  if (isOpenEnded) return null;
  return {
    worst: { attended: worst.numerator, expected: worst.denominator },
    best: { attended: best.numerator, expected: best.denominator },
  };
}

function explainedWeek({ monday, minutes }: ScheduledWeek) {
  return { monday: formatDay(monday), minutes };
}
