// Who has not replied by the date given (10.4): students whom staff wrote to about an earlier checkpoint. It decides
// nothing, and is no letter list: somebody looks at each and tries again.
import type { Day } from '../calendar/day.js';
import type { Contact } from '../engagement/contact.js';
import { AD_HOC } from '../evaluate/timeline.js';
import type { Plan } from '../plan/plan.js';
import { column, yesOrNo, type Column } from './column.js';
import { dayCell, identityColumns } from './common-columns.js';
import { contactHoldOf } from './contact-hold.js';
import { contactsOfYear } from './contacts-of-year.js';
import { tableOf, type Table } from './csv.js';
import { replyBy } from './reply-by.js';
import type { Row } from './row.js';

interface AwaitingRow extends Row {
  /** The one that has waited longest. */
  readonly contact: Contact;
  readonly replyBy: Day;
  /** How many contacts wait for a reply whose date is over. */
  readonly unanswered: number;
}

const columns: readonly Column<AwaitingRow>[] = [
  ...identityColumns,
  column('contacted_on', ({ contact }) => dayCell(contact.contactedOn)),
  column('about_checkpoint', ({ contact }) => contact.checkpoint),
  column('stage', ({ contact }) => contact.stage),
  column('channel', ({ contact }) => contact.channel),
  column('contact_outcome', ({ contact }) => contact.outcome),
  column('reply_by', (row) => dayCell(row.replyBy)),
  column('days_overdue', (row) => `${row.outcome.checkpointOn - row.replyBy}`),
  column('contacts_unanswered', ({ unanswered }) => `${unanswered}`),
  column('contact_hold', (row) => yesOrNo(contactHoldOf(row) !== null)),
  column('classification', ({ outcome }) => outcome.classification),
  column('not_assessed_reason', ({ outcome }) => outcome.notAssessedReason ?? ''),
];

export function awaitingReply(rows: readonly Row[]): Table {
  return tableOf('awaiting-reply.csv', columns, rows.flatMap(awaitingOf));
}

function awaitingOf(row: Row): readonly AwaitingRow[] {
  const { plan, outcome } = row;
  const contacts = contactsOfYear(row);
  // Who answers one of two letters has replied to the earlier one too.
  const repliedOn = Math.max(...contacts.map((contact) => replyDay(contact, outcome.checkpointOn)));
  const overdue = contacts
    .filter((contact) => isAboutEarlier(contact, plan, outcome.checkpointOn) && contact.contactedOn > repliedOn)
    .map((contact) => ({ contact, replyBy: replyBy(plan, contact.contactedOn) }))
    .filter((it) => it.replyBy <= outcome.checkpointOn);
  const [longest] = overdue;
  return longest === undefined ? [] : [{ ...row, ...longest, unanswered: overdue.length }];
}

/** A contact that names no checkpoint may be about anything; one about a date of its own (8.2) calls it `ad-hoc`. */
function isAboutEarlier({ checkpoint }: Contact, { checkpoints }: Plan, checkpointOn: Day): boolean {
  return checkpoint === AD_HOC || checkpoints.some(({ id, on }) => id === checkpoint && on < checkpointOn);
}

/** What came after the checkpoint date is not known at it. */
function replyDay({ respondedOn }: Contact, checkpointOn: Day): number {
  return respondedOn !== null && respondedOn <= checkpointOn ? respondedOn : -Infinity;
}
