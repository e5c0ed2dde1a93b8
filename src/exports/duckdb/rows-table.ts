// A table of the database with a row for each row of an event table.
import type { GuardedFile } from '../guard/guarded-file.js';
import type { Database } from './database.js';
import { pathOf } from './relation-sql.js';
import { readColumns, readNumbers } from './result-columns.js';

export interface FoldedTable {
  /** Rows by file index, to hold against the guard. */
  readonly rowsByFile: readonly number[];
  readonly hasFaultyRows: boolean;
  readonly repeatedRows: number;
}

/** Folds one table of the exports; tells before each file. */
export type FoldTable = (
  database: Database,
  files: readonly GuardedFile[],
  onFile: (file: GuardedFile) => void,
) => Promise<FoldedTable>;

export interface RowsTable {
  readonly name: string;
  /** What each row is, by column: its type, then the expression that it comes from. */
  readonly columns: Readonly<Record<string, readonly [type: string, expression: string]>>;
  /** The relation of a file that the expressions are of. */
  readonly relation: (file: GuardedFile) => string;
}

/** Creates the table, with the index of each row's file as `file`, and fills it. Gives the rows by file. */
export async function loadRows(
  database: Database,
  { name, columns, relation }: RowsTable,
  files: readonly GuardedFile[],
  onFile: (file: GuardedFile) => void,
): Promise<readonly number[]> {
  const declared = Object.entries(columns).map(([column, [type]]) => `${column} ${type}`);
  await database.run(`CREATE TEMP TABLE ${name} (file INTEGER, ${declared.join(', ')})`);
  const expressions = Object.values(columns).map(([, expression]) => expression);
  for (const [index, file] of files.entries()) {
    onFile(file);
    const select = `SELECT ${index}, ${expressions.join(', ')} FROM (${relation(file)})`;
    await database.run(`INSERT INTO ${name} ${select}`, { path: pathOf(file) });
  }
  return rowsByFile(database, name, 'count(*)', files.length);
}

/** The rows of each file, given how to count them. */
export async function rowsByFile(
  database: Database,
  name: string,
  rows: string,
  files: number,
): Promise<readonly number[]> {
  const [indices, counts] = readColumns(
    await database.run(`SELECT file, CAST(${rows} AS DOUBLE) FROM ${name} GROUP BY file`),
    (length) => [new Int32Array(length), new Float64Array(length)] as const,
  );
  const found = Array.from({ length: files }, () => 0);
  indices.forEach((index, row) => (found[index] = counts[row] ?? 0));
  return found;
}

/** Rows that stand in several files, beyond the file that has them most; `columns` is all that a row says. */
export async function repeatedRows(
  database: Database,
  name: string,
  columns: readonly string[],
  files: number,
): Promise<number> {
  // Equal rows inside one file are as many.
  if (files < 2) return 0;
  const all = columns.join(', ');
  const [repeated = 0] = readNumbers(
    await database.run(`SELECT coalesce(sum(total - most), 0)::BIGINT FROM (SELECT sum(times) AS total, max(times) AS most
      FROM (SELECT file, ${all}, count(*) AS times FROM ${name} GROUP BY ALL) GROUP BY ${all})`),
  );
  return repeated;
}

/** Each text column of a table of exports as it is. */
export function textColumns(columns: readonly string[]): Record<string, readonly [string, string]> {
  return Object.fromEntries(columns.map((column) => [column, ['VARCHAR', column]]));
}
