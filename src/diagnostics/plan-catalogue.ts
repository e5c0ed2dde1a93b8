// What can be wrong with a plan or a university file, in the words of the people who keep them.
import { counted, entry, listed } from './fault.js';
import { indicatorCatalogue, meant } from './indicator-catalogue.js';
import { sentence, yamlCatalogue } from './yaml-catalogue.js';

export const planCatalogue = {
  ...yamlCatalogue,
  ...indicatorCatalogue,

  // Finding and reading the files
  'plans-folder-missing': entry<{ folder: string }>(
    'error',
    ({ folder }) => `There is no folder "${folder}" here.`,
    ({ folder }) => `Run the command in the folder that holds "${folder}", or name the file of a plan.`,
  ),
  'plans-folder-empty': entry<{ folder: string }>(
    'error',
    ({ folder }) => `The folder "${folder}" holds no plan.`,
    () => 'Put a file such as eng.yaml there; files whose names begin with "university" are not plans.',
  ),
  'plans-folder-unreadable': entry<{ folder: string; reason: string }>(
    'error',
    ({ folder, reason }) => `The folder "${folder}" cannot be read (${reason}).`,
    () => 'Ask for permission to read the folder.',
  ),
  'plan-not-found': entry<{ name: string; folder: string; known: readonly string[]; nearest: string | null }>(
    'error',
    ({ name, folder }) => `There is no plan "${name}" in the folder "${folder}".`,
    ({ folder, known, nearest }) => {
      const names = known.length === 0 ? '' : `${meant(nearest, known)} `;
      return `${names}A file is named with its ending, such as ${folder}/eng.yaml.`;
    },
  ),
  'plan-file-not-found': entry<{ file: string }>(
    'error',
    ({ file }) => `There is no file ${file}.`,
    () => 'Check the name and the folder.',
  ),
  'plan-university-not-found': entry<{ name: string }>(
    'error',
    ({ name }) => `The university file "${name}" does not stand beside the plan.`,
    () => 'Put it into the folder of the plan, or correct the name.',
  ),
  'plan-not-a-file': entry<object>(
    'error',
    () => 'This is not a file.',
    () => 'Name a YAML file.',
  ),
  'plan-file-unreadable': entry<{ reason: string }>(
    'error',
    ({ reason }) => `The file cannot be read (${reason}).`,
    () => 'Ask for permission to read it, or copy it again.',
  ),
  'plan-file-too-large': entry<{ bytes: number }>(
    'error',
    ({ bytes }) => `The file has ${counted(bytes, 'byte')}, and a plan at most 1,048,576.`,
    () => 'Is it really a plan?',
  ),
  'plan-not-utf8': entry<object>(
    'error',
    () => 'The file is not UTF-8 text.',
    () => 'Save it again in a text editor with the encoding UTF-8.',
  ),
  'plan-name-twice': entry<{ name: string; file: string }>(
    'error',
    ({ name, file }) => `The plan in ${file} is called "${name}" too, and plans name report folders.`,
    () => 'Rename one of the two; small and capital letters do not count as different.',
  ),

  // What the policy asks of every plan
  'plan-without-leads': entry<object>(
    'error',
    () => 'The plan names no learner engagement lead (6.2b).',
    () => 'Add leads, such as: leads: [{ name: Dr Ama Boateng, email: a.boateng@example.ac.uk }]',
  ),
  'plan-without-indicators': entry<object>(
    'error',
    () => 'The plan has no indicators (6.2c, 8.2).',
    () => 'Add at least one, such as: indicators: { vle: { feed: vle, measure: active_days, minimum: 4 } }',
  ),
  'plan-without-checkpoints': entry<object>(
    'error',
    () => 'The plan has no checkpoints (6.2d, 8.2).',
    () => 'Add at least one, such as: checkpoints: { week_3: 2026-10-18 }',
  ),
  'plan-without-policy': entry<{ current: string }>(
    'warning',
    ({ current }) =>
      `The plan does not say which version of the policy it was written for (14); ${current} is assumed.`,
    ({ current }) => `Add policy: "${current}" once the plan has been checked against it.`,
  ),
  'plan-other-policy': entry<{ policy: string; current: string }>(
    'warning',
    ({ policy, current }) =>
      `The plan was written for version ${policy} of the policy; this program applies ${current} (14).`,
    ({ current }) => `Check the plan against version ${current}, then change the number.`,
  ),
  'plan-without-support': entry<object>(
    'warning',
    () => 'Neither the plan nor its university file names a student support contact, so letters cannot (11.1).',
    () => 'Add support, such as: support: { name: Student Support, email: support@example.ac.uk }',
  ),
  'plan-not-yet-supported': entry<{ feature: string }>(
    'error',
    ({ feature }) => `${sentence(feature)} is part of the plan language, but not yet supported.`,
    () => 'Take it out until a later version applies it; the changelog says when.',
  ),

  // Dates
  'plan-without-teaching-start': entry<object>(
    'error',
    () => 'Nothing says when teaching starts.',
    () => 'Add teaching_starts: with a date to the plan, or teaching_starts or terms to its university file.',
  ),
  'plan-checkpoint-twice': entry<{ id: string; other: string; on: string }>(
    'error',
    ({ id, other, on }) => `The checkpoints "${other}" and "${id}" are both on ${on}.`,
    () => 'Give each checkpoint a date of its own.',
  ),
  'plan-checkpoint-out-of-order': entry<{ id: string; on: string }>(
    'warning',
    ({ id, on }) => `The checkpoint "${id}" on ${on} stands after a later one.`,
    () => 'Check the year; if it is right, put the checkpoints in order of date.',
  ),
  'plan-checkpoint-before-teaching': entry<{ id: string; on: string; teaching: string }>(
    'error',
    ({ id, on, teaching }) => `The checkpoint "${id}" on ${on} lies before the start of teaching, ${teaching}.`,
    () => 'Check both dates, the years above all.',
  ),
  'plan-window-before-teaching': entry<{ id: string; from: string; teaching: string }>(
    'error',
    ({ id, from, teaching }) => `The window of "${id}" begins on ${from}, before the start of teaching, ${teaching}.`,
    () => 'Let it begin with teaching or later.',
  ),
  'plan-window-reversed': entry<{ id: string; from: string; on: string }>(
    'error',
    ({ id, from, on }) => `The window of "${id}" begins on ${from}, after the checkpoint itself, ${on}.`,
    () => 'Let it begin on the day of the checkpoint or earlier.',
  ),
  'plan-level-twice': entry<{ programme: string; level: string; other: string }>(
    'error',
    ({ programme, level, other }) => `The programme "${programme}" stands under two levels, "${other}" and "${level}".`,
    () => 'Keep one of the two: a programme follows one calendar (9.5).',
  ),
  'plan-level-misspelt': entry<{ level: string; nearest: string }>(
    'warning',
    ({ level }) => `No vacation of the calendar is for the level "${level}".`,
    ({ nearest }) => `Did you mean "${nearest}"?`,
  ),
  'plan-vacation-level-misspelt': entry<{ level: string; nearest: string }>(
    'warning',
    ({ level }) =>
      `The vacation is for the level "${level}", which no programme of this plan follows. If another is meant, its students have no vacation then, and their days without engagement are counted (9.5).`,
    ({ nearest }) => `Did you mean "${nearest}"?`,
  ),
  'plan-vacation-level-unfollowed': entry<{ level: string }>(
    'info',
    ({ level }) => `The vacation is for the level "${level}", which no programme of this plan follows (9.5).`,
    ({ level }) =>
      `That is right where only other plans have such programmes; else assign them under levels: { ${level}: [...] } in the plan.`,
  ),
  'plan-reply-twice': entry<object>(
    'error',
    () => 'The days to reply are given twice, as days and as working days.',
    () => 'Keep one of reply_within_days and reply_within_working_days.',
  ),
  'plan-period-reversed': entry<{ name: string; from: string; to: string }>(
    'error',
    ({ name, from, to }) => `"${name}" ends on ${to}, before it begins on ${from}.`,
    () => 'Both days are included; check the years.',
  ),

  // Rules and patterns
  'plan-without-rule': entry<{ indicators: readonly string[] }>(
    'info',
    ({ indicators }) => `The plan has no rule, so all of its indicators are expected: ${listed(indicators)}.`,
    () => 'Add rule: all to say so, or another rule.',
  ),
  'plan-rule-unknown-indicator': entry<{ indicator: string; known: readonly string[]; nearest: string | null }>(
    'error',
    ({ indicator }) => `The rule names "${indicator}", and there is no such indicator.`,
    ({ known, nearest }) => meant(nearest, known),
  ),
  'plan-rule-shape': entry<object>(
    'error',
    () => 'This part of the rule is not complete, or is several rules in one.',
    () => 'Write exactly one of { all: [...] }, { any: [...] } and { at_least: 2, of: [...] }.',
  ),
  'plan-rule-unreachable': entry<{ count: number; length: number }>(
    'error',
    ({ count, length }) => `The rule asks for ${count} of a list of ${length}, which nobody can meet.`,
    ({ length }) => `Ask for at most ${length}, or lengthen the list.`,
  ),
  'plan-rule-repeats': entry<{ indicator: string }>(
    'error',
    ({ indicator }) => `"${indicator}" stands twice in this list.`,
    () => 'Keep one of the two.',
  ),
  'plan-indicator-unused': entry<{ indicator: string }>(
    'warning',
    ({ indicator }) => `No rule uses the indicator "${indicator}", so it is never measured.`,
    () => 'Add it to a rule, or take it out of the plan.',
  ),
  'plan-group-unreachable': entry<{ group: string; earlier: string }>(
    'warning',
    ({ group, earlier }) => `No student can come to the group "${group}": "${earlier}" before it takes them all.`,
    () => 'The first group that fits decides: put the narrower one first, or take one of the two out.',
  ),
  'plan-pattern-unreachable': entry<{ count: number; length: number }>(
    'error',
    ({ count, length }) => `${count} of the last ${length} checkpoints can never be.`,
    ({ length }) => `Ask for at most ${length}.`,
  ),
} as const;
