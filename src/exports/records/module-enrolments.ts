// The module enrolments table: a student may have several enrolments on one module, with other dates.
import { fault, type Fault } from '../../diagnostics/catalogue.js';
import { byCodeUnit } from '../../engagement/order.js';
import type { ModuleEnrolment } from '../../engagement/student.js';
import type { FaultList } from '../fault-list.js';
import type { GuardedFile } from '../guarded-file.js';
import { enrolmentOf, enrolmentSchema } from './enrolment-schema.js';
import type { KnownIds } from '../lost-zeros.js';
import { readKnownRows } from './known-rows.js';
import type { RowAccounts } from '../row-account.js';

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
  const check = { table: 'module_enrolments', schema: enrolmentSchema, spans: [['from', 'to']] } as const;
  const { rows, repeated, unknown, accounts } = await readKnownRows(files, check, knownIds, faults);
  const enrolments = rows.map(({ value, source }) => ({ ...enrolmentOf(value), source }));
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
