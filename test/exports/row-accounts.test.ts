// What became of every data record of every file, by both readers: used, repeated, of unknown students; none is lost.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { costlyProperty } from '../support/property.js';
import { READERS, reading, STUDENTS, withFolder, type Files } from './workspace.js';

function file(header: string, ...rows: readonly string[]): string {
  return [header, ...rows, ''].join('\n');
}

const ATTENDANCE = 'student_id,event_id,starts_at,status,recorded_at';

const EVERY_TABLE: Files = {
  'students-a.csv': STUDENTS,
  'students-b.csv': STUDENTS.split('\n').slice(0, 2).join('\n') + '\n',
  'module_enrolments.csv': file('student_id,module_code', '0001,M1', '0001,M1', '9999,M1', '9999,M1', '0002,M1'),
  'circumstances.csv': file('student_id,kind,from', '0001,extenuating,2025-10-01', '9999,extenuating,2025-10-01'),
  'contacts-a.csv': file('student_id,contacted_on', '0001,2025-10-20'),
  'contacts-b.csv': file('student_id,contacted_on', '0001,2025-10-20', '0002,2025-10-20'),
  'timetable-a.csv': file('event_id,module_code,starts_at', 'E1,M1,2025-10-01T09:00', 'E1,M1,2025-10-01T09:00'),
  'timetable-b.csv': file('event_id,module_code,starts_at', 'E1,M1,2025-10-01T09:00', 'E2,M1,2025-10-02T09:00'),
  'allocations-a.csv': file('student_id,event_id', '0001,E1', '9999,E1'),
  'allocations-b.csv': file('student_id,event_id', '9999,E1', '0001,E1', '0001,E2'),
  'attendance-a.csv': file(
    ATTENDANCE,
    '0001,E1,2025-10-01T09:00,absent,2025-10-01',
    '9999,E1,2025-10-01T09:00,absent,',
  ),
  // The same row with a blank of its own, and another mark of the same student and event, which holds.
  'attendance-b.csv': file(
    ATTENDANCE,
    ' 0001,E1,2025-10-01T09:00,absent,2025-10-01',
    '0001,E1,2025-10-01T09:00,present,2025-10-02',
  ),
  'submissions-a.csv': file('student_id,assessment_id,due_at', '0001,A1,2025-10-10', '0001,A1,2025-10-10'),
  'submissions-b.csv': file(
    'student_id,assessment_id,due_at',
    '0001,A1,2025-10-10',
    '0001,A1,2025-10-10',
    '0001,A1,2025-10-10',
    '9998,A1,2025-10-10',
  ),
  'vle-a.csv': file(
    'student_id,occurred_at',
    '0001,2025-10-01',
    '0001,2025-10-01',
    '0002,2025-10-02',
    '9999,2025-10-01',
  ),
  'vle-b.csv': file(
    'student_id,occurred_at',
    '0001,2025-10-01',
    '0001,2025-10-03',
    '9999,2025-10-01',
    '9998,2025-10-01',
  ),
  'vle-c.csv': file('student_id,occurred_at', ...Array.from({ length: 4 }, () => '0001,2025-10-01')),
  'meetings-a.csv': file('student_id,held_at,attended', '0001,2025-10-01,yes', '0001,2025-10-01,no'),
  'meetings-b.csv': file('student_id,held_at,attended', '0001,2025-10-01,yes', '0002,2025-10-01,'),
  'lecture_capture.csv': 'student_id,occurred_at,minutes\n',
};

describe.each(READERS)('%s', (reader) => {
  test('every record of every file is accounted for', async () => {
    await withFolder(EVERY_TABLE, (folder) =>
      reading(folder, reader, ({ files }) => {
        const accounts = files.map(({ file: name, records, rows }) => [
          name,
          records,
          rows.used,
          rows.repeated,
          rows.ofUnknownStudents,
        ]);
        // File, records; used, repeated, of unknown students.
        expect(accounts).toEqual([
          ['allocations-a.csv', 2, 1, 0, 1],
          ['allocations-b.csv', 3, 1, 1, 1],
          ['attendance-a.csv', 2, 1, 0, 1],
          ['attendance-b.csv', 2, 1, 1, 0],
          ['circumstances.csv', 2, 1, 0, 1],
          ['contacts-a.csv', 1, 1, 0, 0],
          ['contacts-b.csv', 2, 1, 1, 0],
          ['lecture_capture.csv', 0, 0, 0, 0],
          ['meetings-a.csv', 2, 2, 0, 0],
          ['meetings-b.csv', 2, 1, 1, 0],
          ['module_enrolments.csv', 5, 2, 1, 2],
          ['students-a.csv', 2, 2, 0, 0],
          ['students-b.csv', 1, 0, 1, 0],
          // Equal rows of one file are as many; of several, as many as the file that has them most.
          ['submissions-a.csv', 2, 2, 0, 0],
          ['submissions-b.csv', 4, 1, 2, 1],
          ['timetable-a.csv', 2, 2, 0, 0],
          ['timetable-b.csv', 2, 1, 1, 0],
          ['vle-a.csv', 4, 3, 0, 1],
          ['vle-b.csv', 4, 1, 1, 2],
          ['vle-c.csv', 4, 2, 2, 0],
        ]);
      }),
    );
  });

  test('a time in the hour that the clocks skip is doubted, in the hour before and after it is not', async () => {
    const vle = file(
      'student_id,occurred_at',
      '0001,2026-03-29T00:59',
      '0001,2026-03-29T01:00',
      '9999,2026-03-29T01:59:59',
      '0001,2026-03-29T02:00',
      // With an offset it exists, and so does the hour that comes twice.
      '0001,2026-03-29T01:30Z',
      '0001,2026-10-25T01:30',
      '0001,2026-03-28T01:30',
      '0001,2026-03-29',
    );
    const attendance = file(
      'student_id,event_id,starts_at,ends_at,status',
      '0001,E1,2026-03-29T00:30,2026-03-29T01:30,present',
    );
    const timetable = file('event_id,module_code,starts_at', 'E1,M1,2026-03-29T00:30');
    const submissions = file('student_id,assessment_id,due_at', '0001,A1,2026-03-29T01:30');
    const files = {
      'students.csv': STUDENTS,
      'vle.csv': vle,
      'attendance.csv': attendance,
      'timetable.csv': timetable,
      'submissions.csv': submissions,
    };
    const findings = await withFolder(files, (folder) => reading(folder, reader, (exports) => exports.findings));
    const doubted = findings.filter(({ code }) => code === 'times-that-do-not-exist');
    expect(doubted.map(({ message, count }) => [/"(.*?)"/.exec(message)?.[1], count])).toEqual([
      ['attendance', 1],
      ['submissions', 1],
      ['vle', 2],
    ]);
  });
});

/** Few different rows in up to four files. */
const viewings = fc.array(
  fc.array(fc.constantFrom('0001,2025-10-01', '0001,2025-10-02', '0002,2025-10-01', '9999,2025-10-01'), {
    maxLength: 6,
  }),
  {
    minLength: 1,
    maxLength: 4,
  },
);

costlyProperty('files that overlap are accounted for as a plain count does it', viewings, async (contents) => {
  const names = contents.map(
    (rows, index) =>
      [
        `vle-${index}.csv`,
        file('student_id,occurred_at,module_code', ...rows.map((row, at) => `${row},M${at > 3 ? 1 : 2}`)),
      ] as const,
  );
  const files = { 'students.csv': STUDENTS, ...Object.fromEntries(names) };
  await withFolder(files, async (folder) => {
    for (const reader of READERS) {
      const accounts = await reading(folder, reader, ({ files: read }) => read.filter(({ table }) => table === 'vle'));
      expect(accounts.map(({ file: name, rows }) => [name, rows])).toEqual(plainAccounts(names));
    }
  });
});

function plainAccounts(files: readonly (readonly [string, string])[]) {
  const different = files.filter(([, content], index) => files.findIndex(([, other]) => other === content) === index);
  return different.map(([name, content], index) => {
    const rows = content.trimEnd().split('\n').slice(1);
    const known = rows.filter((row) => !row.startsWith('9999'));
    const repeated = [...new Set(known)].reduce((sum, row) => {
      const timesIn = ([, text]: readonly [string, string]): number =>
        text.split('\n').filter((it) => it === row).length;
      const before = Math.max(0, ...different.slice(0, index).map(timesIn));
      return sum + Math.min(timesIn([name, content]), before);
    }, 0);
    return [
      name,
      { used: known.length - repeated, repeated, ofUnknownStudents: rows.length - known.length, setAside: 0 },
    ];
  });
}
