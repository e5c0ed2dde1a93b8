// Judges each indicator of a student's rule by its worst and best case, in each module where it says so.
import { amountOf } from './amounts.js';
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
import { recencyOf } from './recency.js';
import type { Situation } from './situation.js';

export interface IndicatorVerdict {
  readonly id: string;
  readonly result: Result;
  /** The worst case; null where the indicator is not applicable. */
  readonly measure: Fraction | null;
  readonly bestCase: Fraction | 'unlimited' | null;
  /** For recency: the maximum. */
  readonly minimum: Fraction | null;
  /** The module whose measure is shown; null where modules are measured as one, or none is. */
  readonly module: string | null;
}

export function judge(situation: Situation, indicator: Indicator): IndicatorVerdict {
  const { id, at } = indicator;
  const limit = limitOf(situation, indicator);
  const isAsked = at === null || (!situation.window.isAdHoc && at.includes(situation.window.id));
  const modules = indicator.isEachModule ? modulesOf(situation, indicator) : [null];
  const judged =
    isAsked && limit !== null ? modules.flatMap((module) => judgeIn(situation, indicator, module, limit)) : [];
  const [shown] = judged.sort(isShownBefore(indicator));
  if (shown === undefined) return { id, ...NOT_APPLICABLE };
  const { result, measured, module } = shown;
  return { id, result, measure: measured.worst, bestCase: measured.best, minimum: limit, module };
}

const NOT_APPLICABLE = {
  result: 'not-applicable',
  measure: null,
  bestCase: null,
  minimum: null,
  module: null,
} as const;

interface Judged {
  readonly module: string | null;
  readonly result: Result;
  readonly measured: Measured;
}

/** In one module, or in all; none where it is not applicable. What may not be applicable is unknown, whatever its measure. */
function judgeIn(situation: Situation, indicator: Indicator, module: string | null, limit: Fraction): Judged[] {
  const opportunity = opportunityOf(situation, indicator, module);
  const measured = measureOf(situation, indicator, module);
  if (opportunity === 'none' || measured === null) return [];
  if (opportunity === 'possible') return [{ module, measured, result: 'unknown' }];
  const result = indicator.measure === 'recency' ? atMost(measured, limit) : atLeast(measured, limit);
  return [{ module, measured, result }];
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
