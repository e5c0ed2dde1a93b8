// How long a student has been without evidence (10.6; 9.5 pauses it in vacations).
import { addDays, type Day } from '../calendar/day.js';
import type { Clock, ClockStart, Missing } from '../engagement/outcome.js';
import { latestMissing } from './coverage.js';
import type { Situation } from './situation.js';
import { reachedOn } from './counted-days.js';
import { dayRulesOf } from './monitored.js';
import { asSeenOn, returnUpTo, startOf } from './presence.js';
import { isListedFeed } from './feeds.js';

/** Clauses 9.2 and 10.6: 60 monitored days without evidence are a ground, 59 are not. */
export const DAYS_WITHOUT_EVIDENCE = 60;

/** The last day, up to the checkpoint date, with evidence of a listed feed. */
export function lastEvidenceOn({ evidence, plan }: Situation): Day | null {
  return evidence.findLast(({ feed }) => isListedFeed(plan, feed))?.day ?? null;
}

/** The clock at the checkpoint date: the monitored days after day 0, from known evidence and at the shortest. */
export function clockOf(situation: Situation): Clock {
  const { on, clockDays } = situation;
  const { day0, because } = dayZero(situation);
  const latest = latestMissing(perhapsEvidence(situation)) ?? day0;
  const mayStartAfter = latest > day0 ? latest : day0;
  const since = (day: Day): number => clockDays.countIn({ from: addDays(day, 1), to: on });
  return {
    startsAfter: day0,
    startsBecause: because,
    calendarDays: on - day0,
    longestMonitoredDays: since(day0),
    mayStartAfter,
    shortestMonitoredDays: since(mayStartAfter),
    reachesLimitOn: reachedOn(day0, DAYS_WITHOUT_EVIDENCE, foreseenClockDays(situation)),
  };
}

/** Which days the clock counts, future ones too, as far as can be seen on the checkpoint date. */
function foreseenClockDays({ plan, level, on, student, circumstances }: Situation): (day: Day) => boolean {
  return dayRulesOf(plan, asSeenOn({ student, circumstances }, on), level).isClockDay;
}

/** The latest of the events that start the clock; among equals, evidence first. */
function dayZero(situation: Situation): { day0: Day; because: ClockStart } {
  const { student, year, on } = situation;
  const returnsOn = returnUpTo(on, situation);
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
export function perhapsEvidence({ unknowns, evidence, year, plan }: Situation): readonly Missing[] {
  const unconfirmed = evidence
    .filter(({ feed, day }) => !isListedFeed(plan, feed) && day >= year.from)
    .map(({ feed, day }): Missing => {
      return { feed, why: 'unconfirmed-evidence', days: { from: day, to: day }, event: null };
    });
  return [...unknowns, ...unconfirmed];
}
