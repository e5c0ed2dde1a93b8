// One short, supportive sentence for each indicator that is not met (5.1a, 10.1), for letters.
import { counted } from '../diagnostics/fault.js';
import type { Measured } from '../engagement/outcome.js';
import type { Indicator } from '../plan/plan.js';
import { dayText } from './day-text.js';
import { choiceTexts } from './choice-text.js';
import { firstThatFits, shortenings } from './fitted.js';
import { judgedDaysText } from './judged-days-text.js';
import { lists } from './listed.js';
import { achievements, expectation, missedOf, unmetIndicators, type MeasuredIndicator } from './measured-indicators.js';
import { missedListings } from './missed-text.js';
import type { Row } from './row.js';

/** The columns `point_1` to `point_4`. */
export const POINTS = 4;

/** At most four texts; where more indicators are unmet, the fourth names the rest. */
export function pointsOf(row: Row): readonly string[] {
  const unmet = unmetIndicators(row);
  if (unmet.length <= POINTS) return unmet.map((it) => firstThatFits(pointTexts(it, row)));
  const titles = unmet.slice(POINTS - 1).map(({ indicator }) => indicator.title);
  const others = firstThatFits(shortenings(titles, ', ').map((names) => `Also less than expected: ${names}.`));
  return [...unmet.slice(0, POINTS - 1).map((it) => firstThatFits(pointTexts(it, row))), others];
}

/** What was seen, what was expected, what was missed by name, what helps; then ever shorter. */
function* pointTexts(unmet: MeasuredIndicator, row: Row): Generator<string> {
  for (const choice of choiceTexts(unmet.indicator.id, row)) yield* pointTextsWith(choice, unmet, row);
}

function* pointTextsWith(choice: string, unmet: MeasuredIndicator, { outcome }: Row): Generator<string> {
  const { indicator } = unmet;
  const isByDate = isDueByCheckpoint(indicator);
  const until = isByDate ? ` by ${dayText(outcome.checkpointOn)}` : '';
  // Recency looks at other days too.
  const judged = indicator.measure === 'recency' ? '' : judgedDaysText(outcome, ' (counting ', ')');
  const support = indicator.support === '' ? '' : ` ${indicator.support}`;
  const missed = missedListings(missedOf(unmet), isByDate ? 'Not received by then: ' : undefined);
  for (const achieved of achievements(unmet, openText)) {
    const sentence = `${achieved}${until}${judged}; ${expectation(unmet)}.${choice}`;
    for (const list of lists(missed, '. ')) {
      yield `${sentence} ${list}.${support}`;
      // Rather one thing more that was missed by name than what helps.
      yield `${sentence} ${list}.`;
    }
    yield `${sentence}${support}`;
    yield sentence;
  }
}

function isDueByCheckpoint(indicator: Indicator): boolean {
  return indicator.measure === 'rate' && indicator.of === 'submissions' && !indicator.isOnTimeAsked;
}

/** Why a range is given: ` (1 not recorded)`, ` (3 days not known)`. What cannot change the figure is not mentioned. */
function openText({ worst, best, openEvents, unknownDays }: Measured): string {
  if (best !== 'unbounded' && worst.numerator === best.numerator && worst.denominator === best.denominator) return '';
  const texts = [
    ...(openEvents.length === 0 ? [] : [`${openEvents.length} not recorded`]),
    ...(unknownDays.length === 0 ? [] : [`${counted(unknownDays.length, 'day')} not known`]),
  ];
  return texts.length === 0 ? '' : ` (${texts.join(', ')})`;
}
