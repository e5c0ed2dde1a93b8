// A student's own acts, day by day (7.1), out of the ledger's columns.
import type { Day } from '../calendar/day.js';
import { at } from '../engagement/columns.js';
import type { Feed } from '../engagement/feed.js';
import type { Due, Ledger, Standing } from '../engagement/ledger.js';
import type { Plan } from '../plan/plan.js';

/** Acts of one day and type. Only listed feeds meet minima and move clocks (8.4). */
export interface Evidence {
  readonly day: Day;
  readonly feed: Feed;
  readonly type: string;
  readonly acts: number;
  readonly isListed: boolean;
}

/** The standings that are acts of the student's own; an authorised absence is not. */
const EVIDENCE: readonly Standing[] = ['done', 'done-remotely'];

/** All evidence of a student, in order of day; a submission is evidence on the day it is submitted. */
export function evidenceOf(plan: Plan, ledger: Ledger, studentId: string): readonly Evidence[] {
  const listed = new Set(plan.feeds.map(({ feed }) => feed));
  const evidence: Evidence[] = [];
  // Kinds that are no evidence leave a gap, so that the sheet's indices hold.
  const kinds = ledger.kinds.map((kind) => (EVIDENCE.includes(kind.standing) ? kind : undefined));
  const sheet = ledger.sheetOf(studentId);
  sheet.days.forEach((day, index) => {
    const kind = kinds[at(sheet.kinds, index)];
    if (kind === undefined) return;
    const { feed, type } = kind;
    evidence.push({ day: day as Day, feed, type, acts: at(sheet.acts, index), isListed: listed.has(feed) });
  });
  for (const { submitted, type } of ledger.duesOf(studentId)) {
    if (submitted === null) continue;
    evidence.push({ day: submitted.day, feed: 'submissions', type, acts: 1, isListed: listed.has('submissions') });
  }
  return evidence.sort((one, other) => one.day - other.day);
}

/** The day that counts for an assessment: the one it was set for, or the later one of an extension. */
export function dueDay({ due, extendedTo }: Due): Day {
  return extendedTo !== null && extendedTo.day > due.day ? extendedTo.day : due.day;
}
