// A table of the database with a row for each row of an event table.
import type { GuardedFile } from '../guard/guarded-file.js';
import type { Database } from './database.js';
import type { EventTable } from '../tables.js';
import { isSkippedSql } from './cell-sql.js';
import { pathOf } from './relation-sql.js';
import { readColumns, readNumbers } from './result-columns.js';

export interface FoldedTable {
  /** Rows by file index, to hold against the guard. */
  readonly rowsByFile: readonly number[];
  readonly hasFaultyRows: boolean;
  /** Rows of known students by file index that an earlier file has too. */
  readonly repeatedByFile: readonly number[];
  /** Rows with a time in the hour that the clocks skip. */
  readonly skippedTimes: number;
}

/** Folds one table of the exports; tells before each file. */
export type FoldTable = (
  database: Database,
  files: readonly GuardedFile[],
  onFile: (file: GuardedFile) => void,
) => Promise<FoldedTable>;

export interface RowsTable {
  readonly name: string;
  readonly table: EventTable;
  /** What each row is, by column: its type, then the expression that it comes from. */
  readonly columns: Readonly<Record<string, readonly [type: string, expression: string]>>;
  /** The relation of a file that the expressions are of. */
  readonly relation: (file: GuardedFile) => string;
}

/** Creates the table, with the index of each row's file as `file`, and fills it. Gives the rows by file. */
export async function loadRows(
  database: Database,
  { name, table, columns, relation }: RowsTable,
  files: readonly GuardedFile[],
  onFile: (file: GuardedFile) => void,
): Promise<readonly number[]> {
  const declared = Object.entries(columns).map(([column, [type]]) => `${column} ${type}`);
  await database.run(`CREATE TEMP TABLE ${name} (file INTEGER, is_skipped BOOLEAN, ${declared.join(', ')})`);
  const expressions = Object.values(columns).map(([, expression]) => expression);
  for (const [index, file] of files.entries()) {
    onFile(file);
    const select = `SELECT ${index}, ${isSkippedSql(table)}, ${expressions.join(', ')} FROM (${relation(file)})`;
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

/** How many rows have a time in the hour that the clocks skip. */
export async function skippedTimes(database: Database, name: string): Promise<number> {
  const [skipped = 0] = readNumbers(await database.run(`SELECT count(*) FROM ${name} WHERE is_skipped`));
  return skipped;
}

/** Each text column of a table of exports as it is. */
export function textColumns(columns: readonly string[]): Record<string, readonly [string, string]> {
  return Object.fromEntries(columns.map((column) => [column, ['VARCHAR', column]]));
}
