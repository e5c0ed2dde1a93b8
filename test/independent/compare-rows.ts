// Holds a report against what its rows should be, in their order, cell by cell.
import type { Fraction } from './plan.js';
import type { Row } from './tables.js';

/** The columns that are compared; the report may have others. */
export type Cells = Readonly<Record<string, string>>;

/** By student; rows of one student stay in their order. */
export function byStudent(rows: readonly Cells[]): Cells[] {
  const idOf = (row: Cells): string => row['student_id'] ?? '';
  return [...rows].sort((one, other) => (idOf(one) < idOf(other) ? -1 : idOf(one) > idOf(other) ? 1 : 0));
}

export function differencesOfRows(name: string, found: readonly Row[], expected: readonly Cells[]): string[] {
  if (found.length !== expected.length) return [`${name} has ${found.length} rows, expected ${expected.length}`];
  return expected.flatMap((cells, index) => {
    const row = found[index] ?? {};
    return Object.entries(cells)
      .filter(([column, cell]) => row[column] !== cell)
      .map(([column, cell]) => {
        const label = `${name} ${cells['student_id'] ?? ''} ${cells['month'] ?? cells['module_code'] ?? ''}`;
        return `${label}: ${column} is '${row[column] ?? 'absent'}', expected '${cell}'`;
      });
  });
}

/** Cut, never rounded up, to four places. */
export function rateCell({ top, bottom }: Fraction): string {
  return (Math.floor((top * 10_000) / bottom) / 10_000).toFixed(4);
}
