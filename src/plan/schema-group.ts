// A group of students as it is written: whom it is for, and their rule.
import type { z } from 'zod';
import { AWAY_KINDS } from '../engagement/circumstance.js';
import { mapping, named, oneOf, oneOrMore, yesOrNo } from '../yaml/expect.js';
import { indicatorId } from './schema-indicator.js';
import { code, modes, programmes, rqfLevels, words } from './schema-parts.js';
import { rule } from './schema-rule.js';

const EXPECTS = 'a mapping that says whom the group is for, with at least one key';

const condition = mapping(EXPECTS, {
  circumstance: oneOrMore('kinds of circumstance', oneOf(AWAY_KINDS))
    .optional()
    .describe(
      'Students on placement or study abroad, on those days (9.4); without such a group they are not assessed.',
    ),
  category: oneOrMore('categories', oneOf(['campus', 'associate', 'tne']))
    .optional()
    .describe('Students of these categories; transnational students need a group that names tne (6.2g).'),
  mode: modes.optional().describe('Students of these modes.'),
  programmes: programmes.optional().describe('Students of these programmes.'),
  rqf: rqfLevels.optional().describe('Students whose target award is at these levels.'),
  year: oneOrMore('years of study, in quotes', code('a year of study, in quotes'))
    .optional()
    .describe('Students in these years of study, as the students export writes them, in quotes.'),
  sponsored: yesOrNo().optional().describe('true: students with a Student Route visa (7.5); false: the others.'),
}).refine((it) => Object.keys(it).length > 0, {
  error: EXPECTS,
  // A key that is misspelt is told as that, and not as none at all, too.
  when: ({ issues }) => issues.length === 0,
});

export const groups = named(
  'groups, each with when and rule',
  indicatorId,
  mapping('a group: a mapping with when and rule', {
    title: words('what outputs call the group').optional().describe('As outputs call it; without a title, its id.'),
    when: condition.describe('Whom it is for: every part that is given must hold.'),
    rule: rule.describe('How the indicators combine for these students: written as the rule of the plan is.'),
  }),
);

export type WrittenGroups = z.output<typeof groups>;
export type WrittenCondition = z.output<typeof condition>;
