// A table with an occurrence a row, folded in SQL.
import {
  ATTENDED_WORDS,
  OCCURRENCE_STANDINGS,
  OCCURRENCES,
  type OccurrenceColumns,
  type OccurrenceTable,
} from '../events/occurrence.js';
import type { GuardedFile } from '../guarded-file.js';
import { columnsOf } from '../../engagement/tables.js';
import { countSql, isSkippedSql, minutesSql, withMomentsSql, wordSql } from './cell-sql.js';
import type { Database } from './database.js';
import { pathOf, relationSql } from './relation-sql.js';
import { readNumbers } from './result-columns.js';
import { repeatedByFile } from './repeated-rows.js';
import { faultyIdsSql, rowsByFile, type FoldTable } from './rows-table.js';
import { collectSharedRows } from './shared-days.js';

/**
 * Leaves, of all students, `<table>_groups` (rows by file and group) and `<table>_acts` (each act once, summed by student,
 * day, module, type and standing); where rows say whether the student came, also `<table>_open` (occurrences of which nobody
 * knows, each as often as it counts) and `<table>_conflicts` (of each student, those on which rows disagree).
 */
export function foldOccurrences(table: OccurrenceTable): FoldTable {
  return async (database, files, onFile) => {
    await loadGroups(database, table, files, onFile);
    const rows = await rowsByFile(database, `${table}_groups`, 'sum(row_count)', files.length);
    const [faulty = 0, skippedTimes = 0] = readNumbers(
      await database.run(
        `SELECT coalesce(sum(faulty), 0)::BIGINT, coalesce(sum(skipped), 0)::BIGINT FROM ${table}_groups`,
      ),
    );
    const [ids = 0] = readNumbers(await database.run(faultyIdsSql(`${table}_groups`)));
    const hasFaultyRows = faulty > 0 || ids > 0;
    const repeatedByFile = hasFaultyRows ? [] : await resolve(database, table, files);
    return { rowsByFile: rows, hasFaultyRows, repeatedByFile, skippedTimes };
  };
}

async function loadGroups(
  database: Database,
  table: OccurrenceTable,
  files: readonly GuardedFile[],
  onFile: (file: GuardedFile) => void,
): Promise<void> {
  await database.run(`CREATE TEMP TABLE ${table}_groups (file INTEGER, student_id VARCHAR, day INTEGER, module VARCHAR,
    type VARCHAR, standing TINYINT, acts DOUBLE, minutes BIGINT, unmeasured_acts DOUBLE, row_count BIGINT, skipped BIGINT, faulty BIGINT)`);
  for (const [index, file] of files.entries()) {
    onFile(file);
    await database.run(
      `INSERT INTO ${table}_groups SELECT ${index}, student_id, day, module, type, standing, ${sumsSql('1')}, count(*), count(*) FILTER (WHERE is_skipped),
        count(*) FILTER (WHERE day IS NULL OR act_count IS NULL OR act_minutes IS NULL OR standing IS NULL OR NOT is_known_type)
        FROM (${valuesSql(table, file)}) GROUP BY ALL`,
      { path: pathOf(file) },
    );
  }
}

/** Acts, minutes and unmeasured acts of rows that count several times. */
function sumsSql(times: string): string {
  return `sum(act_count * ${times})::DOUBLE AS acts, sum(greatest(act_minutes, 0) * ${times})::BIGINT AS minutes,
    sum(CASE WHEN act_minutes = ${UNMEASURED} THEN act_count * ${times} ELSE 0 END)::DOUBLE AS unmeasured_acts`;
}

/** As `minutesSql` has blank minutes. */
const UNMEASURED = -1;

/** The values of a row, by column and type; null where the cell is faulty. */
const VALUES = {
  day: 'INTEGER',
  minute: 'INTEGER',
  module: 'VARCHAR',
  type: 'VARCHAR',
  act_count: 'BIGINT',
  act_minutes: 'INTEGER',
  standing: 'TINYINT',
} as const;

/** Each row as text, with its values. */
function valuesSql(table: OccurrenceTable, file: GuardedFile): string {
  const { time, module, type, types, count, minutes, attended }: OccurrenceColumns = OCCURRENCES[table];
  return `SELECT ${quotedColumns(table)}, ${time}_day AS day, ${time}_minute AS minute,
    ${module ?? "''"} AS module, ${type ?? "''"} AS type,
    ${type === null || types === null ? 'true' : `${wordSql(type, types)} IS NOT NULL`} AS is_known_type,
    ${isSkippedSql(table)} AS is_skipped,
    ${count === null ? '1' : countSql(`"${count}"`)} AS act_count,
    ${minutes === null ? '0' : minutesSql(`"${minutes}"`)} AS act_minutes,
    CAST(${attended === null ? '0' : wordSql(attended, ATTENDED_WORDS)} AS TINYINT) AS standing
    FROM (${withMomentsSql(relationSql(table, file), [time])})`;
}

function quotedColumns(table: OccurrenceTable): string {
  return columnsOf(table)
    .map((column) => `"${column}"`)
    .join(', ');
}

const SUMS = 'student_id, day, module, type, standing, acts, minutes, unmeasured_acts';

/** Counts each occurrence once, and gives by file how many rows were left out because an earlier file has them too. */
async function resolve(
  database: Database,
  table: OccurrenceTable,
  files: readonly GuardedFile[],
): Promise<readonly number[]> {
  const isByRow = OCCURRENCES[table].sameBy === 'row';
  if (isByRow && files.length < 2) {
    await database.run(`CREATE TEMP VIEW ${table}_acts AS SELECT ${SUMS} FROM ${table}_groups WHERE acts > 0`);
    return files.map(() => 0);
  }
  const texts = columnsOf(table).map((column) => `"${column}"`);
  await collectSharedRows(
    database,
    {
      name: `${table}_shared`,
      columns: { ...Object.fromEntries(texts.map((column) => [column, 'VARCHAR'])), ...VALUES },
      relation: (file) => valuesSql(table, file),
      days: `SELECT file, day FROM ${table}_groups`,
      which: isByRow ? 'shared' : 'every',
    },
    files,
  );
  // What rows agree in that are one occurrence; the rest follows from it, but for the standing.
  const values = Object.keys(VALUES).filter((value) => value !== 'standing');
  await resolveShared(database, table, [...(isByRow ? texts : ['student_id']), ...values].join(', '));
  const repeated = await repeatedByFile(
    database,
    { name: `${table}_shared`, times: 'times', columns: texts, isOfStudents: true },
    files.length,
  );
  await database.run(`DROP TABLE ${table}_shared; DROP TABLE ${table}_resolved`);
  return repeated;
}

/** Of the best standing that the rows of an occurrence have, as many as the file has that has most of them. */
async function resolveShared(database: Database, table: OccurrenceTable, same: string): Promise<void> {
  await database.run(`CREATE TEMP TABLE ${table}_resolved AS
    SELECT ${same}, min(standing) AS standing, arg_min(times, standing) AS times,
      min(standing) = ${DONE} AND bool_or(standing = ${MISSED}) AS is_conflicting
    FROM (SELECT ${same}, standing, max(times) AS times FROM (
        SELECT file, ${same}, standing, sum(times)::BIGINT AS times FROM ${table}_shared GROUP BY ALL)
      GROUP BY ${same}, standing) GROUP BY ${same}`);
  await database.run(`CREATE TEMP TABLE ${table}_sums AS
    SELECT student_id, day, module, type, standing, ${sumsSql('times')} FROM ${table}_resolved
    WHERE act_count > 0 AND standing <> ${UNRECORDED} GROUP BY ALL`);
  // A day that is not shared stands in one file alone, so its groups are complete as they are.
  await database.run(`CREATE TEMP VIEW ${table}_acts AS
    SELECT ${SUMS} FROM ${table}_groups WHERE acts > 0 AND day NOT IN (SELECT day FROM ${table}_shared_days)
    UNION ALL SELECT ${SUMS} FROM ${table}_sums`);
  if (OCCURRENCES[table].attended === null) return;
  await database.run(`CREATE TEMP TABLE ${table}_open AS
    SELECT student_id, day, minute, type, times FROM ${table}_resolved WHERE standing = ${UNRECORDED}`);
  await database.run(`CREATE TEMP TABLE ${table}_conflicts AS
    SELECT student_id, count(*) AS conflicts FROM ${table}_resolved WHERE is_conflicting GROUP BY student_id`);
}

const [DONE, MISSED, UNRECORDED] = (['done', 'missed', 'unrecorded'] as const).map((standing) =>
  OCCURRENCE_STANDINGS.indexOf(standing),
) as [number, number, number];
