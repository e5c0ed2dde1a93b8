// The circumstances table (6.1b): a student may have several, at the same time too.
import { fault, type Fault } from '../../diagnostics/catalogue.js';
import type { Circumstance } from '../../engagement/circumstance.js';
import { byCodeUnit } from '../../engagement/order.js';
import type { FaultList } from '../fault-list.js';
import type { GuardedFile } from '../guarded-file.js';
import { circumstanceOf, circumstanceSchema } from './circumstance-schema.js';
import type { KnownIds } from '../lost-zeros.js';
import { readKnownRows } from './known-rows.js';
import type { RowAccounts } from '../row-account.js';

export interface CircumstancesRead {
  /** Of known students; sorted by student, first day, then where they were read. */
  readonly circumstances: readonly Circumstance[];
  readonly accounts: RowAccounts;
  readonly findings: readonly Fault[];
}

export async function readCircumstances(
  files: readonly GuardedFile[],
  knownIds: KnownIds,
  faults: FaultList,
): Promise<CircumstancesRead> {
  const check = { table: 'circumstances', schema: circumstanceSchema, spans: [['from', 'to']] } as const;
  const { rows, repeated, unknown, accounts } = await readKnownRows(files, check, knownIds, faults);
  const circumstances = rows.map(({ value, source }) => ({ ...circumstanceOf(value), source }));
  circumstances.sort((one, other) => byCodeUnit(one.studentId, other.studentId) || one.from - other.from);
  const [firstUnknown] = unknown;
  const findings = [
    ...(repeated === 0 ? [] : [fault('circumstance-repeated', { count: repeated }, null, repeated)]),
    ...(firstUnknown === undefined
      ? []
      : [fault('circumstance-of-unknown-student', { count: unknown.length }, firstUnknown, unknown.length)]),
  ];
  return { circumstances, accounts, findings };
}
