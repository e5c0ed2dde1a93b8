// From when to when each feed's exports reach: whole, begun late, stale or missing.
import type { DayNumber, Period } from './days.js';
import type { Question } from './generated-plan.js';
import type { Random } from './random.js';

/** Null: no such table. */
export type Reach = Period | null;

/** In half of the schools all feeds are whole, so that something is decided. */
export function drawReach(random: Random, { at, edges }: Question, isWhole: boolean): Reach {
  const from = at - 420;
  if (isWhole || random.chance(0.6)) return { from, to: at };
  if (random.chance(0.2)) return null;
  return {
    from: random.pick([from, from, at - random.integer(57, 62), random.pick(edges)]),
    to: at - random.pick([0, 0, 1, 2, 3, 4, 5, 12, 61]),
  };
}

/** What happens after the date asked about is exported too, now and then. */
export function isExported(reach: Period, at: DayNumber, day: DayNumber): boolean {
  return day > at || (reach.from <= day && day <= reach.to);
}
