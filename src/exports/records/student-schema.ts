// A row of the students table.
import { z } from 'zod';
import type { Student } from '../../engagement/student.js';
import { column, day, email, filledText, id, oneOf, oneOfOr, optionalDay, text } from './cell-schema.js';

const RQF_PATTERN = /^[3-8]$/;

export const studentSchema = z.strictObject({
  student_id: id,
  first_name: text,
  last_name: text,
  preferred_name: text,
  email,
  school: filledText,
  faculty: text,
  programme_code: filledText,
  programme_title: text,
  programme_type: oneOf('taught', 'research'),
  target_award_rqf: column(
    (cell) => (cell === '' ? null : RQF_PATTERN.test(cell) ? Number(cell) : undefined),
    'a level from 3 to 8, or blank',
  ),
  year_of_study: text,
  mode: oneOfOr(null, 'full-time', 'part-time'),
  registered_on: optionalDay,
  starts_on: day,
  ends_on: optionalDay,
  status: oneOf('enrolled', 'interrupted', 'withdrawn', 'completed'),
  status_from: optionalDay,
  category: oneOfOr('campus', 'campus', 'associate', 'tne'),
  sponsored: oneOfOr('no', 'yes', 'no'),
  visa_from: optionalDay,
  visa_to: optionalDay,
  joint_school: text,
  joint_decided_by: text,
  school_from: optionalDay,
  remote_permitted: oneOfOr(null, 'yes', 'no'),
  advisor_name: text,
  advisor_email: email,
  funding: oneOfOr(null, 'slc', 'self', 'other'),
});

export function studentOf(row: z.infer<typeof studentSchema>): Omit<Student, 'joint' | 'source'> {
  return {
    studentId: row.student_id,
    firstName: row.first_name,
    lastName: row.last_name,
    preferredName: row.preferred_name,
    email: row.email,
    school: row.school,
    faculty: row.faculty,
    programmeCode: row.programme_code,
    programmeTitle: row.programme_title,
    programmeType: row.programme_type,
    targetAwardRqf: row.target_award_rqf,
    yearOfStudy: row.year_of_study,
    mode: row.mode,
    registeredOn: row.registered_on,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    status: row.status,
    statusFrom: row.status_from,
    category: row.category,
    isSponsored: row.sponsored === 'yes',
    visaFrom: row.visa_from,
    visaTo: row.visa_to,
    schoolFrom: row.school_from,
    isRemotePermitted: row.remote_permitted === null ? null : row.remote_permitted === 'yes',
    advisorName: row.advisor_name,
    advisorEmail: row.advisor_email,
    funding: row.funding,
  };
}
