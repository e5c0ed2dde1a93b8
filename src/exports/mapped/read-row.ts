// A row of a file as a row of its table, or why it is none.
import { absentCell, columnsOf, type CellsOf, type Table } from '../../engagement/tables.js';
import { joinedReader } from './join-read.js';
import { cellReader, ruleFinder, type CellText, type FileRow, type ReadCell } from './read-cell.js';
import { plainCase } from '../../mapping/plain-name.js';
import { throughOf, type Reading, type Through } from './reading.js';

/** The row's cells as they count; null where the row is set aside. No step may fail: the file has been surveyed. */
export type RowReader<T extends Table> = (row: FileRow) => CellsOf<T> | null;

export function rowReader<T extends Table>(table: T, reading: Reading, file: string): RowReader<T> {
  const ruleOf = ruleFinder(reading, file);
  const columns = columnsOf(table).map((column) => ({ column, read: columnReader(table, column, reading, file) }));
  const joined = [...reading.joined].map(([column, it]) => ({ column, read: joinedReader(table, it) }));
  const hasRules = reading.setAside.length > 0;
  return (row) => {
    if (hasRules && ruleOf(row) >= 0) return null;
    const cells: Record<string, string> = {};
    for (const { column, read } of columns) {
      const text = read(row);
      if (text === null) return null;
      cells[column] = text;
    }
    for (const { column, read } of joined) cells[column] = read(row, cells);
    return cells as CellsOf<T>;
  };
}

/** Null where the id is of nobody known. */
function columnReader(table: Table, column: string, { cells }: Reading, file: string): ReadCell {
  const source = cells.get(column);
  if (source === undefined) {
    const absent = absentCell(table, column);
    return () => absent;
  }
  const read = cellReader(source, file);
  const through = throughOf(source.steps);
  return through === null ? read : (row) => studentOf(read(row), through);
}

/** Blank stays blank, and is told as a blank id; null where the id is of nobody known. */
export function studentOf(identity: CellText, { students }: Pick<Through, 'students'>): CellText {
  if (identity === null || identity === '') return identity;
  return students?.get(plainCase(identity)) ?? null;
}
