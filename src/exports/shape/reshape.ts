// A file that is no plain table, rewritten as one in a private copy: comma-separated, each row with its place in the file.
import { stringify } from 'csv-stringify/sync';
import type { Fault } from '../../diagnostics/catalogue.js';
import { FaultList } from '../fault-list.js';
import type { Layout } from '../../mapping/mapping.js';
import { cutTable } from './cut-table.js';
import { lengthen } from './lengthen.js';
import { pairStays } from './pair-stays.js';
import { rowsOfText } from './rows-of-text.js';
import { refuseUnreadable } from './unreadable-cells.js';
import { rowsOfWorkbook } from './rows-of-workbook.js';
import { PLAIN_SHAPE } from '../../mapping/shape.js';
import type { MadeFrom, ShapedTable } from './shaped-table.js';

export interface ShapedFile extends Layout {
  readonly file: string;
  readonly form: 'text' | 'workbook';
  /** Of columns that the file's mapping reads; null: all of them. */
  readonly namesRead: ReadonlySet<string> | null;
}

export interface Reshaped {
  /** UTF-8; the last column is the record in the file. */
  readonly csv: string;
  /** What was decoded without being declared, and what was not read. */
  readonly findings: readonly Fault[];
  readonly madeFrom: MadeFrom;
}

/** Refuses (3) what does not look as its mapping says. */
export async function reshape(
  bytes: Buffer,
  { file, form, shape: declared, sheet, namesRead, ...layout }: ShapedFile,
): Promise<Reshaped> {
  const { rows, findings, unreadable } =
    form === 'workbook'
      ? await rowsOfWorkbook(bytes, sheet, file)
      : { ...rowsOfText(bytes, layout, file), unreadable: null };
  const shape = declared ?? PLAIN_SHAPE;
  const faults = new FaultList();
  const { wide, pairs } = shape;
  const cut = cutTable(rows, shape, file, faults);
  if (unreadable !== null) refuseUnreadable(unreadable, cut, { shape, namesRead, file });
  const long = wide === null ? cut : lengthen(cut, wide, file);
  const table = pairs === null ? { ...long, findings: [] } : pairStays(long, pairs, file, faults);
  faults.refuse();
  demandAllMade(cut, table, file);
  const madeFrom = { rows: cut.rows.length, otherRows: rows.length - cut.rows.length };
  return { csv: csvOf(table), findings: [...findings, ...table.findings], madeFrom };
}

/** Each row of the table is in a record at least. */
function demandAllMade(cut: ShapedTable, made: ShapedTable, file: string): void {
  const used = new Set(made.rows.flatMap(({ madeOf }) => madeOf));
  const lost = cut.rows.find(({ number }) => !used.has(number));
  if (lost !== undefined || used.size !== cut.rows.length)
    throw new Error(
      `${file}: ${cut.rows.length} rows, but records of ${used.size}; row ${lost?.number ?? '?'} is in none`,
    );
}

/** As a spreadsheet counts rows, the header of a plain table is row 1 and the first record row 2. */
function csvOf({ header, rows }: ShapedTable): string {
  const records = rows.map(({ number, cells }) => [...cells, String(number - 1)]);
  return stringify([[...header, 'record of the file'], ...records], { quoted: true, record_delimiter: '\n' });
}
