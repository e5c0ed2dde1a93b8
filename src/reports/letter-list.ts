// A list ready for mail merge: one student each, of one classification.
import { isBelowMinimum, type Classification } from '../engagement/outcome.js';
import { commonColumns } from './common-columns.js';
import { contactHoldOf } from './contact-hold.js';
import { tableOf, type Table } from './csv.js';
import { letterColumns } from './letter-columns.js';
import type { Row } from './row.js';

/** @clause 10.1, 10.5 */
export function letterList(file: string, classification: Classification, rows: readonly Row[]): Table {
  const listed = rows.filter((row) => row.outcome.classification === classification && isWrittenTo(row));
  const numbered = listed.map((row, index) => ({ ...row, rowNumber: index + 1, rowCount: listed.length }));
  return tableOf(file, [...commonColumns, ...letterColumns], numbered);
}

/** Whether the student is on one of the two letter lists. */
export function isWrittenTo(row: Row): boolean {
  return isOfSchool(row) && contactHoldOf(row) === null;
}

/**
 * Whether the school writes to the student but for a contact hold; associate students: Global Partnerships (6.5).
 * @clause 6.5
 */
export function isOfSchool({ student, outcome }: Row): boolean {
  return isBelowMinimum(outcome) && student.category !== 'associate';
}
