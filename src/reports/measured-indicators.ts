// The indicators that apply to a student, with everything that sentences say of them.
import type { IndicatorOutcome, Measured, Missed } from '../engagement/outcome.js';
import type { Indicator } from '../plan/plan.js';
import { achievedText, expectedText, titleText } from './measured-text.js';
import type { Row } from './row.js';

export interface MeasuredIndicator {
  readonly indicator: Indicator;
  readonly result: IndicatorOutcome['result'];
  readonly isDeciding: boolean;
  /** Of an indicator asked of each module, those with the result: the one that decides first. At least one. */
  readonly measured: readonly Measured[];
}

/** Those of the student's rule, in the plan's order. */
function measuredIndicators({ plan, outcome: { indicators } }: Row): readonly MeasuredIndicator[] {
  return plan.indicators.flatMap((indicator) => {
    const outcome = indicators.find(({ indicatorId }) => indicatorId === indicator.id);
    if (outcome?.measured === undefined) return [];
    const { result, isDeciding, measured: deciding, modules = [] } = outcome;
    const others = modules.filter((it) => it.result === result && it.module !== deciding.module);
    return [{ indicator, result, isDeciding, measured: [deciding, ...others.map(({ measured }) => measured)] }];
  });
}

/** Those below their minimum on which the rule fails: nobody is told of one for which another was met in its place. */
export function unmetIndicators(row: Row): readonly MeasuredIndicator[] {
  const unmet = measuredIndicators(row).filter(({ result }) => result === 'not-met');
  const deciding = unmet.filter(({ isDeciding }) => isDeciding);
  // Where the rule itself stays open (7.3 goes before it), there is none.
  return deciding.length > 0 ? deciding : unmet;
}

/** Those on which the rule stays open. */
export function openIndicators(row: Row): readonly MeasuredIndicator[] {
  return measuredIndicators(row).filter(({ result, isDeciding }) => result === 'unknown' && isDeciding);
}

/**
 * `Labs: 1 of 4 attended in MOD101, 2 of 5 attended in MOD102`; then with ever fewer modules. `asideOf` is said of each.
 */
export function* achievements(
  { indicator, measured }: MeasuredIndicator,
  asideOf: (measured: Measured) => string = () => '',
): Generator<string> {
  const texts = measured.map((it) => `${achievedText(indicator, it)}${asideOf(it)}`);
  for (let named = texts.length; named > 0; named -= 1) {
    const more = texts.length - named;
    const others = more === 0 ? '' : `, and ${more} more ${more === 1 ? 'module' : 'modules'}`;
    yield `${titleText(indicator)}: ${texts.slice(0, named).join(', ')}${others}`;
  }
}

/** `at least 60% expected`. */
export function expectation({ indicator, measured }: MeasuredIndicator): string {
  const [deciding] = measured;
  if (deciding === undefined) throw new RangeError('an indicator that applies measures something');
  return expectedText(indicator, deciding);
}

/** What was missed, in order of day. */
export function missedOf({ measured }: MeasuredIndicator): readonly Missed[] {
  return measured.flatMap((it) => it.missed).sort((one, other) => one.on - other.on);
}
