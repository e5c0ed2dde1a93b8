// What the program says about exports that a sources file maps onto the tables.
import { counted, entry, listed } from './fault.js';

function or(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(' or ');
}

function suggestion(nearest: string | null): string {
  return nearest === null ? '' : ` Is it "${nearest}"?`;
}

interface OfColumn {
  readonly mapping: string;
  readonly canonical: string;
  readonly names: readonly string[];
  readonly nearest: string | null;
}

interface OfCell {
  readonly record: number;
  readonly cell: string;
  readonly canonical: string;
}

/** The files of a source that something is true of. */
interface InFiles {
  readonly source: string;
  readonly files: number;
}

/** Of a single file the place tells. */
function inFiles({ source, files }: InFiles): string {
  return files === 1 ? '' : ` of ${files.toLocaleString('en-GB')} files of the source "${source}"`;
}

interface OfSheet {
  readonly sheet: string;
  /** As the sheet counts them. */
  readonly row: number;
  readonly column: string;
}

const SEPARATOR_NAMES: Readonly<Record<string, string>> = {
  comma: 'commas',
  semicolon: 'semicolons',
  tab: 'tabs',
  bar: 'vertical bars',
};

export const mappingCatalogue = {
  // The sources file
  'sources-file-not-found': entry<{ file: string }>(
    'error',
    ({ file }) => `There is no sources file "${file}".`,
    () => 'Check the name given with --sources.',
  ),
  'draft-exists': entry<{ file: string }>(
    'error',
    ({ file }) => `There is a file "${file}" already, and nothing was written over it.`,
    () => 'Name another file with --write, or move this one away.',
  ),
  'draft-not-written': entry<{ file: string; reason: string }>(
    'error',
    ({ file, reason }) => `The draft could not be written to "${file}" (${reason}).`,
    () => 'Name a file in a folder that you may write to.',
  ),
  'draft-written': entry<{ file: string }>(
    'info',
    ({ file }) => `A sources file was drafted in "${file}".`,
    () => 'Read and finish it, then call it sources.yaml.',
  ),
  'nothing-to-draft': entry<object>(
    'info',
    () => 'No draft was written: every file is claimed by a source, or named after its table.',
  ),
  'mapping-not-found': entry<{ mapping: string; known: readonly string[]; nearest: string | null }>(
    'error',
    ({ mapping, nearest }) => `There is no mapping "${mapping}" in plans/sources.${suggestion(nearest)}`,
    ({ known }) => `There are: ${listed(known)}.`,
  ),
  'source-without-table': entry<{ source: string }>(
    'error',
    ({ source }) => `The source "${source}" does not say which table its files belong to.`,
    () => 'Name a "mapping", or a "table" and its "columns".',
  ),
  'source-covers-nothing': entry<object>(
    'error',
    () => 'The last day stands before the first.',
    () => 'Write the first day that the export holds after "from", the last after "to".',
  ),
  'source-key-idle': entry<{ key: 'format' | 'academic_year_from' | 'sheet' }>(
    'error',
    ({ key }) =>
      key === 'sheet'
        ? 'The files of the source are no workbooks, so that "sheet" has no effect.'
        : `No column of the source is a time in a format of its own, so that "${key}" has no effect.`,
    ({ key }) =>
      key === 'sheet'
        ? 'Correct "files", or take "sheet" away.'
        : `Name a "mapping", or say of a column how it is written, as in columns: { occurred_at: { column: Time, format: "d/MM/yy, HH:mm" } }. Or take "${key}" away.`,
  ),
  'mapping-column-unknown': entry<{ table: string; column: string; nearest: string | null }>(
    'error',
    ({ table, column }) => `The table ${table} has no column "${column}".`,
    ({ nearest }) => `The README lists the columns.${suggestion(nearest)}`,
  ),
  'mapping-column-left-out': entry<{ table: string; column: string }>(
    'error',
    ({ table, column }) => `Nothing says where ${column} comes from, and ${table} cannot do without it.`,
    ({ column }) => {
      const hint = `Add it to "columns" of the source: ${column}: { column: … } with the name that the export has for it`;
      return column === 'student_id'
        ? `${hint}.`
        : `${hint}, or ${column}: { constant: … } where it is the same in every row.`;
    },
  ),
  'mapping-constant-no-time': entry<{ column: string; text: string }>(
    'error',
    ({ column, text }) => `${column} is always "${text}", which is no time.`,
    () => 'Write a date such as 2026-11-05, or a time such as 2026-11-05T17:00.',
  ),
  'mapping-looked-up-wrongly': entry<{ table: string; column: string }>(
    'error',
    ({ table, column }) => `${column} of ${table} cannot be looked up among the identities.`,
    () => 'Only student_id can, and not in students and identities, which say who is who. Take "through" away.',
  ),
  'mapping-header-twice': entry<object>(
    'error',
    () => 'The header is looked for in several ways at once.',
    () => 'Write one of header_row, header_below and header_has.',
  ),
  'mapping-origin-not-one': entry<{ origins: readonly string[]; given: readonly string[] }>(
    'error',
    ({ given }) =>
      given.length === 0 ? 'It does not say where the column comes from.' : `It says ${listed(given)} at once.`,
    ({ origins }) => `Say exactly one of ${listed(origins)}.`,
  ),
  'mapping-joined-otherwise': entry<{ keys: readonly string[] }>(
    'error',
    ({ keys }) => `It is joined of columns of the table, and says ${listed(keys)} as well.`,
    () => 'Say only between and as_id beside join; the columns that it is joined of may say the rest.',
  ),
  'mapping-joined-wrongly': entry<{ column: string; of: string }>(
    'error',
    ({ column, of }) => `${column} cannot be joined of ${of}.`,
    () =>
      'Name columns of the table that say themselves which column of the export they are read from, and are not looked up with "through".',
  ),
  'mapping-condition-of-joined': entry<{ rule: string; column: string }>(
    'error',
    ({ rule, column }) => `"${rule}" asks about ${column}, which is joined of columns of the table.`,
    () => 'Ask about one of those columns.',
  ),
  'mapping-condition-unclear': entry<{ rule: string }>(
    'error',
    ({ rule }) => `It is not clear which rows "${rule}" is about.`,
    () => 'Name a column of the export (column) or of the table (of), and one of is, matches and lacks; or say blank.',
  ),
  'mapping-value-twice': entry<{ word: string; other: string }>(
    'error',
    ({ word, other }) =>
      `"${word}" and "${other}" mean two things, but capitals make no difference between words of the export.`,
    () => 'Say what both of them mean, once.',
  ),
  'mapping-pattern-invalid': entry<{ reason: string }>(
    'error',
    ({ reason }) => `This is no regular expression (${reason}).`,
    () => 'The syntax is that of RE2: no look-ahead and no back-references.',
  ),
  'mapping-pattern-groups': entry<{ groups: number; most: number }>(
    'error',
    ({ groups, most }) => `The regular expression has ${groups} groups, and may have ${most}.`,
    () => 'Write (?: … ) for groups of which nothing is taken.',
  ),
  'mapping-format-invalid': entry<{ format: string }>(
    'error',
    ({ format }) => `"${format}" is no format of a time.`,
    () =>
      'It needs a day (d or dd) and a month (M, MM, MMM or MMMM), and may have yy or yyyy, EEE or EEEE, H, HH or h and hh with a, mm, ss, and z for GMT, BST or +01:00. Put other letters in quotes.',
  ),

  // Their files
  'file-of-two-sources': entry<{ sources: readonly string[] }>(
    'error',
    ({ sources }) => `The sources ${or(sources).replace(' or ', ' and ')} both take the file for theirs.`,
    () => 'Narrow the "files" of one of them in the sources file.',
  ),
  'file-superseded': entry<{ source: string; by: string }>(
    'info',
    ({ source, by }) => `The source "${source}" uses the newest export alone, which is ${by}: this one was not read.`,
  ),
  'file-undated': entry<{ source: string }>(
    'error',
    ({ source }) => `The source "${source}" uses the newest export alone, and this file has no date in its name.`,
    () => 'Rename it so that its date is seen, as in students-2026-10-05.csv, or move it away.',
  ),
  'source-without-files': entry<{ source: string; pattern: string }>(
    'warning',
    ({ source, pattern }) => `The source "${source}" has no file: none is named like "${pattern}".`,
    () => 'Put the export among the others, or correct "files" in the sources file.',
  ),
  'encoding-otherwise': entry<{ declared: string; found: string | null }>(
    'error',
    ({ declared, found }) =>
      found === null
        ? `Its source declares ${declared}, but the file does not begin as such a text does.`
        : `Its source declares ${declared}, but the file begins with the mark of ${found}.`,
    ({ found }) =>
      found === null
        ? 'Leave "encoding" out of the source, or export the file again.'
        : `Say "encoding: ${found}" in the source, or leave it out: the mark says it.`,
  ),
  'separator-not-declared': entry<{ found: string; declared: string }>(
    'error',
    ({ found, declared }) =>
      `The columns are separated by ${SEPARATOR_NAMES[found] ?? found}, not by ${SEPARATOR_NAMES[declared] ?? declared}.`,
    ({ found }) => `Say so in the sources file, in the source that takes this file: separator: ${found}`,
  ),
  'file-too-large-to-reshape': entry<{ limit: number }>(
    'error',
    ({ limit }) =>
      `The file has more than ${counted(limit, 'byte')}, which is too much for a file that is no plain table.`,
    () => 'Export shorter periods, or one class at a time.',
  ),
  'header-row-missing': entry<{ row: number; rows: number }>(
    'error',
    ({ row, rows }) => `The header should be row ${row}, but the file has ${counted(rows, 'row')}.`,
    () => 'Export the file again, or correct "header_row" in the sources file.',
  ),
  'section-missing': entry<{ heading: string }>(
    'error',
    ({ heading }) => `No row begins with "${heading}", below which the header should stand.`,
    () => 'Export the file again, or correct "header_below" in the sources file.',
  ),
  'header-not-found': entry<{ names: readonly string[] }>(
    'error',
    ({ names }) => `No row has the column ${or(names)}, by which the header is found.`,
    () => 'Export the file again, or correct "header_has" in the sources file.',
  ),
  'detail-missing': entry<{ label: string }>(
    'error',
    ({ label }) => `Nothing above the header is called "${label}".`,
    () => 'Export the file with it, or correct "details" in the sources file.',
  ),
  'wide-columns-missing': entry<{ pattern: string }>(
    'error',
    ({ pattern }) => `No column is named as "${pattern}" says: the file would have no record.`,
    () => 'Export the file again, or correct "wide" in the sources file.',
  ),
  'wide-columns-alike': entry<{ name: string; columns: readonly string[] }>(
    'error',
    ({ name, columns }) =>
      `The columns ${columns.join(' and ')} are both called "${name}": two sessions would become one.`,
    () => 'Rename one of them where the export is made, or in the file.',
  ),
  'table-goes-on': entry<{ blank: number; next: number }>(
    'error',
    ({ blank, next }) =>
      `The table ends at the blank row ${blank}, but row ${next} is no heading of another section: what stands there would be lost.`,
    ({ blank, next }) =>
      next === blank + 1
        ? `If row ${next} belongs to the table, delete the blank row; or export the file again.`
        : `If row ${next} belongs to the table, delete the blank rows above it; or export the file again.`,
  ),
  'stay-without-joining': entry<{ record: number }>(
    'error',
    ({ record }) => `Record ${record} says that somebody left whom no record says to have come.`,
    () =>
      'They were there before the list began. Say in the mapping what stands for the time at which they came, as pairs: { if_not_seen_coming: time_of_leaving }, or blank where it is not needed.',
  ),
  'stays-in-repeated-hour': entry<{ people: number }>(
    'warning',
    ({ people }) =>
      `${counted(people, 'person', 'people')} came or went in the hour that the clocks show twice, and the order of the file does not say which came first: the times were taken as they stand.`,
    () => 'Compare their stays with the system that the file is from.',
  ),
  'paired-column-missing': entry<{ names: readonly string[] }>(
    'error',
    ({ names }) => `The file has no column ${or(names)}, by which people come and go.`,
    () => 'Export the file again, or correct "pairs" in the sources file.',
  ),
  'workbook-expected': entry<object>(
    'error',
    () => 'The file is named like a workbook, and is none.',
    () => 'Save it again as an Excel workbook (.xlsx), or as CSV.',
  ),
  'workbook-unreadable': entry<{ reason: string }>(
    'error',
    ({ reason }) => `The workbook cannot be read (${reason}).`,
    () => 'Open it in Excel and save it again as a workbook (.xlsx) without a password, or as CSV.',
  ),
  'sheet-missing': entry<{ sheet: string; known: readonly string[] }>(
    'error',
    ({ sheet }) => `The workbook has no sheet "${sheet}".`,
    ({ known }) => `It has ${listed(known)}. Name one of them as "sheet" in the sources file.`,
  ),
  'workbook-too-large': entry<{ limit: number }>(
    'error',
    ({ limit }) => `The workbook unpacks to more than ${counted(limit, 'byte')}, which is too much for a list.`,
    () => 'Save it as CSV, or export shorter periods or one class at a time.',
  ),
  'sheets-not-read': entry<{ sheet: string; others: readonly string[] }>(
    'warning',
    ({ sheet, others }) =>
      `The sheet "${sheet}" alone was read: ${listed(others.map((name) => `"${name}"`))} ${others.length === 1 ? 'holds' : 'hold'} rows too.`,
    ({ sheet }) =>
      `Name the sheet that is meant in the sources file, as sheet: ${sheet}. Where several are meant, save each as a workbook of its own.`,
  ),
  'cell-holds-error': entry<OfSheet & { error: string }>(
    'error',
    ({ sheet, row, column, error }) => `Row ${row}, column ${column} of the sheet "${sheet}" holds the error ${error}.`,
    () => 'Correct the cell in Excel and save the workbook again.',
  ),
  'cell-not-calculated': entry<OfSheet>(
    'error',
    ({ sheet, row, column }) =>
      `Row ${row}, column ${column} of the sheet "${sheet}" holds a formula without a result.`,
    () => 'Open the workbook in Excel, which calculates it, and save it again.',
  ),
  'mapped-column-missing': entry<OfColumn & { isRequired: boolean }>(
    'error',
    ({ mapping, canonical, names }) =>
      `The mapping "${mapping}" reads ${canonical} from the column ${or(names)}, which the file does not have.`,
    ({ canonical, isRequired, nearest }) =>
      `Export the file with that column, or name the right one in the sources file.${suggestion(nearest)}${isRequired ? '' : ` If such files never have it, say so: columns: { ${canonical}: { optional: true } }`}`,
  ),
  'mapped-columns-absent': entry<{ mapping: string; columns: readonly string[]; names: readonly string[] }>(
    'info',
    ({ mapping, columns }) =>
      `The file has none of the optional columns from which the mapping "${mapping}" reads ${listed(columns)}: ${columns.length === 1 ? 'it is' : 'they are'} blank in every row.`,
    ({ names }) => `If the file has them under other names than ${listed(names)}, say so in the sources file.`,
  ),
  'mapped-rule-column-missing': entry<{ mapping: string; rule: string; names: readonly string[] }>(
    'error',
    ({ mapping, rule, names }) =>
      `The mapping "${mapping}" sets rows aside ("${rule}") by the column ${or(names)}, which the file does not have: rows that are nobody's engagement would count.`,
    () => 'Export the file with that column, or name the right one in the sources file.',
  ),
  'value-not-mapped': entry<OfCell & { values: readonly string[] }>(
    'error',
    ({ record, cell, canonical }) => `Record ${record} says "${cell}", for which the mapping has no ${canonical}.`,
    ({ cell, canonical, values }) =>
      `Say what it means in the sources file, as columns: { ${canonical}: { values: { "${cell}": … } } }, beside ${listed(values)}. Or set such rows aside.`,
  ),
  'pattern-not-found': entry<OfCell>(
    'error',
    ({ record, cell, canonical }) =>
      `Record ${record} says "${cell}", in which the mapping does not find what it reads ${canonical} from.`,
    ({ canonical }) =>
      `Correct the cell, or "pattern" of ${canonical} in the sources file. What such cells mean can be said as if_blank; or set such rows aside.`,
  ),
  'duration-unreadable': entry<OfCell & { unit: string }>(
    'error',
    ({ record, cell, unit }) => `Record ${record} says "${cell}", which is no length of time written as ${unit}.`,
    () =>
      'Correct the cell, or the "duration" in the sources file: minutes, seconds, clock (1:05:30) or words (1h 5m 30s).',
  ),
  'time-not-in-format': entry<OfCell & { format: string; names: readonly string[] }>(
    'error',
    ({ record, cell, format }) => `Record ${record} says "${cell}", which is no time written as "${format}".`,
    ({ names }) => {
      const tried = or(names);
      return names.length > 1
        ? `No one format of the mapping reads the whole column; it tried ${tried}. Declare the right one as "format" in the sources file.`
        : 'Correct the cell, or declare the right format in the sources file. Every row of a column is written alike.';
    },
  ),
  'time-without-year': entry<OfCell>(
    'error',
    ({ record, cell }) => `Record ${record} says "${cell}", which has no year.`,
    () => 'Say in the sources file on which day the academic year begins, as academic_year_from: 2026-08-01.',
  ),
  'time-format-ambiguous': entry<OfCell & { format: string; time: string; otherFormat: string; otherTime: string }>(
    'error',
    ({ cell, format, time, otherFormat, otherTime }) =>
      `Every time of the column can be read in two ways: "${cell}" is ${time} written as "${format}", and ${otherTime} written as "${otherFormat}".`,
    ({ format, otherFormat }) =>
      `Say which it is in the sources file: format: "${format}" or format: "${otherFormat}". Nothing is guessed.`,
  ),
  'rows-set-aside': entry<{ rule: string; rows: number } & InFiles>(
    'info',
    (args) =>
      `${counted(args.rows, 'row')}${inFiles(args)} ${args.rows === 1 ? 'was' : 'were'} set aside by the mapping: ${args.rule}.`,
  ),
  'no-row-of-file': entry<{ mapping: string; records: number }>(
    'warning',
    ({ mapping, records }) =>
      `The mapping "${mapping}" set ${records === 1 ? 'the only row' : `all ${counted(records, 'row')}`} of the file aside: nothing in it counts for anybody.`,
    () =>
      'Before writing to anybody, look at the file: the system may write its rows otherwise than it did. If nothing in it should count, take it out of the folder.',
  ),
  'rows-of-unmatched-ids': entry<{ system: string; ids: number; rows: number } & InFiles>(
    'info',
    (args) => {
      const { system, ids, rows, files } = args;
      const ofIds = files > 1 ? `ids of ${system}` : `${counted(ids, 'id')} of ${system}`;
      return `${counted(rows, 'row')}${inFiles(args)} ${rows === 1 ? 'is' : 'are'} of ${ofIds} that ${files === 1 && ids === 1 ? 'stands' : 'stand'} for no student, and ${rows === 1 ? 'was' : 'were'} set aside.`;
    },
    ({ system }) =>
      system === 'email'
        ? 'Staff belong there. If students are among them, see that the students table has their addresses.'
        : `Staff belong there. If students are among them, export identities of ${system} again.`,
  ),
  'identity-of-two-students': entry<{ record: number; system: string; students: readonly string[] }>(
    'error',
    ({ record, system, students }) =>
      `Record ${record} says that an id of ${system} stands for another student than an earlier record says (${students.join(', ')}).`,
    () => 'Correct the export of identities: nobody could say whose acts are meant.',
  ),
  'email-of-two-students': entry<{ students: readonly string[] }>(
    'error',
    ({ students }) =>
      `The students ${students.join(' and ')} have the same e-mail address, by which an export is to be read.`,
    () => 'Correct the students table: nobody could say whose acts are meant.',
  ),
  'identities-of-unknown-students': entry<{ count: number }>(
    'info',
    ({ count }) =>
      `${counted(count, 'identity is', 'identities are')} of students whom the students table does not have.`,
  ),
  'identities-missing': entry<{ system: string; mapping: string }>(
    'error',
    ({ system, mapping }) =>
      `The mapping "${mapping}" finds students by their ids of "${system}", but no table of identities has any of them.`,
    ({ system }) =>
      `Put an export with the columns student_id, system ("${system}") and identity among the exports, as identities*.csv or mapped in the sources file.`,
  ),
};
