// Whether a student could do anything that an indicator asks, surely or perhaps, and in which modules.
import { actsOf, sessionsOf } from './engagement.js';
import { expectedOf, isBeyondTimetable, isLookedAt, type ExpectedInModule } from './expected.js';
import type { Indicator } from './plan.js';
import { isKnown, isOnAnyModule, modulesOn, type Situation } from './situation.js';

/** `possible`: all that there was to do is itself not known. */
export type Opportunity = 'sure' | 'possible' | 'none';

export function opportunityOf(situation: Situation, indicator: Indicator, module: string | null): Opportunity {
  const days = situation.own.filter((day) => isLookedAt(situation, indicator, day));
  switch (indicator.feed) {
    case 'attendance': {
      const expected = expectedIn(situation, indicator, module);
      if (expected.some(({ isDone }) => isDone !== 'open')) return 'sure';
      return isWideOpen(situation, indicator) || expected.length > 0 ? 'possible' : 'none';
    }
    case 'submissions':
      if (isWideOpen(situation, indicator)) return 'possible';
      return expectedIn(situation, indicator, module).length > 0 ? 'sure' : 'none';
    case 'vle':
    case 'lecture_capture':
      return days.some((day) => isOnAnyModule(situation, day)) ? 'sure' : 'none';
    case 'meetings':
    case 'activities':
      return days.length > 0 ? 'sure' : 'none';
  }
}

export function expectedIn(situation: Situation, indicator: Indicator, module: string | null): ExpectedInModule[] {
  return expectedOf(situation, indicator).filter((one) => module === null || one.module === module);
}

/** Nobody knows what was expected. */
export function isWideOpen(situation: Situation, indicator: Indicator): boolean {
  const { exports, own } = situation;
  switch (indicator.feed) {
    case 'attendance':
      return own.some((day) => isLookedAt(situation, indicator, day) && isBeyondTimetable(situation, day));
    case 'submissions':
      return exports.dues === null;
    case 'meetings':
      return own.some((day) => isLookedAt(situation, indicator, day) && !isKnown(situation, 'meetings', day));
    case 'vle':
    case 'lecture_capture':
    case 'activities':
      return false;
  }
}

/** In the order of their codes; null, all modules as one, where none is known. */
export function modulesOf(situation: Situation, indicator: Indicator): (string | null)[] {
  const isRate = indicator.measure === 'rate';
  const found = isRate ? expectedOf(situation, indicator).map(({ module }) => module) : modulesOfStudent(situation);
  const distinct = [...new Set(found)].sort();
  return distinct.length === 0 ? [null] : distinct;
}

/** By enrolment; without that table, those with any mark or act of the student up to the checkpoint. */
function modulesOfStudent(situation: Situation): string[] {
  const { exports, judged } = situation;
  if (exports.enrolments !== null) return judged.flatMap((day) => modulesOn(situation, day));
  const acts = [
    ...sessionsOf(situation, 'attendance').filter(({ standing }) => standing !== 'open'),
    ...actsOf(situation, 'vle'),
    ...actsOf(situation, 'lecture_capture'),
    ...actsOf(situation, 'submissions'),
  ];
  return acts.map(({ module }) => module).filter((module) => module !== '');
}
