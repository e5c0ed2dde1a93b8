// Meetings, lecture capture and activities, held by both readers alike.
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { formatDay } from '../../src/calendar/day.js';
import { everything, reading, STUDENTS, withFolder, type Files } from './workspace.js';

/** What both readers say of it. */
async function read(files: Files) {
  return withFolder({ 'students.csv': STUDENTS, ...files }, async (folder) => {
    const byDuckdb = await reading(folder, 'duckdb', everything);
    expect(await reading(folder, 'csv-parse', everything)).toEqual(byDuckdb);
    return byDuckdb;
  });
}

type Said = Awaited<ReturnType<typeof read>>;

function shown({ acts }: Said): readonly string[] {
  return acts.map((act) => {
    const { studentId, feed, day, standing, type, module, acts: count, minutes, unmeasuredActs } = act;
    return [studentId, feed, formatDay(day), standing, `${type}/${module}`, count, minutes, unmeasuredActs].join(' ');
  });
}

function flags({ traces }: Said): readonly string[] | undefined {
  return traces[0]?.map(({ file, record, standing, isRepeated, isOverruled }) => {
    const effect = isRepeated ? 'repeated' : isOverruled ? 'overruled' : 'counts';
    return [file, record, standing, effect].join(' ');
  });
}

describe('meetings', () => {
  const meetings = (...rows: readonly string[]): string => ['student_id,held_at,kind,attended', ...rows, ''].join('\n');
  const at = '0001,2025-10-01T10:00,advisor';

  test('attended, missed and not noted', async () => {
    const said = await read({
      'meetings.csv': meetings(
        `${at},yes`,
        '0001,2025-10-02,,no',
        '0001,2025-10-03T09:00,supervisor,',
        '9999,2025-10-04,,no',
      ),
    });
    expect(shown(said)).toEqual([
      '0001 meetings 2025-10-01 done advisor/ 1 0 0',
      '0001 meetings 2025-10-02 missed / 1 0 0',
    ]);
    expect(said.open[0]).toEqual([
      {
        feed: 'meetings',
        eventId: '',
        module: '',
        type: 'supervisor',
        starts: { day: expect.any(Number) as number, minute: 540 },
        isOnline: false,
        minutes: null,
        why: 'not-recorded',
        source: null,
      },
    ]);
    const [[feed, record] = []] = said.feeds;
    expect([feed, record?.actDays.map(formatDay), record?.actsOfDay, record?.records]).toEqual([
      'meetings',
      ['2025-10-01', '2025-10-02', '2025-10-04'],
      [1, 1, 1],
      4,
    ]);
    expect(flags(said)).toEqual([
      'meetings.csv 1 done counts',
      'meetings.csv 2 missed counts',
      'meetings.csv 3 unrecorded counts',
    ]);
    expect(said.traces[0]?.map(({ acts }) => acts)).toEqual([1, 1, 0]);
  });

  test('a file without the column says that they were attended, whatever another file leaves blank', async () => {
    const said = await read({
      'meetings-1.csv': meetings(`${at},`),
      'meetings-2.csv': 'student_id,held_at,kind\n0001,2025-10-01T10:00,advisor\n0001,2025-10-02,\n',
    });
    expect(shown(said)).toEqual([
      '0001 meetings 2025-10-01 done advisor/ 1 0 0',
      '0001 meetings 2025-10-02 done / 1 0 0',
    ]);
    expect(said.open[0]).toEqual([]);
    expect(flags(said)).toEqual([
      'meetings-1.csv 1 unrecorded overruled',
      'meetings-2.csv 1 done counts',
      'meetings-2.csv 2 done counts',
    ]);
    expect(said.findings).toEqual([]);
  });

  test('of one meeting the best row holds, as often as the file has it that has it most', async () => {
    const said = await read({
      'meetings-1.csv': meetings(`${at},no`, `${at},no`, `${at},yes`),
      'meetings-2.csv': meetings(`${at},yes`, '0001,2025-10-01T10:00:00,advisor,yes', `${at},`),
      'meetings-3.csv': meetings('0001,2025-10-01T09:00Z,advisor,no', '0001,2025-10-01T10:00,supervisor,no'),
    });
    expect(shown(said)).toEqual([
      '0001 meetings 2025-10-01 done advisor/ 2 0 0',
      '0001 meetings 2025-10-01 missed supervisor/ 1 0 0',
    ]);
    expect(said.findings.map(({ code, count }) => [code, count])).toEqual([
      ['rows-repeated', 1],
      ['meetings-conflicting', 1],
    ]);
    expect(flags(said)).toEqual([
      'meetings-1.csv 1 missed overruled',
      'meetings-1.csv 2 missed overruled',
      'meetings-1.csv 3 done counts',
      'meetings-2.csv 1 done repeated',
      'meetings-2.csv 2 done counts',
      'meetings-2.csv 3 unrecorded overruled',
      'meetings-3.csv 1 missed overruled',
      'meetings-3.csv 2 missed counts',
    ]);
  });

  test('two that nobody noted are two open events', async () => {
    const said = await read({ 'meetings.csv': meetings(`${at},`, `${at},`) });
    expect(said.open[0]).toHaveLength(2);
    expect(said.findings).toEqual([]);
  });
});

describe('lecture capture', () => {
  const HEADER = 'student_id,occurred_at,module_code,minutes';

  test('minutes add up; blank ones are not measured, none is', async () => {
    const viewings = [
      '0001,2025-10-01T20:00,M1,50',
      '0001,2025-10-01,M1,',
      '0001,2025-10-01T21:00,M1,0',
      '0001,2025-10-02,,1440',
    ];
    const said = await read({ 'lecture_capture.csv.gz': gzipSync([HEADER, ...viewings, ''].join('\n')) });
    expect(shown(said)).toEqual([
      '0001 lecture_capture 2025-10-01 done /M1 3 50 1',
      '0001 lecture_capture 2025-10-02 done / 1 1440 0',
    ]);
    expect(said.sheets[0]).toEqual({
      days: [expect.any(Number), expect.any(Number)],
      kinds: [1, 0],
      acts: [3, 1],
      minutes: [50, 1440],
      daytimeMinutes: [0, 0],
      unmeasuredActs: [1, 0],
    });
    expect(said.traces[0]?.map(({ minutes }) => minutes)).toEqual([50, null, 0, 1440]);
  });

  test('a row in two files counts once, with its minutes', async () => {
    const row = '0001,2025-10-01T20:00,M1,50';
    const said = await read({
      'lecture_capture-1.csv': [HEADER, row, row, '0001,2025-10-02,M1,', ''].join('\n'),
      'lecture_capture-2.csv': [HEADER, row, '0001,2025-10-01T20:00,M1,', ''].join('\n'),
    });
    expect(shown(said)).toEqual([
      '0001 lecture_capture 2025-10-01 done /M1 3 100 1',
      '0001 lecture_capture 2025-10-02 done /M1 1 0 1',
    ]);
    expect(said.findings.map(({ code, count }) => [code, count])).toEqual([['rows-repeated', 1]]);
  });
});

test('activities are of a kind; rows that differ in their title are two', async () => {
  const said = await read({
    'activities-1.csv': 'student_id,occurred_at,kind,title\n0001,2025-10-01,skills,One\n0001,2025-10-01,skills,Two\n',
    'activities-2.csv': 'student_id,occurred_at,kind,title\n0001,2025-10-01,skills,One\n0001,2025-10-03,,\n',
  });
  expect(shown(said)).toEqual([
    '0001 activities 2025-10-01 done skills/ 2 0 0',
    '0001 activities 2025-10-03 done / 1 0 0',
  ]);
});

test('kinds and acts are in order of feed, type, module and standing', async () => {
  const said = await read({
    'vle.csv':
      'student_id,occurred_at,module_code,component\n0001,2025-10-01,M2,quiz\n0001,2025-10-01,M1,quiz\n0001,2025-10-01,,\n',
    'meetings.csv': 'student_id,held_at,attended\n0001,2025-10-01T10:00,no\n0001,2025-10-01T11:00,yes\n',
    'activities.csv': 'student_id,occurred_at,kind\n0001,2025-10-01,\uffee\n0001,2025-10-01,\u{1f600}\n',
    'attendance.csv':
      'student_id,event_id,starts_at,status,delivery\n0001,E1,2025-10-01,present,online\n0001,E2,2025-10-01,present,\n',
  });
  const texts = said.kinds.map(({ feed, type, module, standing, isOnline }) =>
    [feed, type, module, standing, isOnline ? 'online' : ''].join(' '),
  );
  expect(texts).toEqual([
    'activities \u{1f600}  done ',
    'activities \uffee  done ',
    'attendance   done ',
    'attendance   done online',
    'meetings   done ',
    'meetings   missed ',
    'vle   done ',
    'vle quiz M1 done ',
    'vle quiz M2 done ',
  ]);
  expect(
    said.acts.map(({ feed, type, module, standing, isOnline }) =>
      [feed, type, module, standing, isOnline ? 'online' : ''].join(' '),
    ),
  ).toEqual(texts);
  expect(said.sheets[0]?.kinds).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  expect(said.feeds.map(([feed]) => feed)).toEqual(['attendance', 'vle', 'meetings', 'activities']);
});
