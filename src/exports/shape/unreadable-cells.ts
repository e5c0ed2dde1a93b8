// Cells of a workbook that hold an error or no result, where something is read from them.
import { fault } from '../../diagnostics/catalogue.js';
import { plainName } from '../../mapping/plain-name.js';
import type { Shape } from '../../mapping/shape.js';
import { FaultList } from '../fault-list.js';
import type { CutTable } from './cut-table.js';
import type { UnreadableCell } from './scan-sheet.js';

export interface UnreadableCells {
  readonly sheet: string;
  readonly cells: readonly UnreadableCell[];
}

/**
 * Refuses a file in which such a cell would be read, as if it were blank: a blank time of submission says that nothing was
 * submitted. `namesRead` null: all columns are read.
 */
export function refuseUnreadable(
  { sheet, cells }: UnreadableCells,
  { header, headerRow }: CutTable,
  {
    shape,
    namesRead,
    file,
  }: { readonly shape: Shape; readonly namesRead: ReadonlySet<string> | null; readonly file: string },
): void {
  const isRead = (row: number, column: number): boolean => {
    if (row < headerRow) return shape.details.length > 0;
    // What stands in a column that becomes rows, or behind one, is read under another name.
    if (row === headerRow || shape.wide !== null || namesRead === null) return true;
    return namesRead.has(plainName(header[column - 1] ?? ''));
  };
  const faults = new FaultList();
  for (const { cell, error } of cells) {
    const [, column = '', digits = '0'] = /^([A-Z]+)([0-9]+)$/.exec(cell) ?? [];
    const row = Number(digits);
    if (!isRead(row, columnNumber(column))) continue;
    const place = { file, record: Math.max(0, row - 1), column };
    const args = { sheet, row, column };
    faults.add(
      error === null ? fault('cell-not-calculated', args, place) : fault('cell-holds-error', { ...args, error }, place),
    );
  }
  faults.refuse();
}

/** A is 1, AA 27. */
function columnNumber(letters: string): number {
  return Array.from(letters).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
