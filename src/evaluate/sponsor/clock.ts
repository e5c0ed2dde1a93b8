// The sponsor's own count of days without evidence (9.2), beside that of 10.6.
import { addDays, type Day } from '../../calendar/day.js';
import { daysOf } from '../../calendar/period.js';
import { workingDaysAfter } from '../../calendar/working-days.js';
import type { SponsorClock } from '../../engagement/sponsorship.js';
import { clockBy } from '../clock.js';
import type { CountedDays } from '../counted-days.js';
import { isAuthorised } from '../monitored.js';
import type { Situation } from '../situation.js';

/**
 * Vacations pause it whatever the plan says (9.5), authorised absence does not; null while the visa is still to come.
 * @clause 7.4, 9.2, 9.5
 */
export function sponsorClockOf(situation: Situation, counted: CountedDays): SponsorClock | null {
  const { on, student } = situation;
  const { visaFrom } = student;
  if (visaFrom !== null && visaFrom > on) return null;
  const clock = clockBy(
    {
      startsAlso: visaFrom === null ? [] : [[addDays(visaFrom, -1), 'visa-start']],
      counted,
      counts: ({ isSponsoredDay }) => isSponsoredDay,
    },
    situation,
  );
  return {
    ...clock,
    authorisedDays: authorisedAfter(clock.startsAfter, situation),
    reportBy: clock.reachesLimitOn === null ? null : reportBy(clock.reachesLimitOn, situation),
  };
}

function authorisedAfter(day0: Day, situation: Situation): number {
  const { isSponsoredDay } = situation.dayRules;
  const days = daysOf({ from: addDays(day0, 1), to: situation.on });
  return days.filter((day) => isSponsoredDay(day) && isAuthorised(situation, day)).length;
}

function reportBy(reachedOn: Day, { plan }: Situation): Day {
  const { sponsored, calendar, bankHolidays } = plan;
  return workingDaysAfter(reachedOn, sponsored.reportWithinWorkingDays, calendar.kinds.closures, bankHolidays);
}
