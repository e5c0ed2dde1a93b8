// Writes generated schools as canonical exports, some files compressed.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Row, Schools } from './generated-school.js';

export function writeSchools(folder: string, schools: Schools): void {
  mkdirSync(folder, { recursive: true });
  writeTable(folder, 'students', [schools.students]);
  if (schools.enrolments !== null) writeTable(folder, 'module_enrolments', [schools.enrolments]);
  writeTable(folder, 'submissions', schools.submissions);
  writeTable(folder, 'vle', schools.vle);
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
