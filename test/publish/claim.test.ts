// Who may write a plan's reports, and what becomes of what a killed run has left.
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EXIT } from '../../src/diagnostics/refusal.js';
import { claimEach, type Claims } from '../../src/publish/claim.js';
import { LOCK } from '../../src/publish/lock.js';
import { thisProcess, writeIdentity } from '../../src/process/identity.js';
import { publish } from '../../src/publish/publish.js';
import { endedProcess } from '../support/ended-process.js';

const SECOND = [{ file: 'run.json', content: '2\n' }];

let root: string;
let plan: string;
let date: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'claim-'));
  plan = join(root, 'reports', 'ENG');
  date = join(plan, '2026-11-08');
});

afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

const claim = (...folders: readonly string[]): Promise<Claims<string>> => claimEach(folders, (folder) => folder);

/** A set of reports, or part of one, as a killed run may leave it. */
async function leave(name: string, content: string): Promise<void> {
  await mkdir(join(plan, name), { recursive: true });
  await writeFile(join(plan, name, 'run.json'), content);
}

const contentOf = (name: string): Promise<string> => readFile(join(plan, name, 'run.json'), 'utf8');

async function lockedBy(text: string): Promise<readonly string[]> {
  await mkdir(plan, { recursive: true });
  await writeFile(join(plan, LOCK), text);
  const claims = await claim(plan);
  await claims.release();
  return claims.refusals.flatMap(({ exitCode, faults }) => [`${exitCode}`, ...faults.map(({ code }) => code)]);
}

describe('one run at a time', () => {
  test('the second is refused and told to try again; afterwards it may', async () => {
    const first = await claim(plan);
    const second = await claim(plan);
    expect(second).toMatchObject({ claimed: [], refusals: [{ exitCode: EXIT.tryAgain }] });
    expect(second.refusals[0]?.faults[0]).toMatchObject({ code: 'reports-locked' });
    await second.release();
    expect(await readdir(plan)).toEqual([LOCK]);
    await first.release();
    const third = await claim(plan);
    expect(third).toMatchObject({ claimed: [plan], refusals: [] });
    await third.release();
  });

  test('other plans go on', async () => {
    const other = join(root, 'reports', 'ART');
    const first = await claim(plan);
    const both = await claim(plan, other);
    expect(both.claimed).toEqual([other]);
    expect(both.refusals).toHaveLength(1);
    await both.release();
    await first.release();
  });

  test('of many at once one gets it', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => claim(plan)));
    expect(all.flatMap(({ claimed }) => claimed)).toEqual([plan]);
    for (const claims of all) await claims.release();
  });

  test('the lock is private, and nothing is left of it, nor of folders made for it', async () => {
    const claims = await claim(plan);
    expect(((await stat(join(plan, LOCK))).mode & 0o777).toString(8)).toBe('600');
    await claims.release();
    expect(await readdir(root)).toEqual([]);
  });
});

describe('a lock is stale', () => {
  test('where its process has ended', async () => {
    expect(await lockedBy(writeIdentity({ host: hostname(), pid: endedProcess(), started: null }))).toEqual([]);
    expect(await readdir(plan)).toEqual([]);
  });

  test.runIf(process.platform === 'linux')('where the number belongs to another process by now', async () => {
    expect(await lockedBy(writeIdentity({ host: hostname(), pid: process.pid, started: '1' }))).toEqual([]);
  });

  test.each([
    ['the same machine, still running', async () => writeIdentity(await thisProcess())],
    ['another machine, of which nobody can tell', () => writeIdentity({ host: 'other', pid: 1, started: null })],
    ['nobody knows', () => 'somebody else’s file\n'],
    ['nothing', () => ''],
  ])('but not where it is of %s', async (_, text) => {
    const written = await text();
    expect(await lockedBy(written)).toEqual(['75', 'reports-locked']);
    // A lock of this very process was its own to give back.
    if (!written.includes(`"pid":${process.pid},`)) expect(await readFile(join(plan, LOCK), 'utf8')).toBe(written);
  });
});

describe('what a killed run has left', () => {
  test('a draft is removed, and the set stays', async () => {
    await leave('2026-11-08', '1\n');
    await leave('.2026-11-08.draft-Ab12Cd', '2');
    await (await claim(plan)).release();
    expect(await readdir(plan)).toEqual(['2026-11-08']);
    expect(await contentOf('2026-11-08')).toBe('1\n');
  });

  test('a set that was ready is put in place, the earlier one beside', async () => {
    await leave('2026-11-08', '1\n');
    await leave('.2026-11-08.ready', '2\n');
    await (await claim(plan)).release();
    expect(await readdir(plan)).toEqual(['2026-11-08', '2026-11-08.earlier-1']);
    expect(await contentOf('2026-11-08')).toBe('2\n');
    expect(await contentOf('2026-11-08.earlier-1')).toBe('1\n');
  });

  test('between the two renames too: the set was absent, and is there again', async () => {
    await leave('2026-11-08.earlier-1', '1\n');
    await leave('.2026-11-08.ready', '2\n');
    const claims = await claim(plan);
    expect(await publish(SECOND, date)).toBe('unchanged');
    await claims.release();
    expect(await readdir(plan)).toEqual(['2026-11-08', '2026-11-08.earlier-1']);
  });

  test('other people’s files are left alone', async () => {
    const others = ['.2026-11-08.notes', '.hidden', '2026-11-08.docx', 'letters', '.2026-11-08.draft-of-mine'];
    for (const name of others) await leave(name, 'theirs\n');
    await (await claim(plan)).release();
    expect(await readdir(plan)).toEqual(others.sort());
  });
});

describe('a list that somebody has open', () => {
  test.each([
    ['~$low-engagement.csv', 'low-engagement.csv'],
    ['.~lock.outcomes.csv#', 'outcomes.csv'],
    ['panel/~$0101.html', '0101.html'],
  ])('%s keeps the set from being replaced', async (beside, file) => {
    await leave('2026-11-08', '1\n');
    await mkdir(dirname(join(date, beside)), { recursive: true });
    await writeFile(join(date, beside), '');
    const refused = await publish(SECOND, date).catch((error: unknown) => error);
    expect(refused).toMatchObject({ exitCode: EXIT.tryAgain, faults: [{ code: 'reports-open' }] });
    expect(refused).toMatchObject({ faults: [{ message: expect.stringContaining(file) as string }] });
    expect(await readdir(plan)).toEqual(['2026-11-08']);
  });

  test('does not matter where nothing has changed', async () => {
    await leave('2026-11-08', '2\n');
    await writeFile(join(date, '~$low-engagement.csv'), '');
    expect(await publish(SECOND, date)).toBe('unchanged');
  });
});
