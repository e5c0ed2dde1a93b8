// Attendance beside timetable and allocations, held by both readers alike.
import { describe, expect, test } from 'vitest';
import { formatDay } from '../../src/calendar/day.js';
import type { Act, OpenEvent } from '../../src/engagement/ledger.js';
import { everything, findingsOf, READERS, reading, withFolder, type Files } from './workspace.js';

const IDS = ['0001', '0002', '0003', '0004', '0005', '0006'];
const ATTENDANCE =
  'student_id,event_id,starts_at,status,module_code,event_type,ends_at,delivery,attended_by,recorded_at';
const TIMETABLE = 'event_id,module_code,starts_at,event_type,ends_at,delivery,cancelled';

function table(header: string, rows: readonly string[]): string {
  return [header, ...rows, ''].join('\n');
}

interface School {
  readonly attendance?: readonly string[];
  readonly more?: readonly string[];
  readonly timetable?: readonly string[];
  readonly allocations?: readonly string[];
}

function school({ attendance, more, timetable, allocations }: School): Files {
  const students = IDS.map((id) => `${id},ECS,P1,taught,2025-09-22,enrolled`);
  return {
    'students.csv': table('student_id,school,programme_code,programme_type,starts_on,status', students),
    ...(attendance === undefined ? {} : { 'attendance-1.csv': table(ATTENDANCE, attendance) }),
    ...(more === undefined ? {} : { 'attendance-2.csv': table(ATTENDANCE, more) }),
    ...(timetable === undefined ? {} : { 'timetable.csv': table(TIMETABLE, timetable) }),
    ...(allocations === undefined ? {} : { 'allocations.csv': table('student_id,event_id', allocations) }),
  };
}

/** What both readers say of it. */
async function read(it: School) {
  return withFolder(school(it), async (folder) => {
    const byDuckdb = await reading(folder, 'duckdb', everything);
    expect(await reading(folder, 'csv-parse', everything)).toEqual(byDuckdb);
    return byDuckdb;
  });
}

function shownAct({ studentId, day, standing, type, module, isOnline, acts, minutes, unmeasuredActs }: Act): string {
  const online = isOnline ? ' online' : '';
  return `${studentId} ${formatDay(day)} ${standing}${online} ${type}/${module} ${acts} ${minutes}m ${unmeasuredActs}`;
}

function shownOpen({ eventId, why, module, type, starts, minutes, isOnline, source }: OpenEvent): string {
  const online = isOnline ? ' online' : '';
  const from = source === null ? '' : ` ${source.file} ${source.record}`;
  return `${eventId} ${why}${online} ${type}/${module} ${formatDay(starts.day)} ${minutes ?? '?'}m${from}`;
}

const NINE = '2025-10-01T09:00';
const TEN = '2025-10-01T10:00';

describe('what a mark says', () => {
  test.each([
    ['present,,,,,,', ['done'], []],
    ['late,,,,,,', ['done'], []],
    ['absent,,,,,,', ['missed'], []],
    ['authorised,,,,,,', ['authorised'], []],
    ['cancelled,,,,,,', [], []],
    ['not-recorded,,,,,,', [], ['not-recorded']],
    ['present,,,,,online,', ['done-remotely'], []],
    ['late,,,,in-person,online,', ['done-remotely'], []],
    ['present,,,,online,online,', ['done'], []],
    ['present,,,,online,in-person,', ['done'], []],
    ['absent,,,,,online,', ['missed'], []],
  ])('%s', async (cells, standings, open) => {
    const said = await read({ attendance: [`0001,E1,${NINE},${cells}`] });
    expect(said.acts.map(({ standing }) => standing)).toEqual(standings);
    expect(said.open[0]?.map(({ why }) => why)).toEqual(open);
  });

  test.each([
    [NINE, TEN, '60m 0'],
    [NINE, '2025-10-01T09:01', '1m 0'],
    [NINE, NINE, '0m 1'],
    ['2025-10-01T09:00:59', NINE, '0m 1'],
    [NINE, '2025-10-02T09:00', '1440m 0'],
    [NINE, '', '0m 1'],
    ['2025-10-01', TEN, '0m 1'],
    [NINE, '2025-10-01', '0m 1'],
    ['2025-10-25T23:30', '2025-10-26T00:30Z', '120m 0'],
    ['2026-03-29T00:30Z', '2026-03-29T01:30Z', '120m 0'],
  ])('from %s to %s: %s', async (starts, ends, measured) => {
    const said = await read({ attendance: [`0001,E1,${starts},present,,,${ends},,,`] });
    expect(said.acts.map(shownAct).join()).toMatch(new RegExp(` ${measured}$`));
  });
});

describe('one mark a student and event', () => {
  const marks = (...rows: readonly string[]): School => ({
    attendance: rows.map((cells) => `0001,E1,${NINE},${cells}`),
  });
  const standing = async (it: School): Promise<string> =>
    (await read(it)).acts.map((act) => act.standing).join() || 'none';

  test.each([
    ['recorded last', ['present,,,,,,2025-10-01', 'absent,,,,,,2025-10-02'], 'missed'],
    ['recorded at all', ['absent,,,,,,2025-10-01', 'present,,,,,,'], 'missed'],
    ['a date comes first on its day', ['absent,,,,,,2025-10-01T00:00', 'present,,,,,,2025-10-01'], 'missed'],
    ['a minute later', ['present,,,,,,2025-10-01T09:00', 'absent,,,,,,2025-10-01T09:01'], 'missed'],
    ['the same instant, written otherwise', ['absent,,,,,,2025-10-01T09:00', 'late,,,,,,2025-10-01T08:00Z'], 'done'],
    ['present before authorised', ['authorised,,,,,,', 'present,,,,,,'], 'done'],
    ['late before authorised', ['authorised,,,,,,', 'late,,,,,,'], 'done'],
    ['authorised before cancelled', ['cancelled,,,,,,', 'authorised,,,,,,'], 'authorised'],
    ['cancelled before absent', ['absent,,,,,,', 'cancelled,,,,,,'], 'none'],
    ['absent before not-recorded', ['not-recorded,,,,,,', 'absent,,,,,,'], 'missed'],
  ])('%s', async (_, rows, expected) => {
    expect(await standing(marks(...rows))).toBe(expected);
    expect(await standing(marks(...[...rows].reverse()))).toBe(expected);
    expect(await findingsOf(school(marks(...rows)))).toEqual(['attendance-conflicting']);
  });

  test('of rows that agree in all that the first by code unit holds, blanks last', async () => {
    const said = await read(
      marks('present,,lab,,,,', 'present,M2,,,,,', 'present,M10,lab,,,online,', 'present,M10,Lab,,,,'),
    );
    expect(said.acts.map(shownAct)).toEqual(['0001 2025-10-01 done Lab/M10 1 0m 1']);
    expect(said.findings).toEqual([]);
  });

  test('the same row in two files is told, and counts once', async () => {
    const row = `0001,E1,${NINE},present,M1,lab,${TEN},,,`;
    const said = await read({ attendance: [row, row], more: [row.replace(NINE, `${NINE}:00`), row, row] });
    expect(said.acts.map(shownAct)).toEqual(['0001 2025-10-01 done lab/M1 1 60m 0']);
    expect(said.findings.map(({ code, count }) => [code, count])).toEqual([['rows-repeated', 2]]);
    expect(said.traces[0]?.map(({ isRepeated, isOverruled }) => [isRepeated, isOverruled])).toEqual([
      [false, false],
      [false, true],
      [true, false],
      [true, false],
      [false, true],
    ]);
  });

  test('explain says which record holds', async () => {
    const said = await read({
      attendance: [
        `0001,E1,${NINE},absent,,,,,,2025-10-01T09:30`,
        `0002,E1,${NINE},absent,,,,,,2025-10-01T09:30`,
        `0001,E2,${NINE},not-recorded,,,${TEN},,,`,
      ],
      more: [`0001,E1,${NINE},present,,,,,,2025-10-02`],
    });
    expect(
      said.traces[0]?.map(({ file, record, eventId, standing: what, acts, minutes, isOverruled }) =>
        [file, record, eventId, what, acts, minutes, isOverruled].join(' '),
      ),
    ).toEqual([
      'attendance-1.csv 1 E1 missed 1  true',
      'attendance-1.csv 3 E2 unrecorded 0 60 false',
      'attendance-2.csv 1 E1 done 1  false',
    ]);
  });
});

describe('the timetable', () => {
  test('fills what a register leaves blank', async () => {
    const timetable = [`E1,M1,${NINE},lab,${TEN},online,`];
    const said = await read({
      timetable,
      attendance: [
        `0001,E1,${NINE},present,,,,,online,`,
        `0002,E1,${NINE},present,M2,seminar,2025-10-01T11:00,in-person,online,`,
      ],
    });
    expect(said.acts.map(shownAct)).toEqual([
      '0001 2025-10-01 done online lab/M1 1 60m 0',
      '0002 2025-10-01 done-remotely seminar/M2 1 120m 0',
    ]);
    expect(said.traces[0]?.map(({ type, module, minutes }) => [type, module, minutes])).toEqual([['lab', 'M1', 60]]);
  });

  test('an end that does not fit the start of the register measures nothing', async () => {
    const said = await read({
      timetable: [`E1,M1,${NINE},lab,${TEN},,`],
      attendance: ['0001,E1,2025-10-01T10:00,present,,,,,,', '0002,E1,2025-09-24T09:00,present,,,,,,'],
    });
    expect(said.acts.map(({ unmeasuredActs }) => unmeasuredActs)).toEqual([1, 1]);
    expect(said.findings.map(({ code }) => code)).toEqual(['events-of-several-days']);
  });

  // 3 October 2025 is a Friday.
  test.each([
    ['2025-10-03T08:00', '2025-10-03T18:00', 600],
    ['2025-10-03T07:59', '2025-10-03T08:01', 1],
    ['2025-10-03T17:59', '2025-10-03T18:01', 1],
    ['2025-10-03T07:00', '2025-10-03T08:00', 0],
    ['2025-10-03T18:00', '2025-10-03T19:00', 0],
    ['2025-10-03T17:00', '2025-10-04T09:00', 60],
    ['2025-10-04T10:00', '2025-10-04T11:00', 0],
    ['2025-10-05T10:00', '2025-10-05T11:00', 0],
    ['2025-10-06T10:00', '2025-10-06T11:00', 60],
    ['2025-10-06', '', 0],
    ['2025-10-06T10:00', '', 0],
  ])('from %s to %s it has %i minutes of daytime (9.1)', async (starts, ends, expected) => {
    const said = await read({
      timetable: [`E1,M1,${starts},lab,${ends},,`],
      attendance: [`0001,E1,${starts},present,,,,,,`],
    });
    expect(said.acts.map((act) => act.daytimeMinutes)).toEqual([expected]);
  });

  test('a cancelled event sets aside what was missed, never what was done', async () => {
    const said = await read({
      timetable: [`E1,M1,${NINE},lab,${TEN},,yes`],
      attendance: ['present', 'late', 'absent', 'authorised', 'not-recorded', 'cancelled'].map(
        (status, index) => `${IDS[index] ?? ''},E1,${NINE},${status},,,,,,`,
      ),
    });
    expect(said.acts.map(({ studentId, standing }) => `${studentId} ${standing}`)).toEqual(['0001 done', '0002 done']);
    expect(said.open.flat()).toEqual([]);
    expect(said.feeds).toEqual([['attendance', expect.objectContaining({ actsOfDay: [2] })]]);
    expect(said.traces[1]?.map(({ standing }) => standing)).toEqual(['done']);
    expect(said.findings.map(({ code, message }) => [code, message])).toEqual([
      [
        'registers-of-cancelled-events',
        'There is a register of 1 event that the timetable says is cancelled; 1 absence in it does not count.',
      ],
    ]);
  });

  test('one row is enough to cancel an event; else the greatest row holds', async () => {
    const rows = [
      `E1,M1,${NINE},lab,,,`,
      `E1,M2,2025-10-02T09:00,,,,`,
      `E2,M1,${NINE},lab,,,no`,
      `E2,M1,${NINE},lab,,,yes`,
    ];
    for (const timetable of [rows, [...rows].reverse()]) {
      const said = await read({ timetable });
      expect(said.unregistered.map((event) => shownOpen({ ...event, source: null }))).toEqual([
        'E1 no-register /M2 2025-10-02 ?m',
      ]);
      expect(said.findings.map(({ code, count }) => [code, count])).toEqual([
        ['timetable-conflicting', 2],
        ['events-of-several-days', 1],
      ]);
    }
  });

  test('says from which day to which it speaks, of cancelled events too', async () => {
    const said = await read({ timetable: [`E1,M1,${NINE},,,,`, 'E2,M1,2025-11-05,,,,yes', 'E3,M1,2025-10-02,,,,'] });
    expect([said.timetabled?.from, said.timetabled?.to].map((day) => day && formatDay(day))).toEqual([
      '2025-10-01',
      '2025-11-05',
    ]);
    expect((await read({ timetable: [] })).timetabled).toBeNull();
    expect((await read({})).timetabled).toBeNull();
  });
});

describe('events without a register', () => {
  const timetable = [
    `E1,M1,${NINE},lab,${TEN},online,`,
    `E2,M1,${NINE},lab,,,no`,
    `E3,M1,${NINE},lab,,,yes`,
    `E4,M1,${NINE},lab,,,`,
  ];
  const attendance = [`9999,E4,${NINE},not-recorded,,,,,,`];

  test('are those that no row names, of whatever student', async () => {
    const said = await read({ timetable, attendance });
    expect(said.unregistered.map(shownOpen)).toEqual([
      'E1 no-register online lab/M1 2025-10-01 60m timetable.csv 1',
      'E2 no-register lab/M1 2025-10-01 ?m timetable.csv 2',
    ]);
    expect(said.unallocated).toEqual(said.unregistered);
    expect(said.hasAllocations).toBe(false);
    expect(said.open.flat()).toEqual([]);
  });

  test("are a student's only where an allocation says so", async () => {
    const allocations = [
      '0002,E2',
      '0002,E1',
      '0002,E1',
      '0002,E3',
      '0002,E4',
      '0003,E4',
      '9999,E1',
      '0003,E9',
      '9999,E8',
    ];
    const said = await read({ timetable, attendance, allocations });
    expect(said.open[1]?.map(shownOpen)).toEqual([
      'E1 no-register online lab/M1 2025-10-01 60m timetable.csv 1',
      'E2 no-register lab/M1 2025-10-01 ?m timetable.csv 2',
    ]);
    expect(said.open.flat()).toHaveLength(2);
    expect(said.hasAllocations).toBe(true);
    expect(said.findings.map(({ code, count }) => [code, count])).toEqual([
      ['rows-of-unknown-students', 2],
      ['rows-of-unknown-students', 1],
      ['allocations-of-unknown-events', 1],
    ]);
  });

  test('are nobody’s where no allocation names them, not even for somebody unknown', async () => {
    const said = await read({ timetable, attendance, allocations: ['9999,E1', '0001,E3'] });
    expect(said.unallocated.map(({ eventId }) => eventId)).toEqual(['E2']);
  });

  test('types are those of acts, of events that are open, and of events without a register', async () => {
    const own = [`0001,E5,${NINE},present,,seminar,,,,`, `0002,E6,${NINE},not-recorded,,workshop,,,,`];
    const foreign = [`9999,E7,${NINE},present,,drill,,,,`];
    const said = await read({ timetable: timetable.slice(0, 1), attendance: [...own, ...foreign] });
    expect(said.types[0]).toEqual(['attendance', ['lab', 'seminar', 'workshop']]);
  });

  test('without a row an allocations table is there all the same', async () => {
    expect((await read({ timetable, allocations: [] })).hasAllocations).toBe(true);
  });

  test('open events are in order of start, then id', async () => {
    const said = await read({
      timetable: [`E2,M1,${NINE},,,,`, `E10,M1,${NINE},,,,`, 'E0,M1,2025-10-01,,,,', 'E1,M1,2025-10-02,,,,'],
      attendance: ['0001,e,2025-09-30T09:00,not-recorded,,,,,,'],
      allocations: ['0001,E2', '0001,E10', '0001,E0', '0001,E1'],
    });
    expect(said.open[0]?.map(({ eventId }) => eventId)).toEqual(['e', 'E0', 'E10', 'E2', 'E1']);
  });
});

describe('a register with everyone absent', () => {
  const absent = (count: number): string[] =>
    IDS.slice(0, count).map((id) => `${id},E1,${NINE},absent,M1,lab,${TEN},,,`);

  test.each([
    ['four absent', absent(4), 4, 0],
    ['five absent', absent(5), 0, 5],
    ['six absent', absent(6), 0, 6],
    ['one late', [...absent(5), `0006,E1,${NINE},late,M1,lab,${TEN},,,`], 5, 0],
    ['one authorised', [...absent(5), `0006,E1,${NINE},authorised,M1,lab,${TEN},,,`], 0, 5],
    ['a stranger absent', [...absent(4), `9999,E1,${NINE},absent,M1,lab,${TEN},,,`], 0, 4],
    ['a stranger present', [...absent(5), `9999,E1,${NINE},present,M1,lab,${TEN},,,`], 5, 0],
    ['one corrected', [...absent(5), `0001,E1,${NINE},present,M1,lab,${TEN},,,2025-10-02`], 4, 0],
  ])('%s', async (_, attendance, missed, open) => {
    const said = await read({ attendance });
    expect(said.acts.filter(({ standing }) => standing === 'missed')).toHaveLength(missed);
    expect(said.open.flat().map(shownOpen)).toEqual(
      Array.from({ length: open }, () => 'E1 everyone-absent lab/M1 2025-10-01 60m'),
    );
    // The register was made, so the day has marks, doubted or not.
    const marks = new Set(attendance.map((row) => row.slice(0, 4))).size;
    expect(said.feeds).toEqual([['attendance', expect.objectContaining({ actsOfDay: [marks] })]]);
  });

  test('of a cancelled event counts as cancelled', async () => {
    const said = await read({ attendance: absent(5), timetable: [`E1,M1,${NINE},lab,${TEN},,yes`] });
    expect(said.acts).toEqual([]);
    expect(said.open.flat()).toEqual([]);
  });
});

test.each(READERS)('explain knows events that only a timetable names, asked twice, by %s', async (reader) => {
  const it = { timetable: [`E1,M1,${NINE},lab,${TEN},,`], attendance: [`0001,E1,${NINE},absent,,,,,,`] };
  await withFolder(school(it), (folder) =>
    reading(folder, reader, async (exports) => {
      const first = await exports.trace('0001');
      expect(first.map(({ module, minutes }) => [module, minutes])).toEqual([['M1', 60]]);
      expect(await exports.trace('0001')).toEqual(first);
    }),
  );
});
