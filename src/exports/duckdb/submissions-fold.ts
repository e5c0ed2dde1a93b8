// The submissions table folded in SQL.
import { ASSESSMENT_KINDS } from '../events/event-row.js';
import type { GuardedFile } from '../guard/guarded-file.js';
import { columnsOf } from '../tables.js';
import { dueNumberSql, isIdSql, optionalSql, submissionNumberSql, withMomentsSql } from './cell-sql.js';
import { quote, type Database } from './database.js';
import { pathOf, relationSql } from './relation-sql.js';
import { readNumbers } from './result-columns.js';
import type { FoldedTable } from './vle-fold.js';

const TIMES = ['due_at', 'extended_to', 'submitted_at'];

/** Leaves `submission_rows`: every row as text, with its moments and kind as numbers. */
export async function foldSubmissions(
  database: Database,
  files: readonly GuardedFile[],
  onFile: (file: GuardedFile) => void,
): Promise<FoldedTable> {
  const columns = columnsOf('submissions').join(', ');
  const kinds = ASSESSMENT_KINDS.map((kind, index) => `WHEN ${quote(kind)} THEN ${index}`).join(' ');
  await database.run(
    `CREATE TEMP TABLE submission_rows (file INTEGER, ${columnsOf('submissions')
      .map((column) => `${column} VARCHAR`)
      .join(', ')}, due INTEGER, extended INTEGER, submitted INTEGER, kind_number INTEGER)`,
  );
  const rowsByFile: number[] = [];
  for (const [index, file] of files.entries()) {
    onFile(file);
    await database.run(
      `INSERT INTO submission_rows SELECT ${index}, ${columns}, ${dueNumberSql('due_at')},
        ${optionalSql('extended_to', dueNumberSql('extended_to'))},
        ${optionalSql('submitted_at', submissionNumberSql('submitted_at'))},
        CASE kind ${kinds} END FROM (${withMomentsSql(relationSql('submissions', file), TIMES)})`,
      { path: pathOf(file) },
    );
    const [rows = 0] = readNumbers(await database.run(`SELECT count(*) FROM submission_rows WHERE file = ${index}`));
    rowsByFile.push(rows);
  }
  const [faulty = 0, ids = 0, repeated = 0] = readNumbers(
    await database.run(`SELECT
      (SELECT count(*) FROM submission_rows WHERE assessment_id = '' OR due IS NULL OR extended IS NULL
        OR submitted IS NULL OR kind_number IS NULL),
      (SELECT count(*) FROM (SELECT DISTINCT student_id FROM submission_rows) WHERE NOT ${isIdSql('student_id')}),
      (SELECT coalesce(sum(total - most), 0)::BIGINT FROM (SELECT sum(times) AS total, max(times) AS most
        FROM (SELECT file, ${columns}, count(*) AS times FROM submission_rows GROUP BY ALL) GROUP BY ${columns}))`),
  );
  return { rowsByFile, hasFaultyRows: faulty > 0 || ids > 0, repeatedRows: repeated };
}
