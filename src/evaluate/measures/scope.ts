// What a measure is taken of: the days of a student's window that their section judges, in all modules or in one.
import { isOfKind } from '../../calendar/calendar.js';
import type { Day } from '../../calendar/day.js';
import type { OpenEvent } from '../../engagement/ledger.js';
import type { Measured } from '../../engagement/outcome.js';
import type { Indicator } from '../../plan/plan.js';
import { unknownDaysOf } from '../coverage.js';
import type { DayActs } from '../evidence.js';
import { actsAsked, openEventsAsked, type Asked } from '../opportunity.js';
import type { Situation } from '../situation.js';

export interface Scope {
  readonly situation: Situation;
  /** Null: all modules together. */
  readonly module: string | null;
  /** The days that the section judges and the indicator looks at, ascending. */
  readonly days: ReadonlySet<Day>;
  /** The days that the section judges and the indicator leaves out. */
  readonly exceptedDays: ReadonlySet<Day>;
}

/** What every measure is, whatever it counts; `threshold` is worked out apart. */
export type Measurement = Omit<Measured, 'threshold' | 'plannedThreshold' | 'module'>;

export function scopeOf({ except }: Indicator, situation: Situation, module: string | null): Scope {
  const { calendar } = situation.plan;
  const excepted = situation.sectionDays.filter((day) => except.some((kind) => isOfKind(calendar, day, kind)));
  const exceptedDays = new Set(excepted);
  const days = new Set(situation.sectionDays.filter((day) => !exceptedDays.has(day)));
  return { situation, module, days, exceptedDays };
}

export function askedOf({ feed, only }: Indicator, { module }: Scope): Asked {
  return { feed, only, module };
}

/** The acts that the indicator counts on the given days. */
export function actsOn(
  indicator: Indicator,
  scope: Scope,
  acts: readonly DayActs[],
  days: ReadonlySet<Day>,
): readonly DayActs[] {
  return actsAsked(askedOf(indicator, scope), acts, days);
}

/** The open events of the indicator's feed, types and module on its days. */
export function openEventsIn(indicator: Indicator, scope: Scope): readonly OpenEvent[] {
  return openEventsAsked(askedOf(indicator, scope), scope.situation, scope.days);
}

/** The days on which the whole feed of the indicator is not known. */
export function unknownDaysIn({ feed }: Indicator, { situation, days }: Scope): readonly Day[] {
  return unknownDaysOf(feed, situation.feedUnknowns, days);
}
