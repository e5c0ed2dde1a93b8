// Reads what students did of themselves, row by row: VLE, lecture capture, co-curricular activities.
import type { DayNumber } from './days.js';
import { londonDay } from './moments.js';
import { cell, groupedBy, readTable, withoutOverlaps, type Row } from './tables.js';

export interface Act {
  readonly day: DayNumber;
  /** Blank: none. */
  readonly module: string;
  readonly type: string;
  readonly count: number;
  readonly minutes: number | null;
}

export interface Uses {
  readonly hasTable: boolean;
  readonly byStudent: ReadonlyMap<string, readonly Act[]>;
}

const VLE = ['student_id', 'occurred_at', 'module_code', 'component', 'action', 'count'];
const LECTURE_CAPTURE = ['student_id', 'occurred_at', 'module_code', 'minutes'];
const ACTIVITIES = ['student_id', 'occurred_at', 'kind', 'title'];

export function readVle(folder: string): Uses {
  return readUses(folder, 'vle', VLE, (row) => ({
    module: cell(row, 'module_code'),
    type: cell(row, 'component'),
    count: cell(row, 'count') === '' ? 1 : Number(cell(row, 'count')),
    minutes: null,
  }));
}

export function readLectureCapture(folder: string): Uses {
  return readUses(folder, 'lecture_capture', LECTURE_CAPTURE, (row) => ({
    module: cell(row, 'module_code'),
    type: '',
    count: 1,
    minutes: cell(row, 'minutes') === '' ? null : Number(cell(row, 'minutes')),
  }));
}

export function readActivities(folder: string): Uses {
  return readUses(folder, 'activities', ACTIVITIES, (row) => ({
    module: '',
    type: cell(row, 'kind'),
    count: 1,
    minutes: null,
  }));
}

function readUses(
  folder: string,
  table: string,
  columns: readonly string[],
  read: (row: Row) => Omit<Act, 'day'>,
): Uses {
  const files = readTable(folder, table);
  const rows = groupedBy(withoutOverlaps(files ?? [], columns), (row) => cell(row, 'student_id'));
  const actOf = (row: Row): Act => ({ day: londonDay(cell(row, 'occurred_at')), ...read(row) });
  const byStudent = new Map(
    [...rows].map(([student, own]) => [student, own.map(actOf).filter(({ count }) => count > 0)]),
  );
  return { hasTable: files !== null, byStudent };
}
