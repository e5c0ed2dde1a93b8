// What the completeness gate looks at: a plan's students with their outcomes, beside what the exports hold.
import type { Place } from '../../diagnostics/fault.js';
import type { Feed } from '../../engagement/feed.js';
import { allMissing, isBelowMinimum, type Missing, type Outcome } from '../../engagement/outcome.js';
import type { Subject } from '../presence.js';
import type { Stage } from '../situation.js';

/** A student of the plan with what was decided of them. */
export interface Judged {
  readonly subject: Subject;
  readonly outcome: Outcome;
}

export interface Gate extends Pick<Stage, 'plan' | 'ledger' | 'target' | 'year' | 'feedUnknowns'> {
  /** In the order of the subjects. */
  readonly judged: readonly Judged[];
}

/** Throws where a subject has no outcome: a student who is not judged must not go missing here. */
export function gateOf(stage: Stage, subjects: readonly Subject[], outcomes: readonly Outcome[]): Gate {
  const outcomeOf = new Map(outcomes.map((outcome) => [outcome.studentId, outcome]));
  const judged = subjects.map((subject) => {
    const outcome = outcomeOf.get(subject.student.studentId);
    if (outcome === undefined) throw new RangeError(`no outcome of student ${subject.student.studentId}`);
    return { subject, outcome };
  });
  const { plan, ledger, target, year, feedUnknowns } = stage;
  return { plan, ledger, target, year, feedUnknowns, judged };
}

/** The kinds of evidence that a group of students leaves every week; silence in the others is normal. */
export const EVERYDAY_FEEDS: readonly Feed[] = ['attendance', 'vle', 'lecture_capture'];

/** Whether the student gets a letter, unless something else keeps them off the list. */
export function isBelow({ outcome }: Judged): boolean {
  return isBelowMinimum(outcome);
}

/** Whether the rule for sponsored students below degree level is theirs (9.1). */
export function isBelowDegree({ outcome: { sponsorship } }: Judged): boolean {
  return sponsorship?.clause === '9.1';
}

/** Whether something in the exports could have been expected of the student: state alone does not exclude them. */
export function isExpected({ outcome: { notAssessedReason } }: Judged): boolean {
  return notAssessedReason === null || notAssessedReason === 'no-opportunity';
}

/** The ids of the students, and where the first of them stands in the records. */
export function whoAre(judged: readonly Judged[]): { readonly ids: readonly string[]; readonly place: Place | null } {
  const ids = judged.map(({ subject: { student } }) => student.studentId);
  return { ids, place: judged[0]?.subject.student.source ?? null };
}

/** How many students a lack leaves undecided, in classification or ground. */
export function undecidedBy({ judged }: Gate, isCause: (missing: Missing) => boolean): number {
  return judged.filter(({ outcome }) => allMissing(outcome).some(isCause)).length;
}
