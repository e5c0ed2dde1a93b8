// The no-evidence clock of 10.6, and when it is a ground.
import { countSince, type Counted } from './clock.js';
import { isoDay, type DayNumber } from './days.js';
import { duesOf, evidenceDays, sessionsOf } from './engagement.js';
import { isStudying } from './enrolled.js';
import { isBeyondTimetable, isExtenuated } from './expected.js';
import { isAuthorised, isExcused, isKnown, isListed, isOnAnyModule, isOnModule, type Situation } from './situation.js';
import { isVacation } from './year.js';

const LIMIT = 60;
/** Further than any vacation reaches. */
const FORESEEN_DAYS = 1000;

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

/** Evidence in a feed that the plan does not list makes its day doubtful. */
export function countWithoutEvidence(situation: Situation): Counted {
  const { confirmed, unconfirmed, isDoubtful } = evidenceDays(situation);
  return countSince(
    situation,
    confirmed,
    (day) => isDoubtful(day) || unconfirmed.has(day),
    (day) => isStudying(situation.student, situation.circumstances, day) && !isPaused(situation, day),
  );
}

function isPaused(situation: Situation, day: DayNumber): boolean {
  const { plan, level } = situation;
  return (
    (plan.clock.isPausedByVacation && isVacation(plan, level, day)) ||
    (plan.clock.isPausedByAuthorisedAbsence && isAuthorised(situation, day))
  );
}

export function clockVerdict(situation: Situation, { dayZero, longest, shortest }: Counted): ClockVerdict {
  return {
    calendarDays: situation.window.to - dayZero,
    longest: longest.length,
    shortest: shortest.length,
    reachesSixtyOn: sixtiethDay(situation, longest, isPaused),
  };
}

/** The days after the checkpoint are counted as they are seen on it: no status or circumstance that is still to begin. */
export function sixtiethDay(
  situation: Situation,
  longest: readonly DayNumber[],
  isLeftOut: (situation: Situation, day: DayNumber) => boolean,
): string {
  const { student, window } = situation;
  const circumstances = situation.circumstances.filter(({ from }) => from <= window.to);
  const asSeen = { ...situation, circumstances };
  const reached = longest[LIMIT - 1];
  if (reached !== undefined) return isoDay(reached);
  const asNow = { ...student, status: 'enrolled', statusFrom: null };
  let counted = longest.length;
  for (let day = window.to + 1; day <= window.to + FORESEEN_DAYS; day += 1) {
    if (isStudying(asNow, circumstances, day) && !isLeftOut(asSeen, day)) counted += 1;
    if (counted === LIMIT) return isoDay(day);
  }
  return '';
}

export function daysGround({ longest, shortest }: Counted): Grounds {
  return groundIf(shortest.length >= LIMIT, longest.length >= LIMIT);
}

/** For students not assessed, the ground needs something that they could have done within the counted days. */
export function daysGroundByOpportunity(situation: Situation, { longest, shortest }: Counted): Grounds {
  const isCertain = shortest.length >= LIMIT && shortest.some((day) => hasOpportunity(situation, day));
  const isPossible = longest.some((day) => hasOpportunity(situation, day) || mayHaveOpportunity(situation, day));
  return groundIf(isCertain, longest.length >= LIMIT && isPossible);
}

function hasOpportunity(situation: Situation, day: DayNumber): boolean {
  if (isListed(situation, 'meetings') || isListed(situation, 'activities')) return true;
  const isOfModules = isListed(situation, 'vle') || isListed(situation, 'lecture_capture');
  if (isOfModules && isOnAnyModule(situation, day)) return true;
  if (isListed(situation, 'submissions') && submissionsOn(situation, day).length > 0) return true;
  return isListed(situation, 'attendance') && eventsOn(situation, day).some(({ standing }) => standing === 'missed');
}

function mayHaveOpportunity(situation: Situation, day: DayNumber): boolean {
  if (isListed(situation, 'submissions') && mayHaveSubmitted(situation, day)) return true;
  if (!isListed(situation, 'attendance')) return false;
  return isBeyondTimetable(situation, day) || eventsOn(situation, day).some(({ standing }) => standing === 'open');
}

/** Something due that nobody knows whether it was made: then it was something to do, whatever excuses its absence. */
function mayHaveSubmitted(situation: Situation, day: DayNumber): boolean {
  if (situation.exports.dues === null) return true;
  return !isKnown(situation, 'submissions', day) && duesOf(situation).some(({ due }) => due.day === day);
}

/** Those that were due, and those made of the others. */
function submissionsOn(situation: Situation, day: DayNumber) {
  return duesOf(situation).filter(({ assessment, due, submitted }) => {
    const isMade = submitted !== null && submitted.day <= situation.window.to;
    return due.day === day && (isMade || !isExtenuated(situation, assessment));
  });
}

/** Those that were expected. */
function eventsOn(situation: Situation, day: DayNumber) {
  if (isExcused(situation, day)) return [];
  return sessionsOf(situation, 'attendance').filter(
    (session) => session.day === day && isOnModule(situation, session.module, day),
  );
}

function groundIf(isCertain: boolean, isPossible: boolean): Grounds {
  return { grounds: isCertain ? ['10.6-days'] : [], groundsWithheld: isPossible && !isCertain ? ['10.6-days'] : [] };
}
