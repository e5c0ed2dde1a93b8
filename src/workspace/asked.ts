// What --at means: a day or the id of a checkpoint, for each of the plans (8.2).
import { formatDay, parseDay, type Day } from '../calendar/day.js';
import { fault, type Fault } from '../diagnostics/catalogue.js';
import { EXIT, Refusal } from '../diagnostics/refusal.js';
import { expectsOnlyFrom, isAskedAt } from '../plan/expected.js';
import type { Plan } from '../plan/plan.js';

export interface Asked {
  readonly at: string;
  /** Whether a date that no plan declares will do. */
  readonly isAdHoc: boolean;
}

/** A plan and the day on which its students are looked at. */
export interface DuePlan {
  readonly plan: Plan;
  readonly on: Day;
}

export interface AskedPlans {
  readonly due: readonly DuePlan[];
  /** One note for each plan that has no such checkpoint. */
  readonly skipped: readonly Fault[];
  /** At most one: of the plans that cannot say what they expect on a day that they do not declare. The others go on. */
  readonly refusals: readonly Refusal[];
}

/**
 * Refuses (exit 2) a day that does not exist, one before the start of teaching, one that no plan has, and one on which no
 * plan can say what it expects.
 */
export function askedPlans(plans: readonly Plan[], asked: Asked): AskedPlans {
  const { at } = asked;
  if (/^\d+-\d+-\d+$/.test(at) && parseDay(at) === undefined) {
    throw new Refusal(EXIT.invalidPlan, [fault('at-impossible-date', { at })]);
  }
  const wanted = plans.flatMap((plan) => {
    const on = askedDay(plan, asked);
    return on === null ? [] : [{ plan, on }];
  });
  const due = wanted.filter((it) => undecided(it).length === 0);
  const faults = wanted.flatMap(undecided);
  if (wanted.length === 0) throw new Refusal(EXIT.invalidPlan, whyNone(plans, asked));
  if (due.length === 0) throw new Refusal(EXIT.invalidPlan, faults);
  const isWanted = (plan: Plan): boolean => wanted.some((it) => it.plan === plan);
  const skipped = plans.filter((plan) => !isWanted(plan)).map(({ name }) => fault('plan-skipped', { plan: name, at }));
  return { due, skipped, refusals: faults.length === 0 ? [] : [new Refusal(EXIT.invalidPlan, faults)] };
}

/** At its own checkpoints a plan always says what it expects (resolve-indicator.ts); on another day it may not yet. */
function undecided({ plan: { name, checkpoints, indicators }, on }: DuePlan): readonly Fault[] {
  if (checkpoints.some((checkpoint) => checkpoint.on === on)) return [];
  return indicators
    .filter((indicator) => isAskedAt(indicator, null))
    .flatMap((indicator) => {
      const from = expectsOnlyFrom(indicator, on);
      if (from === null) return [];
      const args = { at: formatDay(on), plan: name, indicator: indicator.id, from: formatDay(from) };
      return [fault('at-before-minimum', args)];
    });
}

function askedDay({ checkpoints, calendar }: Plan, { at, isAdHoc }: Asked): Day | null {
  const day = parseDay(at);
  if (day === undefined) return checkpoints.find(({ id }) => id === at)?.on ?? null;
  const isAllowed = isAdHoc && day >= calendar.teachingStartsOn;
  return isAllowed || checkpoints.some(({ on }) => on === day) ? day : null;
}

function whyNone(plans: readonly Plan[], { at, isAdHoc }: Asked): readonly Fault[] {
  if (isAdHoc && parseDay(at) !== undefined) {
    return plans.map(({ name, calendar }) => {
      return fault('at-before-teaching', { at, plan: name, teachingStartsOn: formatDay(calendar.teachingStartsOn) });
    });
  }
  const known = plans.flatMap(({ checkpoints }) => checkpoints.map(({ id, on }) => `${id} (${formatDay(on)})`));
  return [fault('at-no-plan', { at, known: [...new Set(known)] })];
}
