// What a plan of the simulation can say: enough for two feeds, with every measure that the tests draw.

export interface SimplePlan {
  readonly school: string;
  readonly teachingStartsOn: string;
  /** In order of date; `from` where the window does not begin after the checkpoint before. */
  readonly checkpoints: readonly { readonly id: string; readonly on: string; readonly from?: string }[];
  readonly graceDays: number;
  readonly toleranceDays: number;
  readonly indicators: readonly Indicator[];
  readonly rule: Rule;
  readonly patterns: readonly Pattern[];
  readonly vacations: readonly { readonly from: string; readonly to: string }[];
}

export type Indicator =
  | {
      readonly id: string;
      readonly feed: 'vle';
      readonly measure: 'active_days' | 'active_weeks' | 'count';
      readonly minimum: number;
      readonly isProrated: boolean;
    }
  | { readonly id: string; readonly feed: 'vle'; readonly measure: 'recency'; readonly maximum: number }
  | {
      readonly id: string;
      readonly feed: 'submissions';
      readonly measure: 'rate';
      readonly minimum: Fraction;
    };

/** An indicator's id, or how many of a list must be met. */
export type Rule = string | { readonly need: number | 'all' | 'any'; readonly of: readonly Rule[] };

/** At least so many, of the last so many checkpoints or of the year. */
export interface Pattern {
  readonly counts: 'non-engagement' | 'failed';
  readonly atLeast: number;
  readonly of: number | 'year';
}

export const DEFAULT_PATTERNS: readonly Pattern[] = [{ counts: 'non-engagement', atLeast: 2, of: 2 }];

export interface Fraction {
  readonly top: number;
  readonly bottom: number;
}
