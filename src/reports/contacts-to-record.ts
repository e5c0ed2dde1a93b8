// The letters of this checkpoint as rows of the contacts table (6.1c, 10.4): completed after sending, they go among the
// exports, and the next run counts them. The name of the file begins as those of that table do.
import { blankColumn, column, type Column } from './column.js';
import { checkpointCell } from './common-columns.js';
import { tableOf, type Table } from './csv.js';
import { isWrittenTo } from './letter-list.js';
import { stageOf, type Row } from './row.js';

const columns: readonly Column<Row>[] = [
  column('student_id', ({ student }) => student.studentId),
  blankColumn('contacted_on'),
  column('checkpoint', checkpointCell),
  column('stage', (row) => `${stageOf(row)}`),
  blankColumn('channel'),
  blankColumn('responded_on'),
  blankColumn('outcome'),
];

/** @clause 6.1c, 10.4 */
export function contactsToRecord(rows: readonly Row[]): Table {
  return tableOf('contacts-to-record.csv', columns, rows.filter(isWrittenTo));
}
