// The contacts with a student that belong to the plan's year: earlier years have checkpoints of the same names.
import { contains } from '../calendar/period.js';
import type { Contact } from '../engagement/contact.js';
import type { Row } from './row.js';

/** Up to the checkpoint date, in order of day. */
export function contactsOfYear({ contacts, plan, outcome }: Row): readonly Contact[] {
  const year = { from: plan.calendar.teachingStartsOn, to: outcome.checkpointOn };
  return contacts.filter(({ contactedOn }) => contains(year, contactedOn));
}
