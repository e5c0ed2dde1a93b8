// What is wrong with times that no one format reads, or that several read otherwise.
import { fault, type Fault } from '../../diagnostics/catalogue.js';
import { at } from '../../engagement/columns.js';
import { shownCell } from '../cell.js';
import { Pattern } from '../../mapping/pattern.js';
import type { FileRow, ReadCell } from './read-cell.js';
import { fittingFormats, type FormatCounts, type TimeStep } from './survey.js';
import { lacksYear, timeReader } from '../../mapping/time-format.js';

/** What is told of one cell of a row; null: nothing. */
export type CellFault = (row: FileRow, record: number) => Fault | null;

/** A column of times: how a cell is read before its time is, and how each format fares with them all. */
interface Times {
  /** As the header has it. */
  readonly column: string;
  readonly canonical: string;
  readonly time: TimeStep;
  readonly counts: FormatCounts;
  readonly read: ReadCell;
}

/** A time has figures; what has none, or an address, may be anybody's name. A dash or so stands for nothing, and nobody. */
export function shownTime(cell: string): string {
  if (/^[\p{P}\p{S}]{1,5}$/u.test(cell)) return shownCell(cell);
  return /\d/.test(cell) && !cell.includes('@') ? shownCell(cell) : 'a text without figures';
}

/** Where no format reads every cell: the cells that the best of them cannot; where several do: the first that they read otherwise. */
export function timeFault(file: string, times: Times): CellFault {
  const { column, canonical, time, counts, read } = times;
  const fitting = fittingFormats(counts, time.declared);
  if (fitting.length === 0) return unreadTime(file, times);
  let isTold = fitting.length === 1;
  const [one, other] = fitting.map((format) => at(time.formats, format));
  return (row, record) => {
    if (isTold || one === undefined || other === undefined) return null;
    const cell = read(row) ?? '';
    const [first, second] = [timeReader(one)(cell), timeReader(other)(cell)];
    if (first === null || second === null || first === second) return null;
    isTold = true;
    const args = {
      record,
      cell: shownTime(cell),
      canonical,
      format: one.written,
      time: first,
      otherFormat: other.written,
      otherTime: second,
    };
    return fault('time-format-ambiguous', args, { file, record, column });
  };
}

/** The cells that the best of the formats cannot read; one of them, where it cannot read most of the column. */
function unreadTime(file: string, { column, canonical, time, counts, read: readText }: Times): CellFault {
  const declared = time.formats.slice(0, time.declared);
  const read = counts.read.slice(0, time.declared);
  const mostRead = Math.max(...read);
  const best = at(declared, read.indexOf(mostRead));
  const readTime = timeReader(best);
  const yearless = declared.filter(lacksYear).map(({ pattern }) => new Pattern(pattern));
  const names = declared.map(({ written }) => written);
  const isOfOtherFormat = mostRead * 2 <= counts.written;
  let isTold = false;
  return (row, record) => {
    const cell = readText(row);
    if (cell === null || cell === '' || readTime(cell) !== null || isTold) return null;
    isTold = isOfOtherFormat;
    const place = { file, record, column };
    const args = { record, cell: shownTime(cell), canonical };
    if (yearless.some((pattern) => pattern.isIn(cell))) return fault('time-without-year', args, place);
    return fault('time-not-in-format', { ...args, format: best.written, names }, place);
  };
}
