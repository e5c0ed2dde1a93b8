// A student's rows of one table, in order of file and record, each told whether it repeats a row of an earlier file.
import type { Feed } from '../../engagement/feed.js';
import { groupBy } from '../../engagement/group-by.js';
import type { Source } from '../../engagement/student.js';
import type { GuardedFile } from '../guarded-file.js';
import type { CellsOf } from '../../engagement/tables.js';
import type { EventReader } from './fold.js';
import { Repeats } from './repeats.js';
import type { ParsedRow } from './row-cells.js';

export interface TracedRow<T extends Feed, R> extends Source {
  readonly cells: CellsOf<T>;
  readonly row: R;
  readonly isRepeated: boolean;
}

export interface RowReading<T extends Feed, R> {
  readonly parse: (cells: CellsOf<T>, source: Source) => ParsedRow<R>;
  /** All that a row says. */
  readonly keyOf: (row: R, cells: CellsOf<T>) => string;
}

export async function tracedRows<T extends Feed, R>(
  reader: EventReader,
  table: T,
  files: readonly GuardedFile[],
  studentId: string,
  { parse, keyOf }: RowReading<T, R>,
): Promise<readonly TracedRow<T, R>[]> {
  const rows: TracedRow<T, R>[] = [];
  const repeats = new Repeats();
  for (const file of files) {
    for (const { record, cells: texts } of await reader.recordsOf(table, file, studentId)) {
      const source = { file: file.file, record };
      const cells = texts as CellsOf<T>;
      const row = sound(parse(cells, source));
      rows.push({ ...source, cells, row, isRepeated: repeats.isRepeated(keyOf(row, cells)) });
    }
    repeats.endFile();
  }
  return rows;
}

/**
 * The rows that do not count because others say the same thing better: of those that `keyOf` calls the same, and that are
 * not repeated, the best count, as many as `mostThatCount` says.
 */
export function overruledRows<T extends Feed, R>(
  rows: readonly TracedRow<T, R>[],
  keyOf: (row: TracedRow<T, R>) => string,
  byPreference: (one: R, other: R) => number,
  mostThatCount: (keyed: readonly TracedRow<T, R>[]) => number,
): ReadonlySet<TracedRow<T, R>> {
  // Sorting is stable: of equal rows the first in order of file and record counts.
  const overruled = [...groupBy(rows, keyOf).values()].flatMap((keyed) =>
    keyed
      .filter(({ isRepeated }) => !isRepeated)
      .sort((one, other) => byPreference(one.row, other.row))
      .slice(mostThatCount(keyed)),
  );
  return new Set(overruled);
}

/** How many rows the file has that has most of them. */
export function mostInOneFile(rows: readonly Source[]): number {
  const counts = new Map<string, number>();
  for (const { file } of rows) counts.set(file, (counts.get(file) ?? 0) + 1);
  return Math.max(...counts.values());
}

/** The fold has seen that every row is sound. */
function sound<R>(parsed: ParsedRow<R>): R {
  if ('row' in parsed) return parsed.row;
  throw new Error('a record changed between fold and trace');
}
