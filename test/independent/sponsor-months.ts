// The calendar months of sponsored students below degree level (9.1): attendance in bounds, the process and the ground.
import { daysOf, isoDay, isWithin, type DayNumber } from './days.js';
import { sessionsOf } from './engagement.js';
import { isStudying } from './enrolled.js';
import { isBeyondTimetable } from './expected.js';
import { reaches, shareDone, WIDE_OPEN, type Expected, type Measure } from './measured.js';
import type { Fraction } from './plan.js';
import type { Session } from './sessions.js';
import { isAuthorised, isMonitored, isOnModule, isRemoteAccepted, type Situation } from './situation.js';
import { isDisrupted, teachingWeeks } from './year.js';

/** `perhaps`: below the limit or not, depending on what is open. */
export type Below = 'yes' | 'perhaps' | 'no' | 'nothing expected';

export interface Month {
  /** `2026-10`. */
  readonly name: string;
  readonly isOver: boolean;
  readonly isSinceCheckpoint: boolean;
  readonly isInPart: boolean;
  readonly teachingWeeks: number;
  readonly minutes: Measure;
  readonly sessions: Measure;
  readonly below85: Below;
  readonly below70: Below;
  readonly otherMinutes: Measure;
  readonly isOtherwiseDecided: boolean;
  readonly isWideOpen: boolean;
  readonly openEvents: readonly string[];
}

export interface Ruling {
  readonly is: 'certain' | 'perhaps' | 'not';
  readonly openEvents: readonly string[];
}

export function monthsOf(situation: Situation, since: DayNumber): Month[] {
  const { plan, window } = situation;
  const names = daysOf({ from: plan.teachingStartsOn, to: window.to }).map((day) => isoDay(day).slice(0, 7));
  return [...new Set(names)].map((name) => monthOf(situation, name, since));
}

function monthOf(situation: Situation, name: string, since: DayNumber): Month {
  const { plan, window, level, student, circumstances } = situation;
  const all = daysOfMonth(name);
  const last = all.at(-1) ?? 0;
  const isTheirs = (day: DayNumber): boolean =>
    isStudying(student, circumstances, day) && isWithin(day, student.visa) && day >= plan.teachingStartsOn;
  const past = all.filter((day) => day <= window.to);
  const own = past.filter((day) => isTheirs(day) && isMonitored(situation, day));
  const isCounted = plan.sponsored.isAuthorisedCounted;
  const minutes = measure(situation, own, true, isCounted);
  const otherMinutes = measure(situation, own, true, !isCounted);
  return {
    name,
    isOver: last <= window.to,
    isSinceCheckpoint: last <= window.to && last > since,
    isInPart: !past.every(isTheirs),
    teachingWeeks: teachingWeeks(plan, level, own).length,
    minutes,
    sessions: measure(situation, own, false, isCounted),
    below85: below(minutes, 85),
    below70: below(minutes, 70),
    otherMinutes,
    isOtherwiseDecided: [85, 70].some((limit) => below(minutes, limit) !== below(otherMinutes, limit)),
    isWideOpen: own.some((day) => isBeyondTimetable(situation, day)),
    openEvents: classes(situation, own)
      .filter(({ standing }) => standing === 'open')
      .map(({ event }) => event),
  };
}

function daysOfMonth(name: string): DayNumber[] {
  const first = Date.parse(`${name}-01`) / 86_400_000;
  return daysOf({ from: first, to: first + 30 }).filter((day) => isoDay(day).startsWith(name));
}

/** What was expected of classroom study on the days. */
function classes(situation: Situation, days: readonly DayNumber[]): Session[] {
  const { classroom } = situation.plan.sponsored;
  return sessionsOf(situation, 'attendance')
    .filter(({ day }) => days.includes(day))
    .filter(({ type }) => classroom?.includes(type) ?? true)
    .filter(({ module, day }) => isOnModule(situation, module, day));
}

function measure(
  situation: Situation,
  days: readonly DayNumber[],
  isByMinutes: boolean,
  isAuthorisedCounted: boolean,
): Measure {
  if (days.some((day) => isBeyondTimetable(situation, day))) return WIDE_OPEN;
  const all = classes(situation, days).map((session): Expected => {
    const isAway = session.standing === 'authorised' || isAuthorised(situation, session.day);
    const isThere = session.standing === 'done' || isThereOnline(situation, session);
    return {
      weight: isByMinutes ? (session.minutes ?? situation.plan.eventMinutes) : 1,
      isDone: session.standing === 'open' ? 'open' : isThere,
      isExcused: isDisrupted(situation.plan, session.day) || (isAway && !isAuthorisedCounted),
    };
  });
  return shareDone(all.filter(({ isDone, isExcused }) => isDone !== false || !isExcused));
}

function isThereOnline(situation: Situation, { standing, day }: Session): boolean {
  return standing === 'remote' && isRemoteAccepted(situation, day);
}

function below(measured: Measure, percent: number): Below {
  if (measured === null) return 'nothing expected';
  const limit: Fraction = { top: percent, bottom: 100 };
  const { worst, best } = measured;
  if (best !== 'unlimited' && !reaches(best, limit)) return 'yes';
  return reaches(worst, limit) ? 'no' : 'perhaps';
}

export function processOfMonths(months: readonly Month[]): Ruling {
  const ended = months.filter(({ isSinceCheckpoint }) => isSinceCheckpoint);
  if (ended.some(({ below85 }) => below85 === 'yes')) return { is: 'certain', openEvents: [] };
  const open = ended.filter(({ below85 }) => below85 === 'perhaps');
  return { is: open.length > 0 ? 'perhaps' : 'not', openEvents: open.flatMap(({ openEvents }) => openEvents) };
}

/** Tried up to so many open months, each one low, not low, or without anything that was expected. */
const TRIED = 5;

/** By trying what each open month may turn out to be; of many, that all are low, and that none is. */
export function groundOfMonths(months: readonly Month[]): Ruling {
  const over = months.filter(({ isOver, isInPart, teachingWeeks: weeks, below70 }) => {
    return isOver && below70 !== 'nothing expected' && (!isInPart || weeks >= 2);
  });
  const open = over.filter(({ below70 }) => below70 === 'perhaps');
  const ways = open.length <= TRIED ? waysOf(open.length) : [open.map(() => 'low'), open.map(() => 'high')];
  const found = ways.map((way) => {
    const turnsOut = (month: Month): string => way[open.indexOf(month)] ?? (month.below70 === 'yes' ? 'low' : 'high');
    return dueRuns(
      over.filter((month) => turnsOut(month) !== 'none').map((month) => ({ month, isLow: turnsOut(month) === 'low' })),
    );
  });
  if (found.every((runs) => runs.length > 0)) return { is: 'certain', openEvents: [] };
  const lowest = dueRuns(over.map((month) => ({ month, isLow: month.below70 !== 'no' })));
  const concerned = new Set(lowest.flat().filter((month) => open.includes(month)));
  return {
    is: found.some((runs) => runs.length > 0) ? 'perhaps' : 'not',
    openEvents: [...concerned].flatMap(({ openEvents }) => openEvents),
  };
}

function waysOf(count: number): string[][] {
  if (count === 0) return [[]];
  return waysOf(count - 1).flatMap((way) => ['low', 'high', 'none'].map((one) => [...way, one]));
}

/** Each three low months in a row, of which the last is since the checkpoint before or the last of all. */
function dueRuns(months: readonly { readonly month: Month; readonly isLow: boolean }[]): Month[][] {
  const runs: Month[][] = [];
  months.forEach((third, index) => {
    const [first, second] = [months[index - 2], months[index - 1]];
    if (first === undefined || second === undefined) return;
    const isDue = third.month.isSinceCheckpoint || index === months.length - 1;
    if (first.isLow && second.isLow && third.isLow && isDue) runs.push([first.month, second.month, third.month]);
  });
  return runs;
}
