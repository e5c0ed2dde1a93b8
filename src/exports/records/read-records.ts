// The records tables, checked together.
import type { Fault } from '../../diagnostics/catalogue.js';
import type { Circumstance } from '../../engagement/circumstance.js';
import type { Contact } from '../../engagement/contact.js';
import type { ModuleEnrolment, Student } from '../../engagement/student.js';
import { FaultList } from '../fault-list.js';
import type { GuardedFile } from '../guard/guarded-file.js';
import { KnownIds } from '../lost-zeros.js';
import type { RowAccount } from '../row-account.js';
import { readCircumstances } from './circumstances.js';
import { readContacts } from './contacts.js';
import { readEnrolments } from './module-enrolments.js';
import type { RecordTable } from './read-rows.js';
import { readStudents } from './students.js';

export interface RecordsRead {
  readonly students: readonly Student[];
  /** Null where the table is missing. */
  readonly enrolments: readonly ModuleEnrolment[] | null;
  /** Empty where the table is missing. */
  readonly circumstances: readonly Circumstance[];
  readonly contacts: readonly Contact[];
  /** Of each file. */
  readonly accounts: ReadonlyMap<string, RowAccount>;
  readonly findings: readonly Fault[];
}

export async function readRecords(files: readonly GuardedFile[]): Promise<RecordsRead> {
  const faults = new FaultList();
  const filesOf = (wanted: RecordTable): readonly GuardedFile[] => files.filter(({ table }) => table === wanted);
  const listed = await readStudents(filesOf('students'), faults);
  const knownIds = new KnownIds(listed.students.map(({ studentId }) => studentId));
  const enrolmentFiles = filesOf('module_enrolments');
  const enrolled = enrolmentFiles.length === 0 ? null : await readEnrolments(enrolmentFiles, knownIds, faults);
  const recorded = await readCircumstances(filesOf('circumstances'), knownIds, faults);
  const contacted = await readContacts(filesOf('contacts'), knownIds, faults);
  faults.refuse();
  const tables = [listed, ...(enrolled === null ? [] : [enrolled]), recorded, contacted];
  return {
    students: listed.students,
    enrolments: enrolled?.enrolments ?? null,
    circumstances: recorded.circumstances,
    contacts: contacted.contacts,
    accounts: new Map(tables.flatMap(({ accounts }) => [...accounts.all()])),
    findings: tables.flatMap(({ findings }) => findings),
  };
}
