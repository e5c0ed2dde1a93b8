// Rows that an earlier file has too, counted by file.
import type { Database } from './database.js';
import { readByFile } from './result-columns.js';

export interface RowsOfFiles {
  readonly name: string;
  /** How often each row of the relation stands in its file. */
  readonly times: string;
  /** All that a row says. */
  readonly columns: readonly string[];
  /** Whether it names students: then only those of known ones count. */
  readonly isOfStudents: boolean;
}

/** By file index: of equal rows, as many as the earlier file has that has them most. */
export async function repeatedByFile(
  database: Database,
  { name, times, columns, isOfStudents }: RowsOfFiles,
  files: number,
): Promise<readonly number[]> {
  // Equal rows inside one file are as many.
  if (files < 2) return Array.from({ length: files }, () => 0);
  const all = columns.join(', ');
  const known = isOfStudents ? 'SEMI JOIN students ON students.text = student_id' : '';
  const repeated = await database.run(`SELECT file, sum(least(here, before))::DOUBLE FROM (
    SELECT file, here, max(here) OVER (PARTITION BY ${all} ORDER BY file
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
    FROM (SELECT file, ${all}, sum(${times})::BIGINT AS here FROM ${name} ${known} GROUP BY ALL))
    WHERE before IS NOT NULL GROUP BY file`);
  return readByFile(repeated, files);
}
