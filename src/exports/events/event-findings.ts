// What both readers report of event tables that was tolerated.
import { fault, type Code, type Fault } from '../../diagnostics/catalogue.js';
import { totalOf, type RowAccount } from '../row-account.js';
import { EVENT_TABLES, type EventTable } from '../../engagement/tables.js';

export interface TableTally {
  /** By file. */
  readonly accounts: ReadonlyMap<string, RowAccount>;
  /** How many ids that the students table does not have. */
  readonly unknownStudents: number;
  /** Rows, whoever the students, with a time in the hour that the clocks skip in spring. */
  readonly skippedTimes: number;
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

/** Of each file of all tables. */
export function accountsOf(tallies: ReadonlyMap<EventTable, TableTally>): ReadonlyMap<string, RowAccount> {
  return new Map([...tallies.values()].flatMap(({ accounts }) => [...accounts]));
}

const CONFLICTING = {
  attendance: 'attendance-conflicting',
  meetings: 'meetings-conflicting',
  submissions: 'submissions-conflicting',
  timetable: 'timetable-conflicting',
} as const satisfies Partial<Record<EventTable, Code>>;

function tableFindings(table: EventTable, tally: TableTally): readonly Fault[] {
  const { accounts, unknownStudents, skippedTimes, conflicts } = tally;
  const { repeated, ofUnknownStudents } = totalOf(accounts);
  const findings: Fault[] = [];
  if (ofUnknownStudents > 0) {
    const args = { table, rows: ofUnknownStudents, students: unknownStudents };
    findings.push(fault('rows-of-unknown-students', args, null, ofUnknownStudents));
  }
  if (repeated > 0) findings.push(fault('rows-repeated', { table, rows: repeated }, null, repeated));
  if (skippedTimes > 0) {
    findings.push(fault('times-that-do-not-exist', { table, rows: skippedTimes }, null, skippedTimes));
  }
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
