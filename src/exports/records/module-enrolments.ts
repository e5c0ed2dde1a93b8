// The module enrolments table: a student may have several enrolments on one module, with other dates.
import { fault, type Fault } from '../../diagnostics/catalogue.js';
import { byCodeUnit } from '../../engagement/order.js';
import type { ModuleEnrolment } from '../../engagement/student.js';
import type { FaultList } from '../fault-list.js';
import type { GuardedFile } from '../guard/guarded-file.js';
import { enrolmentOf, enrolmentSchema } from './enrolment-schema.js';
import type { KnownIds } from '../lost-zeros.js';
import { knownRows } from './known-rows.js';
import type { RowAccounts } from '../row-account.js';
import { readRows } from './read-rows.js';

export interface EnrolmentsRead {
  /** Of known students; sorted by student, module, then where they were read. */
  readonly enrolments: readonly ModuleEnrolment[];
  readonly accounts: RowAccounts;
  readonly findings: readonly Fault[];
}

export async function readEnrolments(
  files: readonly GuardedFile[],
  knownIds: KnownIds,
  faults: FaultList,
): Promise<EnrolmentsRead> {
  const rows = await readRows(
    files,
    { table: 'module_enrolments', schema: enrolmentSchema, spans: [['from', 'to']] },
    faults,
  );
  const { rows: known, repeated, unknown, accounts } = knownRows(files, rows, knownIds, faults);
  const enrolments = known.map(({ value, source }) => ({ ...enrolmentOf(value), source }));
  enrolments.sort(
    (one, other) => byCodeUnit(one.studentId, other.studentId) || byCodeUnit(one.moduleCode, other.moduleCode),
  );
  const findings = [
    ...(repeated === 0 ? [] : [fault('enrolment-repeated', { count: repeated }, null, repeated)]),
    ...(unknown.length === 0
      ? []
      : [fault('enrolment-of-unknown-student', { count: unknown.length }, null, unknown.length)]),
  ];
  return { enrolments, accounts, findings };
}
