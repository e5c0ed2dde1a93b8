// The rows of the sheet of a workbook that a person sees first, or of the one that is named; hidden rows are rows.
import { zipSync } from 'fflate';
import { fault, type Fault } from '../../diagnostics/catalogue.js';
import { refusal } from '../fault-list.js';
import { scanSheet, type SheetScan } from './scan-sheet.js';
import type { NumberedRow } from './shaped-table.js';
import { unpackWorkbook, unreadable, unreadableUnless, type WorkbookParts } from './unpack-workbook.js';
import type { UnreadableCells } from './unreadable-cells.js';
import { cellText, type WorkbookCell } from './workbook-cell.js';
import { sheetsOf, type WorkbookSheet } from './workbook-sheets.js';

export interface WorkbookRows {
  readonly rows: readonly NumberedRow[];
  /** Given as blank, and none of them is. */
  readonly unreadable: UnreadableCells;
  /** Sheets that hold rows too, and were not read. */
  readonly findings: readonly Fault[];
}

/** Refuses what is no workbook, and a sheet that it does not have. */
export async function rowsOfWorkbook(bytes: Buffer, sheet: string | null, file: string): Promise<WorkbookRows> {
  const parts = unpackWorkbook(bytes, file);
  const sheets = unreadableUnless(file, () => sheetsOf(parts));
  const chosen = chooseSheet(sheets, sheet, file);
  const scan = (one: WorkbookSheet): SheetScan => unreadableUnless(file, () => scanSheet(parts[one.part]));
  const others = sheet === null ? sheets.filter((one) => one.isVisible && one !== chosen && scan(one).hasCells) : [];
  const names = others.map(({ name }) => name);
  return {
    rows: await readRows(parts, chosen, file),
    unreadable: { sheet: chosen.name, cells: scan(chosen).unreadable },
    findings: names.length === 0 ? [] : [fault('sheets-not-read', { sheet: chosen.name, others: names }, { file })],
  };
}

/** The names of those that a person sees, in their order. */
export function visibleSheets(bytes: Buffer, file: string): readonly string[] {
  const parts = unpackWorkbook(bytes, file);
  const sheets = unreadableUnless(file, () => sheetsOf(parts));
  return sheets.flatMap(({ name, isVisible }) => (isVisible ? [name] : []));
}

function chooseSheet(sheets: readonly WorkbookSheet[], wanted: string | null, file: string): WorkbookSheet {
  const found = sheets.find(({ name, isVisible }) => (wanted === null ? isVisible : name === wanted));
  if (found !== undefined) return found;
  if (wanted === null) throw refusal(fault('workbook-unreadable', { reason: 'no sheet can be seen' }, { file }));
  throw refusal(fault('sheet-missing', { sheet: wanted, known: sheets.map(({ name }) => name) }, { file }));
}

/** From the parts that were looked at, packed anew: the library reads those and no others. */
async function readRows(parts: WorkbookParts, { name }: WorkbookSheet, file: string): Promise<readonly NumberedRow[]> {
  const { readSheet } = await import('read-excel-file/node');
  const packed = Buffer.from(zipSync(parts, { level: 0 }));
  const rows = await readSheet(packed, name).catch((error: unknown) => {
    throw unreadable(file, error);
  });
  return (rows as readonly (readonly WorkbookCell[])[]).map((row, index) => ({
    number: index + 1,
    cells: row.map(cellText),
  }));
}
