// Things that a sentence lists by name and day: as many as fit, then how many more there are.
import { groupBy } from '../engagement/group-by.js';
import type { Day } from '../calendar/day.js';
import { dayListText } from './day-text.js';

export interface Listed {
  /** What the list of its like begins with: `Not attended: `. Things of one heading stand together. */
  readonly heading: string;
  /** `lab (MOD101)`. */
  readonly name: string;
  /** Null where the name says all. */
  readonly day: Day | null;
  /** How many alike there are on that day. */
  readonly count: number;
}

/** The lists in full, then with ever fewer things named; `between` separates headings. At least one thing is given. */
export function* lists(things: readonly Listed[], between: string): Generator<string> {
  for (let named = things.length; named > 0; named -= 1) yield listOf(things, named, between);
}

/** The first so many of the things by name, and the number of the others. */
export function listOf(things: readonly Listed[], named: number, between: string): string {
  const more = things.slice(named).reduce((sum, { count }) => sum + count, 0);
  const groups = groupBy(things.slice(0, named), ({ heading }) => heading);
  const text = [...groups].map(([heading, group]) => `${heading}${namesText(group)}`).join(between);
  return more === 0 ? text : `${text} and ${more} more`;
}

function namesText(things: readonly Listed[]): string {
  const names = [...groupBy(things, ({ name }) => name)];
  // A comma would be lost among those between days.
  const hasManyDays = names.some(([, group]) => new Set(group.map(({ day }) => day)).size > 1);
  return names.map(([name, group]) => `${name}${daysText(group)}`).join(hasManyDays ? '; ' : ', ');
}

/** ` on 1 and 8 October 2026 and twice on 15 October 2026`. */
function daysText(things: readonly Listed[]): string {
  const counts = new Map<Day, number>();
  for (const { day, count } of things) if (day !== null) counts.set(day, (counts.get(day) ?? 0) + count);
  const days = [...counts.keys()].sort((one, other) => one - other);
  const byCount = [...groupBy(days, (day) => counts.get(day) ?? 0)].sort(([one], [other]) => one - other);
  const texts = byCount.map(([count, group]) => `${timesText(count)} on ${dayListText(group)}`);
  return texts.join(' and');
}

function timesText(count: number): string {
  if (count === 1) return '';
  return count === 2 ? ' twice' : ` ${count} times`;
}
