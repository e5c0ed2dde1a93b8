// Joint programmes (6.2f): two rows of a student that name two schools are one student, whom one of the schools decides.
import { fault, type Fault } from '../../diagnostics/catalogue.js';
import { by, byCodeUnit } from '../../engagement/order.js';
import type { JointProgramme, Source } from '../../engagement/student.js';
import type { ColumnOf } from '../../engagement/tables.js';

/** What each school says of its own part of the programme; in all else the two rows must agree. */
export const OF_EACH_SCHOOL: readonly ColumnOf<'students'>[] = [
  'school',
  'faculty',
  'programme_code',
  'programme_title',
  'joint_school',
  'joint_decided_by',
  'school_from',
  'advisor_name',
  'advisor_email',
];

interface JointCells {
  readonly student_id: string;
  readonly school: string;
  readonly joint_school: string;
  readonly joint_decided_by: string;
}

interface JointRow {
  readonly value: JointCells;
  readonly source: Source;
}

/** A row alone: its school owns the programme and decides, whatever other school takes part. */
export function jointOfOne({ school, joint_school: other }: JointCells): JointProgramme | null {
  return other === '' || other === school ? null : { otherSchool: other, isSettled: true };
}

/**
 * Two rows of different schools: the row of the school that both name as the one that decides. Where they do not, nobody
 * decides, and the student stands under the first school by code unit.
 * @clause 6.2f
 */
export function jointOfTwo<R extends JointRow>(one: R, other: R): { readonly row: R; readonly joint: JointProgramme } {
  const decidedBy = decidingSchool([one, other]);
  const first = decidedBy ?? [one.value.school, other.value.school].sort(byCodeUnit)[0];
  const [row, { value }] = first === one.value.school ? [one, other] : [other, one];
  return { row, joint: { otherSchool: value.school, isSettled: decidedBy !== null } };
}

/** Null where the rows do not agree on one of their schools. */
function decidingSchool([one, other]: readonly [JointRow, JointRow]): string | null {
  const decidedBy = one.value.joint_decided_by;
  if (decidedBy !== other.value.joint_decided_by) return null;
  return [one, other].some(({ value }) => value.school === decidedBy) ? decidedBy : null;
}

/** Of the rows of each student. */
export function jointFindings(students: readonly (readonly [JointRow, ...JointRow[]])[]): readonly Fault[] {
  const undecided = students.filter(([one, other]) => other !== undefined && decidingSchool([one, other]) === null);
  const elsewhere = students.filter(([{ value }, other]) => other === undefined && isDecidedElsewhere(value));
  return [...oddJoints('joint-undecided', undecided), ...oddJoints('joint-decided-elsewhere', elsewhere)];
}

function isDecidedElsewhere({ school, joint_decided_by: decidedBy }: JointCells): boolean {
  return decidedBy !== '' && decidedBy !== school;
}

function oddJoints(
  code: 'joint-undecided' | 'joint-decided-elsewhere',
  students: readonly (readonly [JointRow, ...JointRow[]])[],
): readonly Fault[] {
  const rows = students.map(([first]) => first).sort(by(({ value }) => value.student_id));
  const [first] = rows;
  if (first === undefined) return [];
  const ids = rows.map(({ value }) => value.student_id);
  return [fault(code, { ids }, { ...first.source, column: 'joint_decided_by' }, ids.length)];
}
