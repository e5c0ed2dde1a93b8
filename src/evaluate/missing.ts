// What is missing that matters to a student (8.4): days of their window, and days of their clock.
import { addDays } from '../calendar/day.js';
import { contains } from '../calendar/period.js';
import type { OpenEvent } from '../engagement/ledger.js';
import type { Clock, IndicatorOutcome, Missing } from '../engagement/outcome.js';
import { perhapsEvidence } from './clock.js';
import { missingIn } from './coverage.js';
import type { Situation } from './situation.js';

/** What could hold evidence of listed feeds in the student's window. */
export function unknownInWindow({ unknowns, target, presentDays }: Situation): readonly Missing[] {
  return missingIn(unknowns, target.window).filter(({ days }) => presentDays.some((day) => contains(days, day)));
}

/** The evidence in the student's window whose minutes an open indicator counts and no record gives. */
export function unmeasuredInWindow(situation: Situation, outcomes: readonly IndicatorOutcome[]): readonly Missing[] {
  const open = outcomes.filter(({ result }) => result === 'unknown').map(({ indicatorId }) => indicatorId);
  const inMinutes = situation.section.indicators.filter((it) => it.measure === 'minutes' && open.includes(it.id));
  const watched = inMinutes.filter(({ feed }) => feed === 'lecture_capture');
  if (watched.length === 0) return [];
  return situation.evidence
    .filter(({ feed, unmeasuredActs }) => feed === 'lecture_capture' && unmeasuredActs > 0)
    .filter(({ day }) => situation.presentDays.includes(day))
    .map(({ feed, day }): Missing => ({ feed, why: 'minutes-not-given', days: { from: day, to: day }, event: null }));
}

/** What could hold evidence after day 0 of a clock. */
export function missingInClock(situation: Situation, { startsAfter }: Clock): readonly Missing[] {
  return missingIn(perhapsEvidence(situation), { from: addDays(startsAfter, 1), to: situation.on });
}

/** The events of listed feeds in the student's window whose attendance nobody knows. */
export function openEventsInWindow({ openEvents, presentDays }: Situation): readonly OpenEvent[] {
  return openEvents.filter(({ starts }) => presentDays.includes(starts.day));
}
