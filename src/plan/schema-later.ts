// Parts of the plan language that are decided but not yet applied: recognised here, refused by name in unsupported.ts.
import { listOf, mapping, oneOf } from '../yaml/expect.js';
import { code, words } from './schema-parts.js';

export const examples = listOf(
  'a list of examples',
  mapping('an example: a mapping with student, at, acts and expect', {
    student: words('whom the example is about'),
    at: code('the id of a checkpoint'),
    acts: listOf('a list of acts such as "2026-10-05 vle"', words('an act such as "2026-10-05 vle"')).optional(),
    expect: oneOf(['engaged', 'low-engagement', 'non-engagement', 'withheld', 'not-assessed']),
  }),
);
