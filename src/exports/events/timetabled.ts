// What the events of the timetable come to, for both readers.
import { earliestOf, latestOf, weekdayOf, type Day } from '../../calendar/day.js';
import type { Timetabled } from '../../engagement/ledger.js';
import { byCodeUnit } from '../../engagement/order.js';

/** Days and modules of its events, in any order, perhaps repeated. Null: it has none. */
export function timetabledOf(days: Iterable<Day>, modules: Iterable<string>): Timetabled | null {
  const [first, ...others] = new Set(days);
  if (first === undefined) return null;
  const weekdays = new Set([first, ...others].map(weekdayOf));
  return {
    from: earliestOf(first, ...others),
    to: latestOf(first, ...others),
    weekdays: [...weekdays].sort((one, other) => one - other),
    modules: [...new Set(modules)].sort(byCodeUnit),
  };
}
