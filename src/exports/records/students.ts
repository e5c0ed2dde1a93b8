// The students table: one row a student, however often the exports repeat it.
import { fault, type Fault } from '../../diagnostics/catalogue.js';
import { groupBy } from '../../engagement/group-by.js';
import { by } from '../../engagement/order.js';
import type { Student } from '../../engagement/student.js';
import type { FaultList } from '../fault-list.js';
import type { GuardedFile } from '../guard/guarded-file.js';
import { bareId } from '../lost-zeros.js';
import { RowAccounts, totalOf } from '../row-account.js';
import { columnsOf } from '../tables.js';
import { readRows, type ReadRow } from './read-rows.js';
import { studentOf, studentSchema } from './student-schema.js';

export interface StudentsRead {
  /** Sorted by student id. */
  readonly students: readonly Student[];
  readonly accounts: RowAccounts;
  readonly findings: readonly Fault[];
}

export async function readStudents(files: readonly GuardedFile[], faults: FaultList): Promise<StudentsRead> {
  const rows = await readRows(
    files,
    {
      table: 'students',
      schema: studentSchema,
      spans: [
        ['starts_on', 'ends_on'],
        ['visa_from', 'visa_to'],
      ],
    },
    faults,
  );
  const first = new Map<string, (typeof rows)[number]>();
  const accounts = new RowAccounts(files);
  for (const row of rows) {
    const earlier = first.get(row.value.student_id);
    if (earlier === undefined) first.set(row.value.student_id, row);
    else if (differingColumns(earlier, row).length > 0) faults.add(conflict(earlier, row));
    accounts.add(row.source.file, earlier === undefined ? 'used' : 'repeated');
  }
  faults.addAll(idsAlike([...first.values()]));
  if (rows.length === 0 && faults.isEmpty) faults.add(fault('table-without-rows', { table: 'students' }));
  const students = [...first.values()].map(({ value, source }) => ({ ...studentOf(value), source }));
  const { repeated } = totalOf(accounts.all());
  return {
    students: students.sort(by(({ studentId }) => studentId)),
    accounts,
    findings: repeated === 0 ? [] : [fault('student-repeated', { count: repeated }, null, repeated)],
  };
}

/** Ids that a spreadsheet or another system could take for one. */
function idsAlike<V extends { readonly student_id: string }>(
  rows: readonly ReadRow<'students', V>[],
): readonly Fault[] {
  const groups = groupBy(rows, ({ value }) => bareId(value.student_id).toLowerCase());
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : others.map(({ value, source }) => {
          const other = { other: first.value.student_id, ...first.source };
          return fault('ids-alike', { studentId: value.student_id, ...other }, { ...source, column: 'student_id' });
        }),
  );
}

function differingColumns<V>(one: ReadRow<'students', V>, other: ReadRow<'students', V>): readonly string[] {
  return columnsOf('students').filter((column) => one.cells[column] !== other.cells[column]);
}

function conflict<V>(earlier: ReadRow<'students', V>, row: ReadRow<'students', V>): Fault {
  const columns = differingColumns(earlier, row);
  return fault('student-conflicting', { studentId: row.cells.student_id, ...earlier.source, columns }, row.source);
}
