// Whether a student is assessed at all: the first reason that applies at the checkpoint date (reading.md, state).
import type { Day } from '../calendar/day.js';
import type { NotAssessedReason } from '../engagement/outcome.js';
import { isInterrupted, isStatusInForce, isUnder, startOf, type Present } from './presence.js';
import { isTransnational, type Section } from './section.js';

/**
 * The reason that follows from the records alone (4.2, 6.2g, 9.3, 9.4), or null.
 * @clause 4.1, 4.2, 6.2g, 9.3, 9.4
 */
export function stateReason(present: Present, section: Section, on: Day): NotAssessedReason | null {
  const { student } = present;
  if (student.programmeType === 'research') return 'research';
  if (student.status === 'withdrawn' && isStatusInForce(student, on)) return 'withdrawn';
  if (isUnder('sabbatical-officer', present, on)) return 'sabbatical-officer';
  if (on < startOf(student)) return 'not-started';
  if (student.status === 'completed' && isStatusInForce(student, on)) return 'completed';
  if (student.endsOn !== null && on > student.endsOn) return 'completed';
  if (isInterrupted(present, on)) return 'interrupted';
  // No plan can have a section for them yet.
  if (isUnder('placement', present, on) || isUnder('study-abroad', present, on)) return 'no-placement-section';
  if (student.category === 'tne' && !isTransnational(section)) return 'no-transnational-section';
  return null;
}

/** The reasons for which grounds can still arise: these students are enrolled, only not measured. */
export function canHaveGrounds(reason: NotAssessedReason | null): boolean {
  return reason === null || reason === 'grace' || reason === 'authorised-absence' || reason === 'no-opportunity';
}
