// The sound rows of a table's files, one after the other, and what is counted of every table.
import type { Source } from '../../engagement/student.js';
import type { ParsedRow } from '../events/row-cells.js';
import type { FaultList } from '../fault-list.js';
import type { GuardedFile } from '../guard/guarded-file.js';
import { eachRecord } from '../records-of.js';
import type { CellsOf, EventTable } from '../tables.js';

export interface RowVisit<T extends EventTable, R> {
  readonly parse: (cells: CellsOf<T>, source: Source) => ParsedRow<R>;
  readonly visit: (row: R, source: Source, cells: CellsOf<T>) => void;
  /** All that a row says: of several files, every different one is kept; null: nothing is counted. */
  readonly keyOf: ((row: R, cells: CellsOf<T>) => string) | null;
}

export interface CsvRun {
  readonly faults: FaultList;
  readonly onRecord: () => void;
}

export interface RowCount {
  /** Rows by student id, repeated ones included; empty where the table names no students. */
  readonly rowsOf: ReadonlyMap<string, number>;
  /** The ids that each file names. */
  readonly idsOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** Rows that stand in an earlier file too; 0 where they are not counted. */
  readonly repeatedRows: number;
}

export async function eachRow<T extends EventTable, R>(
  table: T,
  files: readonly GuardedFile[],
  { parse, visit, keyOf }: RowVisit<T, R>,
  { faults, onRecord }: CsvRun,
): Promise<RowCount> {
  const rowsOf = new Map<string, number>();
  const repeats = new RepeatCount();
  const idsOf = new Map<string, ReadonlySet<string>>();
  for (const file of files) {
    const ids = new Set<string>();
    idsOf.set(file.file, ids);
    await eachRecord(table, file, (cells, record) => {
      onRecord();
      const source = { file: file.file, record };
      const parsed = parse(cells, source);
      if ('faults' in parsed) {
        faults.addAll(parsed.faults);
        return;
      }
      const { student_id: studentId }: { readonly student_id?: string } = cells;
      if (studentId !== undefined) {
        rowsOf.set(studentId, (rowsOf.get(studentId) ?? 0) + 1);
        ids.add(studentId);
      }
      // A single file repeats none: equal rows inside it are as many.
      if (keyOf !== null && files.length > 1) repeats.add(keyOf(parsed.row, cells));
      visit(parsed.row, source, cells);
    });
    repeats.endFile();
  }
  return { rowsOf, idsOf, repeatedRows: repeats.rows };
}

/** Of rows in several files, those that an earlier file has as often. */
class RepeatCount {
  rows = 0;
  private readonly most = new Map<string, number>();
  private here = new Map<string, number>();

  add(key: string): void {
    const times = (this.here.get(key) ?? 0) + 1;
    this.here.set(key, times);
    if (times <= (this.most.get(key) ?? 0)) this.rows += 1;
  }

  endFile(): void {
    this.here.forEach((times, key) => this.most.set(key, Math.max(times, this.most.get(key) ?? 0)));
    this.here = new Map();
  }
}
