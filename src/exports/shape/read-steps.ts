// The rows of a list of people who come and go, each as a step of one of them.
import { fault } from '../../diagnostics/catalogue.js';
import { shownCell } from '../cell.js';
import { ColumnFinder } from '../column-finder.js';
import type { FaultList } from '../fault-list.js';
import type { ColumnNames } from '../../mapping/mapping.js';
import { plainCase } from '../../mapping/plain-name.js';
import type { Pairs } from '../../mapping/shape.js';
import { timeFormat, timeReader } from '../../mapping/time-format.js';
import type { ShapedRow, ShapedTable } from './shaped-table.js';

export interface Step {
  readonly row: ShapedRow;
  readonly person: string;
  /** Canonical. */
  readonly at: string;
  readonly isJoin: boolean;
}

/** In the order of the file. Columns that it lacks or names twice, actions and times that are none go to `faults`. */
export function readSteps(
  { header, rows }: ShapedTable,
  pairs: Pairs,
  file: string,
  faults: FaultList,
): readonly Step[] {
  const columns = new ColumnFinder(file, header, faults);
  const position = (names: ColumnNames): number => {
    const found = columns.positionOf(names);
    if (found !== null) return found;
    faults.add(fault('paired-column-missing', { names }, { file, record: 0, column: names[0] ?? '' }));
    return 0;
  };
  const person = pairs.person.map(position);
  const [actionAt, timeAt] = [position(pairs.action), position(pairs.at)];
  if (!faults.isEmpty) return [];
  const named = { action: header[actionAt] ?? '', time: header[timeAt] ?? '' };
  const readStep = stepReader(pairs, named, file, faults);
  return rows.flatMap((row) => {
    const step = readStep(row, row.cells[actionAt] ?? '', row.cells[timeAt] ?? '');
    const who = person.map((index) => row.cells[index] ?? '').join('\u0000');
    return step === null ? [] : [{ ...step, row, person: who }];
  });
}

function stepReader(
  { joins, leaves, format }: Pairs,
  columns: { readonly action: string; readonly time: string },
  file: string,
  faults: FaultList,
): (row: ShapedRow, action: string, time: string) => Pick<Step, 'at' | 'isJoin'> | null {
  const declared = timeFormat(format, null);
  const readTime = declared === null ? () => null : timeReader(declared);
  const joining = new Set(joins.map(plainCase));
  const leaving = new Set(leaves.map(plainCase));
  return ({ number }, written, time) => {
    const record = number - 1;
    const action = plainCase(written);
    if (!joining.has(action) && !leaving.has(action)) {
      const args = { record, cell: shownCell(action), canonical: 'joined or left', values: [...joins, ...leaves] };
      faults.add(fault('value-not-mapped', args, { file, record, column: columns.action }));
      return null;
    }
    const at = readTime(time);
    if (at === null) {
      const args = { record, cell: shownCell(time), format, names: [format], canonical: columns.time };
      faults.add(fault('time-not-in-format', args, { file, record, column: columns.time }));
      return null;
    }
    return { at, isJoin: joining.has(action) };
  };
}
