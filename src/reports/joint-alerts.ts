// For the other school of a joint programme (6.2f): its students on a list, referred, or not decided for want of a school.
import { alertColumns } from './alert-columns.js';
import { column, type Column } from './column.js';
import { tableOf, type Table } from './csv.js';
import type { Row } from './row.js';

const columns: readonly Column<Row>[] = [
  ...alertColumns,
  column('joint_school', ({ student }) => student.joint?.otherSchool ?? ''),
  column('decided_by', ({ student, outcome }) => (outcome.isUnsettled ? '' : student.school)),
];

/** @clause 6.2f */
export function jointAlerts(rows: readonly Row[]): Table {
  return tableOf('joint-alerts.csv', columns, rows.filter(isAlerted));
}

function isAlerted({ student, outcome }: Row): boolean {
  if (student.joint === null) return false;
  const { process, grounds, isUnsettled } = outcome;
  return process === 'non-engagement' || grounds.length > 0 || isUnsettled;
}
