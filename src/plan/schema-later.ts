// Parts of the plan language that are decided but not yet applied: recognised here, refused by name in unsupported.ts.
import { z } from 'zod';
import { date, listOf, mapping, named, oneOf, oneOrMore, text, wholeNumber, yesOrNo } from '../yaml/expect.js';
import { MEASURES, indicatorId } from './schema-indicator.js';
import { code, days, feedName, types, words } from './schema-parts.js';
import { rule } from './schema-rule.js';

const percentText = text('a percentage such as 50%', /^\d{1,3}(?:\.\d{1,4})? ?%$/);

/** Whom a group is for; every part that is given must hold. */
const condition = mapping('a mapping that says whom the group is for', {
  circumstance: oneOrMore('kinds of circumstance', oneOf(['placement', 'study-abroad'])).optional(),
  category: oneOrMore('categories', oneOf(['campus', 'associate', 'tne'])).optional(),
  mode: oneOrMore('modes', oneOf(['full-time', 'part-time'])).optional(),
  programmes: oneOrMore('programme codes', code('a programme code')).optional(),
  rqf: oneOrMore('RQF levels', wholeNumber(3, 8)).optional(),
  year: oneOrMore('years of study', code('a year of study, in quotes')).optional(),
  sponsored: yesOrNo().optional(),
});

export const groups = named(
  'groups of students with a rule of their own',
  indicatorId,
  mapping('a group: a mapping with when and rule', {
    title: words('what outputs call the group').optional(),
    when: condition.describe('Whom it is for; the first group that fits a student decides.'),
    rule,
  }),
);

export const moduleAlerts = mapping('a mapping with feed, measure and minimum', {
  feed: feedName,
  only: types.optional(),
  measure: oneOf(MEASURES),
  minimum: z.union([wholeNumber(1, 100_000), percentText], { error: 'a whole number, or a percentage such as 50%' }),
});

export const sponsored = mapping('a mapping with the rules for sponsored students', {
  rqf_4_5: oneOf(['degree', 'below_degree'])
    .optional()
    .describe('Which clause sponsored students at RQF 4 and 5 fall under: 9.2 or 9.1.'),
  classroom: types.optional().describe('The event types that are classroom-based study (9.1).'),
  authorised_absence: oneOf(['leaves', 'stays']).optional().describe('Whether it leaves the denominator of 9.1.'),
});

export const clock = mapping('a mapping with what pauses the 60 days of 10.6', {
  vacation: oneOf(['pauses', 'counts']).optional(),
  authorised_absence: oneOf(['pauses', 'counts']).optional(),
});

export const levels = named(
  'calendar levels, each with its programmes',
  code('the name of a level, such as masters'),
  listOf('programme codes', code('a programme code')),
);

export const disruptions = named(
  'runs of days on which teaching was disrupted (8.5b)',
  words('a name'),
  z.union([date(), days], { error: 'a date, or from and to' }),
);

export const examples = listOf(
  'a list of examples',
  mapping('an example: a mapping with student, at, acts and expect', {
    student: words('whom the example is about'),
    at: code('the id of a checkpoint'),
    acts: listOf('a list of acts such as "2026-10-05 vle"', words('an act such as "2026-10-05 vle"')).optional(),
    expect: oneOf(['engaged', 'low-engagement', 'non-engagement', 'withheld', 'not-assessed']),
  }),
);
