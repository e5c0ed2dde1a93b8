// Counts monitored days since evidence, day by day, and says when they are a ground (10.6).
import { dayNumber, isoDay, type DayNumber } from './days.js';
import {
  duesOf,
  firstDay,
  isAllKnown,
  isMonitored,
  isOnAnyModule,
  isVacation,
  returnedOn,
  type Situation,
} from './situation.js';

const LIMIT = 60;

export interface Counted {
  readonly dayZero: DayNumber;
  /** The monitored days counted, by known evidence and by the latest day that could hold evidence. */
  readonly longest: readonly DayNumber[];
  readonly shortest: readonly DayNumber[];
}

/** The days since the last of these acts, never looking back beyond the student's start, a return or the start of teaching. */
export function countSince(
  situation: Situation,
  acts: Iterable<DayNumber>,
  isKnown: (day: DayNumber) => boolean,
): Counted {
  const { plan, student, window } = situation;
  const begins = Math.max(firstDay(student), dayNumber(plan.teachingStartsOn), returnedOn(student) ?? -Infinity);
  const dayZero = Math.max(begins - 1, ...acts);
  const longest: DayNumber[] = [];
  let shortest: DayNumber[] = [];
  for (let day = dayZero + 1; day <= window.to; day += 1) {
    const isCounted = isMonitored(situation, day);
    if (isCounted) longest.push(day);
    if (!isKnown(day)) shortest = [];
    else if (isCounted) shortest.push(day);
  }
  return { dayZero, longest, shortest };
}

export interface ClockVerdict {
  readonly calendarDays: number;
  readonly longest: number;
  readonly shortest: number;
  /** When the longest reaches sixty if nothing more is recorded; blank where the course ends before. */
  readonly reachesSixtyOn: string;
}

export interface Grounds {
  readonly grounds: readonly string[];
  readonly groundsWithheld: readonly string[];
}

export function countWithoutEvidence(situation: Situation): Counted {
  return countSince(situation, situation.evidence, (day) => isAllKnown(situation, day));
}

export function clockVerdict(situation: Situation, { dayZero, longest, shortest }: Counted): ClockVerdict {
  return {
    calendarDays: situation.window.to - dayZero,
    longest: longest.length,
    shortest: shortest.length,
    reachesSixtyOn: sixtiethDay(situation, longest),
  };
}

/** The days after the checkpoint are counted as if the student's status stayed as it is: a later status is not seen yet. */
function sixtiethDay({ plan, student, window }: Situation, longest: readonly DayNumber[]): string {
  const reached = longest[LIMIT - 1];
  if (reached !== undefined) return isoDay(reached);
  let counted = longest.length;
  for (let day = window.to + 1; student.endsOn === null || day <= student.endsOn; day += 1) {
    if (!isVacation(plan, day)) counted += 1;
    if (counted === LIMIT) return isoDay(day);
  }
  return '';
}

export function daysGround({ longest, shortest }: Counted): Grounds {
  return groundIf(shortest.length >= LIMIT, longest.length >= LIMIT);
}

/** For students not assessed, the ground needs something that they could have done within the counted days. */
export function daysGroundByOpportunity(situation: Situation, { longest, shortest }: Counted): Grounds {
  const isCertain = shortest.length >= LIMIT && hasOpportunity(situation, shortest);
  const isPossible = hasOpportunity(situation, longest) || situation.exports.dues === null;
  return groundIf(isCertain, longest.length >= LIMIT && isPossible);
}

function hasOpportunity(situation: Situation, days: readonly DayNumber[]): boolean {
  const counted = new Set(days);
  const dues = duesOf(situation.exports, situation.student);
  return days.some((day) => isOnAnyModule(situation, day)) || dues.some(({ dueOn }) => counted.has(dueOn));
}

function groundIf(isCertain: boolean, isPossible: boolean): Grounds {
  return { grounds: isCertain ? ['10.6-days'] : [], groundsWithheld: isPossible && !isCertain ? ['10.6-days'] : [] };
}
