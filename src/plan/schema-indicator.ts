// An indicator as it is written: one measured kind of engagement (7.1) and the least that is expected of it.
import { z } from 'zod';
import { parsePercent } from '../engagement/fraction.js';
import { mapping, named, oneOf, oneOrMore, text, wholeNumber, yesOrNo } from '../yaml/expect.js';
import { feedName, id, PERIOD_KINDS, types, words } from './schema-parts.js';

export const MEASURES = ['rate', 'count', 'active_days', 'active_weeks', 'minutes', 'recency'] as const;
export type Measure = (typeof MEASURES)[number];

export const indicatorId = id('a name for an indicator', 28);
export const checkpointId = id('a name for a checkpoint', 40);

const PERCENT = 'a percentage such as 60%';

const percent = z
  .string({ error: PERCENT })
  .meta({ pattern: '^[0-9]{1,3}([.][0-9]{1,4})? ?%$' })
  .transform((input, context) => {
    const rate = parsePercent(input);
    const isSensible = rate !== undefined && rate.numerator > 0 && rate.numerator <= rate.denominator;
    if (isSensible) return rate;
    context.issues.push({ code: 'custom', input, message: `${PERCENT}, more than 0% and at most 100%` });
    return z.NEVER;
  });

const amount = z.union([wholeNumber(1, 100_000), percent], { error: `a whole number, or ${PERCENT}` });

const history = named(
  'amounts by the date from which they hold, such as { from 2026-09-28: 2, from 2027-01-18: 3 }',
  text('"from" and a date, such as from 2026-09-28', /^from \d{4}-\d{2}-\d{2}$/),
  amount,
);

const threshold = z.union([amount, history], {
  error: `a whole number of at least 1, ${PERCENT}, or one from each of several dates on`,
});

/** What is measured of which acts, and the least that is expected. */
const expectation = {
  feed: feedName.describe('The kind of evidence that it measures (7.1).'),
  only: types.optional().describe('Count only acts of these types: event types, components or kinds, as exported.'),
  except: oneOrMore('kinds of days', oneOf(PERIOD_KINDS))
    .optional()
    .describe("Leave these days of the university's calendar out; not for recency."),
  measure: oneOf(MEASURES).describe('How it is measured.'),
  by: oneOf(['events', 'minutes']).optional().describe('Attendance rates: count events (default) or minutes.'),
  per: oneOf(['teaching_week'])
    .optional()
    .describe('The minimum is one for each teaching week of the window, so that long and short windows ask the same.'),
  minimum: threshold
    .optional()
    .describe(
      'The least expected (6.2c): a percentage for a rate, else a whole number; active_weeks may have either. Or one from each of several dates on.',
    ),
  maximum: threshold
    .optional()
    .describe('For recency: the most monitored days since the last evidence. Or one from each of several dates on.'),
  prorate: yesOrNo()
    .optional()
    .describe("false: a minimum that is a whole number is not cut to the student's share of the window."),
  on_time: yesOrNo().optional().describe('Submission rates: true where late submissions do not count.'),
  at: oneOrMore('ids of checkpoints', checkpointId)
    .optional()
    .describe('Ask it only at these checkpoints, and at no other date.'),
};

export const indicator = mapping('an indicator: a mapping with feed, measure and minimum', {
  title: words('what letters call it').optional().describe('As letters call it; without a title, its id.'),
  ...expectation,
  scope: oneOf(['programme', 'each_module'])
    .optional()
    .describe('All modules together (default), or every one by itself: then each must reach the minimum.'),
  support: words('a short sentence').optional().describe('What a letter suggests where it is not met (8.3).'),
});

/** When to alert the home school (6.3): asked of each module by itself. */
export const moduleAlerts = mapping('a mapping with feed, measure and minimum', expectation);

export type WrittenIndicator = z.output<typeof indicator>;
export type WrittenAmount = z.output<typeof amount>;
export type WrittenThreshold = z.output<typeof threshold>;
