// What both readers report of an event table that was tolerated.
import { fault, type Fault } from '../../diagnostics/catalogue.js';
import type { EventTable } from '../tables.js';

export interface TableTally {
  /** Rows of ids that the students table does not have. */
  readonly unknownRows: number;
  readonly unknownStudents: number;
  /** Rows that stand in an earlier file too. */
  readonly repeatedRows: number;
  /** Assessments of known students whose rows disagree. */
  readonly conflicts: number;
}

export function tableFindings(table: EventTable, tally: TableTally): readonly Fault[] {
  const { unknownRows, unknownStudents, repeatedRows, conflicts } = tally;
  const findings: Fault[] = [];
  if (unknownRows > 0) {
    const args = { table, rows: unknownRows, students: unknownStudents };
    findings.push(fault('rows-of-unknown-students', args, null, unknownRows));
  }
  if (repeatedRows > 0) findings.push(fault('rows-repeated', { table, rows: repeatedRows }, null, repeatedRows));
  if (conflicts > 0) findings.push(fault('submissions-conflicting', { count: conflicts }, null, conflicts));
  return findings;
}
