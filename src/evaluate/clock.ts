// How long a student has been without evidence (9.2, 10.6; 9.5 pauses it in vacations).
import { addDays, type Day } from '../calendar/day.js';
import type { Certainty, Clock, ClockStart, Missing } from '../engagement/outcome.js';
import { latestMissing } from './coverage.js';
import type { Situation } from './situation.js';
import { reachedOn, type CountedDays } from './counted-days.js';
import { dayRulesOf, type DayRules } from './monitored.js';
import { asSeenOn, returnUpTo, startOf } from './presence.js';
import { isListedFeed } from './feeds.js';

/** Clauses 9.2 and 10.6: 60 monitored days without evidence are a ground, 59 are not. */
const DAYS_WITHOUT_EVIDENCE = 60;

/** Whether the limit is reached: at the shortest, only at the longest, or not. */
export function limitReached({ longestMonitoredDays, shortestMonitoredDays }: Clock): Certainty {
  if (longestMonitoredDays < DAYS_WITHOUT_EVIDENCE) return 'none';
  return shortestMonitoredDays >= DAYS_WITHOUT_EVIDENCE ? 'certain' : 'withheld';
}

/** The last day, up to the checkpoint date, with evidence of a listed feed. */
export function lastEvidenceOn({ evidence, plan }: Situation): Day | null {
  return evidence.findLast(({ feed }) => isListedFeed(plan, feed))?.day ?? null;
}

/** What tells one clock from another. */
export interface ClockRule {
  /** What starts it, beside what starts every clock: the days before. */
  readonly startsAlso: readonly (readonly [Day, ClockStart])[];
  /** The days that it counts, up to the checkpoint date. */
  readonly counted: CountedDays;
  /** Whether it counts a day, one to come too. */
  readonly counts: (rules: DayRules) => (day: Day) => boolean;
}

/**
 * The clock of 10.6.
 * @clause 10.6
 */
export function clockOf(situation: Situation): Clock {
  const counts = ({ isClockDay }: DayRules): ((day: Day) => boolean) => isClockDay;
  return clockBy({ startsAlso: [], counted: situation.clockDays, counts }, situation);
}

/** A clock at the checkpoint date: the days that it counts after day 0, from known evidence and at the shortest. */
export function clockBy(rule: ClockRule, situation: Situation): Clock {
  const { on } = situation;
  const { day0, because } = dayZero(rule, situation);
  const latest = latestMissing(perhapsEvidence(situation)) ?? day0;
  const mayStartAfter = latest > day0 ? latest : day0;
  const since = (day: Day): number => rule.counted.countIn({ from: addDays(day, 1), to: on });
  return {
    startsAfter: day0,
    startsBecause: because,
    calendarDays: on - day0,
    longestMonitoredDays: since(day0),
    mayStartAfter,
    shortestMonitoredDays: since(mayStartAfter),
    reachesLimitOn: reachedOn(day0, DAYS_WITHOUT_EVIDENCE, rule.counts(foreseenRules(situation))),
  };
}

/** What kind of day each day is, future ones too, as far as can be seen on the checkpoint date. */
function foreseenRules({ plan, level, on, student, circumstances }: Situation): DayRules {
  return dayRulesOf(plan, asSeenOn({ student, circumstances }, on), level);
}

/** The latest of the events that start the clock; among equals, evidence first. */
function dayZero({ startsAlso }: ClockRule, situation: Situation): { day0: Day; because: ClockStart } {
  const { student, year, on } = situation;
  const returnsOn = returnUpTo(on, situation);
  const lastOn = lastEvidenceOn(situation);
  const starts: (readonly [Day, ClockStart])[] = [
    ...(lastOn === null ? [] : [[lastOn, 'evidence'] as const]),
    [addDays(startOf(student), -1), 'student-start'],
    [addDays(year.from, -1), 'teaching-start'],
    ...(returnsOn === null ? [] : [[addDays(returnsOn, -1), 'return'] as const]),
    ...startsAlso,
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
