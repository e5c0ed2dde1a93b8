// Which modules an indicator is asked of that is asked of each (`scope: each_module`).
import { byCodeUnit } from '../../engagement/order.js';
import type { Indicator } from '../../plan/plan.js';
import { isEnrolledOn, isAsked } from '../opportunity.js';
import type { Situation } from '../situation.js';
import { actsOn, askedOf, openEventsIn, scopeOf, type Scope } from './scope.js';

/** In order; empty where nobody knows of any, and the indicator is then asked of all as one. */
export function modulesAsked(indicator: Indicator, situation: Situation): readonly string[] {
  const modules = modulesOf(indicator, scopeOf(indicator, situation, null));
  return [...new Set(modules)].sort(byCodeUnit);
}

function modulesOf(indicator: Indicator, scope: Scope): readonly string[] {
  if (indicator.measure !== 'rate') return enrolledModules(scope);
  return indicator.feed === 'submissions' ? dueModules(indicator, scope) : eventModules(indicator, scope);
}

function eventModules(indicator: Indicator, scope: Scope): readonly string[] {
  const { situation, days } = scope;
  const acts = actsOn(indicator, scope, situation.acts, days);
  const events = [
    ...acts.map(({ module, day }) => ({ module, day })),
    ...openEventsIn(indicator, scope).map(({ module, starts }) => ({ module, day: starts.day })),
  ];
  return events
    .filter(({ module, day }) => isEnrolledOn(situation.enrolments, module, day))
    .map(({ module }) => module);
}

function dueModules(indicator: Indicator, scope: Scope): readonly string[] {
  const { situation, days } = scope;
  const asked = askedOf(indicator, scope);
  return situation.assessments
    .filter((it) => days.has(it.dueAt.day) && isAsked(asked, { feed: 'submissions', ...it }))
    .map(({ module }) => module);
}

/** Without the table of enrolments: the modules in which the student has ever done something. */
function enrolledModules({ situation, days }: Scope): readonly string[] {
  const { enrolments, acts } = situation;
  if (enrolments === null) {
    return acts.map(({ module }) => module).filter((module) => module !== '');
  }
  const codes = [...new Set(enrolments.map(({ moduleCode }) => moduleCode))];
  return codes.filter((module) => [...days].some((day) => isEnrolledOn(enrolments, module, day)));
}
