// Whether a student is assessed at all: the first reason that applies at the checkpoint date (reading.md, state).
import type { NotAssessedReason } from '../engagement/outcome.js';
import { isInterrupted, isStatusInForce, isUnder, startOf } from './presence.js';
import { isTransnational } from './section.js';
import type { Situation } from './situation.js';

/**
 * The reason that follows from the records alone (4.2, 6.2g, 9.3, 9.4), or null.
 * @clause 4.1, 4.2, 6.2g, 9.3, 9.4
 */
export function stateReason(situation: Situation): NotAssessedReason | null {
  const { student, on, section, isWithoutSection } = situation;
  if (student.programmeType === 'research') return 'research';
  if (student.status === 'withdrawn' && isStatusInForce(student, on)) return 'withdrawn';
  if (isUnder('sabbatical-officer', situation, on)) return 'sabbatical-officer';
  if (on < startOf(student)) return 'not-started';
  if (student.status === 'completed' && isStatusInForce(student, on)) return 'completed';
  if (student.endsOn !== null && on > student.endsOn) return 'completed';
  if (isInterrupted(situation, on)) return 'interrupted';
  if (isWithoutSection) return 'no-placement-section';
  if (student.category === 'tne' && !isTransnational(section)) return 'no-transnational-section';
  return null;
}

/**
 * The reason that leaves too few days to hold against a student who does not meet the minimum, or null: those on placement
 * or abroad that no section judges (9.4), and those of authorised absence, are taken out.
 */
export function tooFewDays(situation: Situation): NotAssessedReason | null {
  const { plan, sections, sectionMonitoredDays, sectionAuthorisedDays, studentMonitoredDays, authorisedDays } =
    situation;
  const isPartUnjudged = sections.some(({ section }) => section === null);
  if (isPartUnjudged && sectionMonitoredDays < plan.graceDays) return 'no-placement-section';
  const areFew = (days: number, authorised: number): boolean => authorised > 0 && days - authorised < plan.graceDays;
  const areMostAuthorised =
    areFew(studentMonitoredDays, authorisedDays) || areFew(sectionMonitoredDays, sectionAuthorisedDays);
  return areMostAuthorised ? 'authorised-absence' : null;
}

/** The reasons for which grounds can still arise: these students are enrolled, only not measured. */
export function canHaveGrounds(reason: NotAssessedReason | null): boolean {
  return reason === null || reason === 'grace' || reason === 'authorised-absence' || reason === 'no-opportunity';
}
