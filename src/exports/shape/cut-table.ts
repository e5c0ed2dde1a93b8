// The table within a file that has more: a title above, another section below, notes at the side of neither.
import { fault } from '../../diagnostics/catalogue.js';
import { plainName } from '../../mapping/plain-name.js';
import { refusal, type FaultList } from '../fault-list.js';
import type { Detail, Shape } from '../../mapping/shape.js';
import type { NumberedRow, ShapedTable } from './shaped-table.js';

export interface CutTable extends ShapedTable {
  /** The number of the header's row. */
  readonly headerRow: number;
}

/** Refuses a file without the header; rows of another length than the header's go to `faults`. */
export function cutTable(rows: readonly NumberedRow[], shape: Shape, file: string, faults: FaultList): CutTable {
  const headerAt = headerIndex(rows, shape, file);
  const named = rows[headerAt]?.cells ?? [];
  // A column behind one that becomes rows may have no name, the last of the file too.
  const header = shape.wide !== null && shape.wide.followedBy.length > 0 ? named : withoutBlankEnd(named);
  const below = rows.slice(headerAt + 1);
  const endsAt = shape.endsAtBlankRow ? below.findIndex(isBlank) : -1;
  const own = endsAt < 0 ? below : below.slice(0, endsAt);
  if (endsAt >= 0) demandEnd(below.slice(endsAt), file);
  const details = detailsOf(rows.slice(0, headerAt), shape, file, faults);
  const cut = own
    .filter((row) => !isBlank(row))
    .map(({ number, cells }) => {
      // Spreadsheets write as many separators as the longest row of the file needs; what has too few is cut off.
      const extra = cells.slice(header.length);
      if (cells.length < header.length || extra.some((cell) => cell !== '')) {
        const args = { record: number - 1, found: cells.length, expected: header.length };
        faults.add(fault('fields-uneven', args, { file, record: number - 1 }));
      }
      return { number, cells: [...cells.slice(0, header.length), ...details.values()], madeOf: [number] };
    });
  return { header: [...header, ...details.keys()], headerRow: rows[headerAt]?.number ?? 0, rows: cut };
}

/**
 * Below the blank row there is nothing, or the next section: a heading by itself, then a header. Else it is a gap, and
 * people stand below it.
 */
function demandEnd(fromBlank: readonly NumberedRow[], file: string): void {
  const [next, afterNext] = fromBlank.filter((row) => !isBlank(row));
  if (next === undefined || (filledCells(next) === 1 && afterNext !== undefined && filledCells(afterNext) > 1)) return;
  const args = { blank: fromBlank[0]?.number ?? 0, next: next.number };
  throw refusal(fault('table-goes-on', args, { file, record: next.number - 1 }));
}

function filledCells({ cells }: NumberedRow): number {
  return cells.filter((cell) => cell !== '').length;
}

function headerIndex(rows: readonly NumberedRow[], { header }: Shape, file: string): number {
  switch (header.kind) {
    case 'row': {
      const index = rows.findIndex(({ number }) => number === header.row);
      if (index >= 0) return index;
      throw refusal(fault('header-row-missing', { row: header.row, rows: rows.length }, { file }));
    }
    case 'below': {
      const heading = rows.findIndex(({ cells: [first = ''] }) => plainName(first) === plainName(header.heading));
      if (heading >= 0 && heading + 1 < rows.length) return heading + 1;
      throw refusal(fault('section-missing', { heading: header.heading }, { file }));
    }
    case 'having': {
      const names = new Set(header.names.map(plainName));
      const index = rows.findIndex(({ cells }) => cells.some((cell) => names.has(plainName(cell))));
      if (index >= 0) return index;
      throw refusal(fault('header-not-found', { names: header.names }, { file }));
    }
  }
}

function detailsOf(
  above: readonly NumberedRow[],
  { details }: Shape,
  file: string,
  faults: FaultList,
): ReadonlyMap<string, string> {
  const found = details.map((detail) => {
    const text = detailText(above, detail);
    if (text === null) faults.add(fault('detail-missing', { label: detail.label }, { file }));
    return [detail.column, text ?? ''] as const;
  });
  return new Map(found);
}

function detailText(above: readonly NumberedRow[], { label, where }: Detail): string | null {
  const isLabel = (cell: string): boolean => plainName(cell) === plainName(label);
  if (where === 'beside') {
    const row = above.find(({ cells: [first = ''] }) => isLabel(first));
    return row === undefined ? null : (row.cells[1] ?? '');
  }
  const index = above.findIndex(({ cells }) => cells.some(isLabel));
  const column = above[index]?.cells.findIndex(isLabel) ?? -1;
  return index < 0 ? null : (above[index + 1]?.cells[column] ?? '');
}

function withoutBlankEnd(cells: readonly string[]): readonly string[] {
  const last = cells.findLastIndex((cell) => cell !== '');
  return cells.slice(0, last + 1);
}

function isBlank({ cells }: NumberedRow): boolean {
  return cells.every((cell) => cell === '');
}
