// What staff recorded: whom they wrote to and what came of it, and the student's circumstances. All are shown (6.1b, 6.1c).
import type { Day } from '../../calendar/day.js';
import { dayText } from '../day-text.js';
import type { Row } from '../row.js';
import type { Markup } from './markup.js';
import { section, table } from './parts.js';

export function contactsSection({ contacts, outcome }: Row): Markup {
  const when = (day: Day): string => dayAsOf(day, outcome.checkpointOn);
  return section(
    'contacts',
    'Contacts and responses',
    table(
      [
        ['Contacted on', ({ contactedOn }) => when(contactedOn)],
        ['About', ({ checkpoint }) => checkpoint],
        ['Stage', ({ stage }) => stage],
        ['Channel', ({ channel }) => channel],
        ['Replied on', ({ respondedOn }) => (respondedOn === null ? 'no reply recorded' : when(respondedOn))],
        ['Outcome', (contact) => contact.outcome],
      ],
      contacts,
      'No contact is recorded.',
    ),
  );
}

/** Kind, days and reference alone: what lies behind them is not for a report (13). */
export function circumstancesSection({ circumstances, outcome }: Row): Markup {
  return section(
    'circumstances',
    'Circumstances',
    table(
      [
        ['Kind', ({ kind }) => kind],
        ['From', ({ from }) => dayAsOf(from, outcome.checkpointOn)],
        ['To', ({ to }) => (to === null ? 'until further notice' : dayText(to))],
        ['Reference', ({ reference }) => reference],
      ],
      [...circumstances].sort((one, other) => one.from - other.from),
      'No circumstance is recorded.',
    ),
  );
}

/** What came later changed nothing at the checkpoint; the panel, which meets later still, should know of it. */
function dayAsOf(day: Day, checkpointOn: Day): string {
  return day > checkpointOn ? `${dayText(day)} (after the checkpoint)` : dayText(day);
}
