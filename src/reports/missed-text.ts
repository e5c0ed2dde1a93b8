// What was expected and not done, by name and day, for letters and reasons.
import { groupBy } from '../engagement/group-by.js';
import type { Missed } from '../engagement/outcome.js';
import { dayText } from './day-text.js';
import { eventText } from './event-text.js';
import type { Listing, Thing } from './listed.js';

/** `Not attended: lab (MOD101) on 8 October 2026`; `notReceived` is how the list of submissions begins. */
export function missedListings(missed: readonly Missed[], notReceived = 'Not received: '): readonly Listing[] {
  const byHeading = groupBy(missed, ({ kind }) => (kind === 'submission' ? notReceived : HEADINGS[kind]));
  return [...byHeading].map(([heading, own]) => {
    return { heading, noun: own.every(isDue) ? 'assessment' : 'event', things: own.map(thingOf) };
  });
}

const HEADINGS: Readonly<Record<Exclude<Missed['kind'], 'submission'>, string>> = {
  'late-submission': 'Received late: ',
  event: 'Not attended: ',
  meeting: 'Not attended: ',
  'remote-event': 'Joined online, for which no approval is recorded: ',
};

function isDue({ kind }: Missed): boolean {
  return kind === 'submission' || kind === 'late-submission';
}

function thingOf(missed: Missed): Thing {
  const { kind, name, module, on, count } = missed;
  if (isDue(missed)) return { name: `${name} (due ${dayText(on)})`, day: null, count };
  return { name: eventText({ kind: kind === 'meeting' ? kind : 'event', type: name, module }), day: on, count };
}
