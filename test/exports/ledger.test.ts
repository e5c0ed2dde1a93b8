import { expect, test } from 'vitest';
import { formatDay } from '../../src/calendar/day.js';
import { everything, findingsOf, line, READERS, reading, STUDENTS, withFolder, type Files } from './workspace.js';

const VLE = 'student_id,occurred_at,module_code,component,action,count';
const SUBMISSIONS = 'student_id,module_code,assessment_id,kind,due_at,extended_to,submitted_at';

function file(header: string, ...rows: readonly string[]): string {
  return [header, ...rows, ''].join('\n');
}

const SMALL: Files = {
  'students.csv': STUDENTS,
  'vle-a.csv': file(
    VLE,
    '0001,2025-10-01T09:00,M1,quiz,viewed,2',
    '0001,2025-10-01T09:00,M1,quiz,viewed,2',
    '0001,2025-10-01,M2,quiz,viewed,',
    '0001,2025-10-02T23:30:00Z,M1,page,viewed,',
    '0002,2025-10-03,M1,page,viewed,0',
    '9999,2025-10-09,M1,page,viewed,1',
    '9999,2025-10-04,M1,page,viewed,1',
    '9998,2025-10-04,M1,page,viewed,1',
  ),
  'vle-b.csv': file(
    VLE,
    '0001,2025-10-01T09:00,M1,quiz,viewed,2',
    '0001,2025-10-01T09:00,M1,quiz,viewed,2',
    '0001,2025-10-01T09:00,M1,quiz,viewed,2',
    '0001,2025-10-01T09:00,M1,quiz,submitted,2',
    '0002,2025-10-05,M1,page,viewed,3',
  ),
  'submissions.csv': file(
    SUBMISSIONS,
    '0001,M1,A2,summative,2025-10-20T12:00,,2025-10-19T10:00',
    '0001,M1,A1,formative,2025-10-10,2025-10-12T09:00,',
    '0001,M1,A2,summative,2025-10-20T12:00,,2025-10-19T09:00',
    '0002,M1,A1,,2025-10-10,,2025-10-11',
    '0002,M9,A1,formative,2025-10-11,2025-10-15,2025-10-12',
    '9999,M1,A1,,2025-10-10,,2025-10-08',
  ),
};

test.each(READERS)('a small ledger, by %s', async (reader) => {
  await withFolder(SMALL, (folder) =>
    reading(folder, reader, async (exports) => {
      const { ledger } = exports;
      expect(exports.reader).toBe(reader);
      expect(ledger.kinds.map(({ feed, type, module }) => `${feed} ${type} ${module}`)).toEqual([
        'vle page M1',
        'vle quiz M1',
        'vle quiz M2',
      ]);
      const sheet = ledger.sheetOf('0001');
      expect([...sheet.days].map((day) => formatDay(day as Parameters<typeof formatDay>[0]))).toEqual([
        '2025-10-01',
        '2025-10-01',
        '2025-10-03',
      ]);
      // Three viewings in the file that has them most, one submission, one more on M2.
      expect([...sheet.acts]).toEqual([8, 1, 1]);
      expect([...sheet.kinds]).toEqual([1, 2, 0]);
      expect(ledger.sheetOf('nobody').days).toHaveLength(0);
      expect(ledger.duesOf('nobody')).toEqual([]);
      const vle = ledger.feeds.get('vle');
      expect(vle?.records).toBe(13);
      expect(vle?.actDays.map(formatDay)).toEqual([
        '2025-10-01',
        '2025-10-03',
        '2025-10-04',
        '2025-10-05',
        '2025-10-09',
      ]);
      expect(ledger.feeds.get('submissions')?.actDays.map(formatDay)).toEqual([
        '2025-10-08',
        '2025-10-11',
        '2025-10-12',
        '2025-10-19',
      ]);
      expect([...ledger.feeds.keys()]).toEqual(['submissions', 'vle']);
      // The first submission is somebody else's.
      const firsts = [...ledger.feeds.values()].map(({ firstOfStudents }) => firstOfStudents);
      expect(firsts.map((day) => day && formatDay(day))).toEqual(['2025-10-11', '2025-10-01']);
      expect(await exports.acts()).toMatchObject([
        { studentId: '0001', type: 'quiz', module: 'M1', acts: 8 },
        { studentId: '0001', type: 'quiz', module: 'M2', acts: 1 },
        { studentId: '0001', type: 'page', module: 'M1', acts: 1 },
        { studentId: '0002', type: 'page', module: 'M1', acts: 3 },
      ]);
      expect(ledger.duesOf('0001')).toMatchObject([
        { assessmentId: 'A1', type: 'formative', due: { minute: null }, extendedTo: { minute: 540 }, submitted: null },
        { assessmentId: 'A2', type: 'summative', due: { minute: 720 }, extendedTo: null, submitted: { minute: 540 } },
      ]);
      expect(ledger.duesOf('0002')).toMatchObject([
        { assessmentId: 'A1', module: 'M1', type: 'formative', submitted: { minute: null } },
      ]);
      expect(exports.findings.map(line)).toEqual([
        'rows-of-unknown-students',
        'submissions-conflicting',
        'rows-of-unknown-students ×3',
        'rows-repeated ×2',
      ]);
    }),
  );
});

test.each(READERS)('the trace of a student, by %s', async (reader) => {
  await withFolder(SMALL, (folder) =>
    reading(folder, reader, async (exports) => {
      const trace = await exports.trace('0001');
      expect(
        trace.map(({ file: name, record, acts, isRepeated, assessmentId, at }) =>
          [name, record, acts, isRepeated ? 'repeated' : 'counts', assessmentId, formatDay(at.day)].join(' '),
        ),
      ).toEqual([
        'submissions.csv 1 1 counts A2 2025-10-19',
        'submissions.csv 2 0 counts A1 2025-10-10',
        'submissions.csv 3 1 counts A2 2025-10-19',
        'vle-a.csv 1 2 counts  2025-10-01',
        'vle-a.csv 2 2 counts  2025-10-01',
        'vle-a.csv 3 1 counts  2025-10-01',
        'vle-a.csv 4 1 counts  2025-10-03',
        'vle-b.csv 1 2 repeated  2025-10-01',
        'vle-b.csv 2 2 repeated  2025-10-01',
        'vle-b.csv 3 2 counts  2025-10-01',
        'vle-b.csv 4 2 counts  2025-10-01',
      ]);
      const counted = trace.filter(({ feed, isRepeated }) => feed === 'vle' && !isRepeated);
      expect(counted.reduce((sum, { acts }) => sum + acts, 0)).toBe(
        exports.ledger.sheetOf('0001').acts.reduce((sum, acts) => sum + acts, 0),
      );
    }),
  );
});

test('both readers say the same of it', async () => {
  await withFolder(SMALL, async (folder) => {
    expect(await reading(folder, 'csv-parse', everything)).toEqual(await reading(folder, 'duckdb', everything));
  });
});

test('a copy of a file is read once, and said', async () => {
  const copied = { ...SMALL, 'vle-c.csv': SMALL['vle-a.csv'] ?? '' };
  expect(await findingsOf(copied)).toContain('file-identical vle-c.csv');
  await withFolder(copied, (folder) =>
    reading(folder, null, ({ files, ledger }) => {
      expect(files.map((one) => one.file)).not.toContain('vle-c.csv');
      expect(ledger.feeds.get('vle')?.records).toBe(13);
    }),
  );
});

test('without event tables the ledger is empty and no feed is known', async () => {
  await withFolder({ 'students.csv': STUDENTS }, async (folder) => {
    for (const reader of READERS) {
      await reading(folder, reader, async (exports) => {
        expect(exports.ledger.feeds.size).toBe(0);
        expect(exports.ledger.kinds).toEqual([]);
        expect(exports.ledger.sheetOf('0001').days).toHaveLength(0);
        expect(await exports.acts()).toEqual([]);
        expect(await exports.dues()).toEqual([]);
      });
    }
  });
});
