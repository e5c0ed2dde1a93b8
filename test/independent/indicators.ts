// Judges each indicator of a student's rule by its worst and best case, in each module where it says so.
import { amountOf } from './amounts.js';
import { sessionsOf } from './engagement.js';
import { isLookedAt, isOfType } from './expected.js';
import { limitOf } from './limit.js';
import {
  atLeast,
  atMost,
  reaches,
  shareDone,
  WIDE_OPEN,
  type Measure,
  type Measured,
  type Result,
} from './measured.js';
import { expectedIn, isWideOpen, modulesOf, opportunityOf } from './opportunity.js';
import type { Fraction, Indicator } from './plan.js';
import { recencyOf, sinceEvidence } from './recency.js';
import { isOnModule, type Situation } from './situation.js';

export interface IndicatorVerdict {
  readonly id: string;
  readonly result: Result;
  /** The worst case; null where the indicator is not applicable. */
  readonly measure: Fraction | null;
  readonly bestCase: Fraction | 'unlimited' | null;
  /** For recency: the maximum. */
  readonly minimum: Fraction | null;
  /** The events that leave it open. */
  readonly openEvents: readonly string[];
  /** The module whose measure is shown; null where modules are measured as one, or none is. */
  readonly module: string | null;
}

export function judge(situation: Situation, indicator: Indicator): IndicatorVerdict {
  const { id } = indicator;
  const judged = judgeEach(situation, indicator);
  const [shown] = [...judged].sort(isShownBefore(indicator));
  if (shown === undefined) return { id, ...NOT_APPLICABLE };
  const { result, measured, limit, module } = shown;
  const openEvents = judged.filter((one) => one.result === 'unknown').flatMap((one) => one.openEvents);
  return { id, result, measure: measured.worst, bestCase: measured.best, minimum: limit, module, openEvents };
}

/** In each module where the indicator says so, in the order of their codes; else in all as one. */
export function judgeEach(situation: Situation, indicator: Indicator): Judged[] {
  const { at } = indicator;
  const limit = limitOf(situation, indicator);
  const isAsked = at === null || (!situation.window.isAdHoc && at.includes(situation.window.id));
  if (!isAsked || limit === null) return [];
  const modules = indicator.isEachModule ? modulesOf(situation, indicator) : [null];
  return modules.flatMap((module) => judgeIn(situation, indicator, module, limit));
}

const NOT_APPLICABLE = {
  result: 'not-applicable',
  measure: null,
  bestCase: null,
  minimum: null,
  module: null,
  openEvents: [],
} as const;

export interface Judged {
  readonly module: string | null;
  readonly limit: Fraction;
  readonly result: Result;
  readonly measured: Measured;
  readonly openEvents: readonly string[];
}

/** In one module, or in all; none where it is not applicable. What may not be applicable is unknown, whatever its measure. */
function judgeIn(situation: Situation, indicator: Indicator, module: string | null, limit: Fraction): Judged[] {
  const opportunity = opportunityOf(situation, indicator, module);
  const measured = measureOf(situation, indicator, module);
  if (opportunity === 'none' || measured === null) return [];
  const openEvents = openEventsOf(situation, indicator, module);
  if (opportunity === 'possible') return [{ module, limit, measured, openEvents, result: 'unknown' }];
  const result = indicator.measure === 'recency' ? atMost(measured, limit) : atLeast(measured, limit);
  return [{ module, limit, measured, openEvents, result }];
}

/** Those that the measure would count; recency, all since the last evidence. */
function openEventsOf(situation: Situation, indicator: Indicator, module: string | null): string[] {
  if (indicator.feed !== 'attendance') return [];
  const dayZero = indicator.measure === 'recency' ? sinceEvidence(situation, indicator, module).dayZero : -Infinity;
  return sessionsOf(situation, 'attendance')
    .filter(({ standing, day }) => standing === 'open' && day > dayZero)
    .filter((session) => (module === null || session.module === module) && isOfType(indicator, session))
    .filter(({ day }) => indicator.measure === 'recency' || isLookedAt(situation, indicator, day))
    .filter((session) => indicator.measure !== 'rate' || isOnModule(situation, session.module, session.day))
    .map(({ event }) => event);
}

function measureOf(situation: Situation, indicator: Indicator, module: string | null): Measure {
  if (indicator.measure === 'recency') return recencyOf(situation, indicator, module);
  if (indicator.measure !== 'rate') return amountOf(situation, indicator, module);
  return isWideOpen(situation, indicator) ? WIDE_OPEN : shareDone(expectedIn(situation, indicator, module));
}

const WORST_FIRST: readonly Result[] = ['not-met', 'unknown', 'met'];

/** The worst result, and of equal results the worst case. Modules come in the order of their codes, and sorting keeps it. */
function isShownBefore({ measure }: Indicator): (one: Judged, other: Judged) => number {
  return (one, other) => {
    if (one.result !== other.result) return WORST_FIRST.indexOf(one.result) - WORST_FIRST.indexOf(other.result);
    const [first, second] = [one.measured.worst, other.measured.worst];
    if (reaches(first, second) && reaches(second, first)) return 0;
    return reaches(first, second) === (measure === 'recency') ? -1 : 1;
  };
}
