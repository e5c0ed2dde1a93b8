// The VLE table folded in SQL.
import type { GuardedFile } from '../guard/guarded-file.js';
import { columnsOf } from '../tables.js';
import { countSql, isIdSql, withMomentsSql } from './cell-sql.js';
import type { Database } from './database.js';
import { pathOf, relationSql } from './relation-sql.js';
import { readNumbers } from './result-columns.js';

export interface FoldedTable {
  /** Rows by file index, to hold against the guard. */
  readonly rowsByFile: readonly number[];
  readonly hasFaultyRows: boolean;
  readonly repeatedRows: number;
}

/** Leaves `vle_groups` (rows by file and group) and `vle_acts` (each act once, all students). */
export async function foldVle(
  database: Database,
  files: readonly GuardedFile[],
  onFile: (file: GuardedFile) => void,
): Promise<FoldedTable> {
  await database.run(`CREATE TEMP TABLE vle_groups (file INTEGER, student_id VARCHAR, day INTEGER, module VARCHAR,
    type VARCHAR, acts DOUBLE, untimed_acts DOUBLE, row_count BIGINT, faulty BIGINT)`);
  for (const [index, file] of files.entries()) {
    onFile(file);
    await database.run(
      `INSERT INTO vle_groups SELECT ${index}, student_id, day, module_code, component, sum(acts),
        sum(CASE WHEN is_untimed THEN acts ELSE 0 END), count(*), count(*) FILTER (WHERE day IS NULL OR acts IS NULL)
        FROM (${valuesSql(file)}) GROUP BY ALL`,
      { path: pathOf(file) },
    );
  }
  const rowsByFile: number[] = [];
  for (const index of files.keys()) {
    const [rows = 0] = readNumbers(
      await database.run(`SELECT coalesce(sum(row_count), 0)::BIGINT FROM vle_groups WHERE file = ${index}`),
    );
    rowsByFile.push(rows);
  }
  const [faulty = 0, ids = 0] = readNumbers(
    await database.run(`SELECT coalesce(sum(faulty), 0)::BIGINT,
      (SELECT count(*) FROM (SELECT DISTINCT student_id FROM vle_groups) WHERE NOT ${isIdSql('student_id')})
      FROM vle_groups`),
  );
  if (faulty > 0 || ids > 0) return { rowsByFile, hasFaultyRows: true, repeatedRows: 0 };
  return { rowsByFile, hasFaultyRows: false, repeatedRows: await resolveSharedDays(database, files) };
}

/** Each row with its day and acts; null where the cell is faulty. */
function valuesSql(file: GuardedFile): string {
  const columns = columnsOf('vle')
    .map((column) => `"${column}"`)
    .join(', ');
  return `SELECT ${columns}, occurred_at_day AS day, ${countSql('count')} AS acts, length(occurred_at) = 10 AS is_untimed
    FROM (${withMomentsSql(relationSql('vle', file), ['occurred_at'])})`;
}

/**
 * A row in two files counts once, equal rows inside one file are as many acts: of the days that several files have, each
 * row counts as often as the file has it that has it most. Gives how many rows were set aside.
 */
async function resolveSharedDays(database: Database, files: readonly GuardedFile[]): Promise<number> {
  await database.run(`CREATE TEMP TABLE shared_days AS
    SELECT day FROM (SELECT DISTINCT day, file FROM vle_groups) GROUP BY day HAVING count(*) > 1`);
  const columns = columnsOf('vle')
    .map((column) => `"${column}"`)
    .join(', ');
  await database.run(
    `CREATE TEMP TABLE vle_shared AS SELECT 0 AS file, ${columnsOf('vle')
      .map((column) => `'' AS "${column}"`)
      .join(', ')}, 0 AS day, 0::BIGINT AS acts, false AS is_untimed, 0::BIGINT AS times LIMIT 0`,
  );
  for (const [index, file] of files.entries()) {
    const [days = 0] = readNumbers(
      await database.run(`SELECT count(*) FROM (SELECT DISTINCT day FROM vle_groups WHERE file = ${index})
        SEMI JOIN shared_days USING (day)`),
    );
    if (days === 0) continue;
    await database.run(
      `INSERT INTO vle_shared SELECT ${index}, ${columns}, day, acts, is_untimed, count(*) FROM (${valuesSql(file)})
        WHERE day IN (SELECT day FROM shared_days) GROUP BY ALL`,
      { path: pathOf(file) },
    );
  }
  await database.run(`CREATE TEMP TABLE vle_resolved AS
    SELECT student_id, day, module_code AS module, component AS type, sum(acts * times)::DOUBLE AS acts,
      sum(CASE WHEN is_untimed THEN acts * times ELSE 0 END)::DOUBLE AS untimed_acts
      FROM (SELECT ${columns}, day, acts, is_untimed, max(times) AS times FROM vle_shared GROUP BY ALL)
      WHERE acts > 0 GROUP BY student_id, day, module_code, component`);
  // A day that is not shared stands in one file alone, so its groups are complete as they are.
  await database.run(`CREATE TEMP VIEW vle_acts AS
    SELECT student_id, day, module, type, acts, untimed_acts FROM vle_groups
      WHERE acts > 0 AND day NOT IN (SELECT day FROM shared_days)
    UNION ALL SELECT student_id, day, module, type, acts, untimed_acts FROM vle_resolved`);
  const [repeated = 0] = readNumbers(
    await database.run(`SELECT coalesce(sum(total - most), 0)::BIGINT FROM (
      SELECT sum(times) AS total, max(times) AS most FROM vle_shared GROUP BY ${columns})`),
  );
  await database.run('DROP TABLE vle_shared');
  return repeated;
}
