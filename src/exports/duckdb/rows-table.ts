// A table of the database with a row for each row of an event table.
import type { GuardedFile } from '../guarded-file.js';
import type { Database } from './database.js';
import type { EventTable } from '../../engagement/tables.js';
import { isIdSql, isSkippedSql } from './cell-sql.js';
import { pathOf } from './relation-sql.js';
import { repeatedByFile } from './repeated-rows.js';
import { readByFile, readNumbers } from './result-columns.js';

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
  /** Whether a row is faulty, but for the student's id. */
  readonly isFaulty: string;
  /** The columns that are all that a row says. */
  readonly says: readonly string[];
}

/** Leaves the table, with the index of each row's file as `file`. */
export function foldRows(rows: RowsTable): FoldTable {
  const isOfStudents = 'student_id' in rows.columns;
  return async (database, files, onFile) => {
    await loadRows(database, rows, files, onFile);
    const [faulty = 0, skippedTimes = 0] = readNumbers(
      await database.run(
        `SELECT count(*) FILTER (WHERE ${rows.isFaulty}), count(*) FILTER (WHERE is_skipped) FROM ${rows.name}`,
      ),
    );
    const [ids = 0] = isOfStudents ? readNumbers(await database.run(faultyIdsSql(rows.name))) : [];
    return {
      rowsByFile: await rowsByFile(database, rows.name, 'count(*)', files.length),
      hasFaultyRows: faulty > 0 || ids > 0,
      repeatedByFile: await repeatedByFile(
        database,
        { name: rows.name, times: '1', columns: rows.says, isOfStudents },
        files.length,
      ),
      skippedTimes,
    };
  };
}

async function loadRows(
  database: Database,
  { name, table, columns, relation }: RowsTable,
  files: readonly GuardedFile[],
  onFile: (file: GuardedFile) => void,
): Promise<void> {
  const declared = Object.entries(columns).map(([column, [type]]) => `${column} ${type}`);
  await database.run(`CREATE TEMP TABLE ${name} (file INTEGER, is_skipped BOOLEAN, ${declared.join(', ')})`);
  const expressions = Object.values(columns).map(([, expression]) => expression);
  for (const [index, file] of files.entries()) {
    onFile(file);
    const select = `SELECT ${index}, ${isSkippedSql(table)}, ${expressions.join(', ')} FROM (${relation(file)})`;
    await database.run(`INSERT INTO ${name} ${select}`, { path: pathOf(file) });
  }
}

/** How many different ids of a relation are none. */
export function faultyIdsSql(relation: string): string {
  return `SELECT count(*) FROM (SELECT DISTINCT student_id FROM ${relation}) WHERE NOT ${isIdSql('student_id')}`;
}

/** The rows of each file, given how to count them. */
export async function rowsByFile(
  database: Database,
  name: string,
  rows: string,
  files: number,
): Promise<readonly number[]> {
  const counts = await database.run(`SELECT file, CAST(${rows} AS DOUBLE) FROM ${name} GROUP BY file`);
  return readByFile(counts, files);
}

/** Each text column of a table of exports as it is. */
export function textColumns(columns: readonly string[]): Record<string, readonly [string, string]> {
  return Object.fromEntries(columns.map((column) => [column, ['VARCHAR', column]]));
}
