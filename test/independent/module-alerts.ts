// Students of other schools who are below a school's minimum in one of its modules: it tells their home schools (6.3).
import { sectionOn } from './away.js';
import type { Exports } from './exports.js';
import { stateReason } from './enrolled.js';
import { judgeEach, type Judged } from './indicators.js';
import { isHeld } from './letters.js';
import type { Indicator, Plan } from './plan.js';
import type { StudentRecord } from './records.js';
import { isAuthorised, isMonitored, situationOf, type Situation, type Window } from './situation.js';

export interface ModuleAlert {
  readonly situation: Situation;
  readonly indicator: Indicator;
  readonly judged: Judged;
  readonly isHeld: boolean;
}

/** In the order of the students, then of the modules. Of all students of the institution, whichever plan they are of. */
export function moduleAlertsAt(exports: Exports, plan: Plan, window: Window): ModuleAlert[] {
  const { moduleAlerts: indicator, students } = plan;
  if (indicator === null) return [];
  const others = exports.students.filter(({ school }) => !students.schools.includes(school));
  return others.flatMap((student) => {
    const situation = situationOf(exports, onCampus(plan), student, window);
    if (!isJudged(situation)) return [];
    const owned = modulesOwned(exports, plan, student);
    return judgeEach(situation, indicator)
      .filter(({ module, result }) => result === 'not-met' && owned.has(module))
      .map((judged) => ({ situation, indicator, judged, isHeld: isHeld(situation) }));
  });
}

/** What students do on placement or abroad is not for a module to see. */
function onCampus(plan: Plan): Plan {
  return { ...plan, groups: plan.groups.filter(({ when }) => when.circumstance === undefined) };
}

/** Neither their state nor too few days keep the student from being judged. */
function isJudged(situation: Situation): boolean {
  const { plan, student, circumstances, window, judged, section } = situation;
  const hasSection = sectionOn(plan, student, circumstances, window.to) !== null;
  if (stateReason(student, circumstances, window.to, hasSection, section.isTransnational) !== '') return false;
  const days = judged.filter((day) => isMonitored(situation, day) && !isAuthorised(situation, day));
  return days.length >= plan.graceDays;
}

function modulesOwned({ enrolments }: Exports, { students }: Plan, { id }: StudentRecord): Set<string | null> {
  const owned = (enrolments?.get(id) ?? []).filter(({ school }) => students.schools.includes(school));
  return new Set(owned.map(({ module }) => module));
}
