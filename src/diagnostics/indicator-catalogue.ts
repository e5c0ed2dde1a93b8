// What can be wrong with the feeds and indicators of a plan.
import { entry, listed } from './fault.js';

/** What a misspelt name was meant to be, or which there are. */
export function meant(nearest: string | null, known: readonly string[]): string {
  return nearest === null ? `Known here: ${listed(known)}.` : `Did you mean "${nearest}"?`;
}

const REMEDY_OF_KEY = {
  minimum: 'Write maximum instead.',
  maximum: 'Write minimum instead.',
  only: 'Take it away: lecture capture has no kinds.',
  except: 'Take it away: recency looks back over all days.',
  by: 'Take it away: only the rate of attendance is counted by events or by minutes.',
  on_time: 'Take it away: only the rate of submissions asks whether they were on time.',
  per: 'Take it away: only a whole number can be one for each teaching week.',
  prorate: 'Take it away: only whole numbers are prorated.',
  scope:
    'Take it away: only attendance, submissions, vle and lecture_capture name modules, and no share of weeks does.',
} as const;

/** Keys of an indicator that have a meaning for some feeds and measures alone. */
type DependentKey = keyof typeof REMEDY_OF_KEY;

export const indicatorCatalogue = {
  'plan-feed-twice': entry<{ feed: string }>(
    'error',
    ({ feed }) => `The feed "${feed}" is listed twice.`,
    () => 'Keep one of the two.',
  ),
  'plan-feed-unlisted': entry<{ feed: string; indicator: string }>(
    'error',
    ({ feed, indicator }) => `The indicator "${indicator}" measures the feed "${feed}", which the plan does not list.`,
    ({ feed }) => `Add ${feed} to feeds:, or correct the indicator. Only listed feeds are measured.`,
  ),
  'plan-feed-unconfirmed': entry<{ feed: string }>(
    'warning',
    ({ feed }) => `Nobody has confirmed that the feed "${feed}" is accurate (8.4).`,
    ({ feed }) =>
      `Once somebody has: feeds: { ${feed}: { confirmed_by: Head of Registry, confirmed_on: 2026-09-01 } }, here or in the university file.`,
  ),
  'plan-measure-senseless': entry<{ feed: string; measure: string; sensible: readonly string[] }>(
    'error',
    ({ feed, measure }) => `"${measure}" cannot be measured of the feed "${feed}".`,
    ({ sensible }) => `Choose one of: ${sensible.join(', ')}.`,
  ),
  'plan-key-senseless': entry<{ key: DependentKey; feed: string; measure: string; isShare: boolean }>(
    'error',
    ({ key, feed, measure, isShare }) => {
      const where = isShare ? 'with a percentage' : `of the feed "${feed}"`;
      return `"${key}" has no meaning for the measure "${measure}" ${where}.`;
    },
    ({ key }) => REMEDY_OF_KEY[key],
  ),
  'plan-type-unknown': entry<{ feed: string; type: string; known: readonly string[]; nearest: string | null }>(
    'error',
    ({ feed, type }) => `The feed "${feed}" has no kind "${type}", so nothing would ever count.`,
    ({ known, nearest }) => meant(nearest, known),
  ),
  'plan-type-without-register': entry<{ indicator: string | null; type: string; nearest: string | null }>(
    'warning',
    ({ indicator, type }) => {
      const who = indicator === null ? 'Classroom-based study (9.1)' : `"${indicator}"`;
      return `${who} counts the type "${type}", which registers: does not name, so nobody is told of a register of it that is missing, and the event does not count.`;
    },
    ({ nearest }) => {
      const slip = nearest === null ? '' : `Did you mean "${nearest}"? `;
      return `${slip}Add the type to registers:, or take registers: out; then every type is taken to have one.`;
    },
  ),
  'plan-checkpoint-unknown': entry<{ checkpoint: string; known: readonly string[]; nearest: string | null }>(
    'error',
    ({ checkpoint }) => `The plan has no checkpoint "${checkpoint}".`,
    ({ known, nearest }) => meant(nearest, known),
  ),
  'plan-except-empty': entry<{ kind: string; indicator: string }>(
    'warning',
    ({ kind, indicator }) => `"${indicator}" leaves out ${kind}, and the calendar has none.`,
    ({ kind }) => `Add ${kind}: to the university file, or take it out here.`,
  ),
  'plan-history-out-of-order': entry<{ key: string; date: string; before: string }>(
    'error',
    ({ key, date, before }) => `This ${key} holds from ${date}, but stands after one that holds from ${before}.`,
    () => 'Check the years; then put the dates in order.',
  ),
  'plan-history-mixed': entry<{ key: string }>(
    'error',
    ({ key }) => `One ${key} is a percentage and another a whole number.`,
    () => 'Write all of them as percentages, or all as whole numbers.',
  ),
  'plan-history-begins-late': entry<{
    indicator: string;
    key: string;
    from: string;
    checkpoint: string;
    on: string;
  }>(
    'error',
    ({ indicator, key, from, checkpoint, on }) =>
      `The ${key} of "${indicator}" begins on ${from}: nothing says what is expected at the checkpoint "${checkpoint}" on ${on}.`,
    ({ on }) => `Add one from ${on} or earlier, or name under at: the checkpoints at which the indicator is asked.`,
  ),
  'plan-minimum-not-percentage': entry<{ found: number }>(
    'error',
    ({ found }) => `The minimum of a rate is a percentage; found ${found}.`,
    ({ found }) => `Write ${found > 1 && found <= 100 ? found : 60}%, with the sign.`,
  ),
  'plan-threshold-not-number': entry<{ key: string }>(
    'error',
    ({ key }) => `Here the ${key} is a whole number, not a percentage.`,
    () => 'Percentages belong to the measures "rate" and "active_weeks".',
  ),
  'plan-without-minimum': entry<{ key: string; indicator: string }>(
    'error',
    ({ key, indicator }) => `The indicator "${indicator}" has no ${key}, so nothing is expected of anybody (6.2c).`,
    ({ key }) =>
      key === 'maximum'
        ? 'Add maximum: with a number of days.'
        : 'Add minimum: with a percentage for a rate, else a whole number.',
  ),
} as const;
