// The rows of a records table, each checked against its schema; every fault is named by file, record and column.
import type { z } from 'zod';
import { fault, type Fault } from '../../diagnostics/catalogue.js';
import type { Source } from '../../engagement/student.js';
import { isFormulaId, isShortenedId } from '../cell.js';
import type { FaultList } from '../fault-list.js';
import type { GuardedFile } from '../guarded-file.js';
import { eachRecord } from '../records-of.js';
import type { CellsOf, ColumnOf, RecordTable } from '../../engagement/tables.js';
import type { CellIssue } from './cell-schema.js';

export interface ReadRow<T extends RecordTable, V> {
  readonly cells: CellsOf<T>;
  readonly value: V;
  readonly source: Source;
}

export interface RowCheck<T extends RecordTable, V> {
  readonly table: T;
  readonly schema: z.ZodType<V>;
  /** Two date columns; the second may not lie before the first. */
  readonly spans: readonly (readonly [ColumnOf<T>, ColumnOf<T>])[];
}

export async function readRows<T extends RecordTable, V>(
  files: readonly GuardedFile[],
  { table, schema, spans }: RowCheck<T, V>,
  faults: FaultList,
): Promise<readonly ReadRow<T, V>[]> {
  const rows: ReadRow<T, V>[] = [];
  for (const file of files) {
    await eachRecord(table, file, (cells, record) => {
      const source = { file: file.file, record };
      const parsed = schema.safeParse(cells);
      if (!parsed.success) {
        for (const issue of parsed.error.issues) faults.add(cellFault(cells, source, issue));
        return;
      }
      for (const [start, end] of spans) {
        // Both have passed the schema, and dates in this shape sort as text.
        if (cells[start] === '' || cells[end] === '' || cells[start] <= cells[end]) continue;
        faults.add(fault('ends-before-start', { record, start, end }, { ...source, column: end }));
      }
      rows.push({ cells, value: parsed.data, source });
    });
  }
  return rows;
}

function cellFault(cells: Readonly<Record<string, string>>, source: Source, issue: z.core.$ZodIssue): Fault {
  const columnName = String(issue.path[0]);
  const cell = cells[columnName] ?? '';
  const place = { ...source, column: columnName };
  const { record } = source;
  const { allowed, shown, blank } = (issue.code === 'custom' ? issue.params : undefined) as unknown as CellIssue;
  if (cell === '') return fault(blank, { record }, place);
  if (columnName === 'student_id' && isShortenedId(cell)) return fault('id-shortened', { record, cell }, place);
  if (columnName === 'student_id' && isFormulaId(cell)) return fault('cell-is-formula', { record }, place);
  return fault('cell-invalid', { record, cell: shown, allowed }, place);
}
