// Students of other schools who fall short in this school's modules (6.3): their home school is told, nobody is classified.
import type { Period } from '../calendar/period.js';
import type { Circumstance } from '../engagement/circumstance.js';
import type { Measured } from '../engagement/outcome.js';
import type { Student } from '../engagement/student.js';
import type { Indicator, Plan } from '../plan/plan.js';
import { measure } from './measures/measure.js';
import type { Subject } from './presence.js';
import { situationsOf, type Situation, type Stage } from './situation.js';
import { stateReason } from './state.js';

/** A student certainly below the school's minimum in one of its modules. */
export interface ModuleAlert {
  readonly student: Student;
  readonly circumstances: readonly Circumstance[];
  readonly indicator: Indicator;
  readonly module: string;
  readonly studentWindow: Period;
  readonly measured: Measured;
}

/**
 * Of all students of the institution; in their order, then by module.
 * @clause 6.3
 */
export function moduleAlerts(stage: Stage, subjects: readonly Subject[]): readonly ModuleAlert[] {
  const { moduleAlerts: indicator } = stage.plan;
  if (indicator === null) return [];
  const campus = onCampus(stage);
  return subjects.flatMap((subject) => alertsOf(indicator, campus, subject));
}

function alertsOf(indicator: Indicator, stage: Stage, subject: Subject): readonly ModuleAlert[] {
  const { student, circumstances } = subject;
  const owned = modulesOwned(stage.plan, subject);
  const [situation] = owned.size === 0 ? [] : situationsOf([stage], subject);
  const studentWindow = situation === undefined ? null : assessedWindow(situation);
  if (situation === undefined || studentWindow === null) return [];
  const { modules = [] } = measure(indicator, situation);
  return modules
    .filter(({ module, result }) => owned.has(module) && result === 'not-met')
    .map(({ module, measured }) => ({ student, circumstances, indicator, module, studentWindow, measured }));
}

/** A module sees its students on campus: what they do on placement or abroad (9.4) is for their home school. */
function onCampus(stage: Stage): Stage {
  const { plan } = stage;
  return { ...stage, plan: { ...plan, groups: plan.groups.filter(({ when }) => when.circumstances === undefined) } };
}

/** The school's modules on which a student of another school is enrolled. */
function modulesOwned({ students: { schools } }: Plan, { student, enrolments }: Subject): ReadonlySet<string> {
  const isOthers = !schools.includes(student.school);
  const owned = (enrolments ?? []).filter(({ moduleSchool }) => isOthers && schools.includes(moduleSchool));
  return new Set(owned.map(({ moduleCode }) => moduleCode));
}

/** Null for students who would not be assessed: by their state, or for want of days on campus. */
function assessedWindow(situation: Situation): Period | null {
  const { plan, presentDays, sectionMonitoredDays, sectionAuthorisedDays } = situation;
  const [from, to] = [presentDays[0], presentDays.at(-1)];
  if (from === undefined || to === undefined || stateReason(situation) !== null) return null;
  return sectionMonitoredDays - sectionAuthorisedDays < plan.graceDays ? null : { from, to };
}
