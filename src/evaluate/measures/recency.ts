// Monitored days since the last evidence of a kind, before the window too; here smaller is better.
import { addDays, latestOf, type Day } from '../../calendar/day.js';
import { whole } from '../../engagement/fraction.js';
import type { RecencyIndicator } from '../../plan/plan.js';
import { isAsked } from '../opportunity.js';
import { returnUpTo } from '../presence.js';
import { askedOf, openEventsIn, unknownDaysIn, type Measurement, type Scope } from './scope.js';

export function recency(indicator: RecencyIndicator, scope: Scope): Measurement {
  const { on, monitored, year, unknowns, evidence } = scope.situation;
  const asked = askedOf(indicator, scope);
  // As clocks do, it starts anew with a return from interruption.
  const earliest = latestOf(year.from, returnUpTo(on, scope.situation) ?? year.from);
  const since = (day: Day | undefined): number => {
    return monitored.countIn({ from: day === undefined ? earliest : latestOf(earliest, addDays(day, 1)), to: on });
  };
  const longest = since(evidence.findLast((it) => isAsked(asked, it))?.day);
  const perhaps = unknowns
    .filter(({ feed, event }) => feed === indicator.feed && (event === null || isAsked(asked, event)))
    .map(({ days }) => days.to);
  const [first, ...others] = perhaps;
  const shortest = first === undefined ? longest : since(latestOf(first, ...others));
  return {
    worst: whole(longest),
    best: whole(Math.min(longest, shortest)),
    isOpenEnded: false,
    missed: [],
    openEvents: openEventsIn(indicator, scope),
    unknownDays: unknownDaysIn(indicator, scope),
    setAside: [],
  };
}
