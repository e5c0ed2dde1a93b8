// The students table: one row a student, or two of a joint programme (6.2f), however often the exports repeat them.
import type { z } from 'zod';
import { fault, type Fault } from '../../diagnostics/catalogue.js';
import { groupBy } from '../../engagement/group-by.js';
import { by } from '../../engagement/order.js';
import type { Student } from '../../engagement/student.js';
import type { FaultList } from '../fault-list.js';
import type { GuardedFile } from '../guarded-file.js';
import { bareId } from '../lost-zeros.js';
import { RowAccounts, totalOf } from '../row-account.js';
import { columnsOf, rowKey, type ColumnOf } from '../../engagement/tables.js';
import { jointFindings, jointOfOne, jointOfTwo, OF_EACH_SCHOOL } from './joint.js';
import { readRows, type ReadRow } from './read-rows.js';
import { studentOf, studentSchema } from './student-schema.js';

export interface StudentsRead {
  /** Sorted by student id. */
  readonly students: readonly Student[];
  readonly accounts: RowAccounts;
  readonly findings: readonly Fault[];
}

type StudentRow = ReadRow<'students', z.output<typeof studentSchema>>;

/** The rows of one student that say something else than any before; no more than two where all is well. */
type Different = readonly [StudentRow, ...StudentRow[]];

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
  const accounts = new RowAccounts(files);
  const byStudent = differentRows(rows, accounts);
  for (const different of byStudent) faults.addAll(conflicts(different));
  faults.addAll(idsAlike(byStudent.map(([first]) => first)));
  if (rows.length === 0 && faults.isEmpty) faults.add(fault('table-without-rows', { table: 'students' }));
  const { repeated } = totalOf(accounts.all());
  return {
    students: byStudent.map(studentIn).sort(by(({ studentId }) => studentId)),
    accounts,
    findings: [
      ...(repeated === 0 ? [] : [fault('student-repeated', { count: repeated }, null, repeated)]),
      ...jointFindings(byStudent),
    ],
  };
}

function differentRows(rows: readonly StudentRow[], accounts: RowAccounts): readonly Different[] {
  const byStudent = groupBy(rows, ({ value }) => value.student_id);
  return [...byStudent.values()].flatMap((own): readonly Different[] => {
    const bySaying = groupBy(own, ({ cells }) => rowKey('students', cells));
    for (const [{ source }, ...repeats] of [...bySaying.values()].map(atLeastOne)) {
      accounts.add(source.file, 'used');
      for (const repeat of repeats) accounts.add(repeat.source.file, 'repeated');
    }
    return [atLeastOne([...bySaying.values()].map((alike) => atLeastOne(alike)[0]))];
  });
}

function atLeastOne(rows: readonly StudentRow[]): Different {
  const [first, ...others] = rows;
  if (first === undefined) throw new RangeError('a group has at least one row');
  return [first, ...others];
}

function studentIn([first, second]: Different): Student {
  if (second === undefined) return { ...studentOf(first.value), joint: jointOfOne(first.value), source: first.source };
  const { row, joint } = jointOfTwo(first, second);
  return { ...studentOf(row.value), joint, source: row.source };
}

/** What follows the first row and does not make it a joint programme. */
function conflicts([first, ...others]: Different): readonly Fault[] {
  return others.flatMap((row, index) => {
    const columns = conflictingColumns(first, row);
    if (columns.length === 0 && index === 0) return [];
    // A third row that differs in what schools may differ in can only be that of a third school.
    return [conflict(first, row, columns.length === 0 ? ['school'] : columns)];
  });
}

/** In which two rows of a student may not differ; two schools may each describe their part of a joint programme. */
function conflictingColumns(one: StudentRow, other: StudentRow): readonly string[] {
  const differing: readonly ColumnOf<'students'>[] = columnsOf('students').filter(
    (column) => one.cells[column] !== other.cells[column],
  );
  if (one.value.school === other.value.school) return differing;
  return differing.filter((column) => !OF_EACH_SCHOOL.includes(column));
}

function conflict(earlier: StudentRow, row: StudentRow, columns: readonly string[]): Fault {
  const isOfOneFile = earlier.source.file === row.source.file;
  const args = { studentId: row.cells.student_id, ...earlier.source, columns, isOfOneFile };
  return fault('student-conflicting', args, row.source);
}

/** Ids that a spreadsheet or another system could take for one. */
function idsAlike(rows: readonly StudentRow[]): readonly Fault[] {
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
