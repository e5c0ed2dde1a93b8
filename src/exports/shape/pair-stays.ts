// Who came and who went, as stays: each from joining to the next leaving of the same person.
import { isRepeatedTime } from '../../calendar/moment.js';
import { fault, type Fault } from '../../diagnostics/catalogue.js';
import { groupBy } from '../../engagement/group-by.js';
import type { FaultList } from '../fault-list.js';
import type { Pairs } from '../../mapping/shape.js';
import { inOrder, orderOfFile, type FileOrder } from './order-of-steps.js';
import { readSteps, type Step } from './read-steps.js';
import type { ShapedRow, ShapedTable } from './shaped-table.js';

interface Stay {
  /** Null: nobody saw them come, or go. */
  readonly joined: Step | null;
  readonly left: Step | null;
  /** The row that stands for it. */
  readonly row: ShapedRow;
  readonly steps: readonly Step[];
}

export interface PairedTable extends ShapedTable {
  readonly findings: readonly Fault[];
}

/** Columns that the file lacks, actions and times that are none go to `faults`, and so do leavings without a joining. */
export function pairStays(table: ShapedTable, pairs: Pairs, file: string, faults: FaultList): PairedTable {
  const steps = readSteps(table, pairs, file, faults);
  const people = [...groupBy(steps, ({ person }) => person).values()];
  const order = orderOfFile(people, steps);
  const stays = people.flatMap((own) => staysOf(inOrder(own, order)));
  const rows = stays.map((stay) => rowOf(stay, pairs, file, faults));
  rows.sort((one, other) => one.number - other.number);
  return { header: [...table.header, pairs.from, pairs.to], rows, findings: doubtsOf(people, order, file) };
}

function staysOf(steps: readonly Step[]): readonly Stay[] {
  const stays: Stay[] = [];
  let open: Step[] = [];
  for (const step of alternating(steps)) {
    // Coming again without having gone is one stay.
    open.push(step);
    if (step.isJoin) continue;
    const [first = step] = open;
    stays.push({ joined: first.isJoin ? first : null, left: step, row: first.row, steps: open });
    open = [];
  }
  const [joined] = open;
  return joined === undefined ? stays : [...stays, { joined, left: null, row: joined.row, steps: open }];
}

/**
 * Within a second, somebody who is out can only have come, and somebody who is in can only have gone. Until anything is
 * known of them, the order of the file counts.
 */
function alternating(steps: readonly Step[]): readonly Step[] {
  const ordered: Step[] = [];
  for (const together of runsOf(steps)) {
    const joins = together.filter(({ isJoin }) => isJoin);
    const leaves = together.filter(({ isJoin }) => !isJoin);
    const before = ordered.at(-1);
    const isJoinFirst = before === undefined ? together[0]?.isJoin === true : !before.isJoin;
    const [first, second] = isJoinFirst ? [joins, leaves] : [leaves, joins];
    for (const [index, step] of first.entries()) ordered.push(step, ...second.slice(index, index + 1));
    ordered.push(...second.slice(first.length));
  }
  return ordered;
}

/** Steps one behind the other that were taken at the same time. */
function runsOf(steps: readonly Step[]): readonly (readonly Step[])[] {
  const runs: Step[][] = [];
  for (const step of steps) {
    const run = runs.at(-1);
    if (run?.[0]?.at === step.at) run.push(step);
    else runs.push([step]);
  }
  return runs;
}

function rowOf({ joined, left, row, steps }: Stay, pairs: Pairs, file: string, faults: FaultList): ShapedRow {
  const record = row.number - 1;
  if (joined === null && pairs.ifNotSeenComing === 'refused')
    faults.add(fault('stay-without-joining', { record }, { file, record }));
  const came = joined?.at ?? (pairs.ifNotSeenComing === 'time_of_leaving' ? left?.at : undefined) ?? '';
  // Where the clocks went back meanwhile, the time of leaving may be the earlier one: then nothing says how long they stayed.
  const went = left === null || left.at < came ? '' : left.at;
  return { number: row.number, cells: [...row.cells, came, went], madeOf: steps.flatMap((step) => step.row.madeOf) };
}

/** What the times alone cannot tell, and the order of the file does not. */
function doubtsOf(people: readonly (readonly Step[])[], order: FileOrder, file: string): readonly Fault[] {
  if (order !== null) return [];
  const doubtful = people.filter((steps) => {
    const repeated = steps.filter(({ at }) => isRepeatedTime(at));
    return new Set(repeated.map(({ isJoin }) => isJoin)).size > 1;
  });
  const count = doubtful.length;
  return count === 0 ? [] : [fault('stays-in-repeated-hour', { people: count }, { file }, count)];
}
