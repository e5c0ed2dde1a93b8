// One short, supportive sentence for each indicator that is not met (5.1a, 10.1), for letters.
import type { IndicatorOutcome, Measured, MissingDue } from '../engagement/outcome.js';
import type { Indicator, Plan } from '../plan/plan.js';
import { dayText } from './day-text.js';
import { firstThatFits, shortenings } from './fitted.js';
import { achievedText, expectedText, titleText } from './measured-text.js';
import type { Row } from './row.js';

/** The columns `point_1` to `point_4`. */
export const POINTS = 4;

export interface MeasuredIndicator {
  readonly indicator: Indicator;
  readonly result: IndicatorOutcome['result'];
  readonly measured: Measured;
}

/** The plan's indicators that apply to the student, in the plan's order, with what they measured. */
export function measuredIndicators(plan: Plan, outcomes: readonly IndicatorOutcome[]): readonly MeasuredIndicator[] {
  return plan.indicators.flatMap((indicator) => {
    const outcome = outcomes.find(({ indicatorId }) => indicatorId === indicator.id);
    if (outcome?.measured === undefined) return [];
    return [{ indicator, result: outcome.result, measured: outcome.measured }];
  });
}

export function unmetIndicators({ plan, outcome }: Row): readonly MeasuredIndicator[] {
  return measuredIndicators(plan, outcome.indicators).filter(({ result }) => result === 'not-met');
}

/** At most four texts; where more indicators are unmet, the fourth names the rest. */
export function pointsOf(row: Row): readonly string[] {
  const unmet = unmetIndicators(row);
  if (unmet.length <= POINTS) return unmet.map((it) => pointText(it, row));
  const titles = unmet.slice(POINTS - 1).map(({ indicator }) => titleText(indicator));
  const others = firstThatFits(shortenings(titles, ', ').map((names) => `Less than expected in ${names} too.`));
  return [...unmet.slice(0, POINTS - 1).map((it) => pointText(it, row)), others];
}

function pointText({ indicator, measured }: MeasuredIndicator, { outcome }: Row): string {
  const until = indicator.measure === 'rate' ? ` by ${dayText(outcome.checkpointOn)}` : '';
  const achieved = `${titleText(indicator)}: ${achievedText(indicator, measured)}${until}`;
  const sentence = `${achieved}; ${expectedText(indicator, measured)}.`;
  const support = indicator.support === '' ? '' : ` ${indicator.support}`;
  const lists = shortenings(measured.missing.map(missingDueText), ', ');
  return firstThatFits([
    ...lists.map((list) => `${sentence} Not received by then: ${list}.${support}`),
    `${sentence}${support}`,
    sentence,
  ]);
}

function missingDueText({ assessmentId, dueOn }: MissingDue): string {
  return `${assessmentId} (due ${dayText(dueOn)})`;
}
