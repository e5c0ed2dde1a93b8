// Exports that are not canonical, to lie beside others: a log of another separator, a table a column an activity, a workbook.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const WORKBOOK = resolve(
  import.meta.dirname,
  '../../fixtures/exports-of-systems/student-list-excel/exports/ECS students.xlsx',
);

/** Of a student of the workbook. */
export const MAPPED_EXPORTS: Readonly<Record<string, string | Buffer>> = {
  'ECS students.xlsx': readFileSync(WORKBOOK),
  'log.txt': "When;Who;Origin\n1/10/26, 09:00;id '270102';web\n5/12/26, 09:00;id '270102';web\n5/12/26, 09:00;;cli\n",
  'progress.txt':
    '\tID number\tRead this\t\tAnd this\t\nAnn\t270102\tCompleted\t2026-10-02 09:00:00\tNot completed\t\n',
};

export const MAPPED_SOURCES = `
sources:
  student-list:
    files: '*.xlsx'
    mapping: student-list-excel
    sheet: Current students
    columns: { school: { constant: DES } }
  log:
    files: log.txt
    table: vle
    separator: semicolon
    columns:
      student_id: { column: Who, pattern: "id '([0-9]+)'" }
      occurred_at: { column: When, format: 'd/MM/yy, HH:mm' }
    set_aside:
      by the system: { column: Origin, is: cli }
  completion:
    files: progress.txt
    mapping: moodle-completion
    separator: tab
`;
