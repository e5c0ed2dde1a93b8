// A student's records, one by one, for explain: the same rows, the same rule for repeated ones as in the fold.
import { parseMoment, type Moment } from '../../calendar/moment.js';
import type { EventRecord } from '../../engagement/ledger.js';
import { by } from '../../engagement/order.js';
import type { GuardedFile } from '../guard/guarded-file.js';
import { parseCount } from '../cell.js';
import { columnsOf, type EventTable } from '../tables.js';
import type { EventReader, TextRecord } from './fold.js';

export async function traceStudent(
  reader: EventReader,
  files: ReadonlyMap<EventTable, readonly GuardedFile[]>,
  studentId: string,
): Promise<readonly EventRecord[]> {
  const records: EventRecord[] = [];
  for (const [table, tableFiles] of files) {
    /** For each row, how often it stands in the earlier file that has it most. */
    const most = new Map<string, number>();
    for (const file of tableFiles) {
      const here = new Map<string, number>();
      for (const row of await reader.recordsOf(table, file, studentId)) {
        const key = rowKey(table, row.cells);
        const times = (here.get(key) ?? 0) + 1;
        here.set(key, times);
        records.push(eventRecord(table, file.file, row, times <= (most.get(key) ?? 0)));
      }
      here.forEach((times, key) => most.set(key, Math.max(times, most.get(key) ?? 0)));
    }
  }
  // Stable: within a file the records are in order already.
  return records.sort(by(({ file }) => file));
}

/** All that a row says; no cell holds the separator. */
export function rowKey(table: EventTable, cells: Readonly<Record<string, string>>): string {
  return columnsOf(table)
    .map((column) => cells[column] ?? '')
    .join('\u0000');
}

function eventRecord(table: EventTable, file: string, { record, cells }: TextRecord, isRepeated: boolean): EventRecord {
  const cell = (column: string): string => cells[column] ?? '';
  const common = { feed: table, file, record, module: cell('module_code'), isRepeated };
  if (table === 'vle') {
    const acts = parseCount(cell('count')) ?? 0;
    return { ...common, at: momentOf(cell('occurred_at')), type: cell('component'), acts, assessmentId: '' };
  }
  const isSubmitted = cell('submitted_at') !== '';
  return {
    ...common,
    at: momentOf(isSubmitted ? cell('submitted_at') : cell('due_at')),
    type: cell('kind'),
    acts: isSubmitted ? 1 : 0,
    assessmentId: cell('assessment_id'),
  };
}

/** The fold has seen that every moment is one. */
function momentOf(text: string): Moment {
  const moment = parseMoment(text);
  if (moment === undefined) throw new Error('a record changed between fold and trace');
  return moment;
}
