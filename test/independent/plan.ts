// A plan with its university's year, as the simulation reads it: everything said, defaults filled in.
import type { DayNumber, Period } from './days.js';
import type { Feed } from './exports.js';
import type { Excepted, Measure, WrittenWhen } from './plan-language.js';

export interface Fraction {
  readonly top: number;
  readonly bottom: number;
}

/** A limit in force from a day on; the first may be for ever. */
export interface DatedLimit {
  readonly from: DayNumber;
  readonly limit: Fraction;
}

export interface Indicator {
  readonly id: string;
  readonly feed: Feed;
  readonly measure: Measure;
  /** Null: all types. */
  readonly only: readonly string[] | null;
  readonly except: readonly Excepted[];
  readonly isByMinutes: boolean;
  readonly isPerTeachingWeek: boolean;
  readonly isEachModule: boolean;
  /** The minimum, or for recency the maximum. */
  readonly limits: readonly DatedLimit[];
  readonly isPercentage: boolean;
  readonly isProrated: boolean;
  readonly isOnTime: boolean;
  /** Null: at every checkpoint, and at ad-hoc dates. */
  readonly at: readonly string[] | null;
}

/** An indicator's id, or how many of a list must be met. */
export type Rule = string | { readonly need: number | 'all' | 'any'; readonly of: readonly Rule[] };

/** At least so many, of the last so many checkpoints or of the year. */
export interface Pattern {
  readonly counts: 'non-engagement' | 'failed';
  readonly atLeast: number;
  readonly of: number | 'year';
}

export interface Year {
  readonly teachingStartsOn: DayNumber;
  readonly terms: readonly Period[];
  /** Levels: null for everyone. */
  readonly vacations: readonly (Period & { readonly levels: readonly string[] | null })[];
  readonly excepted: Readonly<Record<Excepted, readonly Period[]>>;
  readonly disruptions: readonly Period[];
}

export interface SponsorChoices {
  /** Blank: nobody has said. */
  readonly ruleOfOthers: '9.1' | '9.2' | '';
  readonly foundationYears: readonly string[];
  /** Null: all types. */
  readonly classroom: readonly string[] | null;
  readonly isAuthorisedCounted: boolean;
  /** The programmes whose remote delivery UKVI has approved. */
  readonly remoteApproved: readonly string[];
  readonly reportDays: number;
}

export interface Plan extends Year {
  readonly name: string;
  readonly students: {
    readonly schools: readonly string[];
    readonly programmes: readonly string[] | null;
    readonly rqf: readonly string[] | null;
    readonly modes: readonly string[] | null;
  };
  /** In order of date; `from` where the window does not begin after the checkpoint before. */
  readonly checkpoints: readonly { readonly id: string; readonly on: DayNumber; readonly from: DayNumber | null }[];
  readonly feeds: ReadonlySet<Feed>;
  /** The event types for which registers are kept; null: all. */
  readonly registers: readonly string[] | null;
  readonly isEveryoneAbsentBelieved: boolean;
  readonly eventMinutes: number;
  readonly graceDays: number;
  readonly toleranceDays: number;
  readonly reply: { readonly days: number; readonly isWorking: boolean };
  readonly clock: { readonly isPausedByVacation: boolean; readonly isPausedByAuthorisedAbsence: boolean };
  /** By programme. */
  readonly levels: ReadonlyMap<string, string>;
  readonly indicators: readonly Indicator[];
  readonly rule: Rule;
  /** In the order in which they claim students. */
  readonly groups: readonly { readonly id: string; readonly when: WrittenWhen; readonly rule: Rule }[];
  readonly patterns: readonly Pattern[];
  readonly sponsored: SponsorChoices;
  /** What is expected in each of the school's modules of students of other schools; null: nobody is alerted. */
  readonly moduleAlerts: Indicator | null;
}
