// A row that a reader loses without an error is noticed, in every event table: the guard has counted them.
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { createCsvReader } from '../../src/exports/csv/csv-reader.js';
import { discover } from '../../src/exports/discovery.js';
import { openDatabase } from '../../src/exports/duckdb/database.js';
import { createDuckdbReader } from '../../src/exports/duckdb/duckdb-reader.js';
import { guardFiles } from '../../src/exports/guard-files.js';
import { NO_SOURCES } from '../../src/mapping/mapping.js';
import { createPrivateFolder } from '../../src/exports/private-folder.js';
import { EVENT_TABLES, REQUIRED_COLUMNS, type EventTable } from '../../src/engagement/tables.js';
import { READERS, STUDENTS, withFolder } from './workspace.js';

const CELLS: Readonly<Record<string, string>> = {
  student_id: '0001',
  event_id: 'E1',
  assessment_id: 'A1',
  module_code: 'M1',
  status: 'present',
};

function rowOf(table: EventTable): string {
  return REQUIRED_COLUMNS[table].map((column) => CELLS[column] ?? '2025-10-01').join(',');
}

test.each(EVENT_TABLES.flatMap((table) => READERS.map((reader) => [table, reader] as const)))(
  '%s, by %s',
  async (table, name) => {
    const csv = [REQUIRED_COLUMNS[table].join(','), rowOf(table), ''].join('\n');
    await withFolder({ 'students.csv': STUDENTS, [`${table}.csv`]: csv }, async (folder) => {
      const privateFolder = await createPrivateFolder();
      const progress = (): void => undefined;
      const { files: discovered } = await discover(folder, [], NO_SOURCES);
      const { files } = await guardFiles(discovered, { privateFolder, rewriteParquet: null, progress });
      const paths = [join(folder, `${table}.csv`)];
      const reader =
        name === 'csv-parse'
          ? createCsvReader()
          : createDuckdbReader(await openDatabase({ DuckDBInstance }, privateFolder.path, paths));
      // As if the guard had seen one more.
      const own = files
        .filter((file) => file.table === table)
        .map((file) => ({ ...file, report: { ...file.report, records: 2 } }));
      const folding = reader.fold({ studentIds: ['0001'], files: new Map([[table, own]]), progress });
      await expect(folding).rejects.toThrow(`${table}.csv: the guard counted 2 records`);
      await reader.close();
      await privateFolder.remove();
    });
  },
);
