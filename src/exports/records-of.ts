// The records of a guarded CSV file, strictly read; csv-parse is what every other reader is held against.
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import type { GuardedFile } from './guard/guarded-file.js';
import { tidyCell } from './cell.js';
import { absentCell, columnsOf, type CellsOf, type Table } from './tables.js';

/** The guard has seen that no record is longer than half of this. */
const LONGEST_RECORD_CHARACTERS = 2 * 1_048_576;

/** Visits each data record in order, counted from 1, with the cells of the table's columns as they count. */
export async function eachRecord<T extends Table>(
  table: T,
  file: GuardedFile,
  visit: (cells: CellsOf<T>, record: number) => void,
): Promise<void> {
  const columns = columnsOf(table).map((name) => ({
    name,
    position: file.positions.get(name),
    absent: absentCell(table, name),
  }));
  const parser = parse({
    bom: true,
    delimiter: ',',
    quote: '"',
    escape: '"',
    record_delimiter: file.report.lineEnd,
    max_record_size: LONGEST_RECORD_CHARACTERS,
  });
  let rows = 0;
  parser.on('readable', () => {
    try {
      for (let row = nextRow(parser); row !== null; row = nextRow(parser)) {
        if (rows > 0) visit(pickCells(columns, row), rows);
        rows += 1;
      }
    } catch (error) {
      // Thrown by the visitor, and nobody else would catch it here.
      parser.destroy(error as Error);
    }
  });
  const bytes = createReadStream(file.readFrom);
  await new Promise<void>((resolve, reject) => {
    bytes.on('error', reject);
    parser.on('error', reject);
    parser.on('end', resolve);
    bytes.pipe(parser);
  }).finally(() => {
    bytes.destroy();
    parser.destroy();
  });
  if (rows - 1 !== file.report.records) {
    throw new Error(`${file.file}: the guard counted ${file.report.records} records, csv-parse ${rows - 1}`);
  }
}

function nextRow(parser: { read(): unknown }): readonly string[] | null {
  return parser.read() as readonly string[] | null;
}

interface ReadColumn {
  readonly name: string;
  readonly position: number | undefined;
  readonly absent: string;
}

function pickCells<T extends Table>(columns: readonly ReadColumn[], row: readonly string[]): CellsOf<T> {
  const cells: Record<string, string> = {};
  for (const { name, position, absent } of columns) {
    cells[name] = position === undefined ? absent : tidyCell(row[position] ?? '');
  }
  return cells as CellsOf<T>;
}
