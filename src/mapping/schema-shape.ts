// The language of what a file looks like that is no plain table.
import { z as zod, type z } from 'zod';
import { NOT_SEEN_COMING } from './shape.js';
import { listOf, mapping, named, oneOf, oneOrMore, text, wholeNumber, yesOrNo } from '../yaml/expect.js';

export const words = (expects: string) =>
  text(`${expects}, on one line of at most 200 characters`, /^[^\p{Cc}]{1,200}$/u);

export const columnName = words('the name of a column as the header has it');
export const columnNames = oneOrMore('the name of a column, or a list of names that it may have', columnName);
export const pattern = text('a regular expression', /^[^\p{Cc}]{1,1000}$/u);

const wide = mapping('which columns become rows: columns, name and cell', {
  columns: pattern.describe('A regular expression that finds their names.'),
  except: pattern.optional().describe('A regular expression that finds the names of those that are none of them.'),
  name: words('a name for the new column with their names').describe(
    'The new column with the name of the one that a row comes from.',
  ),
  cell: words('a name for the new column with their cells').describe('The new column with its cell.'),
  followed_by: listOf('a list of names for new columns', words('a name'))
    .optional()
    .describe('What the columns behind each of them are to be called, where they belong to it, whatever their names.'),
});

const person = zod.union(
  [
    columnNames.transform((names) => [names]),
    mapping('the columns that together tell people apart, such as { join: [First name, Last name] }', {
      join: listOf('a list of columns', columnNames).describe('Several columns of the export.'),
    }).transform(({ join }) => join),
  ],
  { error: 'the name of a column, a list of names that it may have, or { join: [columns] }' },
);

const pairs = mapping('how people come and go: person, action, joins, leaves, at, format, from and to', {
  person: person.describe('The column that tells people apart, or several that together do, as join.'),
  action: columnNames.describe('The column that says whether they came or went.'),
  joins: oneOrMore('a word, or a list of words', words('a word')).describe('What it says where they came.'),
  leaves: oneOrMore('a word, or a list of words', words('a word')).describe('What it says where they went.'),
  at: columnNames.describe('The column with the time.'),
  format: words('a format such as "M/d/yyyy, h:mm:ss a"').describe(
    'How the time is written, where the source does not say it.',
  ),
  from: words('a name').describe('The new column with the canonical time at which they came.'),
  to: words('a name').describe('The new column with the canonical time at which they went; blank where nobody saw it.'),
  if_not_seen_coming: oneOf(NOT_SEEN_COMING)
    .optional()
    .describe(
      'What the time of coming is of those who left and were not seen to come, as they were there before: time_of_leaving, when they were there for certain, or blank. Without it, such a file is refused.',
    ),
});

const details = (where: string) =>
  named(`labels above the header, each with a name for the new column`, words('a label'), words('a name'))
    .optional()
    .describe(`What stands ${where} a label above the header becomes a column.`);

export const shape = mapping('what the file looks like: where its header is, details, wide, pairs', {
  header_row: wholeNumber(1, 1000).optional().describe('The row of the header, from 1; without it, the first.'),
  header_below: words('the first cell of a row').optional().describe('The header stands below the row that begins so.'),
  header_has: columnNames.optional().describe('The header is the first row that has a column of this name.'),
  ends_at_blank_row: yesOrNo()
    .optional()
    .describe(
      'The table ends at the first blank row; below it there is nothing, or a section with a heading of one cell.',
    ),
  details: details('beside'),
  details_below: details('below'),
  wide: wide.optional().describe('Columns side by side, of which each cell becomes a row.'),
  pairs: pairs.optional().describe('Rows of people who come and go, of which each stay becomes a row.'),
});

export type WrittenShape = z.output<typeof shape>;
