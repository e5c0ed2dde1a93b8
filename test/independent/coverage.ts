// Which days each feed knows at a date: from its first act to its last, and the plan's tolerance.
import { FEEDS, type Exports, type Feed } from './exports.js';
import type { DayNumber, Period } from './days.js';

/** Where silence is normal, one act makes every day known. */
const SILENCE_IS_NORMAL: readonly Feed[] = ['submissions', 'meetings', 'activities'];

export type Coverage = ReadonlyMap<Feed, Period | null>;

/** The same for every student, so worked out once for each date and tolerance. */
const WORKED_OUT = new WeakMap<Exports, Map<string, Coverage>>();

export function coverageAt(exports: Exports, date: DayNumber, toleranceDays: number): Coverage {
  const ofExports = WORKED_OUT.get(exports) ?? new Map<string, Coverage>();
  WORKED_OUT.set(exports, ofExports);
  const key = `${date} ${toleranceDays}`;
  const coverage =
    ofExports.get(key) ?? new Map(FEEDS.map((feed) => [feed, known(exports, feed, date, toleranceDays)]));
  ofExports.set(key, coverage);
  return coverage;
}

function known(exports: Exports, feed: Feed, date: DayNumber, toleranceDays: number): Period | null {
  let from = Infinity;
  let last = -Infinity;
  for (const day of exports.actDays[feed]) {
    if (day > date) continue;
    from = Math.min(from, day);
    last = Math.max(last, day);
  }
  // Without any act of a student of ours, an export says nothing about them.
  if (!exports.studentActDays[feed].some((day) => day <= date)) return null;
  return SILENCE_IS_NORMAL.includes(feed) ? { from: -Infinity, to: Infinity } : { from, to: last + toleranceDays };
}
