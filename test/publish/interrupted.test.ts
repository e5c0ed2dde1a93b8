// A disk that fails at the moment of exchange: the earlier set comes back, or is named.
import * as files from 'node:fs/promises';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Refusal } from '../../src/diagnostics/refusal.js';
import { claimEach } from '../../src/publish/claim.js';
import { publish } from '../../src/publish/publish.js';

vi.mock('node:fs/promises', async (original) => {
  const actual = await original<typeof files>();
  return { ...actual, rename: vi.fn(actual.rename), open: vi.fn(actual.open) };
});

const FIRST = [{ file: 'run.json', content: '1\n' }];
const SECOND = [{ file: 'run.json', content: '2\n' }];

let out: string;
let folder: string;

beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'publish-'));
  folder = join(out, 'ENG', '2013-11-03');
});

afterEach(async () => {
  vi.mocked(files.rename).mockReset();
  vi.mocked(files.open).mockReset();
  await rm(out, { recursive: true, force: true });
});

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** Lets so many renames happen, then fails the given number of them. */
function failRenames(after: number, failures: number, code: string): void {
  const { rename } = files;
  const real = vi.mocked(rename).getMockImplementation();
  let calls = 0;
  vi.mocked(rename).mockImplementation(async (from, to) => {
    calls += 1;
    if (calls > after && calls <= after + failures) throw systemError(code);
    await real?.(from, to);
  });
}

async function codesOf(publication: Promise<unknown>): Promise<readonly string[]> {
  try {
    await publication;
  } catch (error) {
    if (error instanceof Refusal) return error.faults.map(({ code }) => code);
    throw error;
  }
  return [];
}

describe('a disk that fails at the moment of exchange', () => {
  it('leaves nothing of a first set', async () => {
    failRenames(0, 1, 'EROFS');
    expect(await codesOf(publish(FIRST, folder))).toEqual(['reports-read-only']);
    expect(await readdir(out)).toEqual([]);
  });

  it.each([0, 1, 2])('puts the earlier set back after %i renames', async (after) => {
    await publish(FIRST, folder);
    failRenames(after, 1, 'EACCES');
    expect(await codesOf(publish(SECOND, folder))).toEqual(['reports-no-permission']);
    expect(await readdir(join(out, 'ENG'))).toEqual(['2013-11-03']);
    expect(await readFile(join(folder, 'run.json'), 'utf8')).toBe('1\n');
  });

  it('says where the earlier set is, should even that fail', async () => {
    await publish(FIRST, folder);
    failRenames(2, 2, 'EIO');
    expect(await codesOf(publish(SECOND, folder))).toEqual(['reports-stranded']);
    expect(await readdir(join(out, 'ENG'))).toEqual(['.2013-11-03.ready', '2013-11-03.earlier-1']);
  });

  it('puts the new set in place at the next run', async () => {
    await publish(FIRST, folder);
    failRenames(2, 2, 'EIO');
    await codesOf(publish(SECOND, folder));
    const claims = await claimEach([join(out, 'ENG')], (plan) => plan);
    await claims.release();
    expect(await readdir(join(out, 'ENG'))).toEqual(['2013-11-03', '2013-11-03.earlier-1']);
    expect(await readFile(join(folder, 'run.json'), 'utf8')).toBe('2\n');
  });

  it.skipIf(process.platform === 'win32')('undoes an exchange that was not written through', async () => {
    await publish(FIRST, folder);
    const real = vi.mocked(files.open).getMockImplementation();
    vi.mocked(files.open).mockImplementation(async (path, flags, mode) => {
      if (path === join(out, 'ENG')) throw systemError('EIO');
      if (real === undefined) throw new Error('no implementation');
      return real(path, flags, mode);
    });
    expect(await codesOf(publish(SECOND, folder))).toEqual(['reports-not-written']);
    expect(await readdir(join(out, 'ENG'))).toEqual(['2013-11-03']);
    expect(await readFile(join(folder, 'run.json'), 'utf8')).toBe('1\n');
  });

  it('leaves nothing where the disk is full', async () => {
    const real = vi.mocked(files.open).getMockImplementation();
    vi.mocked(files.open).mockImplementation(async (path, flags, mode) => {
      if (flags === 'wx') throw systemError('ENOSPC');
      if (real === undefined) throw new Error('no implementation');
      return real(path, flags, mode);
    });
    expect(await codesOf(publish(FIRST, folder))).toEqual(['reports-disk-full']);
    expect(await readdir(out)).toEqual([]);
  });
});
