// The plan language as it is written: what the generator draws and the reader reads.
import type { Feed } from './exports.js';

export type OneOrMore<Value> = Value | readonly Value[];

export interface WrittenPeriod {
  readonly from: string;
  readonly to: string;
}

export type WrittenPeriods = Readonly<Record<string, string | WrittenPeriod>>;
export type WrittenRule =
  | string
  | { readonly all: readonly WrittenRule[] }
  | { readonly any: readonly WrittenRule[] }
  | { readonly at_least: number; readonly of: readonly WrittenRule[] };

export type Measure = 'rate' | 'count' | 'active_days' | 'active_weeks' | 'minutes' | 'recency';
export type Excepted = 'reading_weeks' | 'exam_weeks' | 'closures';
/** Whole, a percentage, or a history of them: `from 2026-09-28: 2`. */
export type WrittenLimit = number | string | Readonly<Record<string, number | string>>;

export interface WrittenIndicator {
  readonly feed: Feed;
  readonly measure: Measure;
  readonly only?: OneOrMore<string>;
  readonly except?: OneOrMore<Excepted>;
  readonly by?: 'events' | 'minutes';
  readonly per?: 'teaching_week';
  readonly scope?: 'programme' | 'each_module';
  readonly minimum?: WrittenLimit;
  readonly maximum?: WrittenLimit;
  readonly prorate?: boolean;
  readonly on_time?: boolean;
  readonly at?: OneOrMore<string>;
}

/** An indicator that is asked of each module by itself. */
export type WrittenAlerts = Omit<WrittenIndicator, 'scope'>;

export interface WrittenWhen {
  readonly circumstance?: OneOrMore<string>;
  readonly category?: OneOrMore<string>;
  readonly mode?: OneOrMore<string>;
  readonly programmes?: OneOrMore<string>;
  readonly rqf?: OneOrMore<number>;
  readonly year?: OneOrMore<string>;
  readonly sponsored?: boolean;
}

interface OfLast {
  readonly at_least: number;
  readonly of: number;
}

export interface WrittenReferral {
  readonly non_engagement_in_a_row?: number | 'none';
  readonly non_engagement_of_last?: OfLast;
  readonly non_engagement_in_year?: number;
  readonly failed_in_a_row?: number;
  readonly failed_of_last?: OfLast;
  readonly failed_in_year?: number;
}

export interface WrittenPlan {
  readonly plan: string;
  readonly title?: string;
  readonly policy?: string;
  readonly students: {
    readonly school: OneOrMore<string>;
    readonly programmes?: OneOrMore<string>;
    readonly rqf?: OneOrMore<number>;
    readonly mode?: OneOrMore<string>;
  };
  readonly university?: string;
  readonly teaching_starts?: string;
  readonly reply_within_days?: number;
  readonly reply_within_working_days?: number;
  readonly grace_days?: number;
  readonly tolerance_days?: number;
  readonly checkpoints: Readonly<Record<string, string | { readonly date: string; readonly from?: string }>>;
  readonly feeds?: readonly Feed[] | Readonly<Partial<Record<Feed, unknown>>>;
  readonly registers?: OneOrMore<string>;
  readonly all_absent_registers?: 'unknown' | 'absent';
  readonly event_minutes?: number;
  readonly indicators: Readonly<Record<string, WrittenIndicator>>;
  readonly rule?: WrittenRule;
  readonly groups?: Readonly<Record<string, { readonly when: WrittenWhen; readonly rule: WrittenRule }>>;
  readonly referral?: WrittenReferral;
  readonly clock?: { readonly vacation?: 'pauses' | 'counts'; readonly authorised_absence?: 'pauses' | 'counts' };
  readonly levels?: Readonly<Record<string, readonly string[]>>;
  readonly disruptions?: WrittenPeriods;
  readonly sponsored?: WrittenSponsored;
  readonly module_alerts?: WrittenAlerts;
}

export interface WrittenSponsored {
  readonly rqf_4_5?: 'degree' | 'below-degree';
  readonly foundation_years?: OneOrMore<string>;
  readonly classroom?: OneOrMore<string>;
  readonly authorised_absence?: 'leaves' | 'stays';
  readonly remote_approved?: OneOrMore<string>;
  readonly report_within_working_days?: number;
}

export interface WrittenUniversity {
  readonly teaching_starts?: string;
  readonly terms?: Readonly<Record<string, WrittenPeriod>>;
  readonly vacations?: Readonly<Record<string, WrittenPeriod & { readonly levels?: readonly string[] }>>;
  readonly reading_weeks?: WrittenPeriods;
  readonly exam_weeks?: WrittenPeriods;
  readonly closures?: WrittenPeriods;
  readonly disruptions?: WrittenPeriods;
}
