// What kind of day a day is for one student under a plan: monitored, counted by the clock, excused.
import { isDisrupted, isVacation } from '../calendar/calendar.js';
import type { Day } from '../calendar/day.js';
import type { Student } from '../engagement/student.js';
import type { Plan } from '../plan/plan.js';
import { isPresent, isUnder, type Present } from './presence.js';

export interface DayRules {
  /** Enrolled, not interrupted, and not vacation for the student's level (9.5). */
  readonly isMonitored: (day: Day) => boolean;
  /** Counted by the clock of 10.6: what pauses it is the plan's choice. */
  readonly isClockDay: (day: Day) => boolean;
  /** On which the rules for sponsored students run (9): monitored, and within the visa. */
  readonly isSponsoredDay: (day: Day) => boolean;
}

/** @clause 9.5, 10.6 */
export function dayRulesOf(plan: Plan, present: Present, level: string | null): DayRules {
  const { calendar, clock } = plan;
  const isFree = (day: Day): boolean => isVacation(calendar, day, level);
  const isPaused = (day: Day): boolean => {
    return (
      (clock.vacation === 'pauses' && isFree(day)) ||
      (clock.authorisedAbsence === 'pauses' && isAuthorised(present, day))
    );
  };
  const isMonitored = (day: Day): boolean => isPresent(present, day) && !isFree(day);
  return {
    isMonitored,
    isSponsoredDay: (day) => isMonitored(day) && isOnVisa(present.student, day),
    isClockDay: (day) => isPresent(present, day) && !isPaused(day),
  };
}

/**
 * 7.5: within the visa; a date that the export leaves blank is no limit.
 * @clause 7.4, 7.5
 */
export function isOnVisa({ visaFrom, visaTo }: Student, day: Day): boolean {
  return (visaFrom === null || visaFrom <= day) && (visaTo === null || day <= visaTo);
}

export function isAuthorised(present: Present, day: Day): boolean {
  return isUnder('authorised-absence', present, day);
}

/**
 * 8.5: attending an in-person event online counts as attended with an approved exception, or where teaching was disrupted.
 * @clause 8.5a, 8.5b
 */
export function isRemoteAccepted({ calendar }: Plan, present: Present, day: Day): boolean {
  return isUnder('remote-approved', present, day) || isDisrupted(calendar, day);
}

/** Why an expected event that was not attended on the day does not count against the student; null: it does. */
export function excuseOn({ calendar }: Plan, present: Present, day: Day): 'authorised' | 'disruption' | null {
  if (isAuthorised(present, day)) return 'authorised';
  return isDisrupted(calendar, day) ? 'disruption' : null;
}
