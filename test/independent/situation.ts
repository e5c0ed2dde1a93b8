// One student at one checkpoint: their days, and which of them are monitored or known.
import { judgingOf, type Judging } from './away.js';
import { coverageAt, type Coverage } from './coverage.js';
import { daysOf, isWithin, type DayNumber, type Period } from './days.js';
import { daysBeforeReturn, firstDay, isInForce, isStudying } from './enrolled.js';
import type { Exports, Feed } from './exports.js';
import type { Plan } from './plan.js';
import type { Circumstance, StudentRecord } from './records.js';
import { isDisrupted, isVacation, levelOf, type Level } from './year.js';

export interface Window extends Period {
  readonly id: string;
  readonly isAdHoc: boolean;
}

export interface Situation extends Judging {
  readonly exports: Exports;
  readonly plan: Plan;
  readonly student: StudentRecord;
  readonly circumstances: readonly Circumstance[];
  readonly window: Window;
  readonly level: Level;
  /** The student's window. */
  readonly own: readonly DayNumber[];
  readonly coverage: Coverage;
}

export function situationOf(exports: Exports, plan: Plan, student: StudentRecord, window: Window): Situation {
  const circumstances = exports.circumstances.get(student.id) ?? [];
  const level = levelOf(plan, student);
  const own = daysOf(window).filter((day) => isStudying(student, circumstances, day));
  return {
    ...judgingOf(plan, student, circumstances, own, (day) => !isVacation(plan, level, day)),
    exports,
    plan,
    student,
    circumstances,
    window,
    level,
    own,
    coverage: coverageAt(exports, window.to, plan.toleranceDays),
  };
}

export function isMonitored(situation: Situation, day: DayNumber): boolean {
  const { plan, student, circumstances, level } = situation;
  return isStudying(student, circumstances, day) && !isVacation(plan, level, day);
}

export function isAuthorised({ circumstances }: Situation, day: DayNumber): boolean {
  return isInForce(circumstances, ['authorised-absence'], day);
}

/** Nobody is held to have missed an event on such a day. */
export function isExcused(situation: Situation, day: DayNumber): boolean {
  return isAuthorised(situation, day) || isDisrupted(situation.plan, day);
}

/** Attending an in-person event online counts as attending it. */
export function isRemoteAccepted({ plan, circumstances }: Situation, day: DayNumber): boolean {
  return isDisrupted(plan, day) || isInForce(circumstances, ['remote-approved'], day);
}

export function isKnown({ coverage }: Situation, feed: Feed, day: DayNumber): boolean {
  const period = coverage.get(feed) ?? null;
  return period !== null && isWithin(day, period);
}

export function isListed({ plan }: Situation, feed: Feed): boolean {
  return plan.feeds.has(feed);
}

/** No clock and no recency looks back beyond it. */
export function earliestDayZero({ plan, student, circumstances, window }: Situation): DayNumber {
  const returns = daysBeforeReturn(student, circumstances, window.to);
  return Math.max(firstDay(student) - 1, plan.teachingStartsOn - 1, ...returns);
}

/** Without a table of enrolments everyone is on every module; an event without a module is everyone's. */
export function isOnModule(situation: Situation, module: string, day: DayNumber): boolean {
  return module === '' || situation.exports.enrolments === null || modulesOn(situation, day).includes(module);
}

export function isOnAnyModule(situation: Situation, day: DayNumber): boolean {
  return situation.exports.enrolments === null || modulesOn(situation, day).length > 0;
}

export function modulesOn({ exports, student }: Situation, day: DayNumber): string[] {
  return (exports.enrolments?.get(student.id) ?? [])
    .filter(({ from, to }) => (from === null || from <= day) && (to === null || day <= to))
    .map(({ module }) => module);
}
