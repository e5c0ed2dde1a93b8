import { appendFile, readdir, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { EXIT, Refusal } from '../../src/diagnostics/refusal.js';
import { line, open, READERS, reading, refusalOf, STUDENTS, withFolder } from './workspace.js';

const VLE = `student_id,occurred_at\n${'0001,2025-10-01\n'.repeat(50_000)}`;

afterEach(() => {
  vi.doUnmock('@duckdb/node-api');
  vi.resetModules();
});

test.each(READERS)('unpacked copies are private, and gone when closed: %s', async (reader) => {
  await withFolder({ 'students.csv': STUDENTS, 'vle.csv.gz': gzipSync(VLE) }, async (folder) => {
    const exports = await open(folder, reader);
    const temporary = process.env['TMPDIR'] ?? '';
    const [name = ''] = await readdir(temporary);
    expect((await stat(join(temporary, name))).mode & 0o777).toBe(0o700);
    for (const file of await readdir(join(temporary, name))) {
      const { mode } = await stat(join(temporary, name, file));
      if (file.endsWith('.csv')) expect(mode & 0o777).toBe(0o600);
    }
    await exports.close();
    await exports.close();
    expect(await readdir(temporary)).toEqual([]);
  });
});

describe('a file that changes is still being written', () => {
  test.each(READERS)('while it is read, by %s', async (reader) => {
    await withFolder({ 'students.csv': STUDENTS, 'vle.csv': VLE }, async (folder) => {
      const changes: Promise<void>[] = [];
      const progress = (stage: string): void => {
        if (stage !== 'checking files' && changes.length === 0) {
          changes.push(appendFile(join(folder, 'vle.csv'), '0001,2025-10-02\n'));
        }
      };
      const refused = await open(folder, reader, { progress }).catch((error: unknown) => error);
      expect(changes).toHaveLength(1);
      expect(refused).toBeInstanceOf(Refusal);
      expect((refused as Refusal).exitCode).toBe(EXIT.tryAgain);
      expect((refused as Refusal).faults.map(line)).toEqual(['file-changed vle.csv']);
    });
  });

  test.each(READERS)('between its listing and its refusal, by %s', async (reader) => {
    const files = { 'students.csv': STUDENTS, 'submissions.csv': '<html>', 'vle.csv': VLE.replace(/\n$/, ',') };
    await withFolder(files, async (folder) => {
      const changes: Promise<void>[] = [];
      const progress = (): void => {
        if (changes.length === 0) changes.push(appendFile(join(folder, 'vle.csv'), '2\n'));
      };
      const refused = await open(folder, reader, { progress }).catch((error: unknown) => error);
      expect(refused).toMatchObject({ exitCode: EXIT.tryAgain, faults: [{ code: 'file-changed' }] });
      const again = await refusalOf(folder, reader);
      expect(again.faults.map(line)).toEqual(['file-not-csv submissions.csv', 'fields-uneven vle.csv 50000']);
    });
  });

  test('before it is explained', async () => {
    await withFolder({ 'students.csv': STUDENTS, 'vle.csv': VLE }, (folder) =>
      reading(folder, 'duckdb', async (exports) => {
        await writeFile(join(folder, 'vle.csv'), VLE.replace('0001', '0002'));
        await utimes(join(folder, 'vle.csv'), 1, 1);
        await expect(exports.trace('0001')).rejects.toMatchObject({ exitCode: EXIT.tryAgain });
      }),
    );
  });
});

test.each(READERS)('an abort ends the work and leaves nothing behind: %s', async (reader) => {
  await withFolder({ 'students.csv': STUDENTS, 'vle.csv': VLE }, async (folder) => {
    for (const when of ['checking files', 'reading']) {
      const abort = new AbortController();
      const progress = (stage: string): void => {
        if (stage.startsWith(when)) abort.abort(new Error('stopped'));
      };
      await expect(open(folder, reader, { progress, signal: abort.signal })).rejects.toThrow('stopped');
    }
    await expect(open(folder, reader, { signal: AbortSignal.abort(new Error('before')) })).rejects.toThrow('before');
  });
});

test('progress grows and ends at the whole', async () => {
  await withFolder({ 'students.csv': STUDENTS, 'vle.csv': VLE }, async (folder) => {
    for (const reader of READERS) {
      const last = new Map<string, readonly [number, number]>();
      const progress = (stage: string, done: number, total: number): void => {
        expect(done).toBeGreaterThanOrEqual(last.get(stage)?.[0] ?? 0);
        last.set(stage, [done, total]);
      };
      await (await open(folder, reader, { progress })).close();
      expect(last.get('checking files')).toEqual([STUDENTS.length + VLE.length, STUDENTS.length + VLE.length]);
      for (const [done, total] of last.values()) expect(done).toBe(total);
    }
  });
});

describe('where the binding is not installed', () => {
  const withoutBinding = (): void => {
    vi.doMock('@duckdb/node-api', () => {
      throw new Error('not installed');
    });
  };

  test('the other reader is used, and said', async () => {
    withoutBinding();
    await withFolder({ 'students.csv': STUDENTS, 'vle.csv': VLE }, (folder) =>
      reading(folder, null, (exports) => {
        expect(exports.reader).toBe('csv-parse');
        expect(exports.readerFindings.map(line)).toEqual(['duckdb-absent']);
      }),
    );
  });

  test('DuckDB cannot be demanded, and parquet not be read', async () => {
    withoutBinding();
    await withFolder({ 'students.csv': STUDENTS, 'vle.parquet': 'PAR1xxxxxxxxPAR1' }, async (folder) => {
      const demanded = await refusalOf(folder, 'duckdb');
      expect([demanded.exitCode, ...demanded.faults.map(line)]).toEqual([EXIT.invalidPlan, 'duckdb-demanded']);
      const parquet = await refusalOf(folder, null);
      expect(parquet.faults.map(line)).toEqual(['parquet-needs-duckdb vle.parquet']);
    });
  });
});
