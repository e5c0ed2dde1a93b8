// What both readers report of event tables that was tolerated.
import { fault, type Code, type Fault } from '../../diagnostics/catalogue.js';
import { EVENT_TABLES, type EventTable } from '../tables.js';

export interface TableTally {
  /** Rows of ids that the students table does not have. */
  readonly unknownRows: number;
  readonly unknownStudents: number;
  /** Rows that stand in an earlier file too. */
  readonly repeatedRows: number;
  /** Assessments, marks or meetings of known students, or timetabled events, whose rows disagree. */
  readonly conflicts: number;
}

/** What is odd about registers, timetable and allocations together. */
export interface RegisterTally {
  /** Registers, whoever the students, of events that the timetable says are cancelled, and the absences in them. */
  readonly cancelledRegisters: number;
  readonly absencesSetAside: number;
  /** Events of which neither timetable nor attendance knows, and the allocations of known students to them. */
  readonly unknownEvents: number;
  readonly unknownAllocations: number;
  readonly eventsOfSeveralDays: number;
}

/** By table, then those of all of them together. */
export function eventFindings(
  tallies: ReadonlyMap<EventTable, TableTally>,
  registers: RegisterTally,
): readonly Fault[] {
  const ofTables = EVENT_TABLES.flatMap((table) => {
    const tally = tallies.get(table);
    return tally === undefined ? [] : tableFindings(table, tally);
  });
  return [...ofTables, ...registerFindings(registers)];
}

const CONFLICTING = {
  attendance: 'attendance-conflicting',
  meetings: 'meetings-conflicting',
  submissions: 'submissions-conflicting',
  timetable: 'timetable-conflicting',
} as const satisfies Partial<Record<EventTable, Code>>;

function tableFindings(table: EventTable, tally: TableTally): readonly Fault[] {
  const { unknownRows, unknownStudents, repeatedRows, conflicts } = tally;
  const findings: Fault[] = [];
  if (unknownRows > 0) {
    const args = { table, rows: unknownRows, students: unknownStudents };
    findings.push(fault('rows-of-unknown-students', args, null, unknownRows));
  }
  if (repeatedRows > 0) findings.push(fault('rows-repeated', { table, rows: repeatedRows }, null, repeatedRows));
  if (conflicts > 0 && table in CONFLICTING) {
    findings.push(fault(CONFLICTING[table as keyof typeof CONFLICTING], { count: conflicts }, null, conflicts));
  }
  return findings;
}

function registerFindings(tally: RegisterTally): readonly Fault[] {
  const { cancelledRegisters, absencesSetAside, unknownEvents, eventsOfSeveralDays } = tally;
  const findings: Fault[] = [];
  if (cancelledRegisters > 0) {
    const args = { registers: cancelledRegisters, absences: absencesSetAside };
    findings.push(fault('registers-of-cancelled-events', args, null, cancelledRegisters));
  }
  if (unknownEvents > 0) {
    const args = { events: unknownEvents, allocations: tally.unknownAllocations };
    findings.push(fault('allocations-of-unknown-events', args, null, unknownEvents));
  }
  if (eventsOfSeveralDays > 0) {
    findings.push(fault('events-of-several-days', { count: eventsOfSeveralDays }, null, eventsOfSeveralDays));
  }
  return findings;
}
