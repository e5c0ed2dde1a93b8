// What the program says about exports: what is refused, what is tolerated, and what to do about it.
import { counted, entry, listed, someOf } from './fault.js';
import { quotedCell } from './quoted-cell.js';

const SAVE_AS_CSV = 'Export the table again as CSV; from a spreadsheet, save it as "CSV UTF-8 (comma delimited)".';

/** Record 0 is the header; a spreadsheet counts the header as its row 1. */
function inSpreadsheet(record: number): string {
  return `In a spreadsheet this is row ${record + 1}.`;
}

function list(names: readonly string[]): string {
  const shown = names.slice(0, 10).map((name) => `"${name}"`);
  return names.length > shown.length ? `${shown.join(', ')} and ${names.length - shown.length} more` : shown.join(', ');
}

function place(record: number): string {
  return record === 0 ? 'the header' : `record ${record}`;
}

function suggestion(closest: string | null): string {
  return closest === null ? '' : ` Is it the column "${closest}"?`;
}

export const exportsCatalogue = {
  // The folder and its files
  'exports-folder-missing': entry<{ folder: string }>(
    'error',
    ({ folder }) => `There is no folder "${folder}" to read exports from.`,
    () => 'Create it and put the exports there, or name another folder with --exports.',
  ),
  'exports-folder-not-folder': entry<{ folder: string }>(
    'error',
    ({ folder }) => `"${folder}" is a file, not a folder of exports.`,
    () => 'Name the folder that holds the files, not one of the files.',
  ),
  'exports-folder-unreadable': entry<{ folder: string; reason: string }>(
    'error',
    ({ folder, reason }) => `The exports folder "${folder}" cannot be read (${reason}).`,
    () => 'Ask for permission to read the folder.',
  ),
  'exports-folder-empty': entry<{ folder: string }>(
    'error',
    ({ folder }) => `The exports folder "${folder}" holds no export.`,
    () => 'Put students.csv there, and the event tables beside it; the README lists their names and columns.',
  ),
  'table-missing': entry<{ table: string; folder: string }>(
    'error',
    ({ table, folder }) =>
      `The table "${table}" is missing: no file ${table}*.csv, .csv.gz or .parquet in "${folder}".`,
    ({ table }) => `Export it, or rename the file that holds it so that its name begins with "${table}".`,
  ),
  'file-not-recognised': entry<object>('info', () => 'The file belongs to no table and was not read.'),
  'export-not-claimed': entry<object>(
    'warning',
    () => 'No table is named so and no source takes the file: nothing in it was read.',
    () => 'Run "checkpoint sources", which says how it could be read. If it is no export, move it away.',
  ),
  'file-not-read': entry<{ table: string; source: string | null }>(
    'warning',
    ({ table, source }) =>
      source === null
        ? `The file is named after the table "${table}" but is neither .csv, .csv.gz nor .parquet, and was not read.`
        : `The source "${source}" takes the file for its own, but files with this ending are not read.`,
    ({ source }) =>
      source === null
        ? `${SAVE_AS_CSV} A workbook (.xlsx) is read where a source takes it. If it is no export, move it away.`
        : `${SAVE_AS_CSV} If it is no export, move it away, or narrow "files" of the source.`,
  ),
  'file-not-regular': entry<{ kind: string }>(
    'error',
    ({ kind }) => `An export must be an ordinary file; this is ${kind}.`,
    () => 'Replace it by the file itself, or take it out of the folder.',
  ),
  'file-unreadable': entry<{ reason: string }>(
    'error',
    ({ reason }) => `The file cannot be read (${reason}).`,
    () => 'Ask for permission to read it, or copy it again.',
  ),
  'file-changed': entry<object>(
    'error',
    () => 'The file is still being written: it changed while it was read.',
    () => 'Wait until the export has finished, then run again.',
  ),
  'download-unfinished': entry<{ table: string | null }>(
    'error',
    ({ table }) => {
      const what = table === null ? 'a download, perhaps of an export,' : `a download or copy of the table "${table}"`;
      return `The file is still being written: its ending says that ${what} has not finished.`;
    },
    ({ table }) =>
      table === null
        ? 'Wait until it has, then run again. If it was broken off, or is no export, delete this file.'
        : 'Wait until it has, then run again. If it was broken off, delete this file and export the table again.',
  ),
  'feed-set-aside': entry<{ feed: string; files: readonly string[] }>(
    'warning',
    ({ feed, files }) => {
      const were = files.length === 1 ? 'was' : 'were';
      return `${feed} was set aside, so nothing is known of it on any day: ${counted(files.length, 'file')} (${listed(files)}) ${were} not opened.`;
    },
    ({ feed }) => `When the export is right, run again without --set-aside ${feed}.`,
  ),
  'feed-set-aside-without-files': entry<{ feed: string }>(
    'info',
    ({ feed }) => `${feed} was to be set aside, but no file in the exports holds it.`,
  ),
  'last-record-open': entry<{ record: number }>(
    'info',
    ({ record }) =>
      `The file stops without a line end after record ${record}: its last cell, and records after it, may be cut off.`,
    ({ record }) => `Compare the last row with the system it is from, or export it again. ${inSpreadsheet(record)}`,
  ),
  'file-identical': entry<{ other: string }>(
    'info',
    ({ other }) => `The file has exactly the contents of ${other} and was read once.`,
  ),

  // The bytes
  'file-empty': entry<object>(
    'error',
    () => 'The file is empty.',
    () => 'Export it again; a table without rows still has its header.',
  ),
  'file-not-csv': entry<{ kind: string }>(
    'error',
    ({ kind }) => `The file is not CSV: it holds ${kind}.`,
    ({ kind }) =>
      kind.includes('web page')
        ? 'It is probably the login page of the system: sign in and download the export again.'
        : SAVE_AS_CSV,
  ),
  'file-utf16': entry<object>('info', () => 'The file is UTF-16 text, and was read as that.'),
  'file-utf16-unmarked': entry<object>(
    'error',
    () => 'The file is UTF-16 text without the byte order mark that says so.',
    () => `${SAVE_AS_CSV} Or say "encoding: utf-16" in the source that takes this file.`,
  ),
  'file-windows-1252': entry<{ characters: number; record: number }>(
    'warning',
    ({ characters, record }) =>
      `The file is not UTF-8 and was read as Windows-1252, as Excel saves it: ${counted(characters, 'letter or sign', 'letters and signs')} beyond plain English, first in ${place(record)}.`,
    ({ record }) =>
      `Look at this place in the reports: if a name is wrong there, save the file as "CSV UTF-8 (comma delimited)". ${inSpreadsheet(record)}`,
  ),
  'blank-lines-at-end': entry<{ lines: number }>(
    'info',
    ({ lines }) => `${counted(lines, 'blank line')} after the last record ${lines === 1 ? 'was' : 'were'} left out.`,
  ),
  'file-not-utf8': entry<{ record: number }>(
    'error',
    ({ record }) => `The text is neither UTF-8 throughout nor all in another encoding; first in ${place(record)}.`,
    ({ record }) => `${SAVE_AS_CSV} ${inSpreadsheet(record)}`,
  ),
  'file-nul': entry<{ record: number }>(
    'error',
    ({ record }) => `There is a NUL byte in ${place(record)}, which no text holds.`,
    () => `The file is damaged or not CSV. ${SAVE_AS_CSV}`,
  ),
  'separator-not-comma': entry<{ separator: string }>(
    'error',
    ({ separator }) => `The columns are separated by ${separator}s, not by commas.`,
    () => SAVE_AS_CSV,
  ),
  'separator-line': entry<{ note: string }>(
    'error',
    ({ note }) => `The first line, "${note}", is a note to Excel; the column names must stand there.`,
    () => 'Delete the first line, or export without it.',
  ),
  'header-not-first': entry<{ line: number }>(
    'error',
    ({ line }) => `The column names stand in line ${line} of the file, below a title or other lines.`,
    ({ line }) =>
      `Delete ${line === 2 ? 'the line' : `the ${line - 1} lines`} above them, or export without a title: the first line must hold the column names.`,
  ),
  'line-ends-unusual': entry<{ mark: string }>(
    'error',
    ({ mark }) => `The lines end with ${mark}, so that the file looks like a single line.`,
    () => `Lines must end with a line feed, as in Unix or Windows. ${SAVE_AS_CSV}`,
  ),
  'cell-is-formula': entry<{ record: number }>(
    'error',
    ({ record }) =>
      `A cell in ${place(record)} is written as a formula, like ="0001", which only Excel takes for the text 0001.`,
    ({ record }) => `Export again without this option, so that the cell holds the text alone. ${inSpreadsheet(record)}`,
  ),
  'quote-misplaced': entry<{ record: number }>(
    'error',
    ({ record }) =>
      `A quotation mark stands where none may in ${place(record)}: inside a cell without quotes, or before text that follows the closing one.`,
    ({ record }) => `Quote the whole cell and double the quotation marks inside it. ${inSpreadsheet(record)}`,
  ),
  'quote-unclosed': entry<{ record: number }>(
    'error',
    ({ record }) => `A quotation mark that opens in ${place(record)} is never closed.`,
    ({ record }) => `The export may be cut off: export it again. ${inSpreadsheet(record)}`,
  ),
  'fields-uneven': entry<{ record: number; found: number; expected: number }>(
    'error',
    ({ record, found, expected }) => `Record ${record} has ${counted(found, 'cell')}; the header has ${expected}.`,
    ({ record, found, expected }) =>
      found < expected
        ? `The row may be cut off: export the file again. A totals row must go. ${inSpreadsheet(record)}`
        : `A cell with a comma needs quotes round it; a totals row must go. ${inSpreadsheet(record)}`,
  ),
  'line-ends-mixed': entry<{ record: number }>(
    'error',
    ({ record }) => `The line ends are mixed: ${place(record)} ends in another way than the header.`,
    () => 'Two files may have been joined: export the table again in one piece.',
  ),
  'line-end-lone-cr': entry<{ record: number }>(
    'error',
    ({ record }) => `A carriage return without a line feed stands outside quotes in ${place(record)}.`,
    ({ record }) => `Take it out, or quote the cell it belongs to. ${inSpreadsheet(record)}`,
  ),
  'line-blank': entry<{ record: number }>(
    'error',
    ({ record }) => (record === 0 ? 'The first line is blank.' : `There is a blank line after ${place(record - 1)}.`),
    ({ record }) => `Delete it. ${inSpreadsheet(record)}`,
  ),
  'record-too-long': entry<{ record: number; limit: number }>(
    'error',
    ({ record, limit }) =>
      `${place(record).replace(/^./, (first) => first.toUpperCase())} is longer than ${counted(limit, 'byte')}.`,
    ({ record }) => `A quotation mark may be left open there, or the file is not CSV. ${inSpreadsheet(record)}`,
  ),
  'gzip-expected': entry<object>(
    'error',
    () => 'The name ends in .gz, but the file is not gzip.',
    () => 'If it is plain CSV, rename it so that it ends in .csv.',
  ),
  'gzip-damaged': entry<{ reason: string }>(
    'error',
    ({ reason }) => `The gzip file is cut off or damaged (${reason}).`,
    () => 'Copy or export it again.',
  ),
  'gzip-too-large': entry<{ limit: number }>(
    'error',
    ({ limit }) => `The gzip file unpacks to more than ${counted(Math.floor(limit / 2 ** 30), 'GiB', 'GiB')}.`,
    () => 'No export is that large: look at what produced it.',
  ),
  'parquet-expected': entry<object>(
    'error',
    () => 'The name ends in .parquet, but the file is not a whole parquet file.',
    () => 'The export may be cut off: export it again, or as CSV.',
  ),
  'parquet-unreadable': entry<object>(
    'error',
    () => 'The parquet file cannot be read; it is damaged, encrypted or of a kind that is not supported.',
    () => 'Export it again, or as CSV.',
  ),
  'parquet-needs-duckdb': entry<object>(
    'error',
    () => 'Parquet files can only be read with DuckDB, which is not in use here.',
    () => 'Install the optional dependency @duckdb/node-api, or export the table as CSV.',
  ),
  'parquet-id-is-number': entry<{ column: string }>(
    'error',
    ({ column }) => `The column "${column}" holds decimal numbers; ids are text, and a number loses its leading zeros.`,
    () => 'Export the column as text.',
  ),

  // The header
  'column-unnamed': entry<{ number: number }>(
    'error',
    ({ number }) => `Column ${number} has no name in the header.`,
    () => 'Name the column or delete it; the first line of the file must hold the column names.',
  ),
  'columns-too-many': entry<{ columns: number; limit: number }>(
    'error',
    ({ columns, limit }) =>
      `The header names ${counted(columns, 'column')}; at most ${counted(limit, 'is', 'are')} read.`,
    () => 'Export only the columns that are needed; line ends may be missing, or the file may not be an export.',
  ),
  'column-named-twice': entry<{ column: string; other: string }>(
    'error',
    ({ column, other }) =>
      column === other
        ? `The header names the column "${column}" more than once.`
        : `The header names the columns "${column}" and "${other}", which differ in capitals, spaces or underscores alone.`,
    () => 'Keep one of them, under the name that the README lists.',
  ),
  'column-missing': entry<{ column: string; closest: string | null }>(
    'error',
    ({ column, closest }) => `The column "${column}" is missing.${suggestion(closest)}`,
    ({ column, closest }) =>
      closest === null
        ? `Add the column "${column}" to the export.`
        : `Rename the column to "${column}" in the export.`,
  ),
  'column-perhaps-misspelt': entry<{ column: string; closest: string }>(
    'warning',
    ({ column, closest }) => `The column "${column}" is not known and was ignored; "${closest}" was perhaps meant.`,
    ({ closest }) => `If so, rename it to "${closest}": without it the cells count as blank.`,
  ),
  'columns-ignored': entry<{ columns: readonly string[] }>(
    'info',
    ({ columns }) =>
      `Not needed, so not read: ${columns.length === 1 ? 'the column' : 'the columns'} ${list(columns)}.`,
  ),
  'file-without-rows': entry<object>(
    'warning',
    () => 'The file has a header and no rows.',
    () => 'If the export should hold rows, export it again.',
  ),
  'rows-at-excel-limit': entry<{ records: number }>(
    'warning',
    ({ records }) =>
      `The file has ${counted(records, 'row')}, exactly as many as a sheet of Excel holds: the rest was probably cut off.`,
    () => 'Export the table again and do not save it from Excel, or export it in several files.',
  ),
  'table-still-empty': entry<{ table: 'circumstances' | 'contacts' }>(
    'info',
    ({ table }) => `The file has a header and no rows: no ${table} are recorded.`,
  ),
  'table-without-rows': entry<{ table: string }>(
    'error',
    ({ table }) => `The table "${table}" has a header and no rows.`,
    () => 'Export it again: nothing can be assessed without students.',
  ),

  // Cells
  'working-space-failed': entry<{ folder: string; reason: string }>(
    'error',
    ({ folder, reason }) => `The folder for temporary files, "${folder}", cannot be used (${reason}).`,
    () =>
      'Make room there, or name another folder in the environment variable TMPDIR (on Windows TEMP). Nothing was changed.',
  ),
  'working-space-left': entry<{ folder: string; reason: string }>(
    'warning',
    ({ folder, reason }) => `Temporary copies of exports could not be removed from ${folder} (${reason}).`,
    () => 'They can be read by you alone. The next run tries again; if they stay, delete that folder.',
  ),
  'cell-blank': entry<{ record: number }>(
    'error',
    () => 'The cell is blank; this column must be filled.',
    ({ record }) => `Fill it in. ${inSpreadsheet(record)}`,
  ),
  'cell-invalid': entry<{ record: number; cell: string | null; allowed: string }>(
    'error',
    ({ cell, allowed }) => `${quotedCell(cell, allowed)} must be ${allowed}.`,
    ({ record }) => `Correct it at the source and export again. ${inSpreadsheet(record)}`,
  ),
  'id-shortened': entry<{ record: number; cell: string }>(
    'error',
    ({ cell }) => `Excel has shortened this id to "${cell}": its digits are lost.`,
    ({ record }) => `Export again and do not save the file from Excel. ${inSpreadsheet(record)}`,
  ),
  'ids-lost-zeros': entry<{ ids: number; found: string; meant: string }>(
    'error',
    ({ ids, found, meant }) =>
      found.length > meant.length
        ? `${counted(ids, 'id')} of this file ${ids === 1 ? 'has' : 'have'} lost leading zeros in the students table, for example "${found}" here and "${meant}" there: ${ids === 1 ? 'this student' : 'these students'} would count as doing nothing.`
        : `${counted(ids, 'id')} ${ids === 1 ? 'has' : 'have'} lost leading zeros in this file, for example "${found}" here and "${meant}" in the students table: what stands here would count for nobody.`,
    ({ found, meant }) =>
      `Export ${found.length > meant.length ? 'the students table' : 'this file'} again and do not save it from Excel, which drops leading zeros. To look at it in Excel, import it and make the column of the ids text.`,
  ),
  'ids-alike': entry<{ studentId: string; other: string; file: string; record: number }>(
    'error',
    ({ studentId, other, file, record }) =>
      `The id "${studentId}" differs from "${other}" (${file}, record ${record}) in capitals or leading zeros alone: perhaps one student under two ids.`,
    () =>
      'Keep one of them. If they are two students, the ids must differ in more, since other exports may drop zeros or change capitals.',
  ),
  'ends-before-start': entry<{ record: number; start: string; end: string }>(
    'error',
    ({ start, end }) => `"${end}" lies before "${start}".`,
    ({ record }) => `Correct one of the dates at the source. ${inSpreadsheet(record)}`,
  ),
  'ends-long-after-start': entry<{ record: number; start: string; end: string }>(
    'error',
    ({ start, end }) => `"${end}" lies more than 24 hours after "${start}".`,
    ({ record }) => `Correct one of the times at the source. ${inSpreadsheet(record)}`,
  ),
  'more-faults': entry<object>(
    'error',
    () => 'More faults of this kind are not shown.',
    () => 'Correct those shown and run again.',
  ),

  // Records
  'student-repeated': entry<{ count: number }>(
    'info',
    ({ count }) =>
      `Students: ${counted(count, 'row')} that ${count === 1 ? 'repeats another' : 'repeat others'} exactly, counted once.`,
  ),
  'student-conflicting': entry<{
    studentId: string;
    file: string;
    record: number;
    columns: readonly string[];
    isOfOneFile: boolean;
  }>(
    'error',
    ({ studentId, file, record, columns }) =>
      `Student ${studentId} is in ${file}, record ${record}, too, with another ${list(columns)}.`,
    ({ isOfOneFile }) =>
      isOfOneFile
        ? 'Keep one row a student, or two of a joint programme that differ in what each school says of its part.'
        : 'Of two exports of one list, move the older one away. Or put the day of each into its name, as in students-2026-10-05.csv, and let the newest alone count: "use: newest" in a source of the sources file.',
  ),
  'joint-undecided': entry<{ ids: readonly string[] }>(
    'warning',
    ({ ids }) =>
      `${counted(ids.length, 'student')} of a joint programme ${ids.length === 1 ? 'has' : 'have'} rows of two schools that do not agree on one that decides (6.2f) ${someOf(ids)}. They are withheld, unless they are not assessed in any case, as while interrupted.`,
    () => 'Enter in "joint_decided_by" of both rows the school that decides.',
  ),
  'joint-decided-elsewhere': entry<{ ids: readonly string[] }>(
    'warning',
    ({ ids }) =>
      `${counted(ids.length, 'student')} ${ids.length === 1 ? 'has' : 'have'} a "joint_decided_by" that is not the school of their only row; the school of the row decides (6.2f) ${someOf(ids)}.`,
    () => 'Correct "school" or "joint_decided_by", or add the row of the other school.',
  ),
  'enrolment-repeated': entry<{ count: number }>(
    'info',
    ({ count }) =>
      `Module enrolments: ${counted(count, 'row')} that ${count === 1 ? 'repeats another' : 'repeat others'} exactly, counted once.`,
  ),
  'enrolment-of-unknown-student': entry<{ count: number }>(
    'info',
    ({ count }) => `Left out: ${counted(count, 'module enrolment')} of students who are not in the students table.`,
  ),
  'circumstance-repeated': entry<{ count: number }>(
    'info',
    ({ count }) =>
      `Circumstances: ${counted(count, 'row')} that ${count === 1 ? 'repeats another' : 'repeat others'} exactly, counted once.`,
  ),
  'circumstance-of-unknown-student': entry<{ count: number }>(
    'warning',
    ({ count }) =>
      `Without effect: ${counted(count, 'circumstance')} of ${count === 1 ? 'a student who is not in the students table' : 'students who are not in the students table; this is the first'}.`,
    () => 'Check the ids before anything is sent: an id in another form would lose a contact hold or an absence.',
  ),
  'extension-without-date': entry<{ record: number }>(
    'error',
    () => 'An extension without the new due date.',
    ({ record }) => `Enter in "to" the last day on which the work may be submitted. ${inSpreadsheet(record)}`,
  ),
  'contact-repeated': entry<{ count: number }>(
    'info',
    ({ count }) =>
      `Contacts: ${counted(count, 'row')} that ${count === 1 ? 'repeats another' : 'repeat others'} exactly, counted once.`,
  ),
  'contact-of-unknown-student': entry<{ count: number }>(
    'info',
    ({ count }) =>
      `Left out: ${counted(count, 'contact')} with ${count === 1 ? 'a student who is' : 'students who are'} not in the students table.`,
  ),
  'contact-without-date': entry<{ record: number }>(
    'error',
    () => 'A contact without the day of the contact.',
    ({ record }) =>
      `Enter in "contacted_on" the day on which the letter was sent, or delete the row where none was: the prefilled file contacts-to-record.csv has to be completed first. ${inSpreadsheet(record)}`,
  ),

  // Events
  'rows-of-unknown-students': entry<{ table: string; rows: number; students: number }>(
    'warning',
    ({ table, rows, students }) => {
      const [belong, they] = rows === 1 ? ['belongs', 'it is'] : ['belong', 'they are'];
      return `${counted(rows, 'row')} of "${table}" ${belong} to ${counted(students, 'id')} that the students table does not have; ${they} nobody's evidence.`;
    },
    () => 'If these are students, the students table is incomplete or writes their ids in another way.',
  ),
  'rows-repeated': entry<{ table: string; rows: number }>('info', ({ table, rows }) =>
    rows === 1
      ? `1 row of "${table}" stands in several files and was counted once.`
      : `${counted(rows, 'row')} of "${table}" stand in several files and were counted once.`,
  ),
  'times-that-do-not-exist': entry<{ table: string; rows: number }>(
    'warning',
    ({ table, rows }) =>
      `${counted(rows, 'row')} of "${table}" ${rows === 1 ? 'has' : 'have'} a time between 01:00 and 02:00 on the day on which the clocks go forward, an hour that London does not have.`,
    ({ table }) =>
      `"${table}" may be exported in GMT: then what happened late in the evening in summer is on the wrong day. Ask for London time, or for times that end with "Z".`,
  ),
  'submissions-conflicting': entry<{ count: number }>(
    'warning',
    ({ count }) =>
      `Rows disagree on the due date, the module or the kind of ${counted(count, 'submission')}; the latest due date holds.`,
    () => 'Correct the due dates at the source.',
  ),
  'attendance-conflicting': entry<{ count: number }>(
    'warning',
    ({ count }) =>
      `Rows disagree in ${counted(count, 'case')} on the status of one student at one event; the row recorded last holds, else the most favourable one.`,
    () => 'Corrections are normal where "recorded_at" says which came last; else correct the registers at the source.',
  ),
  'meetings-conflicting': entry<{ count: number }>(
    'warning',
    ({ count }) => `Rows disagree on whether ${counted(count, 'meeting')} took place; those that say so hold.`,
    () => 'Correct the meetings at the source.',
  ),
  'timetable-conflicting': entry<{ count: number }>(
    'warning',
    ({ count }) =>
      `Rows of the timetable disagree on ${counted(count, 'event')}; a cancellation holds, else the latest start.`,
    () => 'Put only the newest timetable with the exports.',
  ),
  'registers-of-cancelled-events': entry<{ registers: number; absences: number }>(
    'warning',
    ({ registers, absences }) =>
      registers === 1
        ? `There is a register of 1 event that the timetable says is cancelled; ${counted(absences, 'absence')} in it ${absences === 1 ? 'does' : 'do'} not count.`
        : `There are registers of ${counted(registers, 'event')} that the timetable says are cancelled; ${counted(absences, 'absence')} in them ${absences === 1 ? 'does' : 'do'} not count.`,
    () => 'Find out whether these events took place, and correct timetable or registers.',
  ),
  'allocations-of-unknown-events': entry<{ events: number; allocations: number }>(
    'warning',
    ({ events, allocations }) =>
      `${counted(allocations, 'allocation')} to ${counted(events, 'event')} that neither the timetable nor the registers have; nobody is expected there.`,
    () => 'The timetable is perhaps older than the allocations, or writes the ids in another way.',
  ),
  'events-of-several-days': entry<{ count: number }>(
    'warning',
    ({ count }) =>
      `${counted(count, 'event id')} ${count === 1 ? 'stands' : 'stand'} for events of several days: perhaps the id of a series. A student then has one mark for all of them.`,
    () => 'Export an id for each single event.',
  ),
  'duckdb-absent': entry<{ reason: string }>(
    'info',
    ({ reason }) => `DuckDB is not installed here (${reason}); the slower reader was used, with the same result.`,
    () => 'Install the optional dependency @duckdb/node-api for large exports and for parquet.',
  ),
  'duckdb-demanded': entry<{ reason: string }>(
    'error',
    ({ reason }) => `The reader "duckdb" was asked for, but DuckDB is not installed here (${reason}).`,
    () => 'Install the optional dependency @duckdb/node-api, or leave the choice of the reader to the program.',
  ),
};
