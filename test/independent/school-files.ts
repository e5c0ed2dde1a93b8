// Writes generated schools as canonical exports, some files compressed.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Tables } from './generated-files.js';
import type { Row } from './tables.js';

export function writeSchools(folder: string, tables: Tables): void {
  mkdirSync(folder, { recursive: true });
  for (const [table, files] of Object.entries(tables)) writeTable(folder, table, files);
}

/** The first file plain, a second compressed, a third plain. */
function writeTable(folder: string, table: string, files: readonly (readonly Row[])[]): void {
  files.forEach((rows, index) => {
    const columns = Object.keys(rows[0] ?? {});
    const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
    const text = lines.map((cells) => `${cells.join(',')}\n`).join('');
    const name = path.join(folder, `${table}${index === 0 ? '' : `-${index}`}.csv`);
    if (index === 1) writeFileSync(`${name}.gz`, gzipSync(text));
    else writeFileSync(name, text);
  });
}
