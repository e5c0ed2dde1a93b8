// What the cells of each event table may say, and how a fault is told.
import { describe, expect, test } from 'vitest';
import { faultsOf, findingsOf, refusalOf, STUDENTS, withFolder, type Files } from './workspace.js';

const COLUMNS = {
  attendance: {
    student_id: '0001',
    event_id: 'E1',
    starts_at: '2025-10-01T09:00',
    status: 'present',
    module_code: 'M1',
    event_type: 'lab',
    ends_at: '2025-10-01T10:00',
    delivery: 'in-person',
    attended_by: 'online',
    recorded_at: '2025-10-02',
  },
  timetable: {
    event_id: 'E1',
    module_code: 'M1',
    starts_at: '2025-10-01T09:00',
    event_type: 'lab',
    ends_at: '2025-10-01T10:00',
    delivery: 'online',
    cancelled: 'no',
  },
  allocations: { student_id: '0001', event_id: 'E1' },
  meetings: { student_id: '0001', held_at: '2025-10-01', kind: 'advisor', attended: 'yes' },
  lecture_capture: { student_id: '0001', occurred_at: '2025-10-01', module_code: 'M1', minutes: '50' },
  activities: { student_id: '0001', occurred_at: '2025-10-01', kind: 'skills', title: 'x' },
} as const;

type Table = keyof typeof COLUMNS;

/** A sound row, and one with these cells. */
function withCells(table: Table, cells: Readonly<Record<string, string>>): Files {
  const columns = Object.keys(COLUMNS[table]);
  const sound: Readonly<Record<string, string>> = COLUMNS[table];
  const rows = [sound, { ...sound, ...cells }].map((row) => columns.map((column) => row[column] ?? '').join(','));
  return { 'students.csv': STUDENTS, [`${table}.csv`]: [columns.join(','), ...rows, ''].join('\n') };
}

const ANY_ID = ['', '=1', '2.10E+08', 'x y'];

describe('is refused by file, record and column', () => {
  test.each<[Table, string, readonly string[]]>([
    ['attendance', 'student_id', ANY_ID],
    ['attendance', 'event_id', ['']],
    ['attendance', 'starts_at', ['', '01/10/2025', '2025-02-30', '09:00']],
    ['attendance', 'ends_at', ['10:00', '2025-10-01T25:00']],
    ['attendance', 'status', ['', 'Present', 'attended', 'unknown']],
    ['attendance', 'delivery', ['Online', 'hybrid', 'yes']],
    ['attendance', 'attended_by', ['app', 'yes']],
    ['attendance', 'recorded_at', ['yesterday', '43764.4008']],
    ['timetable', 'event_id', ['']],
    ['timetable', 'module_code', ['']],
    ['timetable', 'starts_at', ['', 'Monday']],
    ['timetable', 'ends_at', ['1 hour']],
    ['timetable', 'delivery', ['campus']],
    ['timetable', 'cancelled', ['true', 'Yes']],
    ['allocations', 'student_id', ANY_ID],
    ['allocations', 'event_id', ['']],
    ['meetings', 'student_id', ANY_ID],
    ['meetings', 'held_at', ['', 'x']],
    ['meetings', 'kind', ['tutor', 'Advisor']],
    ['meetings', 'attended', ['present', 'Y']],
    ['lecture_capture', 'student_id', ANY_ID],
    ['lecture_capture', 'occurred_at', ['', 'x']],
    ['lecture_capture', 'minutes', ['-1', '1.5', '1441', '99999', '1e2', '٣', 'x']],
    ['activities', 'student_id', ANY_ID],
    ['activities', 'occurred_at', ['', 'x']],
  ])('%s %s', async (table, column, cells) => {
    for (const cell of cells) {
      const code = cell === '' ? 'cell-blank' : cell === '2.10E+08' ? 'id-shortened' : 'cell-invalid';
      expect(await faultsOf(withCells(table, { [column]: cell }))).toEqual([`${code} ${table}.csv 2 ${column}`]);
    }
  });
});

test.each<[Table, Readonly<Record<string, string>>, string]>([
  [
    'attendance',
    { status: 'Present' },
    '"Present" must be present, late, authorised, cancelled, absent or not-recorded.',
  ],
  ['attendance', { delivery: 'campus' }, 'The cell must be in-person, online or blank.'],
  ['timetable', { cancelled: 'true' }, 'The cell must be no, yes or blank.'],
  ['meetings', { attended: 'Y' }, '"Y" must be yes, no or blank.'],
  [
    'meetings',
    { kind: 'tutor' },
    'The cell must be advisor, supervisor, student-support, sabbatical-support or blank.',
  ],
  ['lecture_capture', { minutes: '1441' }, '"1441" must be a whole number of minutes from 0 to 1440, or blank.'],
  ['attendance', { ends_at: '2025-10-01T08:59' }, '"ends_at" lies before "starts_at".'],
  ['attendance', { ends_at: '2025-10-02T09:01' }, '"ends_at" lies more than 24 hours after "starts_at".'],
])('what is allowed is said: %s %o', async (table, cells, message) => {
  await withFolder(withCells(table, cells), async (folder) => {
    expect((await refusalOf(folder, null)).faults.map((fault) => fault.message)).toEqual([message]);
  });
});

describe.each(['attendance', 'timetable'] as const)('an event of %s', (table) => {
  test.each([
    ['2025-10-01T09:00', '2025-10-01T08:59', 'ends-before-start'],
    ['2025-10-01T09:00', '2025-10-01T09:00', null],
    ['2025-10-01T09:00', '2025-10-02T09:00', null],
    ['2025-10-01T09:00', '2025-10-02T09:01', 'ends-long-after-start'],
    ['2025-10-02', '2025-10-01', 'ends-before-start'],
    ['2025-10-02', '2025-10-01T23:59', 'ends-before-start'],
    ['2025-10-02T00:00', '2025-10-01', 'ends-before-start'],
    ['2025-10-02T23:59', '2025-10-02', null],
    ['2025-10-02', '2025-10-02T00:00', null],
    ['2025-10-01', '2025-10-02', null],
    ['2025-10-01', '2025-10-02T23:59', null],
    ['2025-10-01', '2025-10-03T00:00', 'ends-long-after-start'],
    ['2025-10-01', '2025-10-03', 'ends-long-after-start'],
    ['2025-10-01T09:00', '2025-10-02', null],
    ['2025-10-01T09:00', '2025-10-03', 'ends-long-after-start'],
    ['2025-10-01T09:00Z', '2025-10-01T09:59', 'ends-before-start'],
    ['2025-10-01T09:00Z', '2025-10-01T10:00', null],
  ])('from %s to %s: %s', async (starts_at, ends_at, code) => {
    const files = withCells(table, { event_id: 'E2', starts_at, ends_at });
    if (code !== null) expect(await faultsOf(files)).toEqual([`${code} ${table}.csv 2 ends_at`]);
    else expect(await findingsOf(files)).toEqual([]);
  });
});

test('faults of several tables are told together, in order of table', async () => {
  const files = {
    ...withCells('timetable', { cancelled: 'x', ends_at: '2025-09-30' }),
    ...withCells('attendance', { status: '', student_id: '=1' }),
    ...withCells('activities', { occurred_at: '' }),
  };
  expect(await faultsOf(files)).toEqual([
    'cell-blank activities.csv 2 occurred_at',
    'cell-invalid attendance.csv 2 student_id',
    'cell-blank attendance.csv 2 status',
    'cell-invalid timetable.csv 2 cancelled',
  ]);
});

test('every table tells rows of unknown students, and rows in several files', async () => {
  const tables = ['attendance', 'allocations', 'meetings', 'lecture_capture', 'activities'] as const;
  const files = Object.fromEntries(
    tables.flatMap((table) => {
      const [header = '', row = ''] = (withCells(table, {})[`${table}.csv`] as string).split('\n');
      const unknown = row.replace('0001', '9999');
      return [
        [`${table}-1.csv`, [header, row, unknown, ''].join('\n')],
        [`${table}-2.csv`, [header, row, ''].join('\n')],
      ];
    }),
  );
  expect(await findingsOf({ 'students.csv': STUDENTS, ...files })).toEqual(
    ['activities', 'allocations', 'attendance', 'lecture_capture', 'meetings'].flatMap(() => [
      'rows-of-unknown-students',
      'rows-repeated',
    ]),
  );
});
