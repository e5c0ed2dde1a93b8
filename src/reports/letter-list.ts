// A list ready for mail merge: one student each, of one classification.
import type { Classification } from '../engagement/outcome.js';
import { commonColumns } from './common-columns.js';
import { tableOf, type Table } from './csv.js';
import { letterColumns } from './letter-columns.js';
import type { Row } from './row.js';

/** Associate students are written to by Global Partnerships (6.5), not by the school. */
export function letterList(file: string, classification: Classification, rows: readonly Row[]): Table {
  const listed = rows.filter(({ student, outcome }) => {
    return outcome.classification === classification && student.category !== 'associate';
  });
  const numbered = listed.map((row, index) => ({ ...row, rowNumber: index + 1, rowCount: listed.length }));
  return tableOf(file, [...commonColumns, ...letterColumns], numbered);
}
