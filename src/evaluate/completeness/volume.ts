// A sudden fall in volume: a week that counts as known, but in which far less was recorded than in the weeks before.
import { formatDay, weekOf, type Day } from '../../calendar/day.js';
import { teachingWeeksIn } from '../../calendar/calendar.js';
import { daysOf, type Period } from '../../calendar/period.js';
import { fault, type Fault } from '../../diagnostics/catalogue.js';
import { at } from '../../engagement/columns.js';
import type { Feed } from '../../engagement/feed.js';
import { unknownDaysOf } from '../coverage.js';
import { isListedFeed } from '../feeds.js';
import { EVERYDAY_FEEDS, isBelow, type Gate } from './gate.js';

/** With fewer weeks, or less in them, nobody can say what is usual. */
const FEWEST_EARLIER_WEEKS = 3;
const SMALLEST_MEDIAN = 20;
/** A week has fallen where it holds less than one part in so many of the median. */
const FALL = 3;

interface Week {
  readonly from: Day;
  readonly to: Day;
  /** By everybody in the export. */
  readonly acts: number;
}

export function volumeFindings(gate: Gate): readonly Fault[] {
  const belowMinimum = gate.judged.filter(isBelow).length;
  return EVERYDAY_FEEDS.filter((feed) => isListedFeed(gate.plan, feed)).flatMap((feed) => {
    const weeks = teachingWeeks(feed, gate);
    return weeks.flatMap((week, index) => {
      const earlier = weeks.slice(0, index).map(({ acts }) => acts);
      if (!isWithin(week, gate.target.window) || !isFallen(week.acts, earlier)) return [];
      const { acts, from } = week;
      const usual = { weeks: earlier.length, median: twiceMedian(earlier) / 2 };
      return [fault('volume-fell', { feed, from: formatDay(from), acts, ...usual, belowMinimum })];
    });
  });
}

/** The teaching weeks of the plan's year so far of which the feed is known, in order; no level has vacation in them. */
function teachingWeeks(feed: Feed, { plan, ledger, year, feedUnknowns }: Gate): readonly Week[] {
  const record = ledger.feeds.get(feed);
  if (record === undefined) return [];
  const days = daysOf(year);
  const unknown = new Set(unknownDaysOf(feed, feedUnknowns, days));
  const known = days.filter((day) => !unknown.has(day));
  const acts = new Map([...teachingWeeksIn(plan.calendar, known, null)].map((week) => [week, 0]));
  record.actDays.forEach((day, index) => {
    const so = acts.get(weekOf(day));
    if (so !== undefined) acts.set(weekOf(day), so + at(record.actsOfDay, index));
  });
  return [...acts].map(([week, count]) => ({ ...daysOfWeek(week), acts: count }));
}

/** Monday to Sunday; the inverse of `weekOf`. */
function daysOfWeek(week: number): Period {
  const monday = week * 7 - 3;
  return { from: monday as Day, to: (monday + 6) as Day };
}

function isWithin(week: Week, window: Period): boolean {
  return window.from <= week.from && week.to <= window.to;
}

function isFallen(acts: number, earlier: readonly number[]): boolean {
  if (earlier.length < FEWEST_EARLIER_WEEKS) return false;
  const twice = twiceMedian(earlier);
  return twice >= 2 * SMALLEST_MEDIAN && 2 * FALL * acts < twice;
}

/** The sum of the two in the middle, which may be the same one; at least one is given. */
function twiceMedian(counts: readonly number[]): number {
  const sorted = [...counts].sort((one, other) => one - other);
  return at(sorted, Math.floor((sorted.length - 1) / 2)) + at(sorted, Math.floor(sorted.length / 2));
}
