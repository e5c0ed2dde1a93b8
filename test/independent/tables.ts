// The files of a canonical table, naively: every row by column name, blank where a file has no such column.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { dayNumber, type DayNumber } from './days.js';
import { momentOf, type Moment } from './moments.js';

export type Row = Readonly<Record<string, string>>;

/** One list of rows for each file of the table; null where there is no such table. */
export function readTable(folder: string, table: string): Row[][] | null {
  const names = readdirSync(folder).filter((name) => name.startsWith(table) && /\.csv(?:\.gz)?$/.test(name));
  if (names.length === 0) return null;
  return names.map((name) => {
    const bytes = readFileSync(path.join(folder, name));
    return parse<Row>(name.endsWith('.gz') ? gunzipSync(bytes) : bytes, { bom: true, columns: true });
  });
}

export function cell(row: Row, column: string): string {
  return (row[column] ?? '').trim();
}

export function optionalDay(row: Row, column: string): DayNumber | null {
  const written = cell(row, column);
  return written === '' ? null : dayNumber(written);
}

export function optionalMoment(row: Row, column: string): Moment | null {
  const written = cell(row, column);
  return written === '' ? null : momentOf(written);
}

/** A row is repeated as often as in the file that holds it most often: files overlap, equal rows of one file are separate acts. */
export function withoutOverlaps(files: readonly (readonly Row[])[], columns: readonly string[]): Row[] {
  const most = new Map<string, Row[]>();
  for (const rows of files) {
    for (const [key, equal] of groupedBy(rows, (row) => JSON.stringify(columns.map((column) => cell(row, column))))) {
      if (equal.length > (most.get(key)?.length ?? 0)) most.set(key, equal);
    }
  }
  return [...most.values()].flat();
}

export function groupedBy<Key, Value>(values: Iterable<Value>, keyOf: (value: Value) => Key): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}
