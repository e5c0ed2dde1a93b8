// What was expected and not done, by name and day, for letters and reasons.
import type { Missed } from '../engagement/outcome.js';
import { dayText } from './day-text.js';
import { eventText } from './event-text.js';
import type { Listed } from './listed.js';

/** `Not attended: lab (MOD101) on 8 October 2026`; `notReceived` is how the list of submissions begins. */
export function missedThings(missed: readonly Missed[], notReceived: string): readonly Listed[] {
  return missed.map(({ kind, name, module, on, count }) => {
    switch (kind) {
      case 'submission':
        return { heading: notReceived, name: dueText(name, on), day: null, count };
      case 'late-submission':
        return { heading: 'Received late: ', name: dueText(name, on), day: null, count };
      case 'event':
      case 'meeting':
        return { heading: 'Not attended: ', name: eventText({ kind, type: name, module }), day: on, count };
      case 'remote-event': {
        const heading = 'Joined online, for which no approval is recorded: ';
        return { heading, name: eventText({ kind: 'event', type: name, module }), day: on, count };
      }
    }
  });
}

function dueText(assessmentId: string, on: Missed['on']): string {
  return `${assessmentId} (due ${dayText(on)})`;
}
