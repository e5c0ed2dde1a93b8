// The records tables, checked together.
import type { Fault } from '../../diagnostics/catalogue.js';
import type { Circumstance } from '../../engagement/circumstance.js';
import type { Contact } from '../../engagement/contact.js';
import type { ModuleEnrolment, Student } from '../../engagement/student.js';
import { FaultList } from '../fault-list.js';
import type { GuardedFile } from '../guarded-file.js';
import { KnownIds } from '../lost-zeros.js';
import { throughOf } from '../mapped/reading.js';
import { NO_IDENTITIES, settleFiles, type Identities } from '../mapped/settle.js';
import { surveyRows } from '../mapped/survey-rows.js';
import type { RowAccount } from '../row-account.js';
import { RECORD_TABLES, type RecordTable } from '../../engagement/tables.js';
import { readCircumstances } from './circumstances.js';
import { readContacts } from './contacts.js';
import { EMAIL_SYSTEM, emailIdentities, readIdentities } from './identities.js';
import { readEnrolments } from './module-enrolments.js';
import { readStudents } from './students.js';

export interface RecordsRead {
  readonly students: readonly Student[];
  /** Null where the table is missing. */
  readonly enrolments: readonly ModuleEnrolment[] | null;
  /** Empty where the table is missing. */
  readonly circumstances: readonly Circumstance[];
  readonly contacts: readonly Contact[];
  /** Who is who in other systems, as far as mappings ask. */
  readonly identities: Identities;
  /** The files of these tables as they were read. */
  readonly files: readonly GuardedFile[];
  /** Of each file. */
  readonly accounts: ReadonlyMap<string, RowAccount>;
  readonly findings: readonly Fault[];
}

/** Reads the tables of records among all files; the others are only asked whose identities they need. */
export async function readRecords(all: readonly GuardedFile[]): Promise<RecordsRead> {
  const faults = new FaultList();
  const settled = new Map<RecordTable, readonly GuardedFile[]>();
  const settle = async (tables: readonly RecordTable[], identities: Identities): Promise<void> => {
    for (const table of tables) {
      const files = all.filter((file) => file.table === table);
      settled.set(table, await settleFiles(files, identities, surveyRows, faults));
    }
    // A file that its mapping cannot read has no rows yet.
    faults.refuse();
  };
  const filesOf = (table: RecordTable): readonly GuardedFile[] => settled.get(table) ?? [];
  // Who is who must be known before other tables are read.
  const first = ['students', 'identities'] as const;
  await settle(first, NO_IDENTITIES);
  const listed = await readStudents(filesOf('students'), faults);
  const knownIds = new KnownIds(listed.students.map(({ studentId }) => studentId));
  const identified = await readIdentities(filesOf('identities'), knownIds, faults);
  const emails = isAskedForEmails(all) ? emailIdentities(listed.students, identified.identities, faults) : null;
  const identities =
    emails === null ? identified.identities : new Map([...identified.identities, [EMAIL_SYSTEM, emails]]);
  await settle(
    RECORD_TABLES.filter((table) => !first.some((it) => it === table)),
    identities,
  );
  const enrolmentFiles = filesOf('module_enrolments');
  const enrolled = enrolmentFiles.length === 0 ? null : await readEnrolments(enrolmentFiles, knownIds, faults);
  const recorded = await readCircumstances(filesOf('circumstances'), knownIds, faults);
  const contacted = await readContacts(filesOf('contacts'), knownIds, faults);
  faults.refuse();
  const tables = [listed, identified, ...(enrolled === null ? [] : [enrolled]), recorded, contacted];
  return {
    students: listed.students,
    enrolments: enrolled?.enrolments ?? null,
    circumstances: recorded.circumstances,
    contacts: contacted.contacts,
    identities,
    files: [...settled.values()].flat(),
    accounts: new Map(tables.flatMap(({ accounts }) => [...accounts.all()])),
    findings: tables.flatMap(({ findings }) => findings),
  };
}

function isAskedForEmails(files: readonly GuardedFile[]): boolean {
  return files.some(({ reading }) =>
    [...reading.cells.values()].some(({ steps }) => throughOf(steps)?.system === EMAIL_SYSTEM),
  );
}
