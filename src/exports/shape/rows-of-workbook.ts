// The rows of a workbook's first sheet, or of the one that is named, as text: numbers as they are, days as canonical times.
import { fault } from '../../diagnostics/catalogue.js';
import { tidyCell } from '../cell.js';
import { refusal } from '../fault-list.js';
import type { NumberedRow } from './shaped-table.js';

type Cell = string | number | boolean | Date | null;

/** Refuses what is no workbook, and a sheet that it does not have. */
export async function rowsOfWorkbook(
  bytes: Buffer,
  sheet: string | null,
  file: string,
): Promise<readonly NumberedRow[]> {
  if (!isZip(bytes)) throw refusal(fault('workbook-expected', {}, { file }));
  const { default: readWorkbook } = await import('read-excel-file/node');
  const sheets = await readWorkbook(bytes).catch((error: unknown) => {
    throw refusal(fault('workbook-unreadable', { reason: error instanceof Error ? error.name : 'unknown' }, { file }));
  });
  const found = sheet === null ? sheets[0] : sheets.find((it) => it.sheet === sheet);
  if (found === undefined) {
    throw refusal(fault('sheet-missing', { sheet: sheet ?? '', known: sheets.map((it) => it.sheet) }, { file }));
  }
  return (found.data as readonly (readonly Cell[])[]).map((row, index) => ({
    number: index + 1,
    cells: row.map(cellText),
  }));
}

function isZip(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]));
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (cell instanceof Date) return dateText(cell);
  return tidyCell(String(cell));
}

/** A workbook's days have no zone; the library gives them as UTC. */
function dateText(date: Date): string {
  const text = date.toISOString().slice(0, 19);
  return text.endsWith('T00:00:00') ? text.slice(0, 10) : text;
}
