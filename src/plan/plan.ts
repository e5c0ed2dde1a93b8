// A plan as the evaluation sees it: checked, resolved, free of YAML. The written plan is another type (schema.ts).
import type { Calendar } from '../calendar/calendar.js';
import type { Day } from '../calendar/day.js';
import type { Checkpoint } from '../calendar/window.js';
import type { Feed } from '../engagement/feed.js';
import type { Fraction } from '../engagement/fraction.js';
import type { Mode } from '../engagement/student.js';

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
  /** What a letter suggests where it is not met (8.3); `''`: nothing. */
  readonly support: string;
}

/** The share of what was due; met where it reaches the minimum. */
export interface RateIndicator extends IndicatorBase {
  readonly measure: 'rate';
  readonly minimum: Fraction;
}

/** Acts, distinct days or distinct weeks with evidence; met where they reach the minimum. */
export interface NumberIndicator extends IndicatorBase {
  readonly measure: 'count' | 'active_days' | 'active_weeks';
  /** A whole number, at least 1. */
  readonly minimum: number;
  readonly isProrated: boolean;
}

/** Monitored days since the last evidence of the kind; met where they do not exceed the maximum. */
export interface RecencyIndicator extends IndicatorBase {
  readonly measure: 'recency';
  readonly maximum: number;
}

export type Indicator = RateIndicator | NumberIndicator | RecencyIndicator;

export type Rule =
  | { readonly kind: 'indicator'; readonly indicatorId: string }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Rule[] }
  | { readonly kind: 'at-least'; readonly count: number; readonly of: readonly Rule[] };

/** A pattern of non-engagement that causes concern (10.6): `count` of the last `of` checkpoints that were decided. */
export interface ReferralPattern {
  readonly counts: 'non-engagement' | 'low-or-non-engagement';
  readonly count: number;
  /** `in-year`: of all checkpoints so far. A run of consecutive ones has `of` equal to `count`. */
  readonly of: number | 'in-year';
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
  readonly replyWithinDays: number;
  readonly calendar: Calendar;
  /** In order of date. */
  readonly checkpoints: readonly Checkpoint[];
  /** A student with fewer monitored days in their window is not assessed (`grace`). */
  readonly graceDays: number;
  /** How many days after its last act a feed still counts as known. */
  readonly toleranceDays: number;
  readonly feeds: readonly ListedFeed[];
  readonly indicators: readonly Indicator[];
  readonly rule: Rule;
  readonly patterns: readonly ReferralPattern[];
  /** The plan's own file, then the university's if there is one. */
  readonly files: readonly InputFile[];
}

/** The policy version whose clauses this program applies. */
export const POLICY_VERSION = '2.0';
