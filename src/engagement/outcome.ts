// What the software says of one student at one checkpoint, with every operand that it was decided on.
import type { Day } from '../calendar/day.js';
import type { Period } from '../calendar/period.js';
import type { Feed } from './feed.js';
import type { Fraction } from './fraction.js';
import type { OpenBecause, OpenEvent } from './ledger.js';
import type { Sponsorship } from './sponsorship.js';

export type Classification = 'engaged' | 'low-engagement' | 'non-engagement' | 'withheld' | 'not-assessed';

/** Why a student is not assessed; in the order in which the reasons are tried. */
export const NOT_ASSESSED_REASONS = [
  'research',
  'withdrawn',
  'sabbatical-officer',
  'not-started',
  'completed',
  'interrupted',
  'no-placement-section',
  'no-transnational-section',
  'grace',
  'authorised-absence',
  'no-opportunity',
] as const;

export type NotAssessedReason = (typeof NOT_ASSESSED_REASONS)[number];

/** A truth value of Kleene's three-valued logic, or an indicator that does not apply and drops out. */
export type Result = 'met' | 'not-met' | 'unknown' | 'not-applicable';

export type Process = 'non-engagement' | 'none';

/** Whether something is so; `withheld`: it may be, depending on what is missing. */
export type Certainty = 'certain' | 'withheld' | 'none';

/** Grounds for referral, in the order in which they are listed. */
export const GROUNDS = ['9.1', '9.2', '10.6-days', '10.6-pattern'] as const;
export type Ground = (typeof GROUNDS)[number];

/** A measure's best case where unknown days could hold any number of acts. */
export type Bound = Fraction | 'unbounded';

/** A share in its worst and best case. */
export interface ShareBounds {
  readonly worst: Fraction;
  readonly best: Fraction;
  /** Nobody knows even what was expected. */
  readonly isOpenEnded: boolean;
}

/** How one indicator came out; `worst` and `best` differ where something is unknown. */
export interface IndicatorOutcome {
  readonly indicatorId: string;
  readonly result: Result;
  /** The rule fails on it, or stays open for it: not so where another indicator was met in its place. */
  readonly isDeciding: boolean;
  /** Absent where the indicator is not applicable. Of an indicator asked of each module: that of the one that decides. */
  readonly measured?: Measured;
  /** Every module, in order, where the indicator is asked of each. */
  readonly modules?: readonly ModuleOutcome[];
}

export interface ModuleOutcome {
  readonly module: string;
  readonly result: Exclude<Result, 'not-applicable'>;
  readonly measured: Measured;
}

export interface Measured {
  readonly worst: Fraction;
  readonly best: Bound;
  /** Nobody knows even what was expected: the bounds of the rate stand for nothing and for everything. */
  readonly isOpenEnded: boolean;
  /** The minimum applied, after proration; for recency the maximum. */
  readonly threshold: Fraction;
  /** Where proration changed it: the minimum of the checkpoint's whole window. */
  readonly plannedThreshold?: number;
  /** The module measured, where the indicator is asked of each; else null. */
  readonly module: string | null;
  /** What was expected and certainly not done, in order of day: for `reason` and letters, which name it. */
  readonly missed: readonly Missed[];
  /**
   * What leaves the measure open: events without a known attendance, days on which the feed is not known, and days with
   * evidence of which nobody knows how much it is. Recency looks for them before the window too.
   */
  readonly openEvents: readonly OpenEvent[];
  readonly unknownDays: readonly Day[];
  readonly unmeasuredDays: readonly Day[];
  /** What was left out of the denominator of a rate, and why. */
  readonly setAside: readonly SetAside[];
}

/** Something expected of the student that the records say was not done. */
export interface Missed {
  /** `remote-event`: attended online without an approved exception (8.5). */
  readonly kind: 'submission' | 'late-submission' | 'event' | 'remote-event' | 'meeting';
  /** The assessment's id, the event's type or the meeting's kind; may be `''`. */
  readonly name: string;
  readonly module: string;
  /** The day on which it was due (extensions included), or took place. */
  readonly on: Day;
  /** Alike on the same day; at least 1. */
  readonly count: number;
}

export interface SetAside {
  readonly why: 'authorised' | 'disruption' | 'extenuating' | 'not-enrolled' | 'excepted';
  readonly count: number;
}

/** A count of days without evidence, in both bounds (9.2, 10.6; `longest` from known evidence). */
export interface Clock {
  /** Day 0 from known evidence: the clock counts the monitored days after it. */
  readonly startsAfter: Day;
  readonly startsBecause: ClockStart;
  readonly calendarDays: number;
  readonly longestMonitoredDays: number;
  /** The latest day that could hold evidence; day 0 where nothing is missing after it. */
  readonly mayStartAfter: Day;
  /** The monitored days after that one. */
  readonly shortestMonitoredDays: number;
  /** The date on which the longest count reaches 60, past or to come; null where course or visa end before. */
  readonly reachesLimitOn: Day | null;
}

export type ClockStart = 'evidence' | 'student-start' | 'teaching-start' | 'return' | 'visa-start';

/**
 * Something that could hold evidence and is not known, or is not confirmed (8.4); or (`minutes-not-given`) evidence of
 * which nobody knows how much it is.
 */
export interface Missing {
  readonly feed: Feed;
  readonly why:
    | 'no-acts'
    | 'before-first-act'
    | 'after-last-act'
    | 'not-covered'
    | 'set-aside'
    | 'not-identified'
    | 'unconfirmed-evidence'
    | 'minutes-not-given'
    | OpenBecause;
  readonly days: Period;
  /** The event that is open; null where whole days are. */
  readonly event: OpenEvent | null;
}

export interface Outcome {
  readonly studentId: string;
  readonly checkpointId: string;
  readonly checkpointOn: Day;
  readonly isAdHoc: boolean;
  /** The checkpoint's window. */
  readonly window: Period;
  readonly windowMonitoredDays: number;
  /** First and last day of the student's window; null where none of the window is theirs. */
  readonly studentWindow: Period | null;
  readonly studentMonitoredDays: number;
  /** Of these, the days of authorised absence, which the minima leave out. */
  readonly authorisedDays: number;
  /** The group whose rule decides; null: the plan's rule. */
  readonly groupId: string | null;
  /** How many days of the student's window it judges (9.4), and how many there are. */
  readonly judgedDays: number;
  readonly studentDays: number;
  readonly classification: Classification;
  readonly notAssessedReason: NotAssessedReason | null;
  /** Withheld because the two schools of a joint programme do not agree on which of them decides (6.2f). */
  readonly isUnsettled: boolean;
  readonly process: Process;
  /** Those of the student's rule, in the plan's order; empty where the state alone keeps the student from being assessed. */
  readonly indicators: readonly IndicatorOutcome[];
  readonly ruleResult: Result | null;
  readonly hasEvidenceInWindow: boolean;
  /** The last day, up to the checkpoint, with evidence of a listed feed. */
  readonly lastEvidenceOn: Day | null;
  /** The last weekly meeting of a sabbatical officer that they attended, up to the checkpoint (9.3); null: none, or no officer. */
  readonly lastSupportMeetingOn: Day | null;
  /** Null where no clock runs (not-assessed by state). */
  readonly clock: Clock | null;
  readonly grounds: readonly Ground[];
  readonly groundsWithheld: readonly Ground[];
  /** What leaves the classification open; nothing where it is not withheld. */
  readonly missing: readonly Missing[];
  /** What leaves the ground of 10.6 open; nothing where it is not withheld. */
  readonly missingForGrounds: readonly Missing[];
  /** Events of listed feeds in the student's window of which nobody knows whether the student attended, by start and id. */
  readonly openEvents: readonly OpenEvent[];
  /** Null: not sponsored, or not assessed for a reason for which no ground arises. */
  readonly sponsorship: Sponsorship | null;
}

/** Below the minimum (7.2) or without any evidence (7.3): both enter the process of 10.5. */
export function isBelowMinimum({ classification }: Pick<Outcome, 'classification'>): boolean {
  return classification === 'low-engagement' || classification === 'non-engagement';
}

/** What leaves anything of an outcome open; the process is not, where the classification decides it. */
export function allMissing({ missing, missingForGrounds, process, sponsorship }: Outcome): readonly Missing[] {
  if (sponsorship === null) return [...missing, ...missingForGrounds];
  const forProcess = process === 'none' ? sponsorship.missingForProcess : [];
  return [...missing, ...missingForGrounds, ...forProcess, ...sponsorship.missing];
}

/** One student at all checkpoints of a plan's year up to a date, in order; the last is the one asked for. */
export type History = readonly Outcome[];
