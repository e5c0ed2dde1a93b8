// Students with what the other records say of them, as the evaluation takes them.
import type { Circumstance } from '../engagement/circumstance.js';
import { groupBy } from '../engagement/group-by.js';
import type { ModuleEnrolment, Student } from '../engagement/student.js';
import type { Subject } from './presence.js';

/** The records beside the students. Without the table of enrolments (null) nobody's are known. */
export interface StudentRecords {
  readonly enrolments: readonly ModuleEnrolment[] | null;
  readonly circumstances: readonly Circumstance[];
}

/** In the order of the students. */
export function subjectsOf(students: readonly Student[], records: StudentRecords): readonly Subject[] {
  const enrolments = records.enrolments === null ? null : byStudent(records.enrolments);
  const circumstances = byStudent(records.circumstances);
  return students.map((student) => ({
    student,
    enrolments: enrolments === null ? null : (enrolments.get(student.studentId) ?? []),
    circumstances: circumstances.get(student.studentId) ?? [],
  }));
}

/** Each student's records, in the order given. */
export function byStudent<R extends { readonly studentId: string }>(
  records: readonly R[],
): ReadonlyMap<string, readonly R[]> {
  return groupBy(records, ({ studentId }) => studentId);
}
