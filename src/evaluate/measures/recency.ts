// Monitored days since the last evidence of a kind, before the window too; here smaller is better.
import { addDays, latestOf, type Day } from '../../calendar/day.js';
import { contains, daysOf } from '../../calendar/period.js';
import { whole } from '../../engagement/fraction.js';
import type { RecencyIndicator } from '../../plan/plan.js';
import { unknownDaysOf } from '../coverage.js';
import { isAsked } from '../opportunity.js';
import { returnUpTo, startOf } from '../presence.js';
import { askedOf, type Measurement, type Scope } from './scope.js';

export function recency(indicator: RecencyIndicator, scope: Scope): Measurement {
  const { on, monitored, year, student, openEvents, feedUnknowns, evidence } = scope.situation;
  const asked = askedOf(indicator, scope);
  // As clocks do, it starts anew with a return from interruption.
  const earliest = latestOf(year.from, startOf(student), returnUpTo(on, scope.situation) ?? year.from);
  const since = (day: Day): number => monitored.countIn({ from: latestOf(earliest, addDays(day, 1)), to: on });
  const lastOn = evidence.findLast((it) => isAsked(asked, it))?.day ?? addDays(earliest, -1);
  // What lies before the last evidence, or before the days that are looked at, makes no difference.
  const looked = { from: latestOf(earliest, addDays(lastOn, 1)), to: on };
  const open = openEvents.filter((event) => contains(looked, event.starts.day) && isAsked(asked, event));
  const unknownDays = unknownDaysOf(indicator.feed, feedUnknowns, daysOf(looked));
  const perhapsOn = latestOf(lastOn, ...open.map(({ starts }) => starts.day), ...unknownDays);
  return {
    worst: whole(monitored.countIn(looked)),
    best: whole(since(perhapsOn)),
    isOpenEnded: false,
    missed: [],
    openEvents: open,
    unknownDays,
    unmeasuredDays: [],
    setAside: [],
  };
}
