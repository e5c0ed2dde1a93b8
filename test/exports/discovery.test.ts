import { execFileSync } from 'node:child_process';
import { chmod, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EXIT } from '../../src/diagnostics/refusal.js';
import { faultsOf, findingsOf, line, reading, refusalOf, STUDENTS, withFolder } from './workspace.js';

describe('the folder', () => {
  test('is missing', async () => {
    await withFolder({}, async (folder) => {
      const refusal = await refusalOf(join(folder, 'none'), null);
      expect(refusal.exitCode).toBe(EXIT.inputRefused);
      expect(refusal.faults.map(line)).toEqual(['exports-folder-missing']);
      expect(refusal.message).toContain(join(folder, 'none'));
    });
  });

  test('is a file', async () => {
    await withFolder({ 'students.csv': STUDENTS }, async (folder) => {
      const refusal = await refusalOf(join(folder, 'students.csv'), null);
      expect(refusal.faults.map(line)).toEqual(['exports-folder-not-folder']);
    });
  });

  test.skipIf(process.getuid?.() === 0)('may not be read', async () => {
    await withFolder({}, async (folder) => {
      await chmod(folder, 0o000);
      const refusal = await refusalOf(folder, null).finally(() => chmod(folder, 0o700));
      expect(refusal.faults.map(line)).toEqual(['exports-folder-unreadable']);
    });
  });

  test('is empty', async () => {
    expect(await faultsOf({})).toEqual(['exports-folder-empty']);
  });

  test('holds nothing that is an export', async () => {
    expect(await faultsOf({ 'notes.txt': 'x', '.students.csv': STUDENTS })).toEqual(['exports-folder-empty']);
  });

  test('has no students', async () => {
    expect(await faultsOf({ 'vle.csv': 'student_id,occurred_at\n' })).toEqual(['table-missing']);
  });
});

test('names decide: any case, anything after the table, three forms; the rest is told', async () => {
  const files = {
    'STUDENTS-2025.CSV': STUDENTS,
    'vle_week1.csv': 'student_id,occurred_at\n0001,2025-10-01\n',
    'vle.xlsx': 'x',
    'notes.txt': 'x',
    'old/vle.csv': 'x',
    '~$vle.csv': 'x',
    '.vle.csv': 'x',
  };
  expect(await findingsOf(files)).toEqual(['file-not-recognised notes.txt', 'file-not-read vle.xlsx']);
  await withFolder(files, (folder) =>
    reading(folder, null, (exports) => {
      expect(exports.files.map(({ table, file, records }) => [table, file, records])).toEqual([
        ['students', 'STUDENTS-2025.CSV', 2],
        ['vle', 'vle_week1.csv', 1],
      ]);
    }),
  );
});

describe('downloads and copies that have not finished are 75, whatever else is wrong', () => {
  test.each(['vle.csv.part', 'vle-2.csv.crdownload', 'VLE.csv.gz.filepart', 'vle.Ab3d.csv.TMP', 'vle.csv.download'])(
    '%s',
    async (name) => {
      for (const beside of [{ 'vle.csv': '' }, {}]) {
        await withFolder({ 'students.csv': STUDENTS, ...beside, [name]: 'x' }, async (folder) => {
          const { exitCode, faults } = await refusalOf(folder, null);
          expect([exitCode, ...faults.map(line)]).toEqual([EXIT.tryAgain, `download-unfinished ${name}`]);
        });
      }
    },
  );

  test.each(['Unconfirmed 123456.crdownload', 'kD3+x_9q.csv.part', 'kD3+x_9q.gz.part'])(
    '%s, which may become an export of any table',
    async (name) => {
      await withFolder({ 'students.csv': STUDENTS, 'vle.csv': '', [name]: 'x' }, async (folder) => {
        const { exitCode, faults } = await refusalOf(folder, null);
        expect([exitCode, ...faults.map(line)]).toEqual([EXIT.tryAgain, `download-unfinished ${name}`]);
      });
    },
  );

  test('as the folder in which Safari keeps it', async () => {
    await withFolder({ 'students.csv': STUDENTS, 'vle.csv.download/vle.csv': 'x' }, async (folder) => {
      const { exitCode, faults } = await refusalOf(folder, null);
      expect([exitCode, ...faults.map(line)]).toEqual([EXIT.tryAgain, 'download-unfinished vle.csv.download']);
    });
  });

  test('instead of the students', async () => {
    expect(await faultsOf({ 'students.csv.part': 'x' })).toEqual(['download-unfinished students.csv.part']);
  });

  test.each(['notes.txt.part', 'budget-2026.csv.part', 'report.pdf.crdownload', 'Unconfirmed.crdownload', '~x.tmp'])(
    '%s belongs to no table and is not waited for',
    async (name) => {
      expect(await findingsOf({ 'students.csv': STUDENTS, [name]: 'x' })).toEqual([`file-not-recognised ${name}`]);
    },
  );
});

test('file names that SQL or a pattern could take for more are one file each', async () => {
  const row = 'student_id,occurred_at,component\n0001,2025-10-01,';
  const files = {
    'students.csv': STUDENTS,
    "vle it's [1].csv": `${row}one\n`,
    'vle*.csv': `${row}two\n`,
    'vle?.csv': `${row}three\n`,
    'vle1.csv': `${row}four\n`,
    'vle$path;--.csv': `${row}five\n`,
  };
  await withFolder(files, async (folder) => {
    for (const reader of ['duckdb', 'csv-parse'] as const) {
      const types = await reading(folder, reader, ({ ledger }) => ledger.kinds.map(({ type }) => type));
      expect(types).toEqual(['five', 'four', 'one', 'three', 'two']);
    }
  });
});

describe.skipIf(process.platform === 'win32')('what is not an ordinary file is refused unopened', () => {
  test('a pipe, a folder and a link to nothing', async () => {
    await withFolder({ 'students.csv': STUDENTS }, async (folder) => {
      execFileSync('sh', ['-c', 'mkfifo "$0"', join(folder, 'vle.csv')]);
      await mkdir(join(folder, 'vle-2.csv'));
      await symlink(join(folder, 'nowhere.csv'), join(folder, 'vle-3.csv'));
      const { faults, exitCode } = await refusalOf(folder, null);
      expect(exitCode).toBe(EXIT.inputRefused);
      expect(faults.map(line)).toEqual([
        'file-not-regular vle-2.csv',
        'file-not-regular vle-3.csv',
        'file-not-regular vle.csv',
      ]);
      expect(faults.map(({ message }) => message).join()).toMatch(/a folder.*a link that leads nowhere.*a pipe/);
    });
  });

  test('a link to an ordinary file is followed', async () => {
    await withFolder({}, async (folder) => {
      const target = join(folder, '..', 'elsewhere.csv');
      await writeFile(target, STUDENTS);
      await symlink(target, join(folder, 'students.csv'));
      for (const reader of ['duckdb', 'csv-parse'] as const) {
        expect(await reading(folder, reader, ({ students }) => students.length)).toBe(2);
      }
      await rm(target);
    });
  });

  test.skipIf(process.getuid?.() === 0)('a file that may not be read', async () => {
    await withFolder({ 'students.csv': STUDENTS, 'vle.csv': 'x' }, async (folder) => {
      await chmod(join(folder, 'vle.csv'), 0o000);
      const { faults } = await refusalOf(folder, null);
      expect(faults.map(line)).toEqual(['file-unreadable vle.csv']);
    });
  });
});
