// The VLE table folded row by row in TypeScript.
import type { Day } from '../../calendar/day.js';
import type { FaultList } from '../fault-list.js';
import type { GuardedFile } from '../guard/guarded-file.js';
import { eachRecord } from '../records-of.js';
import { parseVleRow, type VleRow } from '../events/event-row.js';
import { rowKey } from '../events/trace.js';
import type { CellsOf } from '../tables.js';

/** All acts of one student on one day in one module of one type. */
export interface VleGroup {
  readonly studentId: string;
  readonly day: Day;
  readonly module: string;
  readonly type: string;
  acts: number;
  untimedActs: number;
}

export interface VleFold {
  readonly groups: readonly VleGroup[];
  /** Rows by student id, repeated ones included. */
  readonly rowsOf: ReadonlyMap<string, number>;
  readonly repeatedRows: number;
}

type Groups = Map<string, VleGroup>;

/** Rows of a day that several files have, by all that they say; `most`: how often the file has it that has it most. */
interface SharedRow {
  readonly cells: CellsOf<'vle'>;
  readonly row: VleRow;
  total: number;
  most: number;
}

export async function foldVle(
  files: readonly GuardedFile[],
  faults: FaultList,
  onRecord: () => void,
): Promise<VleFold> {
  const rowsOf = new Map<string, number>();
  const filesOfDay = new Map<Day, Set<GuardedFile>>();
  const groups: Groups = new Map();
  for (const file of files) {
    await eachRecord('vle', file, (cells, record) => {
      onRecord();
      const parsed = parseVleRow(cells, { file: file.file, record });
      if ('faults' in parsed) {
        parsed.faults.forEach((one) => {
          faults.add(one);
        });
        return;
      }
      const { day } = parsed.row.at;
      rowsOf.set(cells.student_id, (rowsOf.get(cells.student_id) ?? 0) + 1);
      filesOfDay.set(day, (filesOfDay.get(day) ?? new Set()).add(file));
      addTo(groups, cells, parsed.row, 1);
    });
  }
  const sharedDays = new Set([...filesOfDay].filter(([, having]) => having.size > 1).map(([day]) => day));
  if (sharedDays.size === 0 || !faults.isEmpty) return { groups: [...groups.values()], rowsOf, repeatedRows: 0 };
  const shared = await rowsOfDays(files, sharedDays);
  for (const [key, { day }] of groups) {
    if (sharedDays.has(day)) groups.delete(key);
  }
  let repeatedRows = 0;
  for (const { cells, row, total, most } of shared) {
    repeatedRows += total - most;
    addTo(groups, cells, row, most);
  }
  return { groups: [...groups.values()], rowsOf, repeatedRows };
}

async function rowsOfDays(files: readonly GuardedFile[], days: ReadonlySet<Day>): Promise<Iterable<SharedRow>> {
  const shared = new Map<string, SharedRow>();
  for (const file of files) {
    const here = new Map<string, number>();
    await eachRecord('vle', file, (cells, record) => {
      const parsed = parseVleRow(cells, { file: file.file, record });
      if ('faults' in parsed || !days.has(parsed.row.at.day)) return;
      const key = rowKey('vle', cells);
      const times = (here.get(key) ?? 0) + 1;
      here.set(key, times);
      const entry = shared.get(key) ?? { cells, row: parsed.row, total: 0, most: 0 };
      entry.total += 1;
      entry.most = Math.max(entry.most, times);
      shared.set(key, entry);
    });
  }
  return shared.values();
}

function addTo(groups: Groups, cells: CellsOf<'vle'>, { at, acts }: VleRow, times: number): void {
  const { student_id: studentId, module_code: module, component: type } = cells;
  const key = `${studentId}\u0000${at.day}\u0000${type}\u0000${module}`;
  const group = groups.get(key) ?? { studentId, day: at.day, module, type, acts: 0, untimedActs: 0 };
  group.acts += acts * times;
  if (at.minute === null) group.untimedActs += acts * times;
  groups.set(key, group);
}
