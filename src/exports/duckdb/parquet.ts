// Parquet is rewritten as canonical CSV in the private folder, so that it passes the same guard and the same readers.
import type { DuckDBMaterializedResult } from '@duckdb/node-api';
import { fault } from '../../diagnostics/catalogue.js';
import type { DiscoveredFile } from '../discovery.js';
import { refusal } from '../fault-list.js';
import { columnsOf } from '../../engagement/tables.js';
import { escapeGlob, quote, type Database } from './database.js';

/** Columns that the table does not have are named in the header and left blank: they are never read (clause 13). */
export async function rewriteParquet(database: Database, file: DiscoveredFile, target: string): Promise<void> {
  const source = `read_parquet(${quote(escapeGlob(file.path))}, hive_partitioning = false)`;
  try {
    const known: readonly string[] = columnsOf(file.table);
    const described = describedColumns(await database.run(`DESCRIBE SELECT * FROM ${source}`));
    const cells = described.map(({ name, type }) => {
      if (!known.includes(name)) return `'' AS ${identifier(name)}`;
      if (name.endsWith('_id') && /^(FLOAT|DOUBLE|DECIMAL)/.test(type)) {
        throw refusal(fault('parquet-id-is-number', { column: name }, { file: file.file, column: name }));
      }
      return `coalesce(${asText(identifier(name), type)}, '') AS ${identifier(name)}`;
    });
    await database.run(
      `COPY (SELECT ${cells.join(', ')} FROM ${source}) TO ${quote(target)} (FORMAT csv, HEADER true, FORCE_QUOTE *)`,
    );
  } catch (error) {
    if (error instanceof Error && error.name !== 'Refusal') {
      throw refusal(fault('parquet-unreadable', {}, { file: file.file }));
    }
    throw error;
  }
}

/** A value as the canonical exports write it. */
function asText(column: string, type: string): string {
  if (type === 'TIMESTAMP WITH TIME ZONE') {
    return `strftime(make_timestamp(epoch_us(${column})), '%Y-%m-%dT%H:%M:%SZ')`;
  }
  if (type.startsWith('TIMESTAMP')) return `strftime(CAST(${column} AS TIMESTAMP), '%Y-%m-%dT%H:%M:%S')`;
  if (type === 'DATE') return `strftime(${column}, '%Y-%m-%d')`;
  if (type === 'BOOLEAN') return `CASE WHEN ${column} THEN 'yes' WHEN NOT ${column} THEN 'no' END`;
  return `CAST(${column} AS VARCHAR)`;
}

function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function describedColumns(result: DuckDBMaterializedResult): readonly { name: string; type: string }[] {
  const columns: { name: string; type: string }[] = [];
  for (let index = 0; index < result.chunkCount; index += 1) {
    const chunk = result.getChunk(index);
    const [names, types] = [chunk.getColumnVector(0), chunk.getColumnVector(1)];
    for (let entry = 0; entry < chunk.rowCount; entry += 1) {
      columns.push({ name: names.getItem(entry) as string, type: types.getItem(entry) as string });
    }
  }
  return columns;
}
