// Generated exports: every event table, with cells that are hard on readers of CSV, overlapping files and odd orders.
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { columnsOf, EVENT_TABLES, REQUIRED_COLUMNS, type EventTable } from '../../src/engagement/tables.js';
import type { Cells, TableRows } from './plain-ledger.js';
import type { Files } from './workspace.js';

export const STUDENT_IDS = ['0001', '0002', '10', 'a-b', 'A.b_c/d'];
const STUDENTS =
  'student_id,school,programme_code,programme_type,starts_on,status\n' +
  STUDENT_IDS.map((id) => `${id},ECS,P1,taught,2025-09-22,enrolled\n`).join('');

/** Text that is hard on readers of CSV. */
export const text = fc.oneof(
  fc.constantFrom(
    '',
    'quiz',
    'Quiz',
    ' quiz',
    'quiz\u00a0',
    '00',
    '0',
    'a,b',
    'a"b',
    '""',
    '"',
    'a\nb',
    'a\r\nb',
    '\r',
    '\t',
  ),
  fc.constantFrom(
    'é',
    '€',
    '\u{1f600}',
    '\uffee',
    '\u007f',
    '\u0085x',
    '\ufeff',
    "'",
    ';',
    '#',
    '\\',
    'NULL',
    'null',
    'NaN',
    'true',
  ),
  fc.string({ maxLength: 8 }).map((plain) => plain.replaceAll('\u0000', '')),
);

const studentId = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...STUDENT_IDS) },
  { weight: 1, arbitrary: fc.constantFrom('0003', 'nobody', ' 0001', '0001\u00a0', '"\n0002'.slice(1)) },
);

const two = (number: number): string => String(number).padStart(2, '0');
const date = fc.constantFrom(
  '2025-10-01',
  '2025-10-02',
  '2025-10-25',
  '2025-10-26',
  '2026-03-29',
  '2024-02-29',
  '2000-01-01',
  '2099-12-31',
);
const time = fc
  .tuple(
    date,
    fc.constantFrom(0, 1, 2, 12, 23),
    fc.constantFrom(0, 29, 30, 59),
    fc.constantFrom('', ':00', ':59'),
    fc.constantFrom('', '', 'Z', '+00:00', '+01:00', '-05:30', '+14:59'),
  )
  .map(([on, hour, minute, seconds, offset]) => `${on}T${two(hour)}:${two(minute)}${seconds}${offset}`);
const moment = fc.oneof(
  date,
  time,
  time.map((cell) => ` ${cell} `),
);

const optionalMoment = fc.oneof(fc.constant(''), moment);

/** A start, and an end that may stand with it. */
const span = fc.constantFrom(
  ['2025-10-01T09:00', '2025-10-01T10:00'],
  ['2025-10-01T09:00', ''],
  ['2025-10-01T09:00:30', '2025-10-01T09:00'],
  ['2025-10-01', '2025-10-01T10:00'],
  ['2025-10-01', '2025-10-02T23:59'],
  ['2025-10-02', '2025-10-02'],
  ['2025-10-02T14:00', '2025-10-03T14:00'],
  ['2025-10-25T23:30', '2025-10-26T01:30Z'],
  ['2026-03-29T00:30Z', '2026-03-29T02:30+01:00'],
  [' 2025-10-01T08:00Z', '2025-10-01T09:50Z\u00a0'],
);
const eventId = fc.constantFrom('E1', 'E2', 'e1', 'E 3', 'E"4"');
const name = fc.constantFrom('', '', 'M1', 'M2', 'lab', '\u{1f600}', '\uffee', 'a,b');
const delivery = fc.constantFrom('', '', 'in-person', 'online');

type RowOf<T extends EventTable> = fc.Arbitrary<Readonly<Record<ReturnType<typeof columnsOf<T>>[number], string>>>;

const attendanceRow: RowOf<'attendance'> = fc
  .record({
    student_id: studentId,
    event_id: eventId,
    module_code: name,
    event_type: name,
    span,
    delivery,
    status: fc.constantFrom('present', 'late', 'absent', 'authorised', 'not-recorded', 'cancelled'),
    attended_by: fc.constantFrom('', '', 'in-person', 'online'),
    recorded_at: fc.constantFrom('', '', '2025-10-08', '2025-10-08T00:00', '2025-10-08T12:00Z', '2025-10-09'),
  })
  .map(({ span: [starts = '', ends = ''], ...cells }) => ({ ...cells, starts_at: starts, ends_at: ends }));

/** Students of whom nobody, or hardly anybody, was there. */
const emptyRegister: fc.Arbitrary<readonly Cells[]> = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...STUDENT_IDS, 'nobody', '0003'), { minLength: 4 }),
    eventId,
    fc.constantFrom('absent', 'absent', 'absent', 'present', 'authorised'),
  )
  .map(([students, event, first]) =>
    students.map((student, index) => ({
      student_id: student,
      event_id: event,
      starts_at: '2025-10-06T09:00',
      status: index === 0 ? first : 'absent',
      module_code: 'M1',
      event_type: '',
      ends_at: '2025-10-06T11:00',
      delivery: '',
      attended_by: '',
      recorded_at: '2025-10-10',
    })),
  );

const ROWS: { readonly [T in EventTable]: RowOf<T> } = {
  activities: fc.record({ student_id: studentId, occurred_at: moment, kind: text, title: text }),
  allocations: fc.record({ student_id: studentId, event_id: eventId }),
  attendance: attendanceRow,
  lecture_capture: fc.record({
    student_id: studentId,
    occurred_at: moment,
    module_code: name,
    minutes: fc.constantFrom('', '0', '1', '007', '90', '1440', ' 50 '),
  }),
  meetings: fc.record({
    student_id: studentId,
    held_at: fc.constantFrom(
      '2025-10-01',
      '2025-10-01T10:00',
      '2025-10-01T10:00:00',
      '2025-10-01T09:00Z',
      '2025-10-02',
    ),
    kind: fc.constantFrom('', 'advisor', 'supervisor', 'student-support', 'sabbatical-support'),
    attended: fc.constantFrom('yes', 'no', ''),
  }),
  submissions: fc.record({
    student_id: studentId,
    module_code: fc.constantFrom('M1', 'M2', '', '\u{1f600}', '\uffee'),
    assessment_id: fc.constantFrom('1', '01', 'Essay, 1', 'Essay "2"'),
    kind: fc.constantFrom('formative', 'summative', ''),
    due_at: moment,
    extended_to: optionalMoment,
    submitted_at: optionalMoment,
  }),
  timetable: fc
    .record({
      event_id: eventId,
      module_code: name.filter((cell) => cell !== ''),
      event_type: name,
      span,
      delivery,
      cancelled: fc.constantFrom('', '', 'no', 'no', 'yes'),
    })
    .map(({ span: [starts = '', ends = ''], ...cells }) => ({ ...cells, starts_at: starts, ends_at: ends })),
  vle: fc.record({
    student_id: studentId,
    occurred_at: moment,
    module_code: text,
    component: text,
    action: fc.constantFrom('viewed', 'x'),
    count: fc.constantFrom('', '', '1', '0', '2', '007', '999999999', ' 3 '),
  }),
};

export interface Style {
  readonly lineEnd: '\n' | '\r\n';
  readonly hasMark: boolean;
  readonly hasLastLineEnd: boolean;
  readonly quotesAll: boolean;
  readonly isPacked: boolean;
  /** Rotates the columns, so that their order differs between files. */
  readonly turn: number;
  /** The file has no column that a table may lack. */
  readonly isBare: boolean;
}

export const style: fc.Arbitrary<Style> = fc.record({
  lineEnd: fc.constantFrom('\n', '\r\n'),
  hasMark: fc.boolean(),
  hasLastLineEnd: fc.boolean(),
  quotesAll: fc.boolean(),
  isPacked: fc.boolean(),
  turn: fc.nat(6),
  isBare: fc.constantFrom(false, false, false, true),
});

export const PLAIN: Style = {
  lineEnd: '\n',
  hasMark: false,
  hasLastLineEnd: true,
  quotesAll: false,
  isPacked: false,
  turn: 0,
  isBare: false,
};

export type StyledFile = readonly [rows: readonly Cells[], style: Style];

/** Files by table. */
export type Generated = Readonly<Partial<Record<EventTable, readonly StyledFile[]>>>;

function csv(table: EventTable, rows: readonly Cells[], form: Style): string {
  const { lineEnd, hasMark, hasLastLineEnd, quotesAll } = form;
  const columns = columnsIn(table, form);
  const cell = (value: string): string =>
    quotesAll || /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  const records = [columns, ...rows.map((cells) => columns.map((column) => cells[column] ?? ''))];
  const content = records.map((cells) => cells.map(cell).join(',')).join(lineEnd);
  return `${hasMark ? '\uFEFF' : ''}${content}${hasLastLineEnd ? lineEnd : ''}`;
}

/** Those that the file has, in its order. */
function columnsIn(table: EventTable, { turn, isBare }: Style): readonly string[] {
  const columns: readonly string[] = isBare ? REQUIRED_COLUMNS[table] : columnsOf(table);
  const from = turn % columns.length;
  return [...columns.slice(from), ...columns.slice(0, from)];
}

export function exportFiles(tables: Generated): Files {
  const files: Record<string, string | Buffer> = { 'students.csv': STUDENTS };
  for (const table of EVENT_TABLES) {
    tables[table]?.forEach(([rows, form], index) => {
      const content = csv(table, rows, form);
      if (form.isPacked) files[`${table}-${index}.csv.gz`] = gzipSync(content);
      else files[`${table}-${index}.csv`] = content;
    });
  }
  return files;
}

/** What the files say: a column that a file lacks is blank, but a list of meetings says that they were attended. */
export function rowsOf(tables: Generated): TableRows {
  const fed = Object.entries(tables).filter(([, files]) => files.length > 0);
  return Object.fromEntries(
    fed.map(([table, files]) => [
      table,
      files.map(([rows, form]) =>
        rows.map((cells) => {
          const inFile = columnsIn(table as EventTable, form);
          const said = columnsOf(table as EventTable).map((column: string) => {
            const absent = column === 'attended' ? 'yes' : '';
            return [column, inFile.includes(column) ? (cells[column] ?? '') : absent] as const;
          });
          return Object.fromEntries(said);
        }),
      ),
    ]),
  );
}

/** Few different rows, so that files overlap and rows repeat. */
function overlappingFiles(table: EventTable): fc.Arbitrary<readonly StyledFile[]> {
  const row: fc.Arbitrary<Cells> = ROWS[table];
  const files = fc
    .uniqueArray(row, { minLength: 1, maxLength: 8 })
    .chain((pool) =>
      fc.array(fc.tuple(fc.array(fc.constantFrom(...pool), { maxLength: 12 }), style), { maxLength: 3 }),
    );
  if (table !== 'attendance') return files;
  return fc.tuple(files, fc.array(emptyRegister, { maxLength: 2 })).map(([[first, ...others], registers]) => {
    return first === undefined ? [] : [[[...registers.flat(), ...first[0]], first[1]] as const, ...others];
  });
}

/** What is read together, so that no run opens more files than it needs; now and then everything. */
const tableSets: fc.Arbitrary<readonly EventTable[]> = fc.oneof(
  { weight: 5, arbitrary: fc.constant(['allocations', 'attendance', 'timetable'] as const) },
  { weight: 3, arbitrary: fc.constant(['meetings', 'vle'] as const) },
  { weight: 2, arbitrary: fc.constant(['activities', 'lecture_capture', 'submissions'] as const) },
  { weight: 1, arbitrary: fc.constant(EVENT_TABLES) },
);

/** Some tables, each with up to three files that overlap. */
export const overlappingTables: fc.Arbitrary<Generated> = tableSets.chain((tables) =>
  fc.record(Object.fromEntries(tables.map((table) => [table, overlappingFiles(table)]))),
);

export type RowsByTable = Readonly<Partial<Record<EventTable, readonly Cells[]>>>;

/** Some tables, each as a few rows. */
export function someRows(minLength: number): fc.Arbitrary<RowsByTable> {
  const rowsOfTable = (table: EventTable): fc.Arbitrary<readonly Cells[]> => {
    const row: fc.Arbitrary<Cells> = ROWS[table] as fc.Arbitrary<Cells>;
    const rows = fc.array(row, { minLength, maxLength: 8 });
    return table === 'attendance' ? fc.tuple(rows, emptyRegister).map((parts) => parts.flat()) : rows;
  };
  return tableSets.chain((tables) => fc.record(Object.fromEntries(tables.map((table) => [table, rowsOfTable(table)]))));
}

/** Each table as files of its own. */
export function inFiles(
  tables: RowsByTable,
  filesOf: (table: EventTable, rows: readonly Cells[]) => readonly StyledFile[],
): Generated {
  return Object.fromEntries(
    EVENT_TABLES.flatMap((table) => {
      const rows = tables[table];
      return rows === undefined ? [] : [[table, filesOf(table, rows)]];
    }),
  );
}
