// For Global Partnerships and Opportunities (6.5): all associate students, whatever the outcome; the school writes to none.
import { alertColumns } from './alert-columns.js';
import { tableOf, type Table } from './csv.js';
import type { Row } from './row.js';

/** @clause 6.5 */
export function associateStudents(rows: readonly Row[]): Table {
  const associates = rows.filter(({ student }) => student.category === 'associate');
  return tableOf('associate-students.csv', alertColumns, associates);
}
