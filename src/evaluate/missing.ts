// What is missing that matters to a student (8.4): days of their window, and days of their clock.
import { addDays } from '../calendar/day.js';
import { contains } from '../calendar/period.js';
import type { OpenEvent } from '../engagement/ledger.js';
import type { Clock, Missing } from '../engagement/outcome.js';
import { perhapsEvidence } from './clock.js';
import { missingIn } from './coverage.js';
import type { Situation } from './situation.js';

/** What could hold evidence of listed feeds in the student's window. */
export function unknownInWindow({ unknowns, target, presentDays }: Situation): readonly Missing[] {
  return missingIn(unknowns, target.window).filter(({ days }) => presentDays.some((day) => contains(days, day)));
}

/** What could hold evidence after day 0 of a clock. */
export function missingInClock(situation: Situation, { startsAfter }: Clock): readonly Missing[] {
  return missingIn(perhapsEvidence(situation), { from: addDays(startsAfter, 1), to: situation.on });
}

/** The events of listed feeds in the student's window whose attendance nobody knows. */
export function openEventsInWindow({ openEvents, presentDays }: Situation): readonly OpenEvent[] {
  return openEvents.filter(({ starts }) => presentDays.includes(starts.day));
}
