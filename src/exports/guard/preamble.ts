// What stands at the start of a file instead of its header, or keeps its lines from being seen.
import { fault, type Fault } from '../../diagnostics/catalogue.js';
import type { DiscoveredFile } from '../discovery.js';
import { plainName } from '../../mapping/plain-name.js';
import { REQUIRED_COLUMNS } from '../../engagement/tables.js';
import { byteOrderMarkLength } from '../bytes/signature.js';

const BYTES_LOOKED_AT = 65_536;
const MOST_LINES_ABOVE = 20;
const UNUSUAL_LINE_END = /[\u2028\u2029\u0085]/;

/** What is wrong with a file that begins like this, if anything. */
export function preambleFault(
  { file, table }: Pick<DiscoveredFile, 'file' | 'table'>,
  start: Buffer,
): Fault | undefined {
  const text = start.subarray(byteOrderMarkLength(start), BYTES_LOOKED_AT).toString('utf8');
  const lines = text.split(/\r?\n|\r/, MOST_LINES_ABOVE + 1);
  return separatorLine(file, lines) ?? unusualLineEnd(file, text) ?? headerBelow(file, lines, REQUIRED_COLUMNS[table]);
}

/** Excel's own note on the separator. */
function separatorLine(file: string, [first = '']: readonly string[]): Fault | undefined {
  const note = /^"?(sep=.?)"?,*$/i.exec(first)?.[1];
  return note === undefined ? undefined : fault('separator-line', { note }, { file, record: 0 });
}

function unusualLineEnd(file: string, text: string): Fault | undefined {
  // Within quotes line breaks of any kind are allowed.
  if (/["\n]/.test(text)) return undefined;
  const mark = UNUSUAL_LINE_END.exec(text)?.[0];
  if (mark !== undefined) {
    const code = mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return fault('line-ends-unusual', { mark: `the character U+${code}` }, { file });
  }
  const isReturn = /\r[^\r]/.test(text);
  return isReturn ? fault('line-ends-unusual', { mark: 'a carriage return alone' }, { file }) : undefined;
}

/** A title and the like above the header: the first line lacks the columns, and another has them. */
function headerBelow(file: string, lines: readonly string[], columns: readonly string[]): Fault | undefined {
  const above = lines.findIndex((line) => holdsColumns(line, columns));
  // Blank lines alone are told as such.
  if (above < 1 || lines.slice(0, above).join('') === '') return undefined;
  return fault('header-not-first', { line: above + 1 }, { file, record: 0 });
}

function holdsColumns(line: string, columns: readonly string[]): boolean {
  const names = new Set(line.split(/[,;\t|]/).map((cell) => plainName(cell.replaceAll('"', ''))));
  return columns.every((column) => names.has(plainName(column)));
}
