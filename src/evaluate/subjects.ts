// Students with what they are enrolled on, as the evaluation takes them.
import type { ModuleEnrolment, Student } from '../engagement/student.js';
import type { Subject } from './situation.js';

/** In the order of the students. Without the table of enrolments (null) nobody's are known. */
export function subjectsOf(
  students: readonly Student[],
  enrolments: readonly ModuleEnrolment[] | null,
): readonly Subject[] {
  const byStudent = new Map<string, ModuleEnrolment[]>();
  for (const enrolment of enrolments ?? []) {
    const own = byStudent.get(enrolment.studentId);
    if (own === undefined) byStudent.set(enrolment.studentId, [enrolment]);
    else own.push(enrolment);
  }
  return students.map((student) => ({
    student,
    enrolments: enrolments === null ? null : (byStudent.get(student.studentId) ?? []),
  }));
}
