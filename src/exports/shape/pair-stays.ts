// Who came and who went, as stays: each from joining to the next leaving of the same person.
import { fault } from '../../diagnostics/catalogue.js';
import { groupBy } from '../../engagement/group-by.js';
import { byCodeUnit } from '../../engagement/order.js';
import { refusal, type FaultList } from '../fault-list.js';
import { shownCell } from '../cell.js';
import { plainName, plainCase } from '../../mapping/plain-name.js';
import { timeFormat, timeReader } from '../../mapping/time-format.js';
import type { Pairs } from '../../mapping/shape.js';
import type { NumberedRow, ShapedTable } from './shaped-table.js';

interface Step {
  readonly row: NumberedRow;
  readonly at: string;
  readonly isJoin: boolean;
}

interface Stay {
  readonly row: NumberedRow;
  readonly from: string;
  readonly to: string;
}

/** Refuses a file without the columns; actions and times that are none go to `faults`. */
export function pairStays({ header, rows }: ShapedTable, pairs: Pairs, file: string, faults: FaultList): ShapedTable {
  const position = (column: string): number => {
    const index = header.findIndex((name) => plainName(name) === plainName(column));
    if (index < 0) throw refusal(fault('paired-column-missing', { column }, { file, record: 0, column }));
    return index;
  };
  const person = pairs.person.map(position);
  const readStep = stepReader(pairs, position(pairs.action), position(pairs.at), file, faults);
  const people = groupBy(rows, ({ cells }) => person.map((index) => cells[index] ?? '').join('\u0000'));
  const stays = [...people.values()].flatMap((own) => staysOf(own.flatMap((row) => readStep(row) ?? [])));
  stays.sort((one, other) => one.row.number - other.row.number);
  return {
    header: [...header, pairs.from, pairs.to],
    rows: stays.map(({ row, from, to }) => ({ number: row.number, cells: [...row.cells, from, to] })),
  };
}

function stepReader(
  { joins, leaves, format, at: timeColumn, action: actionColumn }: Pairs,
  actionAt: number,
  timeAt: number,
  file: string,
  faults: FaultList,
): (row: NumberedRow) => Step | null {
  const declared = timeFormat(format, null);
  const readTime = declared === null ? () => null : timeReader(declared);
  const joining = new Set(joins.map(plainCase));
  const leaving = new Set(leaves.map(plainCase));
  return (row) => {
    const record = row.number - 1;
    const action = plainCase(row.cells[actionAt] ?? '');
    const at = readTime(row.cells[timeAt] ?? '');
    if (!joining.has(action) && !leaving.has(action)) {
      const args = { record, cell: shownCell(action), canonical: 'joined or left', values: [...joins, ...leaves] };
      faults.add(fault('value-not-mapped', args, { file, record, column: actionColumn }));
      return null;
    }
    if (at === null) {
      const args = { record, cell: shownCell(row.cells[timeAt] ?? ''), format, names: [format], canonical: timeColumn };
      faults.add(fault('time-not-in-format', args, { file, record, column: timeColumn }));
      return null;
    }
    return { row, at, isJoin: joining.has(action) };
  };
}

/** Lists are written newest first or oldest first; within a second, somebody who is out can only have come. */
function staysOf(steps: readonly Step[]): readonly Stay[] {
  const inOrder = [...steps].sort((one, other) => byCodeUnit(one.at, other.at));
  const stays: Stay[] = [];
  let open: Step | null = null;
  for (const step of inOrder) {
    if (step.isJoin) {
      // Coming again without having gone is one stay.
      open ??= step;
    } else {
      stays.push({ row: open?.row ?? step.row, from: open?.at ?? '', to: step.at });
      open = null;
    }
  }
  if (open !== null) stays.push({ row: open.row, from: open.at, to: '' });
  return stays;
}
