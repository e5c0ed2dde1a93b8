// What --at means: a day or the id of a checkpoint, for each of the plans (8.2).
import { formatDay, parseDay, type Day } from '../calendar/day.js';
import { fault, type Fault } from '../diagnostics/catalogue.js';
import { EXIT, Refusal } from '../diagnostics/refusal.js';
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
}

/** Refuses (exit 2) a day that does not exist, one before the start of teaching, and one that no plan has. */
export function askedPlans(plans: readonly Plan[], asked: Asked): AskedPlans {
  const { at } = asked;
  if (/^\d+-\d+-\d+$/.test(at) && parseDay(at) === undefined) {
    throw new Refusal(EXIT.invalidPlan, [fault('at-impossible-date', { at })]);
  }
  const due = plans.flatMap((plan) => {
    const on = askedDay(plan, asked);
    return on === null ? [] : [{ plan, on }];
  });
  if (due.length === 0) throw new Refusal(EXIT.invalidPlan, whyNone(plans, asked));
  const isDue = (plan: Plan): boolean => due.some((it) => it.plan === plan);
  const skipped = plans.filter((plan) => !isDue(plan)).map(({ name }) => fault('plan-skipped', { plan: name, at }));
  return { due, skipped };
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
