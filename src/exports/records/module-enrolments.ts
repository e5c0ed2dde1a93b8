// The module enrolments table: a student may have several enrolments on one module, with other dates.
import { fault, type Fault } from '../../diagnostics/catalogue.js';
import { byCodeUnit } from '../../engagement/order.js';
import type { ModuleEnrolment } from '../../engagement/student.js';
import type { FaultList } from '../fault-list.js';
import type { GuardedFile } from '../guard/guarded-file.js';
import { columnsOf } from '../tables.js';
import { enrolmentOf, enrolmentSchema } from './enrolment-schema.js';
import { readRows } from './read-rows.js';

export interface EnrolmentsRead {
  /** Of known students; sorted by student, module, then where they were read. */
  readonly enrolments: readonly ModuleEnrolment[];
  readonly findings: readonly Fault[];
}

export async function readEnrolments(
  files: readonly GuardedFile[],
  studentIds: ReadonlySet<string>,
  faults: FaultList,
): Promise<EnrolmentsRead> {
  const rows = await readRows(
    files,
    { table: 'module_enrolments', schema: enrolmentSchema, spans: [['from', 'to']] },
    faults,
  );
  const seen = new Set<string>();
  const enrolments: ModuleEnrolment[] = [];
  let repeated = 0;
  let unknown = 0;
  for (const { cells, value, source } of rows) {
    const key = columnsOf('module_enrolments')
      .map((column) => cells[column])
      .join('\u0000');
    if (seen.has(key)) repeated += 1;
    else if (!studentIds.has(value.student_id)) unknown += 1;
    else enrolments.push({ ...enrolmentOf(value), source });
    seen.add(key);
  }
  enrolments.sort(
    (one, other) => byCodeUnit(one.studentId, other.studentId) || byCodeUnit(one.moduleCode, other.moduleCode),
  );
  const findings = [
    ...(repeated === 0 ? [] : [fault('enrolment-repeated', { count: repeated }, null, repeated)]),
    ...(unknown === 0 ? [] : [fault('enrolment-of-unknown-student', { count: unknown }, null, unknown)]),
  ];
  return { enrolments, findings };
}
