// Whether a student is assessed at all: the first reason that applies at the checkpoint date (reading.md, state).
import type { Day } from '../calendar/day.js';
import type { NotAssessedReason } from '../engagement/outcome.js';
import type { Student } from '../engagement/student.js';
import { isInterrupted, isStatusInForce, startOf } from './student-days.js';

/** The reason that follows from the student's record alone (4.2, 6.2g), or null. */
export function stateReason(student: Student, on: Day): NotAssessedReason | null {
  if (student.programmeType === 'research') return 'research';
  if (student.status === 'withdrawn' && isStatusInForce(student, on)) return 'withdrawn';
  if (on < startOf(student)) return 'not-started';
  if (student.status === 'completed' && isStatusInForce(student, on)) return 'completed';
  if (student.endsOn !== null && on > student.endsOn) return 'completed';
  if (isInterrupted(student, on)) return 'interrupted';
  if (student.category === 'tne') return 'no-transnational-section';
  return null;
}

/** The reasons for which grounds can still arise: these students are enrolled, only not measured. */
export function canHaveGrounds(reason: NotAssessedReason | null): boolean {
  return reason === null || reason === 'grace' || reason === 'authorised-absence' || reason === 'no-opportunity';
}
