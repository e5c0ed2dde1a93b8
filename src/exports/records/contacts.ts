// The contacts table (6.1c, 10.4): whom staff have written to, when, and what came of it.
import { fault, type Fault } from '../../diagnostics/catalogue.js';
import type { Contact } from '../../engagement/contact.js';
import { byCodeUnit } from '../../engagement/order.js';
import type { FaultList } from '../fault-list.js';
import type { GuardedFile } from '../guarded-file.js';
import { contactOf, contactSchema } from './contact-schema.js';
import type { KnownIds } from '../lost-zeros.js';
import { readKnownRows } from './known-rows.js';
import type { RowAccounts } from '../row-account.js';

export interface ContactsRead {
  /** With known students; sorted by student, day, then where they were read. */
  readonly contacts: readonly Contact[];
  readonly accounts: RowAccounts;
  readonly findings: readonly Fault[];
}

export async function readContacts(
  files: readonly GuardedFile[],
  knownIds: KnownIds,
  faults: FaultList,
): Promise<ContactsRead> {
  const check = { table: 'contacts', schema: contactSchema, spans: [['contacted_on', 'responded_on']] } as const;
  const { rows, repeated, unknown, accounts } = await readKnownRows(files, check, knownIds, faults);
  const contacts = rows.map(({ value, source }) => ({ ...contactOf(value), source }));
  contacts.sort((one, other) => byCodeUnit(one.studentId, other.studentId) || one.contactedOn - other.contactedOn);
  const findings = [
    ...(repeated === 0 ? [] : [fault('contact-repeated', { count: repeated }, null, repeated)]),
    ...(unknown.length === 0
      ? []
      : [fault('contact-of-unknown-student', { count: unknown.length }, null, unknown.length)]),
  ];
  return { contacts, accounts, findings };
}
