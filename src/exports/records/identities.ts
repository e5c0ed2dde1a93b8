// The identities table: which student an id or an address of another system stands for.
import { fault, type Fault } from '../../diagnostics/catalogue.js';
import type { Student } from '../../engagement/student.js';
import type { FaultList } from '../fault-list.js';
import type { GuardedFile } from '../guarded-file.js';
import type { KnownIds } from '../lost-zeros.js';
import { plainCase } from '../../mapping/plain-name.js';
import type { Identities } from '../mapped/settle.js';
import type { RowAccounts } from '../row-account.js';
import { identitySchema } from './identity-schema.js';
import { readKnownRows } from './known-rows.js';

export interface IdentitiesRead {
  readonly identities: Identities;
  readonly accounts: RowAccounts;
  readonly findings: readonly Fault[];
}

/** The system whose identities are the e-mail addresses of the students table. */
export const EMAIL_SYSTEM = 'email';

export async function readIdentities(
  files: readonly GuardedFile[],
  knownIds: KnownIds,
  faults: FaultList,
): Promise<IdentitiesRead> {
  const check = { table: 'identities', schema: identitySchema, spans: [] } as const;
  const { rows, accounts, unknown } = await readKnownRows(files, check, knownIds, faults);
  const identities = new Map<string, Map<string, string>>();
  for (const { value, source } of rows) {
    const { system, student_id: studentId } = value;
    const identity = plainCase(value.identity);
    const known = identities.get(system) ?? new Map<string, string>();
    const other = known.get(identity);
    if (other !== undefined && other !== studentId) {
      const args = { record: source.record, system, students: [other, studentId] };
      faults.add(fault('identity-of-two-students', args, { ...source, column: 'identity' }));
    }
    identities.set(system, known.set(identity, studentId));
  }
  const ofUnknown = fault('identities-of-unknown-students', { count: unknown.length }, null, unknown.length);
  return { identities, accounts, findings: unknown.length === 0 ? [] : [ofUnknown] };
}

/**
 * By address: those of the students table, beside those that the identities have as of the system `email`. One that two
 * students share is told in `faults`, since nobody could say whose acts are meant.
 */
export function emailIdentities(
  students: readonly Student[],
  identities: Identities,
  faults: FaultList,
): ReadonlyMap<string, string> {
  const known = new Map(identities.get(EMAIL_SYSTEM));
  for (const { email, studentId } of students) {
    if (email === '') continue;
    const other = known.get(plainCase(email));
    if (other !== undefined && other !== studentId)
      faults.add(fault('email-of-two-students', { students: [other, studentId] }));
    known.set(plainCase(email), studentId);
  }
  return known;
}
