// Things that a sentence lists by name and day: as many as fit, then how many more of them there are.
import { groupBy } from '../engagement/group-by.js';
import type { Day } from '../calendar/day.js';
import { counted } from '../diagnostics/fault.js';
import { dayListText } from './day-text.js';

/** Things of one kind, which stand together; at least one. */
export interface Listing {
  /** What the list begins with: `Not attended: `. */
  readonly heading: string;
  /** What they are counted as where none of them is named: `event`. */
  readonly noun: string;
  readonly things: readonly Thing[];
}

export interface Thing {
  /** `lab (MOD101)`. */
  readonly name: string;
  /** Null where the name says all. */
  readonly day: Day | null;
  /** How many alike there are on that day. */
  readonly count: number;
}

/**
 * Everything by name, then ever fewer things, as even between the listings as may be. What is not named is counted where
 * it belongs, by its noun where nothing of a listing is named. At last ever fewer listings. `between` separates them.
 */
export function* lists(listings: readonly Listing[], between: string): Generator<string> {
  const inTurn = listings.flatMap(({ things }, listing) => things.map((_, turn) => ({ listing, turn })));
  inTurn.sort((one, other) => one.turn - other.turn || one.listing - other.listing);
  for (let named = inTurn.length; named > 0; named -= 1) {
    const own = listings.map(() => 0);
    for (const { listing } of inTurn.slice(0, named)) own[listing] = (own[listing] ?? 0) + 1;
    yield listings.map((listing, index) => listingText(listing, own[index] ?? 0)).join(between);
  }
  for (let left = listings.length - 1; left > 0; left -= 1) {
    yield `${listOf(listings.slice(0, left), 1, between)}, among others`;
  }
}

/** How many things the longest of the listings holds. */
export function mostOf(listings: readonly Listing[]): number {
  return Math.max(0, ...listings.map(({ things }) => things.length));
}

/** At most so many things of each listing by name, and the number of its others. */
export function listOf(listings: readonly Listing[], named: number, between: string): string {
  return listings.map((listing) => listingText(listing, named)).join(between);
}

function listingText({ heading, noun, things }: Listing, named: number): string {
  const more = things.slice(named).reduce((sum, { count }) => sum + count, 0);
  if (named === 0) return `${heading}${counted(more, noun)}`;
  return `${heading}${namesText(things.slice(0, named))}${more === 0 ? '' : ` and ${more} more`}`;
}

function namesText(things: readonly Thing[]): string {
  const names = [...groupBy(things, ({ name }) => name)];
  // A comma would be lost among those between days.
  const hasManyDays = names.some(([, group]) => new Set(group.map(({ day }) => day)).size > 1);
  return names.map(([name, group]) => `${name}${daysText(group)}`).join(hasManyDays ? '; ' : ', ');
}

/** ` on 1 and 8 October 2026 and twice on 15 October 2026`. */
function daysText(things: readonly Thing[]): string {
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
