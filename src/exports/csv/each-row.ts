// The sound rows of a table's files, one after the other, and what is counted of every table.
import { isSkippedTime } from '../../calendar/moment.js';
import type { Source } from '../../engagement/student.js';
import type { ParsedRow } from '../events/row-cells.js';
import type { FaultList } from '../fault-list.js';
import type { GuardedFile } from '../guarded-file.js';
import { eachRecord } from '../records-of.js';
import { RowAccounts } from '../row-account.js';
import { TIME_COLUMNS, type CellsOf, type EventTable } from '../../engagement/tables.js';
import { Repeats } from '../events/repeats.js';

export interface RowVisit<T extends EventTable, R> {
  readonly parse: (cells: CellsOf<T>, source: Source) => ParsedRow<R>;
  readonly visit: (row: R, source: Source, cells: CellsOf<T>) => void;
  /** All that a row says: of several files, every different one is kept; null: repeats are told later. */
  readonly keyOf: ((row: R, cells: CellsOf<T>) => string) | null;
}

export interface CsvRun {
  readonly faults: FaultList;
  readonly onRecord: () => void;
  readonly isKnown: (studentId: string) => boolean;
}

export interface RowCount {
  readonly accounts: RowAccounts;
  /** The ids that each file names; empty where the table names no students. */
  readonly idsOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** Rows with a time in the hour that the clocks skip. */
  readonly skippedTimes: number;
}

export async function eachRow<T extends EventTable, R>(
  table: T,
  files: readonly GuardedFile[],
  { parse, visit, keyOf }: RowVisit<T, R>,
  { faults, onRecord, isKnown }: CsvRun,
): Promise<RowCount> {
  const accounts = new RowAccounts(files);
  const repeats = new Repeats();
  const idsOf = new Map<string, ReadonlySet<string>>();
  const times: readonly string[] = TIME_COLUMNS[table];
  let skippedTimes = 0;
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
      if (studentId !== undefined) ids.add(studentId);
      if (studentId !== undefined && !isKnown(studentId)) accounts.add(file.file, 'ofUnknownStudents');
      // A single file repeats none: equal rows inside it are as many.
      else if (keyOf !== null && files.length > 1 && repeats.isRepeated(keyOf(parsed.row, cells))) {
        accounts.add(file.file, 'repeated');
      } else accounts.add(file.file, 'used');
      const texts: Readonly<Record<string, string>> = cells;
      if (times.some((column) => isSkippedTime(texts[column] ?? ''))) skippedTimes += 1;
      visit(parsed.row, source, cells);
    });
    repeats.endFile();
  }
  return { accounts, idsOf, skippedTimes };
}
