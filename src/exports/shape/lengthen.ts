// Columns side by side become rows one below the other: a register that has a column a session.
import { fault } from '../../diagnostics/catalogue.js';
import { shownCell } from '../cell.js';
import { FaultList, refusal } from '../fault-list.js';
import { Pattern } from '../../mapping/pattern.js';
import type { WideColumns } from '../../mapping/shape.js';
import type { ShapedTable } from './shaped-table.js';

/** Refuses a file without any such column, which would have no record at all, and one that names two of them alike. */
export function lengthen({ header, rows }: ShapedTable, wide: WideColumns, file: string): ShapedTable {
  const starts = wideStarts(header, wide);
  if (starts.length === 0) {
    throw refusal(fault('wide-columns-missing', { pattern: wide.pattern }, { file, record: 0 }));
  }
  demandDifferent(header, starts, file);
  const width = 1 + wide.followedBy.length;
  const own = (cells: readonly string[], start: number): readonly string[] =>
    Array.from({ length: width }, (_, place) => cells[start + place] ?? '');
  const isTaken = new Set(starts.flatMap((start) => Array.from({ length: width }, (_, place) => start + place)));
  const kept = (cells: readonly string[]): readonly string[] => cells.filter((_, index) => !isTaken.has(index));
  return {
    header: [...kept(header), wide.name, wide.cell, ...wide.followedBy],
    rows: rows.flatMap(({ cells, ...row }) =>
      starts.map((start) => ({ ...row, cells: [...kept(cells), header[start] ?? '', ...own(cells, start)] })),
    ),
  };
}

/** Of two columns of one name, or of names that make one id, nobody could say which session is which: they would be one. */
function demandDifferent(header: readonly string[], starts: readonly number[], file: string): void {
  const faults = new FaultList();
  const first = new Map<string, number>();
  for (const start of starts) {
    const name = header[start] ?? '';
    const letters = name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-');
    const earlier = first.get(letters);
    if (earlier === undefined) first.set(letters, start);
    else {
      const args = { name: shownCell(name), columns: [earlier + 1, start + 1].map(columnLetters) };
      faults.add(fault('wide-columns-alike', args, { file, record: 0, column: name }));
    }
  }
  faults.refuse();
}

/** As spreadsheets name their columns: A, B … Z, AA. */
function columnLetters(column: number): string {
  const before = Math.floor((column - 1) / 26);
  return `${before === 0 ? '' : columnLetters(before)}${String.fromCharCode(65 + ((column - 1) % 26))}`;
}

/** The columns behind each belong to it, whatever their names. */
export function wideStarts(header: readonly string[], { pattern, except, followedBy }: WideColumns): readonly number[] {
  const [wanted, unwanted] = [new Pattern(pattern), except === null ? null : new Pattern(except)];
  const starts: number[] = [];
  for (let index = 0; index < header.length; index += 1) {
    const name = header[index] ?? '';
    if (!wanted.isIn(name) || unwanted?.isIn(name) === true) continue;
    starts.push(index);
    index += followedBy.length;
  }
  return starts;
}
