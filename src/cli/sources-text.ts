// What `checkpoint sources` says on a terminal.
import type { ChalkInstance } from 'chalk';
import { formatDay } from '../calendar/day.js';
import type { Period } from '../calendar/period.js';
import { counted } from '../diagnostics/fault.js';
import { printable } from '../diagnostics/printable.js';
import type { ExportFile } from '../exports/reader.js';
import type { Suggestion } from '../exports/suggest/suggest.js';
import { nameOf, type FeedReach, type SeenFile, type SourcesSeen } from '../sources.js';
import { sourceLines, type DraftedSource } from '../exports/suggest/suggestion-yaml.js';

export function describeSources({ files, feeds }: SourcesSeen, folder: string, paint: ChalkInstance): string {
  const said = files.map((file) => fileLines(file, paint).join('\n'));
  const width = Math.max(0, ...feeds.map(({ feed }) => feed.length));
  const reaches = feeds.map(({ feed, reach }) => {
    const text = reach === null ? paint.dim('no file') : reachText(reach, paint);
    return `  ${feed.padEnd(width)}  ${text}`;
  });
  const ofFeeds = reaches.length === 0 ? [] : [paint.bold('Feeds'), ...reaches, ''];
  return [paint.bold(`${printable(folder)}: ${counted(files.length, 'file')}`), ...said, '', ...ofFeeds].join('\n');
}

function fileLines(seen: SeenFile, paint: ChalkInstance): readonly string[] {
  const { read, suggestion, draft, faults } = seen;
  const refused = faults.filter(({ severity }) => severity === 'error');
  const copy = faults.filter(({ code }) => code === 'file-identical');
  const lines = [
    `  ${paint.cyan(printable(nameOf(seen.found)))}  ${takenFor(seen)}`,
    ...(read === null ? [] : rowLines(read)),
    ...copy.map(({ message }) => message),
    ...refused.map(({ message }) => paint.red(`refused: ${message}`)),
    ...(suggestion === null || draft === null ? [] : suggestionLines(suggestion, draft)),
  ];
  return lines.map((line, index) => (index === 0 ? line : `      ${line}`));
}

/** What it is taken for, and why. */
function takenFor({ found }: SeenFile): string {
  switch (found.kind) {
    case 'export': {
      const { table, source, mapping } = found.file;
      if (source === null) return `${table}, as its name says`;
      const how = mapping === null ? 'with the columns of the table' : `mapping ${mapping.name}`;
      return `${table}, as the source ${source} says, ${how}`;
    }
    case 'unfinished':
      return 'still being downloaded';
    case 'irregular':
      return `not a file, but ${found.what}`;
    case 'of-two-sources':
      return `claimed by ${found.sources.join(' and ')}`;
    case 'superseded':
      return `not read: the source ${found.source} uses the newest, which is ${printable(found.by)}`;
    case 'undated':
      return `without a date in its name, by which the source ${found.source} finds the newest`;
    case 'unread':
      return found.source === null
        ? `not read: named after ${found.table}, but not .csv, .csv.gz or .parquet`
        : `not read: claimed by ${found.source}, but with an ending that is not read`;
    case 'unrecognised':
      return 'not read: no source claims it, and no table is named so';
  }
}

function rowLines({ records, madeFrom, rows, mapped }: ExportFile): readonly string[] {
  const parts = [
    `${rows.used.toLocaleString('en-GB')} used`,
    ...some(rows.repeated, 'repeated in another file'),
    ...some(rows.ofUnknownStudents, 'of ids that the students table does not have'),
    ...(mapped?.setAside ?? []).flatMap(({ reason, rows: aside }) => some(aside, `set aside (${printable(reason)})`)),
    ...(mapped?.unmatched == null
      ? []
      : some(
          mapped.unmatched.rows,
          `of ${counted(mapped.unmatched.ids, 'id')} of ${mapped.unmatched.system} that stand for no student`,
        )),
  ];
  const times = (mapped?.formats ?? []).map(({ column, format }) => `${column} is written as "${printable(format)}"`);
  const made =
    madeFrom === null || madeFrom.rows === records
      ? counted(records, 'row')
      : `${counted(records, 'record')} made of ${counted(madeFrom.rows, 'row')} of the file`;
  return [`${made}: ${parts.join(', ')}`, ...times];
}

function some(rows: number, what: string): readonly string[] {
  return rows === 0 ? [] : [`${rows.toLocaleString('en-GB')} ${what}`];
}

function suggestionLines({ mapping, table, found, of }: Suggestion, draft: DraftedSource): readonly string[] {
  const like = mapping === null ? `the columns of ${table}` : `an export for the mapping ${mapping}`;
  return [
    `It looks like ${like} (${found} of ${of} columns). If it is, put into the sources file:`,
    ...sourceLines(draft).map((line) => `  ${line}`),
  ];
}

function reachText(
  { records, acts, acted, daysBehind, isOfStudents, covered }: FeedReach,
  paint: ChalkInstance,
): string {
  const parts = [
    acted === null ? `${counted(records, 'row')}, no act` : `${counted(acts, 'act')}, ${daysText(acted)}`,
    ...(daysBehind === null || daysBehind === 0 ? [] : [`ends ${counted(daysBehind, 'day')} before the newest feed`]),
    ...(isOfStudents || acted === null ? [] : [paint.yellow('none of a student of the students table')]),
    ...(covered.length === 0 ? [] : [`declared to cover ${covered.map(daysText).join(', ')}`]),
  ];
  return parts.join('; ');
}

function daysText({ from, to }: Period): string {
  return `${formatDay(from)} to ${formatDay(to)}`;
}
