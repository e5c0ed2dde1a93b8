// What the rules for sponsored students (9) say of one student at one checkpoint, with the operands.
import type { Day } from '../calendar/day.js';
import type { Period } from '../calendar/period.js';
import type { Certainty, Clock, Missing, ShareBounds } from './outcome.js';

/** The clause whose ground can arise for a sponsored student: below degree level, or at it and above. */
export type SponsorClause = '9.1' | '9.2';

/** The days without evidence that the sponsor counts (9.2): authorised absence does not pause it. */
export interface SponsorClock extends Clock {
  /** Of the longest count, the days of authorised absence. */
  readonly authorisedDays: number;
  /** By when the sponsor has to report the day on which the longest count reaches 60; null where it never does. */
  readonly reportBy: Day | null;
}

/** Whether attendance lies below a limit: certainly, perhaps, or not. */
export type Below = 'below' | 'open' | 'not-below';

/** The attendance of a month in both measures; minutes decide. */
export interface MonthAttendance {
  readonly minutes: ShareBounds;
  readonly sessions: ShareBounds;
  /** 85 %: the process. */
  readonly belowProcess: Below;
  /** 70 %: a month of the three that are the ground. */
  readonly belowGround: Below;
}

/** A calendar month of the plan's year (9.1), as far as it is over by the checkpoint date. */
export interface SponsorMonth extends Period {
  /** Open months are provisional and decide nothing. */
  readonly isComplete: boolean;
  /** It ended after the checkpoint before. */
  readonly isNew: boolean;
  /** Not all its days are the student's, or the plan's year begins within it. */
  readonly isInPart: boolean;
  readonly teachingWeeks: number;
  /** Null: nothing was expected. */
  readonly attendance: MonthAttendance | null;
  /** With authorised absence treated in the other way than the plan does. */
  readonly otherwise: MonthAttendance | null;
  /** What leaves the attendance open. */
  readonly missing: readonly Missing[];
}

/** Whether the month would have been decided otherwise, had authorised absence been treated in the other way (9.1). */
export function isDecidedByAuthorised({
  attendance,
  otherwise,
}: Pick<SponsorMonth, 'attendance' | 'otherwise'>): boolean {
  return attendance?.belowProcess !== otherwise?.belowProcess || attendance?.belowGround !== otherwise?.belowGround;
}

/** A teaching week of five teaching days with what is scheduled of classroom-based study in it. */
export interface ScheduledWeek {
  readonly monday: Day;
  /** On Monday to Friday, within 08:00 to 18:00. */
  readonly minutes: number;
}

/** Clause 9.1: 15 hours a week. */
export const LEAST_WEEKLY_MINUTES = 15 * 60;

/** Why a sponsor ground is withheld, whatever the records say. */
export type RuleWithheld = 'rule-undeclared' | 'attendance-unlisted';

export interface Sponsorship {
  /** Null: RQF 4, 5 or none, and the plan does not say which rule is theirs. */
  readonly clause: SponsorClause | null;
  /** Null while the visa is still to come. */
  readonly clock: SponsorClock | null;
  /** The last day, up to the checkpoint, on which the student attended something in person. */
  readonly lastInPersonOn: Day | null;
  /** In order; empty where 9.2 is the clause. */
  readonly months: readonly SponsorMonth[];
  /** In order; empty where 9.2 is the clause, and without what nobody can say. */
  readonly weeks: readonly ScheduledWeek[];
  /** 9.1: a month below 85 % puts the student into the non-engagement process. */
  readonly process: Certainty;
  readonly grounds: readonly SponsorClause[];
  readonly groundsWithheld: readonly SponsorClause[];
  /** Null: the records leave the ground open, or nothing does. */
  readonly withheldBecause: RuleWithheld | null;
  /** What leaves the ground open. */
  readonly missing: readonly Missing[];
  /** What leaves the process open. */
  readonly missingForProcess: readonly Missing[];
}
