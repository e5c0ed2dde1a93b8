// The plan language: every key that a plan may have. What a key means is decided in resolve.ts and its neighbours.
import { z } from 'zod';
import { date, listOf, mapping, named, oneOf, oneOrMore, text, wholeNumber } from '../yaml/expect.js';
import { checkpointId, indicator, indicatorId, moduleAlerts } from './schema-indicator.js';
import { groups } from './schema-group.js';
import * as later from './schema-later.js';
import {
  byFeed,
  code,
  confirmation,
  contacts,
  disruptions,
  feedName,
  modes,
  person,
  programmeCode,
  programmes,
  rqfLevels,
  types,
  words,
} from './schema-parts.js';
import { rule } from './schema-rule.js';
import { sponsored } from './schema-sponsored.js';

/** Names that Windows keeps for devices. Editors read the pattern too, and know no ignore-case. */
const WINDOWS_DEVICE = '[Cc][Oo][Nn]|[Pp][Rr][Nn]|[Aa][Uu][Xx]|[Nn][Uu][Ll]|(?:[Cc][Oo][Mm]|[Ll][Pp][Tt])[0-9]';

export const planName = text(
  'a name of letters, digits, - and _, at most 40 characters, that Windows can use for a folder',
  new RegExp(`^(?!(?:${WINDOWS_DEVICE})$)[A-Za-z0-9][A-Za-z0-9_-]{0,39}$`),
);

/** A file beside the plan and no other: no folders, no `..`, nothing that hides. */
export const universityName = text(
  'the name of a file beside the plan, such as university-2026-27.yaml',
  /^(?!\.)[^\p{Cc}/\\:*?"<>|]{1,100}\.ya?ml$/u,
);

const schoolCode = code('a school code as the students export writes it');

const students = mapping('a mapping with school, and perhaps programmes, rqf and mode', {
  school: oneOrMore('a school code, or a list of them', schoolCode).describe('The schools whose students these are.'),
  programmes: programmes.optional().describe('Only students of these programmes.'),
  rqf: rqfLevels.optional().describe('Only students whose target award is at these levels.'),
  mode: modes.optional().describe('Only students of these modes.'),
});

const checkpoint = z
  .union([date(), mapping('a mapping with date and from', { date: date(), from: date().optional() })], {
    error: 'a date such as 2026-10-18, or a mapping with date and from',
  })
  .transform((it) => (typeof it === 'object' ? { on: it.date, from: it.from } : { on: it, from: undefined }));

const feeds = z.union(
  [
    listOf('a list of feeds', feedName),
    byFeed(
      'feeds, each with who confirmed it accurate and when (8.4)',
      z.union([confirmation, z.null()], { error: 'confirmed_by and confirmed_on' }),
    ),
  ],
  { error: 'a list of feeds, or a mapping of feeds with who confirmed each accurate and when' },
);

const clock = mapping('a mapping with vacation and authorised_absence', {
  vacation: oneOf(['pauses', 'counts'])
    .optional()
    .describe('Days of vacation: they pause the count unless said otherwise.'),
  authorised_absence: oneOf(['pauses', 'counts'])
    .optional()
    .describe('Days of authorised absence: they pause the count unless said otherwise.'),
});

const levels = named(
  'calendar levels, each with its programmes, such as masters: [H101]',
  code('the name of a level, such as masters'),
  listOf('programme codes', programmeCode),
);

const run = wholeNumber(1, 100);
const outOfLast = mapping('a mapping with at_least and of', { at_least: run, of: run }).optional();

const referral = mapping('a mapping with the patterns that cause concern (10.6)', {
  non_engagement_in_a_row: z
    .union([run, z.literal('none')], { error: 'a whole number from 1 to 100, or none' })
    .optional()
    .describe('So many consecutive checkpoints of non-engagement: 2 unless said otherwise; none for no such pattern.'),
  non_engagement_of_last: outOfLast.describe('Non-engagement at at_least so many of the last so many checkpoints.'),
  non_engagement_in_year: run.optional().describe('Non-engagement at so many checkpoints of the year.'),
  failed_in_a_row: run.optional().describe('So many consecutive checkpoints of low or non-engagement.'),
  failed_of_last: outOfLast.describe('Low or non-engagement at at_least so many of the last so many checkpoints.'),
  failed_in_year: run.optional().describe('Low or non-engagement at so many checkpoints of the year.'),
});

export const planSchema = mapping('a mapping that begins with plan:', {
  plan: planName.describe('The name of the plan and of its report folder.'),
  title: words('the name of the school').optional().describe('The school as letters name it.'),
  policy: text('the version of the policy, such as "2.0"', /^\d+(?:\.\d+)*$/)
    .optional()
    .describe('The policy version that the plan was written for (14), in quotes.'),
  students: students.describe("Which students are the plan's own. No student may be in two plans."),
  university: universityName
    .optional()
    .describe('The file beside the plan with calendar, feed confirmations and support contacts.'),
  teaching_starts: date().optional().describe("The first day of teaching; wins over the university's."),
  leads: listOf('at least one learner engagement lead with name and email (6.2b)', person).describe(
    'The learner engagement leads (6.2b).',
  ),
  ...contacts,
  reply_within_days: wholeNumber(1, 100)
    .optional()
    .describe('How many days after the checkpoint a student has to reply (10.4): 7 unless said otherwise.'),
  reply_within_working_days: wholeNumber(1, 100)
    .optional()
    .describe('The same in working days: Monday to Friday, no bank holidays of England, no closures.'),
  // At least 1: nobody is judged on a window without a single monitored day of theirs.
  grace_days: wholeNumber(1, 100)
    .optional()
    .describe('Students with fewer monitored days in the window are not assessed: 7 unless said otherwise.'),
  tolerance_days: wholeNumber(0, 100)
    .optional()
    .describe('How long after its last act a feed still counts as known: 3 unless said otherwise.'),
  checkpoints: named('at least one checkpoint, such as week_3: 2026-10-18 (8.2)', checkpointId, checkpoint).describe(
    'The dates at which students are assessed: the last day that counts.',
  ),
  feeds: feeds
    .optional()
    .describe('The kinds of evidence that the plan counts; without this, those that its indicators use.'),
  registers: types
    .optional()
    .describe('The event types for which registers are kept, so that a missing one is unknown; without it: all types.'),
  all_absent_registers: oneOf(['unknown', 'absent'])
    .optional()
    .describe('What a register says that marks all of 5 students or more absent: unknown unless said otherwise.'),
  event_minutes: wholeNumber(1, 600)
    .optional()
    .describe('The length of an event for which the export gives no end: 60 unless said otherwise.'),
  indicators: named('at least one indicator with feed, measure and minimum (6.2c)', indicatorId, indicator).describe(
    'What is measured, and the minimum expected (6.2c, 8.2).',
  ),
  rule: rule
    .optional()
    .describe(
      'How indicators combine: all, any, one id, or groups with all, any, or at_least and of. Without it: all.',
    ),
  groups: groups
    .optional()
    .describe('Students with a rule of their own, in order: the first group that fits a student decides (6.2c, 6.2g).'),
  module_alerts: moduleAlerts
    .optional()
    .describe(
      "The least expected in each of the school's modules of students of other schools, whose school is alerted below it (6.3).",
    ),
  referral: referral
    .optional()
    .describe('Patterns of non-engagement that cause concern (10.6). The 60 days are policy and have no key.'),
  sponsored: sponsored.optional().describe('Choices for sponsored students (9).'),
  clock: clock.optional().describe('What pauses the 60 days without evidence of 10.6.'),
  levels: levels
    .optional()
    .describe(
      'Which programmes follow which calendar level (9.5). Others: masters at RQF 7 and 8, undergraduate at RQF 3 to 6.',
    ),
  disruptions: disruptions
    .optional()
    .describe("Days on which the school's teaching was disrupted (8.5b), beside those of the university."),
  examples: later.examples
    .optional()
    .describe('Students with the outcome that the plan means for them. Not yet supported.'),
});

export type WrittenPlan = z.output<typeof planSchema>;
