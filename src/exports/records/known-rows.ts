// What counts of a table about students: each row once, however often the exports repeat it, and of known students only.
import { groupBy } from '../../engagement/group-by.js';
import type { Source } from '../../engagement/student.js';
import type { FaultList } from '../fault-list.js';
import { lostZeros, type KnownIds } from '../lost-zeros.js';
import type { GuardedFile } from '../guarded-file.js';
import { RowAccounts, totalOf } from '../row-account.js';
import { rowKey, type RecordTable } from '../../engagement/tables.js';
import { readRows, type ReadRow, type RowCheck } from './read-rows.js';

export interface KnownRows<T extends RecordTable, V> {
  /** In the order in which they were read. */
  readonly rows: readonly ReadRow<T, V>[];
  /** How many of them say exactly what an earlier one says. */
  readonly repeated: number;
  /** Where the rows of students stand whom the students table does not have. */
  readonly unknown: readonly Source[];
  readonly accounts: RowAccounts;
}

export async function readKnownRows<T extends RecordTable, V extends { readonly student_id: string }>(
  files: readonly GuardedFile[],
  check: RowCheck<T, V>,
  knownIds: KnownIds,
  faults: FaultList,
): Promise<KnownRows<T, V>> {
  const rows = await readRows(files, check, faults);
  for (const [file, own] of groupBy(rows, ({ source }) => source.file)) {
    faults.addAll(lostZeros(file, new Set(own.map(({ value }) => value.student_id)), knownIds));
  }
  const seen = new Set<string>();
  const known: ReadRow<T, V>[] = [];
  const unknown: Source[] = [];
  const accounts = new RowAccounts(files);
  for (const row of rows) {
    const { file } = row.source;
    const key = rowKey(check.table, row.cells);
    if (!knownIds.has(row.value.student_id)) {
      unknown.push(row.source);
      accounts.add(file, 'ofUnknownStudents');
    } else if (seen.has(key)) accounts.add(file, 'repeated');
    else {
      known.push(row);
      accounts.add(file, 'used');
    }
    seen.add(key);
  }
  return { rows: known, repeated: totalOf(accounts.all()).repeated, unknown, accounts };
}
