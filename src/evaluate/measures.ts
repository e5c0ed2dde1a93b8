// What one indicator measures in the student's window, with bounds where something is unknown (reading.md, measures).
import { addDays, weekOf, type Day } from '../calendar/day.js';
import { contains } from '../calendar/period.js';
import { compareFractions, whole, type Fraction } from '../engagement/fraction.js';
import type { Bound, IndicatorOutcome, Measured, Result } from '../engagement/outcome.js';
import type { Indicator, NumberIndicator, RateIndicator, RecencyIndicator } from '../plan/plan.js';
import { latestMissing } from './coverage.js';
import { dueDay, type Evidence } from './evidence.js';
import { duesOn, mayHaveOpportunity } from './opportunity.js';
import type { Situation } from './situation.js';

/** The indicator's outcome in a situation; without opportunity it is not applicable. */
export function measure(indicator: Indicator, situation: Situation): IndicatorOutcome {
  if (!isApplicable(indicator, situation)) return { indicatorId: indicator.id, result: 'not-applicable' };
  const measured = measureOf(indicator, situation);
  return { indicatorId: indicator.id, result: compare(indicator, measured), measured };
}

function isApplicable({ feed, only }: Indicator, situation: Situation): boolean {
  const dues = only === null ? situation.dues : situation.dues.filter(({ type }) => only.includes(type));
  return mayHaveOpportunity(feed, { ...situation, dues }, situation.presentDays);
}

function measureOf(indicator: Indicator, situation: Situation): Measured {
  switch (indicator.measure) {
    case 'rate':
      return submissionRate(indicator, situation);
    case 'recency':
      return recency(indicator, situation);
    case 'count':
    case 'active_days':
    case 'active_weeks':
      return amount(indicator, situation);
  }
}

/** Equal is met; met in the worst case is met, and not met in the best case is not met. */
function compare(indicator: Indicator, { worst, best, threshold }: Measured): Result {
  const isReached = (bound: Bound): boolean => {
    if (bound === 'unbounded') return true;
    const difference = compareFractions(bound, threshold);
    return indicator.measure === 'recency' ? difference <= 0 : difference >= 0;
  };
  if (isReached(worst)) return 'met';
  return isReached(best) ? 'unknown' : 'not-met';
}

/** Of the assessments due in the student's window, the share submitted by the checkpoint date. */
function submissionRate(indicator: RateIndicator, situation: Situation): Measured {
  const { dues, on, presentDays, ledger } = situation;
  const unknownDays = unknownDaysOf(indicator, situation);
  const unknown = new Set(unknownDays);
  const due = duesOn(dues, new Set(presentDays), indicator.only);
  const unsubmitted = due.filter(({ submitted }) => submitted === null || submitted.day > on);
  const submitted = due.length - unsubmitted.length;
  const perhaps = unsubmitted.filter((it) => unknown.has(dueDay(it))).length;
  const rate = (numerator: number): Fraction => ({ numerator, denominator: due.length });
  // Without the whole feed nobody knows what was due either.
  const isFeedMissing = !ledger.feeds.has('submissions');
  return {
    worst: isFeedMissing ? whole(0) : rate(submitted),
    best: isFeedMissing ? whole(1) : rate(submitted + perhaps),
    threshold: indicator.minimum,
    missing: unsubmitted.map((it) => ({ assessmentId: it.assessmentId, module: it.module, dueOn: dueDay(it) })),
    unknownDays,
  };
}

/** Acts, distinct days or distinct weeks with evidence in the student's window. */
function amount(indicator: NumberIndicator, situation: Situation): Measured {
  const unknownDays = unknownDaysOf(indicator, situation);
  const present = new Set(situation.presentDays);
  const evidence = selected(indicator, situation).filter(({ day }) => present.has(day));
  const worst = amountOf(indicator, evidence, []);
  const best = indicator.measure === 'count' ? 'unbounded' : whole(amountOf(indicator, evidence, unknownDays));
  const minimum = prorated(indicator, situation);
  return {
    worst: whole(worst),
    best: unknownDays.length === 0 ? whole(worst) : best,
    threshold: whole(minimum),
    ...(minimum === indicator.minimum ? {} : { plannedThreshold: indicator.minimum }),
    missing: [],
    unknownDays,
  };
}

function amountOf({ measure }: NumberIndicator, evidence: readonly Evidence[], moreDays: readonly Day[]): number {
  const days = [...evidence.map(({ day }) => day), ...moreDays];
  switch (measure) {
    case 'count':
      return evidence.reduce((sum, { acts }) => sum + acts, 0);
    case 'active_days':
      return new Set(days).size;
    case 'active_weeks':
      return new Set(days.map(weekOf)).size;
  }
}

/** The minimum in proportion to the student's share of the window's monitored days: rounded down, at least 1. */
function prorated({ minimum, isProrated }: NumberIndicator, situation: Situation): number {
  const { studentMonitoredDays, windowMonitoredDays } = situation;
  if (!isProrated) return minimum;
  return Math.max(1, Math.floor((minimum * studentMonitoredDays) / windowMonitoredDays));
}

/** Monitored days since the last evidence of the kind, before the window too; here smaller is better. */
function recency(indicator: RecencyIndicator, situation: Situation): Measured {
  const { on, monitored, year, unknowns } = situation;
  const since = (day: Day | undefined): number => {
    return monitored.countIn({ from: day === undefined ? year.from : addDays(day, 1), to: on });
  };
  const longest = since(selected(indicator, situation).at(-1)?.day);
  const shortest = since(latestMissing(unknowns.filter(({ feed }) => feed === indicator.feed)));
  return {
    worst: whole(longest),
    best: whole(Math.min(longest, shortest)),
    threshold: whole(indicator.maximum),
    missing: [],
    unknownDays: unknownDaysOf(indicator, situation),
  };
}

/** The evidence that the indicator counts, up to the checkpoint date, in order of day. */
function selected({ feed, only }: Indicator, { evidence }: Situation): readonly Evidence[] {
  return evidence.filter((it) => it.feed === feed && (only === null || only.includes(it.type)));
}

/** The days of the student's window on which the indicator's feed is not known, ascending. */
function unknownDaysOf({ feed }: Indicator, { unknowns, presentDays }: Situation): readonly Day[] {
  const periods = unknowns.filter((it) => it.feed === feed).map(({ days }) => days);
  return presentDays.filter((day) => periods.some((period) => contains(period, day)));
}
