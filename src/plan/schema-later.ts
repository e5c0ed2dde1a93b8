// Parts of the plan language that are decided but not yet applied: recognised here, refused by name in unsupported.ts.
import { listOf, mapping, oneOf } from '../yaml/expect.js';
import { code, types, words } from './schema-parts.js';

export const sponsored = mapping('a mapping with the rules for sponsored students', {
  rqf_4_5: oneOf(['degree', 'below_degree'])
    .optional()
    .describe('Which clause sponsored students at RQF 4 and 5 fall under: 9.2 or 9.1.'),
  classroom: types.optional().describe('The event types that are classroom-based study (9.1).'),
  authorised_absence: oneOf(['leaves', 'stays']).optional().describe('Whether it leaves the denominator of 9.1.'),
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
