// How long a student has been without evidence (10.6; 9.5 pauses it in vacations).
import { addDays, type Day } from '../calendar/day.js';
import type { Clock, ClockStart, Missing } from '../engagement/outcome.js';
import { latestMissing } from './coverage.js';
import type { Situation } from './situation.js';
import { returnOf, startOf } from './student-days.js';

/** Clauses 9.2 and 10.6: 60 monitored days without evidence are a ground, 59 are not. */
export const DAYS_WITHOUT_EVIDENCE = 60;

/** The last day, up to the checkpoint date, with evidence of a listed feed. */
export function lastEvidenceOn({ evidence }: Situation): Day | null {
  return evidence.findLast(({ isListed }) => isListed)?.day ?? null;
}

/** The clock at the checkpoint date: the monitored days after day 0, from known evidence and at the shortest. */
export function clockOf(situation: Situation): Clock {
  const { on, monitored } = situation;
  const { day0, because } = dayZero(situation);
  const latest = latestMissing(perhapsEvidence(situation)) ?? day0;
  const mayStartAfter = latest > day0 ? latest : day0;
  const since = (day: Day): number => monitored.countIn({ from: addDays(day, 1), to: on });
  return {
    startsAfter: day0,
    startsBecause: because,
    calendarDays: on - day0,
    longestMonitoredDays: since(day0),
    mayStartAfter,
    shortestMonitoredDays: since(mayStartAfter),
    reachesLimitOn: monitored.reaches(day0, DAYS_WITHOUT_EVIDENCE, on),
  };
}

/** The latest of the events that start the clock; among equals, evidence first. */
function dayZero(situation: Situation): { day0: Day; because: ClockStart } {
  const { student, year } = situation;
  const returnsOn = returnOf(student);
  const lastOn = lastEvidenceOn(situation);
  const starts: [Day, ClockStart][] = [
    ...(lastOn === null ? [] : [[lastOn, 'evidence'] satisfies [Day, ClockStart]]),
    [addDays(startOf(student), -1), 'student-start'],
    [addDays(year.from, -1), 'teaching-start'],
    ...(returnsOn === null ? [] : [[addDays(returnsOn, -1), 'return'] satisfies [Day, ClockStart]]),
  ];
  const [day0, because] = starts.reduce((latest, start) => (start[0] > latest[0] ? start : latest));
  return { day0, because };
}

/** Everything that could hold evidence, or holds evidence that nobody confirmed (8.4). */
export function perhapsEvidence({ unknowns, evidence, year }: Situation): readonly Missing[] {
  const unconfirmed = evidence
    .filter(({ isListed, day }) => !isListed && day >= year.from)
    .map(({ feed, day }) => ({ feed, why: 'unconfirmed-evidence' as const, days: { from: day, to: day } }));
  return [...unknowns, ...unconfirmed];
}
