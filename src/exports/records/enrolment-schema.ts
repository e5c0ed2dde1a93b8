// A row of the module enrolments table.
import { z } from 'zod';
import type { ModuleEnrolment } from '../../engagement/student.js';
import { filledText, id, optionalDay, text } from './cell-schema.js';

export const enrolmentSchema = z.strictObject({
  student_id: id,
  module_code: filledText,
  module_school: text,
  from: optionalDay,
  to: optionalDay,
});

export function enrolmentOf(row: z.infer<typeof enrolmentSchema>): Omit<ModuleEnrolment, 'source'> {
  return {
    studentId: row.student_id,
    moduleCode: row.module_code,
    moduleSchool: row.module_school,
    from: row.from,
    to: row.to,
  };
}
