// A plan as the evaluation sees it: checked, resolved, free of YAML. The written plan is another type (schema.ts).
import type { Calendar, CalendarKind } from '../calendar/calendar.js';
import type { Day } from '../calendar/day.js';
import type { Checkpoint } from '../calendar/window.js';
import type { AwayKind } from '../engagement/circumstance.js';
import type { Feed } from '../engagement/feed.js';
import type { Fraction } from '../engagement/fraction.js';
import type { SponsorClause } from '../engagement/sponsorship.js';
import type { Category, Mode } from '../engagement/student.js';
import type { Dated } from './dated.js';

export interface Person {
  readonly name: string;
  readonly email: string;
}

/** Which students are the plan's own; every part that is given must hold. */
export interface StudentSelector {
  readonly schools: readonly string[];
  readonly programmes?: readonly string[];
  readonly rqf?: readonly number[];
  readonly modes?: readonly Mode[];
}

/** A kind of evidence that the plan counts, and who confirmed it accurate (8.4). Null: nobody has, yet. */
export interface ListedFeed {
  readonly feed: Feed;
  readonly confirmedBy: string | null;
  readonly confirmedOn: Day | null;
}

interface IndicatorBase {
  readonly id: string;
  /** As letters say it. */
  readonly title: string;
  readonly feed: Feed;
  /** The acts it counts, by type; null: all. */
  readonly only: readonly string[] | null;
  /** The days of the calendar that it leaves out. */
  readonly except: readonly CalendarKind[];
  /** The ids of the checkpoints at which it is asked; null: at all, and at ad-hoc dates. */
  readonly at: readonly string[] | null;
  /** `each_module`: asked of every module by itself, and met where every one of them meets it. */
  readonly scope: 'programme' | 'each_module';
  /** What a letter suggests where it is not met (8.3); `''`: nothing. */
  readonly support: string;
}

/** What a rate is the share of. Teaching weeks are those with evidence, of all in the student's window. */
export type ShareOf = 'events' | 'minutes' | 'submissions' | 'meetings' | 'teaching_weeks';

/** A share of what was expected; met where it reaches the minimum. */
export interface RateIndicator extends IndicatorBase {
  readonly measure: 'rate';
  readonly of: ShareOf;
  /** Submissions: late ones do not count. */
  readonly isOnTimeAsked: boolean;
  readonly minimum: Dated<Fraction>;
}

/** Acts, minutes, distinct days or distinct weeks with evidence; met where they reach the minimum. */
export interface AmountIndicator extends IndicatorBase {
  readonly measure: 'count' | 'active_days' | 'active_weeks' | 'minutes';
  /** Whole numbers, at least 1. */
  readonly minimum: Dated<number>;
  /** `teaching_week`: the minimum is one for each teaching week of the checkpoint's window. */
  readonly per: 'window' | 'teaching_week';
  readonly isProrated: boolean;
}

/** Monitored days since the last evidence of the kind; met where they do not exceed the maximum. */
export interface RecencyIndicator extends IndicatorBase {
  readonly measure: 'recency';
  readonly maximum: Dated<number>;
}

export type Indicator = RateIndicator | AmountIndicator | RecencyIndicator;

export type Rule =
  | { readonly kind: 'indicator'; readonly indicatorId: string }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Rule[] }
  | { readonly kind: 'at-least'; readonly count: number; readonly of: readonly Rule[] };

/** Whom a group is for: every part that is given must hold; a student whose record leaves the part blank fails it. */
export interface GroupCondition {
  /** Of these, one is in force that day (9.4). */
  readonly circumstances?: readonly AwayKind[];
  readonly categories?: readonly Category[];
  readonly modes?: readonly Mode[];
  readonly programmes?: readonly string[];
  readonly rqf?: readonly number[];
  readonly years?: readonly string[];
  readonly isSponsored?: boolean;
}

/** Students with a rule of their own (6.2c, 6.2g); the indicators are those of the plan. */
export interface Group {
  readonly id: string;
  readonly title: string;
  readonly when: GroupCondition;
  readonly rule: Rule;
}

/** Whether something pauses the 60 days of 10.6, or they go on. */
export type ClockChoice = 'pauses' | 'counts';

/** How long a student has to reply to a letter (10.4). Working days: Monday to Friday, no bank holidays or closures. */
export interface ReplyTime {
  readonly count: number;
  readonly unit: 'days' | 'working_days';
}

/** A pattern of non-engagement that causes concern (10.6): `count` of the last `of` checkpoints that were decided. */
export interface ReferralPattern {
  readonly counts: 'non-engagement' | 'low-or-non-engagement';
  readonly count: number;
  /** `in-year`: of all checkpoints so far. A run of consecutive ones has `of` equal to `count`. */
  readonly of: number | 'in-year';
}

/** What the policy leaves to a plan of the rules for sponsored students (9). */
export interface SponsorRules {
  /** Of students at RQF 4 and 5, and of those without an RQF; null: nobody has said, so their ground is withheld. */
  readonly clauseOfOthers: SponsorClause | null;
  /** Integrated foundation years of a degree (9.2), whatever award the export states. */
  readonly foundationYears: readonly string[];
  /** The event types that are classroom-based study (9.1); null: all. */
  readonly classroom: readonly string[] | null;
  /** Whether events missed with authorisation leave the month's attendance (9.1), or stay in it as missed. */
  readonly authorisedAbsence: 'leaves' | 'stays';
  /** The programmes whose remote delivery UKVI has approved, or need not (8.5). */
  readonly remoteApproved: readonly string[];
  /** How many working days after 60 are reached (9.2) the sponsor has to report. */
  readonly reportWithinWorkingDays: number;
}

/** Where a letter points a student for help, advice and appeals (11, 12); `''` where the plan gives none. */
export interface SupportContacts {
  readonly supportName: string;
  readonly supportEmail: string;
  readonly wellbeingUrl: string;
  readonly adviceUrl: string;
  readonly appealsUrl: string;
}

/** A file that an outcome was decided with, and what it held. */
export interface InputFile {
  readonly file: string;
  readonly sha256: string;
}

export interface Plan {
  /** Names the report folder. */
  readonly name: string;
  readonly title: string;
  /** The policy version that it was written for (14). */
  readonly policyVersion: string;
  readonly students: StudentSelector;
  readonly leads: readonly Person[];
  readonly contacts: SupportContacts;
  readonly replyWithin: ReplyTime;
  readonly calendar: Calendar;
  /** England's, for working days. */
  readonly bankHolidays: readonly Day[];
  /** Which calendar level (9.5) a programme follows, where the plan says so. */
  readonly levels: ReadonlyMap<string, string>;
  /** In order of date. */
  readonly checkpoints: readonly Checkpoint[];
  /** A student with fewer monitored days in their window is not assessed (`grace`). */
  readonly graceDays: number;
  /** How many days after its last act a feed still counts as known. */
  readonly toleranceDays: number;
  readonly feeds: readonly ListedFeed[];
  /** The event types for which registers are kept; null: all. */
  readonly registers: readonly string[] | null;
  /** What a register means that marks everyone absent, 5 students or more. */
  readonly allAbsentRegisters: 'unknown' | 'absent';
  /** The length of an event whose export gives no end. */
  readonly eventMinutes: number;
  readonly clock: { readonly vacation: ClockChoice; readonly authorisedAbsence: ClockChoice };
  readonly indicators: readonly Indicator[];
  /** In order; the first that fits a student decides. */
  readonly groups: readonly Group[];
  /** For everyone whom no group claims. */
  readonly rule: Rule;
  readonly patterns: readonly ReferralPattern[];
  /** What the school expects in each of its modules of students of other schools (6.3); null: it alerts nobody. */
  readonly moduleAlerts: Indicator | null;
  readonly sponsored: SponsorRules;
  /** The plan's own file, then the university's if there is one. */
  readonly files: readonly InputFile[];
}

/** The policy version whose clauses this program applies. */
export const POLICY_VERSION = '2.0';
