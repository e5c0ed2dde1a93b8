// The ids that may have lost leading zeros, found in SQL: what they say is decided in TypeScript, for both readers alike.
import { at } from '../../engagement/columns.js';
import type { EventSources } from '../events/fold.js';
import { FaultList } from '../fault-list.js';
import { KnownIds, lostZeros } from '../lost-zeros.js';
import { EVENT_TABLES } from '../../engagement/tables.js';
import type { Database } from './database.js';
import { readRows } from './result-columns.js';
import { STUDENT_ROWS } from './tallies.js';

/** Needs `students` and the rows of every table. */
export async function refuseLostZeros(database: Database, { files, studentIds }: EventSources): Promise<void> {
  const knownIds = new KnownIds(studentIds);
  const faults = new FaultList();
  for (const table of EVENT_TABLES) {
    const tableFiles = files.get(table) ?? [];
    const [relation] = STUDENT_ROWS[table] ?? [];
    if (relation === undefined || tableFiles.length === 0) continue;
    const rows = readRows(await database.run(doubtfulIdsSql(relation))) as (readonly [number, string])[];
    const idsOf = tableFiles.map(() => new Set<string>());
    for (const [file, id] of rows) at(idsOf, file).add(id);
    tableFiles.forEach(({ file }, index) => {
      faults.addAll(lostZeros(file, at(idsOf, index), knownIds));
    });
  }
  faults.refuse();
}

/** In files that name somebody unknown whose id is a student's but for leading zeros: all ids of those digits. */
function doubtfulIdsSql(relation: string): string {
  return `WITH ids AS (SELECT DISTINCT file, student_id, ltrim(student_id, '0') AS bare FROM ${relation}),
    doubtful AS (SELECT DISTINCT file, bare FROM ids ANTI JOIN students ON students.text = student_id
      WHERE bare IN (SELECT ltrim(text, '0') FROM students))
    SELECT file, student_id FROM ids SEMI JOIN doubtful USING (file, bare)`;
}
