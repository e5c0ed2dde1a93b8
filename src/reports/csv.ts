// Rows and columns as a CSV that Excel, Word and Outlook open alike: UTF-8 with BOM, CRLF, every cell quoted.
import { stringify } from 'csv-stringify/sync';
import type { Column } from './column.js';
import type { Report } from './report.js';
import { safeCell, type Treatment } from './safe-cell.js';

/** A report with what is worth knowing of its making. */
export interface Table {
  readonly report: Report;
  /** Rows below the header. */
  readonly rowCount: number;
  readonly changedCells: readonly ChangedCell[];
}

/** A cell that could not be written as it was. */
export interface ChangedCell {
  readonly file: string;
  /** Counted from 1 after the header. */
  readonly record: number;
  readonly column: string;
  readonly treatment: Exclude<Treatment, 'kept'>;
}

export function tableOf<Row>(file: string, columns: readonly Column<Row>[], rows: readonly Row[]): Table {
  const changedCells: ChangedCell[] = [];
  const records = rows.map((row, index) => {
    return columns.map(({ name, cell }) => {
      const { text, treatment } = safeCell(cell(row));
      if (treatment !== 'kept') changedCells.push({ file, record: index + 1, column: name, treatment });
      return text;
    });
  });
  const header = columns.map(({ name }) => name);
  return { report: { file, content: csvOf([header, ...records]) }, rowCount: rows.length, changedCells };
}

function csvOf(records: readonly (readonly string[])[]): string {
  return stringify([...records], {
    bom: true,
    record_delimiter: '\r\n',
    quoted: true,
    quoted_empty: true,
    // With a delimiter of its own, csv-stringify would otherwise leave a bare CR or LF unquoted.
    quote_record_delimiter: true,
  });
}
