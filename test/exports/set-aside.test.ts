// Feeds that are set aside: their files are not opened, whatever they are, and both readers go on as if there were none.
import { execFileSync } from 'node:child_process';
import { chmod, mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { EXIT, Refusal } from '../../src/diagnostics/refusal.js';
import { FEEDS, type Feed } from '../../src/engagement/feed.js';
import type { Exports } from '../../src/exports/reader.js';
import { everything, ledgerOf, line, open, READERS, STUDENTS, withFolder, type Files } from './workspace.js';

/** Every event table, each in one file. */
const TABLES: Readonly<Record<string, string>> = {
  'activities.csv': 'student_id,occurred_at,kind\n0001,2025-10-01,skills\n',
  'allocations.csv': 'student_id,event_id\n0001,E1\n0002,E1\n0001,E2\n',
  'attendance.csv': 'student_id,event_id,starts_at,status\n0001,E1,2025-10-01T10:00,present\n',
  'lecture_capture.csv': 'student_id,occurred_at,minutes\n0002,2025-10-01,50\n',
  'meetings.csv': 'student_id,held_at,attended\n0001,2025-10-02,yes\n0002,2025-10-02,\n',
  'submissions.csv': 'student_id,assessment_id,due_at,submitted_at\n0001,A1,2025-10-10,2025-10-09\n',
  'timetable.csv':
    'event_id,module_code,starts_at\nE1,M1,2025-10-01T10:00\nE2,M1,2025-10-08T10:00\nE3,M1,2025-10-15T10:00\n',
  'vle.csv': 'student_id,occurred_at,component\n0001,2025-10-01,quiz\n0002,2025-10-03,forum\n',
};
const ALL: Files = { 'students.csv': STUDENTS, ...TABLES };

const filesOf = (feed: Feed): readonly string[] => {
  return feed === 'attendance' ? ['allocations.csv', 'attendance.csv', 'timetable.csv'] : [`${feed}.csv`];
};

async function withoutFeeds<T>(
  folder: string,
  reader: (typeof READERS)[number],
  setAside: readonly Feed[],
  read: (exports: Exports) => T | Promise<T>,
): Promise<T> {
  const exports = await open(folder, reader, { setAside });
  try {
    return await read(exports);
  } finally {
    await exports.close();
  }
}

async function refusedWithout(folder: string, setAside: readonly Feed[]): Promise<readonly unknown[]> {
  const error: unknown = await withoutFeeds(folder, 'csv-parse', setAside, () => null).catch((it: unknown) => it);
  return error instanceof Refusal ? [error.exitCode, ...error.faults.map(line)] : [];
}

describe.each(FEEDS)('%s', (feed) => {
  test.each(READERS)('is as if it were not there, and said to be set aside (%s)', async (reader) => {
    const others = Object.fromEntries(Object.entries(ALL).filter(([file]) => !filesOf(feed).includes(file)));
    const missing = await withFolder(others, (folder) => withoutFeeds(folder, reader, [], ledgerOf));
    await withFolder(ALL, (folder) =>
      withoutFeeds(folder, reader, [feed], async (exports) => {
        expect(await ledgerOf(exports)).toEqual(missing);
        expect(exports.ledger.feedsSetAside).toEqual([{ feed, files: filesOf(feed) }]);
        expect(exports.findings.map(line)).toContain(feed === 'attendance' ? 'feed-set-aside ×3' : 'feed-set-aside');
        expect(exports.files.map(({ file }) => file)).toEqual(Object.keys(others).sort());
        expect((await exports.trace('0001')).filter((record) => record.feed === feed)).toEqual([]);
      }),
    );
  });
});

test('both readers say the same without any of them', async () => {
  await withFolder(ALL, async (folder) => {
    const [one, other] = [
      await withoutFeeds(folder, 'duckdb', FEEDS, everything),
      await withoutFeeds(folder, 'csv-parse', FEEDS, everything),
    ];
    expect(other).toEqual(one);
    expect(one.files.map(({ file }) => file)).toEqual(['students.csv']);
  });
});

test('a feed that no file holds is a note, and nothing else', async () => {
  await withFolder({ 'students.csv': STUDENTS, 'vle.xlsx': 'x' }, (folder) =>
    withoutFeeds(folder, 'csv-parse', ['vle'], ({ findings, ledger }) => {
      expect(findings.map(line)).toEqual(['feed-set-aside-without-files', 'file-not-read vle.xlsx']);
      expect(ledger.feedsSetAside).toEqual([{ feed: 'vle', files: [] }]);
    }),
  );
});

describe('whatever stands in the place of its files, the run goes on', () => {
  const row = 'student_id,occurred_at\n0001,2025-10-01\n';
  const cut = gzipSync(row.repeat(500)).subarray(0, 40);
  test.each<[string, string, string | Buffer]>([
    ['truncated gzip', 'vle.csv.gz', cut],
    ['NUL bytes', 'vle.csv', `${row}0001,2025-\u0000\n`],
    ['a zip named .csv', 'vle.csv', Buffer.from('PK\u0003\u0004rest of it')],
    ['an unclosed quote', 'vle.csv', `${row}"0001,2025-10-02\n`],
    ['a login page', 'vle.csv', '<!DOCTYPE html><html><body>Sign in</body></html>'],
    ['a cell that is no date', 'vle.csv', 'student_id,occurred_at\n0001,31/04/2025\n'],
    ['an empty file', 'vle.csv', ''],
    ['no required column', 'vle.csv', 'id\n1\n'],
    ['no parquet', 'vle.parquet', 'x'],
    ['an unfinished download', 'vle.csv.crdownload', 'x'],
    ['an unfinished copy', 'VLE-2.csv.gz.filepart', 'x'],
  ])('%s', async (_, file, content) => {
    await withFolder({ 'students.csv': STUDENTS, [file]: content }, async (folder) => {
      expect(await refusedWithout(folder, [])).not.toEqual([]);
      for (const reader of READERS) {
        await withoutFeeds(folder, reader, ['vle'], ({ ledger, files }) => {
          expect(ledger.feedsSetAside).toEqual([{ feed: 'vle', files: [file] }]);
          expect(files.map((it) => it.file)).toEqual(['students.csv']);
        });
      }
    });
  });

  test.skipIf(process.platform === 'win32')(
    'a folder, a pipe, a link to nothing, a file that nobody may read',
    async () => {
      await withFolder({ 'students.csv': STUDENTS, 'vle-4.csv': row }, async (folder) => {
        await mkdir(join(folder, 'vle.csv'));
        execFileSync('sh', ['-c', 'mkfifo "$0"', join(folder, 'vle-2.csv')]);
        await symlink(join(folder, 'nowhere.csv'), join(folder, 'vle-3.csv'));
        await chmod(join(folder, 'vle-4.csv'), 0o000);
        for (const reader of READERS) {
          await withoutFeeds(folder, reader, ['vle'], ({ ledger }) => {
            const files = ['vle-2.csv', 'vle-3.csv', 'vle-4.csv', 'vle.csv'];
            expect(ledger.feedsSetAside).toEqual([{ feed: 'vle', files }]);
          });
        }
      });
    },
  );

  test('a file that changes or goes while the others are read', async () => {
    await withFolder({ ...ALL }, async (folder) => {
      await withoutFeeds(folder, 'csv-parse', ['vle'], async (exports) => {
        await rm(join(folder, 'vle.csv'));
        expect(await exports.trace('0001')).not.toEqual([]);
      });
    });
  });
});

test('what is broken elsewhere is still refused', async () => {
  const files = { ...ALL, 'vle.csv': '', 'meetings.csv': '', 'submissions.csv.part': '' };
  await withFolder(files, async (folder) => {
    expect(await refusedWithout(folder, ['vle'])).toEqual([EXIT.tryAgain, 'download-unfinished submissions.csv.part']);
    expect(await refusedWithout(folder, ['vle', 'submissions'])).toEqual([
      EXIT.inputRefused,
      'file-empty meetings.csv',
    ]);
    expect(await refusedWithout(folder, ['vle', 'submissions', 'meetings'])).toEqual([]);
  });
});

test.each(['timetable.csv', 'allocations.csv'])('attendance takes a broken %s with it', async (file) => {
  await withFolder({ ...ALL, [file]: '' }, async (folder) => {
    expect(await refusedWithout(folder, [])).toEqual([EXIT.inputRefused, `file-empty ${file}`]);
    expect(await refusedWithout(folder, ['attendance'])).toEqual([]);
  });
});
