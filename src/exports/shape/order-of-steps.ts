// In which order steps were taken. Lists are written oldest first or newest first; where one is, it knows more than its
// times do: an hour comes twice when summer time ends.
import { isRepeatedTime } from '../../calendar/moment.js';
import { byCodeUnit } from '../../engagement/order.js';
import type { Step } from './read-steps.js';

/** Null: neither throughout. */
export type FileOrder = 'oldest first' | 'newest first' | null;

/** Of the steps of each person, as some lists go person by person; else of all steps. */
export function orderOfFile(people: readonly (readonly Step[])[], all: readonly Step[]): FileOrder {
  const own = signsOf(people.flatMap(following));
  return orderOf(own.size > 0 ? own : signsOf(following(all)));
}

/** The steps of one person as they were taken. */
export function inOrder(steps: readonly Step[], order: FileOrder): readonly Step[] {
  if (order === 'oldest first') return steps;
  if (order === 'newest first') return [...steps].reverse();
  return [...steps].sort((one, other) => byCodeUnit(one.at, other.at));
}

function following(steps: readonly Step[]): readonly (readonly [Step, Step])[] {
  return steps.slice(1).map((step, index) => [steps[index] ?? step, step] as const);
}

function signsOf(pairs: readonly (readonly [Step, Step])[]): ReadonlySet<number> {
  const signs = pairs.map(([one, other]) => (isEitherWay(one, other) ? 0 : byCodeUnit(one.at, other.at)));
  return new Set(signs.map(Math.sign).filter((sign) => sign !== 0));
}

function orderOf(signs: ReadonlySet<number>): FileOrder {
  if (signs.size !== 1) return null;
  return signs.has(-1) ? 'oldest first' : 'newest first';
}

function isEitherWay(one: Step, other: Step): boolean {
  return isRepeatedTime(one.at) && one.at.slice(0, 13) === other.at.slice(0, 13);
}
