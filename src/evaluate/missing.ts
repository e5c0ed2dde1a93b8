// What is missing that matters to a student (8.4): days of their window, and days of their clock.
import { addDays } from '../calendar/day.js';
import { contains } from '../calendar/period.js';
import type { Feed } from '../engagement/feed.js';
import type { OpenEvent } from '../engagement/ledger.js';
import type { Clock, IndicatorOutcome, Measured, Missing } from '../engagement/outcome.js';
import { perhapsEvidence } from './clock.js';
import { isUnseen, missingEvent, missingIn } from './coverage.js';
import type { Situation } from './situation.js';

/** What could hold evidence of listed feeds in the student's window. */
export function unknownInWindow({ unknowns, target, presentDays }: Situation): readonly Missing[] {
  return missingIn(unknowns, target.window).filter(({ days }) => presentDays.some((day) => contains(days, day)));
}

/** What leaves the indicators open on which the rule turns: once it is known, the rule is decided. */
export function missingInRule(situation: Situation, outcomes: readonly IndicatorOutcome[]): readonly Missing[] {
  const open = openInRule(outcomes);
  return situation.section.indicators.flatMap(({ id, feed }) => {
    const outcome = open.get(id);
    const ofModules = outcome?.modules?.filter(({ result }) => result === 'unknown').map(({ measured }) => measured);
    const measures = (ofModules ?? [outcome?.measured]).filter((it) => it !== undefined);
    return measures.flatMap((it) => missingInMeasure(feed, it, situation));
  });
}

/** Of these indicators, the feeds that show nothing of the student, for the checkpoint's window. */
export function unseenInRule(
  { section, feedUnknowns, target }: Situation,
  outcomes: readonly IndicatorOutcome[],
): readonly Missing[] {
  const open = openInRule(outcomes);
  const feeds = section.indicators.filter(({ id }) => open.has(id)).map(({ feed }) => feed);
  const unseen = feedUnknowns.filter(({ feed, why }) => isUnseen(why) && feeds.includes(feed));
  return missingIn(unseen, target.window);
}

/** By id. */
function openInRule(outcomes: readonly IndicatorOutcome[]): ReadonlyMap<string, IndicatorOutcome> {
  const open = outcomes.filter(({ isDeciding, result }) => isDeciding && result === 'unknown');
  return new Map(open.map((it) => [it.indicatorId, it]));
}

/** What leaves one measure of a feed open. */
export function missingInMeasure(
  feed: Feed,
  { openEvents, unknownDays, unmeasuredDays }: Pick<Measured, 'openEvents' | 'unknownDays' | 'unmeasuredDays'>,
  { feedUnknowns }: Situation,
): readonly Missing[] {
  const [first, last] = [unknownDays[0], unknownDays.at(-1)];
  const ofFeed = feedUnknowns.filter((missing) => missing.feed === feed);
  return [
    ...(first === undefined || last === undefined ? [] : missingIn(ofFeed, { from: first, to: last })),
    ...openEvents.map(missingEvent),
    ...unmeasuredDays.map((day): Missing => {
      return { feed, why: 'minutes-not-given', days: { from: day, to: day }, event: null };
    }),
  ];
}

/** What could hold evidence after day 0 of a clock. */
export function missingInClock(situation: Situation, { startsAfter }: Clock): readonly Missing[] {
  return missingIn(perhapsEvidence(situation), { from: addDays(startsAfter, 1), to: situation.on });
}

/** The events of listed feeds in the student's window whose attendance nobody knows. */
export function openEventsInWindow({ openEvents, presentDays }: Situation): readonly OpenEvent[] {
  return openEvents.filter(({ starts }) => presentDays.includes(starts.day));
}
