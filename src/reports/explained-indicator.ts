// How one indicator came out, with the arithmetic: what counted, what was missed, what is open, what was asked (5.1b).
import { formatDay } from '../calendar/day.js';
import { CLAUSE_OF_FEED } from '../engagement/feed.js';
import { formatRate } from '../engagement/fraction.js';
import type { Bound, IndicatorOutcome, Measured, Missed, ModuleOutcome } from '../engagement/outcome.js';
import { shortfallOf } from '../evaluate/shortfall.js';
import type { Situation } from '../evaluate/situation.js';
import type { Indicator } from '../plan/plan.js';
import { assessmentsBehind, recordsBehind } from './explained-evidence.js';
import { explainedMinimum } from './explained-minimum.js';
import { explainedOpenEvent, type ExplainedRecord } from './explained-records.js';
import { measuredText, notApplicableText } from './measured-text.js';
import { shortfallText } from './shortfall-text.js';

export type ExplainedIndicator = ReturnType<typeof explainedIndicator>;
export type ExplainedMeasured = ReturnType<typeof explainedMeasured>;

export function explainedIndicator(
  outcome: IndicatorOutcome,
  situation: Situation,
  records: readonly ExplainedRecord[],
) {
  const indicator = situation.plan.indicators.find(({ id }) => id === outcome.indicatorId);
  if (indicator === undefined) throw new RangeError(`no indicator ${outcome.indicatorId} in the plan`);
  const { measured, modules = [], result, isDeciding } = outcome;
  return {
    id: indicator.id,
    title: indicator.title,
    clause: CLAUSE_OF_FEED[indicator.feed],
    result,
    // The rule fails on it, or stays open for it.
    deciding: isDeciding,
    text:
      measured === undefined
        ? notApplicableText(indicator, situation.target.checkpointId)
        : measuredText(indicator, measured),
    measured: measured === undefined ? null : explainedMeasured(indicator, measured, situation, records),
    modules: modules.map((module) => explainedModule(indicator, module, situation, records)),
  };
}

function explainedModule(
  indicator: Indicator,
  { module, result, measured }: ModuleOutcome,
  situation: Situation,
  records: readonly ExplainedRecord[],
) {
  return {
    module_code: module,
    result,
    text: measuredText(indicator, measured),
    measured: explainedMeasured(indicator, measured, situation, records),
  };
}

function explainedMeasured(
  indicator: Indicator,
  measured: Measured,
  situation: Situation,
  records: readonly ExplainedRecord[],
) {
  const { worst, best, threshold, module, isOpenEnded } = measured;
  const shortfall = shortfallOf(indicator, measured, situation);
  return {
    module_code: module,
    measure: boundText(indicator, worst),
    best_case: boundText(indicator, best),
    minimum: boundText(indicator, threshold),
    planned_minimum: measured.plannedThreshold ?? null,
    // What the rates are cut from: `1/3`, in events, minutes, submissions, meetings or weeks.
    exact: indicator.measure === 'rate' ? { measure: fractionText(worst), best_case: fractionText(best) } : null,
    open_ended: isOpenEnded,
    asked: explainedMinimum(indicator, situation),
    missed: measured.missed.map(explainedMissed),
    open_events: measured.openEvents.map(explainedOpenEvent),
    unknown_days: measured.unknownDays.map(formatDay),
    set_aside: measured.setAside.map(({ why, count }) => ({ why, count })),
    would_have_met: shortfall === null ? null : shortfallText(shortfall),
    assessments: assessmentsBehind(indicator, module, situation),
    records: recordsBehind(indicator, module, situation, records),
  };
}

function explainedMissed({ kind, name, module, on, count }: Missed) {
  return { kind, name, module_code: module, date: formatDay(on), count };
}

function boundText({ measure }: Indicator, bound: Bound): string {
  if (bound === 'unbounded') return 'unlimited';
  return measure === 'rate' ? formatRate(bound) : `${bound.numerator}`;
}

function fractionText(bound: Bound): string {
  return bound === 'unbounded' ? 'unlimited' : `${bound.numerator}/${bound.denominator}`;
}
