// A row of the contacts table. What came of a contact is personal: of a faulty cell a message shows a date at most.
import { z } from 'zod';
import type { Contact } from '../../engagement/contact.js';
import { contactDay, id, optionalPrivateDay, text } from './cell-schema.js';

export const contactSchema = z.strictObject({
  student_id: id,
  contacted_on: contactDay,
  checkpoint: text,
  stage: text,
  channel: text,
  responded_on: optionalPrivateDay,
  outcome: text,
});

export function contactOf(row: z.infer<typeof contactSchema>): Omit<Contact, 'source'> {
  return {
    studentId: row.student_id,
    contactedOn: row.contacted_on,
    checkpoint: row.checkpoint,
    stage: row.stage,
    channel: row.channel,
    respondedOn: row.responded_on,
    outcome: row.outcome,
  };
}
