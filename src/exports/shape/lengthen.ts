// Columns side by side become rows one below the other: a register that has a column a session.
import { fault } from '../../diagnostics/catalogue.js';
import { refusal } from '../fault-list.js';
import { Pattern } from '../mapping/pattern.js';
import type { ShapedTable, WideColumns } from './shape.js';

/** Refuses a file without any such column: it would have no record at all. */
export function lengthen({ header, rows }: ShapedTable, wide: WideColumns, file: string): ShapedTable {
  const pattern = new Pattern(wide.pattern);
  const isWide = header.map((name) => pattern.isIn(name));
  if (!isWide.includes(true))
    throw refusal(fault('wide-columns-missing', { pattern: wide.pattern }, { file, record: 0 }));
  const kept = <T>(cells: readonly T[]): readonly T[] => cells.filter((_, index) => isWide[index] !== true);
  return {
    header: [...kept(header), wide.name, wide.cell],
    rows: rows.flatMap(({ number, cells }) =>
      header.flatMap((name, index) =>
        isWide[index] === true ? [{ number, cells: [...kept(cells), name, cells[index] ?? ''] }] : [],
      ),
    ),
  };
}
