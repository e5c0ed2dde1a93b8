// The submissions table folded in SQL.
import { ASSESSMENT_KINDS } from '../events/event-row.js';
import { columnsOf } from '../tables.js';
import { dueNumberSql, isIdSql, momentNumberSql, optionalSql, withMomentsSql, wordSql } from './cell-sql.js';
import { relationSql } from './relation-sql.js';
import { readNumbers } from './result-columns.js';
import { repeatedByFile } from './repeated-rows.js';
import { loadRows, skippedTimes, textColumns, type FoldTable, type RowsTable } from './rows-table.js';

const COLUMNS = columnsOf('submissions');

/** Every row as text, with its moments and kind as numbers. */
const ROWS: RowsTable = {
  name: 'submission_rows',
  table: 'submissions',
  columns: {
    ...textColumns(COLUMNS),
    due: ['INTEGER', dueNumberSql('due_at')],
    extended: ['INTEGER', optionalSql('extended_to', dueNumberSql('extended_to'))],
    submitted: ['INTEGER', optionalSql('submitted_at', momentNumberSql('submitted_at'))],
    kind_number: ['INTEGER', wordSql('kind', ASSESSMENT_KINDS)],
  },
  relation: (file) => withMomentsSql(relationSql('submissions', file), ['due_at', 'extended_to', 'submitted_at']),
};

/** Leaves `submission_rows`. */
export const foldSubmissions: FoldTable = async (database, files, onFile) => {
  const rowsByFile = await loadRows(database, ROWS, files, onFile);
  const [faulty = 0, ids = 0] = readNumbers(
    await database.run(`SELECT
      (SELECT count(*) FROM submission_rows WHERE assessment_id = '' OR due IS NULL OR extended IS NULL
        OR submitted IS NULL OR kind_number IS NULL),
      (SELECT count(*) FROM (SELECT DISTINCT student_id FROM submission_rows) WHERE NOT ${isIdSql('student_id')})`),
  );
  return {
    rowsByFile,
    hasFaultyRows: faulty > 0 || ids > 0,
    repeatedByFile: await repeatedByFile(
      database,
      { name: 'submission_rows', times: '1', columns: COLUMNS, isOfStudents: true },
      files.length,
    ),
    skippedTimes: await skippedTimes(database, 'submission_rows'),
  };
};
