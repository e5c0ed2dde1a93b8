// What was measured of a student against the plan's minima: at this checkpoint in full, at earlier ones in short.
import { CLAUSE_OF_FEED } from '../../engagement/feed.js';
import type { IndicatorOutcome, Measured, Outcome, Result } from '../../engagement/outcome.js';
import type { Indicator, Plan } from '../../plan/plan.js';
import { dayText } from '../day-text.js';
import { achievedText, expectedText, notApplicableText, titleText } from '../measured-text.js';
import type { Row } from '../row.js';
import type { Markup } from './markup.js';
import { list, section, table } from './parts.js';

export function indicatorsSection({ plan, outcome }: Row): Markup {
  const lines = linesOf(plan, outcome);
  return section(
    'indicators',
    'Indicators at this checkpoint',
    table(
      [
        ['Indicator', ({ indicator }) => `${titleText(indicator)} (${CLAUSE_OF_FEED[indicator.feed]})`],
        ['Measure', ({ achieved }) => achieved],
        ['Minimum', ({ expected }) => expected],
        ['Result', ({ result }) => resultText(result)],
      ],
      lines,
      NOTHING_MEASURED,
    ),
  );
}

export function earlierIndicatorsSection({ plan, earlier }: Row): Markup {
  return section(
    'earlier-indicators',
    'Indicators at earlier checkpoints',
    table(
      [
        ['Checkpoint', ({ checkpointId, checkpointOn }) => `${checkpointId}, ${dayText(checkpointOn)}`],
        ['Measure and result', (outcome) => shortly(plan, outcome)],
      ],
      earlier,
      'There was no earlier checkpoint this year.',
    ),
  );
}

const NOTHING_MEASURED = 'Nothing was measured.';

function shortly(plan: Plan, outcome: Outcome): Markup | string {
  const lines = linesOf(plan, outcome);
  if (lines.length === 0) return NOTHING_MEASURED;
  return list(
    lines.map(({ indicator, achieved, result }) => `${titleText(indicator)}: ${achieved}; ${resultText(result)}`),
  );
}

/** What one indicator says, of one module where it is asked of each. */
interface Line {
  readonly indicator: Indicator;
  readonly achieved: string;
  readonly expected: string;
  readonly result: Result;
}

/** Those of the student's rule, in the plan's order. */
function linesOf({ indicators }: Plan, outcome: Outcome): readonly Line[] {
  return indicators.flatMap((indicator) => {
    const found = outcome.indicators.find(({ indicatorId }) => indicatorId === indicator.id);
    return found === undefined ? [] : linesOfIndicator(indicator, found, outcome);
  });
}

function linesOfIndicator(
  indicator: Indicator,
  { result, measured, modules }: IndicatorOutcome,
  { checkpointId }: Outcome,
): readonly Line[] {
  const line = (it: Measured, itsResult: Result): Line => {
    return {
      indicator,
      achieved: achievedText(indicator, it),
      expected: expectedText(indicator, it),
      result: itsResult,
    };
  };
  if (modules !== undefined && modules.length > 0) return modules.map((it) => line(it.measured, it.result));
  if (measured !== undefined) return [line(measured, result)];
  return [{ indicator, achieved: notApplicableText(indicator, checkpointId), expected: 'none', result }];
}

function resultText(result: Result): string {
  return result.replace('-', ' ');
}
