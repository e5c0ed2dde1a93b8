// The tables with an occurrence a row: a click, a viewing, a meeting, an activity. What each of their columns means is
// said here once, for both readers.
import type { Moment } from '../../calendar/moment.js';
import type { Feed } from '../../engagement/feed.js';
import type { Source } from '../../engagement/student.js';
import { columnsOf, type CellsOf, type ColumnOf } from '../../engagement/tables.js';
import { RowCells, type ParsedRow } from './row-cells.js';

/** In order: for alphabetical findings, and for one order of folding. */
export const OCCURRENCE_TABLES = [
  'activities',
  'lecture_capture',
  'meetings',
  'vle',
] as const satisfies readonly Feed[];

export type OccurrenceTable = (typeof OCCURRENCE_TABLES)[number];

/** What became of an occurrence, best first; a row counts as `done` unless the table says otherwise. */
export const OCCURRENCE_STANDINGS = ['done', 'missed', 'unrecorded'] as const;

/** The cells of `attended` that say so, in the order of the standings. */
export const ATTENDED_WORDS = ['yes', 'no', ''] as const;

export interface OccurrenceColumns<T extends OccurrenceTable = OccurrenceTable> {
  readonly time: ColumnOf<T>;
  readonly module: ColumnOf<T> | null;
  readonly type: ColumnOf<T> | null;
  /** The words that `type` may have; null: any. */
  readonly types: readonly string[] | null;
  /** How many acts a row is; null: one. */
  readonly count: ColumnOf<T> | null;
  /** Null: the table does not measure. */
  readonly minutes: ColumnOf<T> | null;
  /** `ATTENDED_WORDS`; null: a row is something done. */
  readonly attended: ColumnOf<T> | null;
  /**
   * Rows that agree in this are one occurrence, of which the best standing holds, as often as the file has it that has it
   * most. `row`: all that they say.
   */
  readonly sameBy: 'row' | 'time-and-type';
}

const PLAIN = { module: null, type: null, types: null, count: null, minutes: null, attended: null } as const;

export const OCCURRENCES: { readonly [T in OccurrenceTable]: OccurrenceColumns<T> } = {
  activities: { ...PLAIN, time: 'occurred_at', type: 'kind', sameBy: 'row' },
  lecture_capture: { ...PLAIN, time: 'occurred_at', module: 'module_code', minutes: 'minutes', sameBy: 'row' },
  meetings: {
    ...PLAIN,
    time: 'held_at',
    type: 'kind',
    types: ['advisor', 'supervisor', 'student-support', 'sabbatical-support', ''],
    attended: 'attended',
    sameBy: 'time-and-type',
  },
  vle: { ...PLAIN, time: 'occurred_at', module: 'module_code', type: 'component', count: 'count', sameBy: 'row' },
};

export interface OccurrenceRow {
  readonly studentId: string;
  readonly at: Moment;
  readonly module: string;
  readonly type: string;
  readonly acts: number;
  readonly minutes: number | null;
  /** A place in `OCCURRENCE_STANDINGS`. */
  readonly standing: number;
}

export function parseOccurrenceRow<T extends OccurrenceTable>(
  table: T,
  cells: CellsOf<T>,
  source: Source,
): ParsedRow<OccurrenceRow> {
  const { time, module, type, types, count, minutes, attended } = OCCURRENCES[table] as OccurrenceColumns<T>;
  const row = new RowCells<T>(cells, source);
  const studentId = row.id('student_id');
  const at = row.moment(time);
  if (type !== null && types !== null) row.word(type, types);
  return row.parsed({
    studentId,
    at,
    module: module === null ? '' : row.text(module),
    type: type === null ? '' : row.text(type),
    acts: count === null ? 1 : row.count(count),
    minutes: minutes === null ? null : row.minutes(minutes),
    standing: attended === null ? 0 : row.word(attended, ATTENDED_WORDS),
  });
}

/** By what rows are the same occurrence; no cell holds the separator. */
export function occurrenceKey<T extends OccurrenceTable>(
  table: T,
  cells: CellsOf<T>,
  { at, type }: OccurrenceRow,
): string {
  const { sameBy } = OCCURRENCES[table] as OccurrenceColumns<T>;
  if (sameBy === 'time-and-type') return [cells['student_id' as ColumnOf<T>], at.day, at.minute, type].join('\u0000');
  return columnsOf(table)
    .map((column) => cells[column])
    .join('\u0000');
}
