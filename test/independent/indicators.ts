// Measures each indicator of a student's rule in its worst and best case, in each module where it says so.
import { amountOf } from './amounts.js';
import { countSince } from './clock.js';
import { actsOf, possibleActsOf, sessionsOf } from './engagement.js';
import { expectedOf, isBeyondTimetable, isLookedAt, type ExpectedInModule } from './expected.js';
import { limitOf } from './limit.js';
import {
  atLeast,
  atMost,
  reaches,
  shareDone,
  whole,
  WIDE_OPEN,
  type Measure,
  type Measured,
  type Result,
} from './measured.js';
import type { Fraction, Indicator } from './plan.js';
import { isKnown, isMonitored, isOnAnyModule, modulesOn, type Situation } from './situation.js';
import type { Act } from './uses.js';

export interface IndicatorVerdict {
  readonly id: string;
  readonly result: Result;
  /** The worst case; null where the indicator is not applicable. */
  readonly measure: Fraction | null;
  readonly bestCase: Fraction | 'unlimited' | null;
  /** For recency: the maximum. */
  readonly minimum: Fraction | null;
}

export function judge(situation: Situation, indicator: Indicator): IndicatorVerdict {
  const limit = limitOf(situation, indicator);
  const isAsked = indicator.at === null || (!situation.window.isAdHoc && indicator.at.includes(situation.window.id));
  const judged =
    isAsked && limit !== null
      ? measuresOf(situation, indicator).map((measure) => against(indicator, measure, limit))
      : [];
  const [shown] = judged.sort(isShownBefore(indicator));
  const { id } = indicator;
  if (shown === undefined) return { id, result: 'not-applicable', measure: null, bestCase: null, minimum: null };
  const { result, measured } = shown;
  return { id, result, measure: measured.worst, bestCase: measured.best, minimum: limit };
}

interface Judged {
  readonly result: Result;
  readonly measured: Measured;
}

function against({ measure }: Indicator, measured: Measured, limit: Fraction): Judged {
  return { measured, result: measure === 'recency' ? atMost(measured, limit) : atLeast(measured, limit) };
}

const WORST_FIRST: readonly Result[] = ['not-met', 'unknown', 'met'];

/** The worst result, and of equal results the worst case. Modules come in the order of their codes, and sorting keeps it. */
function isShownBefore({ measure }: Indicator): (one: Judged, other: Judged) => number {
  return (one, other) => {
    if (one.result !== other.result) return WORST_FIRST.indexOf(one.result) - WORST_FIRST.indexOf(other.result);
    const [worst, best] = [one.measured.worst, other.measured.worst];
    if (reaches(worst, best) && reaches(best, worst)) return 0;
    return reaches(worst, best) === (measure === 'recency') ? -1 : 1;
  };
}

/** One for the programme, or one for each module; none where the indicator is not applicable. */
function measuresOf(situation: Situation, indicator: Indicator): Measured[] {
  const modules = indicator.isEachModule ? modulesOf(situation, indicator) : [null];
  return modules
    .filter((module) => isApplicable(situation, indicator, module))
    .map((module) => measureOf(situation, indicator, module))
    .filter((measure) => measure !== null);
}

function measureOf(situation: Situation, indicator: Indicator, module: string | null): Measure {
  if (indicator.measure === 'recency') return recencyOf(situation, indicator, module);
  if (indicator.measure !== 'rate') return amountOf(situation, indicator, module);
  if (isWideOpen(situation, indicator)) return WIDE_OPEN;
  return shareDone(expectedIn(situation, indicator, module));
}

function expectedIn(situation: Situation, indicator: Indicator, module: string | null): ExpectedInModule[] {
  return expectedOf(situation, indicator).filter((one) => module === null || one.module === module);
}

/** Something in the student's window could be done, or may have been there to do. */
function isApplicable(situation: Situation, indicator: Indicator, module: string | null): boolean {
  switch (indicator.feed) {
    case 'attendance':
    case 'submissions':
      return isWideOpen(situation, indicator) || expectedIn(situation, indicator, module).length > 0;
    case 'vle':
    case 'lecture_capture':
      return situation.own.some((day) => isOnAnyModule(situation, day));
    case 'meetings':
    case 'activities':
      return true;
  }
}

/** Nobody knows what was expected. */
function isWideOpen(situation: Situation, indicator: Indicator): boolean {
  const { exports, own } = situation;
  switch (indicator.feed) {
    case 'attendance':
      return own.some((day) => isLookedAt(situation, indicator, day) && isBeyondTimetable(situation, day));
    case 'submissions':
      return exports.dues === null;
    case 'meetings':
      return !exports.meetings.hasTable;
    case 'vle':
    case 'lecture_capture':
    case 'activities':
      return false;
  }
}

/** Of rates, those in which something was expected; else the student's own. */
function modulesOf(situation: Situation, indicator: Indicator): (string | null)[] {
  const found =
    indicator.measure === 'rate'
      ? expectedOf(situation, indicator).map(({ module }) => module)
      : modulesOfStudent(situation);
  const distinct = [...new Set(found)].sort();
  return distinct.length === 0 && indicator.measure === 'rate' && isWideOpen(situation, indicator) ? [null] : distinct;
}

/** By enrolment; without that table, those with any mark or act of the student up to the checkpoint. */
function modulesOfStudent(situation: Situation): string[] {
  const { exports, own } = situation;
  if (exports.enrolments !== null) return own.flatMap((day) => modulesOn(situation, day));
  const marks = sessionsOf(situation, 'attendance').filter(({ standing }) => standing !== 'open');
  const acts = [
    ...marks,
    ...actsOf(situation, 'vle'),
    ...actsOf(situation, 'lecture_capture'),
    ...actsOf(situation, 'submissions'),
  ];
  return acts.map(({ module }) => module).filter((module) => module !== '');
}

/** Looking back before the window too; authorised absence does not pause it. */
function recencyOf(situation: Situation, indicator: Indicator, module: string | null): Measured {
  const isMine = (act: Act): boolean =>
    (indicator.only?.includes(act.type) ?? true) && (module === null || act.module === module);
  const daysIn = (acts: readonly Act[]) => acts.filter(isMine).map(({ day }) => day);
  const open = new Set(daysIn(possibleActsOf(situation, indicator.feed)));
  const { longest, shortest } = countSince(
    situation,
    daysIn(actsOf(situation, indicator.feed)),
    (day) => open.has(day) || !isKnown(situation, indicator.feed, day),
    (day) => isMonitored(situation, day),
  );
  return { worst: whole(longest.length), best: whole(shortest.length) };
}
