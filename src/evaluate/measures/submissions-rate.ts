// Submitted of what was due (7.1b), by the checkpoint date.
import type { Missed, SetAside } from '../../engagement/outcome.js';
import type { RateIndicator } from '../../plan/plan.js';
import { isLate, type Assessment } from '../assessments.js';
import { areDuesKnown, isAsked } from '../opportunity.js';
import { missedInOrder } from './missed.js';
import { askedOf, unknownDaysIn, type Measurement, type Scope } from './scope.js';
import { setAsideInOrder } from './set-aside.js';
import { ANYTHING, boundsOf } from './share.js';

/**
 * Null where nothing was due. Late is submitted, unless the plan asks for submissions on time.
 * @clause 7.1b
 */
export function submissionsRate(indicator: RateIndicator, scope: Scope): Measurement | null {
  const { situation, days, exceptedDays } = scope;
  const { assessments, on } = situation;
  const asked = askedOf(indicator, scope);
  const own = assessments.filter((it) => isAsked(asked, { feed: 'submissions', ...it }));
  const due = own.filter(({ dueAt }) => days.has(dueAt.day));
  const unknownDays = unknownDaysIn(indicator, scope);
  const unknown = new Set(unknownDays);
  const open = due.filter((it) => !isDone(it, indicator, scope));
  const unknownDues = open.filter(({ dueAt }) => unknown.has(dueAt.day));
  const knownDues = open.filter((it) => !unknownDues.includes(it));
  const missed = knownDues.filter(({ isExtenuated }) => !isExtenuated);
  const excusedUnknown = unknownDues.filter(({ isExtenuated }) => isExtenuated).length;
  const share = {
    done: due.length - open.length,
    missed: missed.length,
    unknown: unknownDues.length - excusedUnknown,
    excusedUnknown,
  };
  const bounds = areDuesKnown(situation) ? boundsOf(share) : ANYTHING;
  if (bounds === null) return null;
  const aside: readonly SetAside[] = [
    { why: 'extenuating', count: knownDues.length - missed.length },
    { why: 'excepted', count: own.filter(({ dueAt }) => exceptedDays.has(dueAt.day)).length },
  ];
  return {
    ...bounds,
    missed: missedInOrder(missed.map((it) => missedSubmission(it, on))),
    openEvents: [],
    unknownDays,
    unmeasuredDays: [],
    setAside: setAsideInOrder(aside),
  };
}

function isDone({ submitted, dueAt }: Assessment, { isOnTimeAsked }: RateIndicator, { situation }: Scope): boolean {
  if (submitted === null || submitted.day > situation.on) return false;
  return !isOnTimeAsked || !isLate(submitted, dueAt);
}

function missedSubmission({ assessmentId, module, dueAt, submitted }: Assessment, on: number): Missed {
  const isLate = submitted !== null && submitted.day <= on;
  return { kind: isLate ? 'late-submission' : 'submission', name: assessmentId, module, on: dueAt.day, count: 1 };
}
