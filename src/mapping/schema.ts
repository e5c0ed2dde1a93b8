// The language of sources files and of the mappings that they name.
import type { z } from 'zod';
import { z as zod } from 'zod';
import { date, listOf, mapping, named, oneOf, oneOrMore, text, yesOrNo } from '../yaml/expect.js';
import { TABLES } from '../engagement/tables.js';
import { ENCODINGS } from './encoding.js';
import { DURATION_UNITS } from './mapping.js';
import { SEPARATOR_WORDS } from './separator.js';
import { columnName, columnNames, pattern, shape, words } from './schema-shape.js';

/** How sources and mappings are called. */
const sourceName = text(
  'a name: a small letter, then small letters, digits and dashes, at most 40 characters',
  /^[a-z][a-z0-9-]{0,39}$/,
);

const systemName = text(
  'the name of a system: a small letter, then small letters, digits and underscores, at most 40 characters',
  /^[a-z][a-z0-9_]{0,39}$/,
);

const format = oneOrMore('a format such as "d/MM/yy, HH:mm", or a list of them', words('a format'));

const joinedOf = mapping('a column of the table, as { of: starts_at }', {
  of: words('a column of the table').describe(
    'A column of the table as it is read: a time as London time to the minute, however it is written.',
  ),
});

const joinedPart = zod.union([columnNames, joinedOf], {
  error: 'the name of a column, a list of names that it may have, or a column of the table such as { of: starts_at }',
});

const detailedColumn = mapping('where the column comes from, such as { column: Time, format: "d/MM/yy, HH:mm" }', {
  column: columnNames.optional().describe('The column of the export: its name, or the names that it may have.'),
  join: listOf('a list of columns', joinedPart)
    .optional()
    .describe('Several columns, one behind the other; blank ones are left out.'),
  between: zod
    .string({ error: 'a text' })
    .max(20, { error: 'at most 20 characters' })
    .optional()
    .describe('What stands between joined columns; without it, a space.'),
  keep_blank: zod
    .literal(true, { error: 'true' })
    .optional()
    .describe('Blank cells count among joined columns: each cell has its place. Without this they are left out.'),
  constant: words('a text').optional().describe('The same text in every row.'),
  file_name: zod
    .literal(true, { error: 'true' })
    .optional()
    .describe('The name of the file; a pattern finds what it says.'),
  pattern: oneOrMore('a regular expression, or a list of them', pattern)
    .optional()
    .describe(
      'Takes what the groups of the first expression that fits hold, one behind the other. Where none fits it is blank; but an error where values, format or duration follow and no if_blank.',
    ),
  values: named('words of the export, each with the word of the table', words('a word of the export'), words('a word'))
    .optional()
    .describe('What words of the export mean; capitals make no difference. Any other word is an error.'),
  otherwise: words('a word').optional().describe('What every other word means; without it they are errors.'),
  if_blank: words('a word').optional().describe('What a blank cell means, or one in which the pattern finds nothing.'),
  format: format
    .optional()
    .describe('How the time is written. Of several, the one that reads the whole column; if two do, the program asks.'),
  duration: oneOf(DURATION_UNITS)
    .optional()
    .describe('How a length of time is written: minutes, seconds, clock (1:05:30) or words (1h 5m 30s).'),
  through: systemName
    .optional()
    .describe('Ids of this system are looked up among the identities; "email" in the students table.'),
  optional: zod
    .literal(true, { error: 'true' })
    .optional()
    .describe('Files may lack the column: it is then blank in every row. Without this they are refused.'),
  as_id: yesOrNo().optional().describe('Makes an id of words: everything but letters and digits becomes a dash.'),
});

const column = zod.union([columnName.transform((name) => ({ column: [name] })), detailedColumn], {
  error: 'the name of a column of the export, or a mapping that says where it comes from',
});

const condition = mapping('which rows, such as { column: Origin, is: [cli, restore] } or { blank: student_id }', {
  column: columnNames.optional().describe('The column of the export that tells.'),
  of: words('a column of the table')
    .optional()
    .describe('The column of the table that tells, wherever it comes from, before times are read and ids looked up.'),
  is: oneOrMore('a word, or a list of words', zod.string({ error: 'a text; put quotes round a number' }))
    .optional()
    .describe('Its cell is one of these; capitals make no difference.'),
  matches: pattern.optional().describe('A regular expression finds something in it.'),
  lacks: pattern.optional().describe('A regular expression finds nothing in it.'),
  blank: words('a column of the table')
    .optional()
    .describe('This column of the table would be blank: short for of and is.'),
  optional: zod
    .literal(true, { error: 'true' })
    .optional()
    .describe('Files without the column have no such rows; without this they are refused.'),
});

const shared = {
  title: words('what the export is').optional().describe('What the export is, for people.'),
  table: oneOf(TABLES).optional().describe('The table that the rows belong to.'),
  encoding: oneOf(ENCODINGS)
    .optional()
    .describe('How characters are written as bytes; without it, as the file begins, or UTF-8, or else Windows-1252.'),
  separator: oneOf(SEPARATOR_WORDS).optional().describe('What separates the columns; without it, a comma.'),
  shape: shape.optional().describe('What the file looks like, where it is no plain table.'),
  sheet: words('the name of a sheet')
    .optional()
    .describe('The sheet of a workbook; without it, the first that can be seen.'),
  columns: named('columns of the table, each with where it comes from', words('a column of the table'), column)
    .optional()
    .describe('Each column of the table with where it comes from.'),
  set_aside: named('reasons, each with the rows that it is about', words('a reason in a few words'), condition)
    .optional()
    .describe('Rows that are no records of the table, by reason; the first that applies. They are counted by reason.'),
};

export const mappingSchema = mapping('a mapping: name, table and columns', {
  mapping: sourceName.describe('What sources call it: the name of the file without its ending.'),
  ...shared,
});

const source = mapping('a source: files, and how they are read', {
  files: words('a pattern of file names, such as "logs_*.csv"').describe(
    'A pattern of file names: * and ? stand for anything.',
  ),
  use: oneOf(['all', 'newest'])
    .optional()
    .describe(
      'Of files with a date in their names (2026-10-05 or 20261005), all or the newest alone; without it, all.',
    ),
  mapping: sourceName
    .optional()
    .describe('A mapping of plans/sources; what stands here goes before what stands there.'),
  format: words('a format such as "d/MM/yy, HH:mm"')
    .optional()
    .describe('How times are written, where the mapping allows several formats.'),
  academic_year_from: date().optional().describe('The first day of the academic year, for formats without a year.'),
  covers: mapping('a mapping with from and to, both ends included', {
    from: date().describe('The first day.'),
    to: date().describe('The last day, itself included.'),
  })
    .optional()
    .describe('The days that the export holds in full; every other day is unknown.'),
  ...shared,
});

export const sourcesSchema = mapping('a mapping with the sources', {
  sources: named('sources, each with its files', sourceName, source).describe('The exports that are not canonical.'),
});

export type WrittenSources = z.output<typeof sourcesSchema>;
export type WrittenSource = WrittenSources['sources'][string];
export type WrittenMapping = z.output<typeof mappingSchema>;
export type WrittenColumn = z.output<typeof column>;
export type WrittenJoinedPart = z.output<typeof joinedPart>;
export type WrittenCondition = z.output<typeof condition>;
/** What mappings and sources have in common. */
export type WrittenShared = Pick<WrittenMapping, keyof typeof shared>;
