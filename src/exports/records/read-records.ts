// The records tables, checked together.
import type { Fault } from '../../diagnostics/catalogue.js';
import type { ModuleEnrolment, Student } from '../../engagement/student.js';
import { FaultList } from '../fault-list.js';
import type { GuardedFile } from '../guard/guarded-file.js';
import type { ReadTable } from '../tables.js';
import { readEnrolments } from './module-enrolments.js';
import { readStudents } from './students.js';

export interface RecordsRead {
  readonly students: readonly Student[];
  readonly enrolments: readonly ModuleEnrolment[] | null;
  readonly findings: readonly Fault[];
}

export async function readRecords(files: readonly GuardedFile[]): Promise<RecordsRead> {
  const faults = new FaultList();
  const filesOf = (wanted: ReadTable): readonly GuardedFile[] => files.filter(({ table }) => table === wanted);
  const { students, findings } = await readStudents(filesOf('students'), faults);
  const enrolmentFiles = filesOf('module_enrolments');
  const studentIds = new Set(students.map(({ studentId }) => studentId));
  const enrolments = enrolmentFiles.length === 0 ? null : await readEnrolments(enrolmentFiles, studentIds, faults);
  faults.refuse();
  return {
    students,
    enrolments: enrolments?.enrolments ?? null,
    findings: [...findings, ...(enrolments?.findings ?? [])],
  };
}
