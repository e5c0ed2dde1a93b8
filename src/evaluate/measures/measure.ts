// How one indicator comes out for a student at a checkpoint, with bounds where something is unknown (reading.md, measures).
import { compareFractions } from '../../engagement/fraction.js';
import type { Bound, IndicatorOutcome, Measured, ModuleOutcome, Result } from '../../engagement/outcome.js';
import { by } from '../../engagement/order.js';
import type { Indicator, RateIndicator } from '../../plan/plan.js';
import { opportunityOn } from '../opportunity.js';
import type { Situation } from '../situation.js';
import { amount } from './amount.js';
import { attendanceRate } from './attendance-rate.js';
import { meetingsRate } from './meetings-rate.js';
import { modulesAsked } from './modules.js';
import { recency } from './recency.js';
import { askedOf, scopeOf, type Measurement, type Scope } from './scope.js';
import { submissionsRate } from './submissions-rate.js';
import { teachingWeeksRate } from './teaching-weeks.js';
import { thresholdOf } from './threshold.js';

type Decided = Omit<ModuleOutcome, 'module'>;

/** What an indicator comes to by itself; whether the rule turns on it is another question. */
export type MeasuredIndicator = Omit<IndicatorOutcome, 'isDeciding'>;

/** The indicator's outcome in a situation; not asked here, or without opportunity, it is not applicable. */
export function measure(indicator: Indicator, situation: Situation): MeasuredIndicator {
  const { id: indicatorId, at } = indicator;
  const isAskedHere = at?.includes(situation.target.checkpointId) ?? true;
  if (!isAskedHere) return { indicatorId, result: 'not-applicable' };
  const modules = indicator.scope === 'each_module' ? modulesAsked(indicator, situation) : [];
  if (modules.length === 0) {
    const decided = measureIn(indicator, scopeOf(indicator, situation, null));
    return { indicatorId, ...(decided ?? { result: 'not-applicable' }) };
  }
  const outcomes = modules.flatMap((module) => {
    const decided = measureIn(indicator, scopeOf(indicator, situation, module));
    return decided === null ? [] : [{ module, ...decided }];
  });
  const result = combined(outcomes);
  const [deciding] = outcomes.filter((it) => it.result === result).sort(weakestFirst(indicator));
  return { indicatorId, result, modules: outcomes, ...(deciding && { measured: deciding.measured }) };
}

/** Null where it does not apply. */
function measureIn(indicator: Indicator, scope: Scope): Decided | null {
  const opportunity = opportunityOn(askedOf(indicator, scope), scope.situation, scope.days);
  const measurement = measurementOf(indicator, scope);
  const threshold = thresholdOf(indicator, scope.situation);
  if (opportunity === 'none' || measurement === null || threshold === null) return null;
  const measured = { ...measurement, ...threshold, module: scope.module };
  // Where nobody knows whether anything was asked, the indicator may drop out as well as be met or not.
  return { result: opportunity === 'possible' ? 'unknown' : compare(indicator, measured), measured };
}

function measurementOf(indicator: Indicator, scope: Scope): Measurement | null {
  switch (indicator.measure) {
    case 'rate':
      return rateOf(indicator, scope);
    case 'recency':
      return recency(indicator, scope);
    case 'count':
    case 'minutes':
    case 'active_days':
    case 'active_weeks':
      return amount(indicator, scope);
  }
}

function rateOf(indicator: RateIndicator, scope: Scope): Measurement | null {
  switch (indicator.of) {
    case 'events':
    case 'minutes':
      return attendanceRate(indicator, scope);
    case 'submissions':
      return submissionsRate(indicator, scope);
    case 'meetings':
      return meetingsRate(indicator, scope);
    case 'teaching_weeks':
      return teachingWeeksRate(indicator, scope);
  }
}

/** Equal is met; met in the worst case is met, and not met in the best case is not met. */
function compare(indicator: Indicator, { worst, best, threshold }: Measured): Decided['result'] {
  const isReached = (bound: Bound): boolean => {
    if (bound === 'unbounded') return true;
    const difference = compareFractions(bound, threshold);
    return indicator.measure === 'recency' ? difference <= 0 : difference >= 0;
  };
  if (isReached(worst)) return 'met';
  return isReached(best) ? 'unknown' : 'not-met';
}

/** Met where every module that applies meets it. */
function combined(outcomes: readonly ModuleOutcome[]): Result {
  const has = (wanted: Result): boolean => outcomes.some(({ result }) => result === wanted);
  if (has('not-met')) return 'not-met';
  if (has('unknown')) return 'unknown';
  return has('met') ? 'met' : 'not-applicable';
}

/** The module that falls furthest short; of equals the first by name. */
function weakestFirst({ measure: kind }: Indicator): (one: ModuleOutcome, other: ModuleOutcome) => number {
  const byName = by<ModuleOutcome>(({ module }) => module);
  return (one, other) => {
    const difference = compareFractions(one.measured.worst, other.measured.worst);
    return (kind === 'recency' ? -difference : difference) || byName(one, other);
  };
}
