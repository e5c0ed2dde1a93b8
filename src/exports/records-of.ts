// The records of a guarded CSV file, strictly read; csv-parse is what every other reader is held against.
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import type { GuardedFile } from './guarded-file.js';
import type { FileRow } from './mapped/read-cell.js';
import { rowReader } from './mapped/read-row.js';
import { rowsSetAside } from './mapped/survey.js';
import type { CellsOf, Table } from '../engagement/tables.js';

/** The guard has seen that no record is longer than half of this. */
const LONGEST_RECORD_CHARACTERS = 2 * 1_048_576;

/** Visits each data record that is one of the table, in order, counted from 1, with the table's cells as they count. */
export async function eachRecord<T extends Table>(
  table: T,
  file: GuardedFile,
  visit: (cells: CellsOf<T>, record: number) => void,
): Promise<void> {
  const cellsOf = rowReader(table, file.reading, file.file);
  let setAside = 0;
  await eachFileRow(file, (row, record) => {
    const cells = cellsOf(row);
    if (cells === null) setAside += 1;
    else visit(cells, record);
  });
  const expected = rowsSetAside(file.survey);
  if (setAside !== expected)
    throw new Error(`${file.file}: ${setAside} records were set aside, ${expected} in the survey`);
}

/** Visits each data record in order, counted from 1, as the file has it. */
export async function eachFileRow(file: GuardedFile, visit: (row: FileRow, record: number) => void): Promise<void> {
  const parser = parse({
    bom: true,
    delimiter: file.separator,
    quote: '"',
    escape: '"',
    record_delimiter: file.report.lineEnd,
    max_record_size: LONGEST_RECORD_CHARACTERS,
  });
  const { recordAt } = file;
  let rows = 0;
  parser.on('readable', () => {
    try {
      for (let row = nextRow(parser); row !== null; row = nextRow(parser)) {
        if (rows > 0) visit(row, recordAt === null ? rows : Number(row[recordAt]));
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

function nextRow(parser: { read(): unknown }): FileRow | null {
  return parser.read() as FileRow | null;
}
