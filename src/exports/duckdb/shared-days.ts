// Days of which several files speak: their rows are read again, as text, to tell which stand in more than one file.
import type { GuardedFile } from '../guarded-file.js';
import type { Database } from './database.js';
import { pathOf } from './relation-sql.js';
import { readColumns } from './result-columns.js';

export interface SharedRows {
  readonly name: string;
  /** What to keep of each row, by column: its type. */
  readonly columns: Readonly<Record<string, string>>;
  /** The relation of a file that has these columns, and `day`. */
  readonly relation: (file: GuardedFile) => string;
  /** A query for the days of each file: `file`, `day`. */
  readonly days: string;
  /** Every day, or only those that several files have. */
  readonly which: 'shared' | 'every';
}

/** Leaves `<name>_days`, and `<name>`: each different row of those days, by file, and as `times` how often it stands there. */
export async function collectSharedRows(
  database: Database,
  { name, columns, relation, days, which }: SharedRows,
  files: readonly GuardedFile[],
): Promise<void> {
  await database.run(`CREATE TEMP TABLE ${name}_file_days AS SELECT DISTINCT * FROM (${days})`);
  await database.run(`CREATE TEMP TABLE ${name}_days AS SELECT day FROM ${name}_file_days GROUP BY day
    HAVING ${which === 'every' ? 'true' : 'count(*) > 1'}`);
  const declared = Object.entries(columns).map(([column, type]) => `${column} ${type}`);
  await database.run(`CREATE TEMP TABLE ${name} (file INTEGER, ${declared.join(', ')}, times BIGINT)`);
  const [concerned] = readColumns(
    await database.run(`SELECT DISTINCT file FROM ${name}_file_days SEMI JOIN ${name}_days USING (day)`),
    (length) => [new Int32Array(length)] as const,
  );
  for (const [index, file] of files.entries()) {
    if (!concerned.includes(index)) continue;
    await database.run(
      `INSERT INTO ${name} SELECT ${index}, ${Object.keys(columns).join(', ')}, count(*) FROM (${relation(file)})
        WHERE day IN (SELECT day FROM ${name}_days) GROUP BY ALL`,
      { path: pathOf(file) },
    );
  }
}
