// Parquet is rewritten as CSV in the private folder, so that it passes the same guard and the same readers.
import type { DuckDBMaterializedResult } from '@duckdb/node-api';
import { fault } from '../../diagnostics/catalogue.js';
import type { DiscoveredFile } from '../discovery.js';
import { refusal } from '../fault-list.js';
import { columnsOf } from '../../engagement/tables.js';
import { columnsRead } from '../../mapping/names-read.js';
import { plainName } from '../../mapping/plain-name.js';
import { escapeGlob, quote, type Database } from './database.js';

/**
 * Columns that neither the table has nor the file's mapping reads are named in the header and left blank: they are never
 * read (clause 13). Moments become canonical times, whatever a mapping says of texts.
 */
export async function rewriteParquet(database: Database, file: DiscoveredFile, target: string): Promise<void> {
  const source = `read_parquet(${quote(escapeGlob(file.path))}, hive_partitioning = false)`;
  try {
    const described = describedColumns(await database.run(`DESCRIBE SELECT * FROM ${source}`));
    const cells = described.map(({ name, type }) => {
      const canonical = readAs(file, name);
      if (canonical.length === 0) return `'' AS ${identifier(name)}`;
      if (canonical.some((it) => it.endsWith('_id')) && /^(FLOAT|DOUBLE|DECIMAL)/.test(type)) {
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

/** The columns of the table that a column of the file is read for; of what tells rows apart that are none, its own name. */
function readAs({ table, mapping }: DiscoveredFile, name: string): readonly string[] {
  if (mapping === null) return columnsOf(table).filter((column) => column === name);
  return columnsRead(mapping).flatMap(({ names, canonical }) =>
    names.some((it) => plainName(it) === plainName(name)) ? [canonical ?? name] : [],
  );
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
