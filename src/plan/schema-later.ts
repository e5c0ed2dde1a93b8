// Parts of the plan language that are decided but not yet applied: recognised here, refused by name in unsupported.ts.
import { z } from 'zod';
import { listOf, mapping, oneOf, text, wholeNumber } from '../yaml/expect.js';
import { MEASURES } from './schema-indicator.js';
import { code, feedName, types, words } from './schema-parts.js';

const percentText = text('a percentage such as 50%', /^\d{1,3}(?:\.\d{1,4})? ?%$/);

export const moduleAlerts = mapping('a mapping with feed, measure and minimum', {
  feed: feedName,
  only: types.optional(),
  measure: oneOf(MEASURES),
  minimum: z.union([wholeNumber(1, 100_000), percentText], { error: 'a whole number, or a percentage such as 50%' }),
});

export const examples = listOf(
  'a list of examples',
  mapping('an example: a mapping with student, at, acts and expect', {
    student: words('whom the example is about'),
    at: code('the id of a checkpoint'),
    acts: listOf('a list of acts such as "2026-10-05 vle"', words('an act such as "2026-10-05 vle"')).optional(),
    expect: oneOf(['engaged', 'low-engagement', 'non-engagement', 'withheld', 'not-assessed']),
  }),
);
