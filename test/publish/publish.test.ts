// A set of reports on the disk: whole or absent, private, and left alone where nothing has changed.
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EXIT, Refusal } from '../../src/diagnostics/refusal.js';
import { publish } from '../../src/publish/publish.js';
import type { Report } from '../../src/reports/report.js';

const FIRST: readonly Report[] = [
  { file: 'low-engagement.csv', content: '\ufeff"student_id"\r\n"0101"\r\n' },
  { file: 'panel/0101.html', content: '<p>Zoë</p>\n' },
  { file: 'run.json', content: '{ "students": 1 }\n' },
];
const SECOND: readonly Report[] = [
  { file: 'low-engagement.csv', content: '\ufeff"student_id"\r\n' },
  { file: 'run.json', content: '{ "students": 0 }\n' },
];
const COLLIDING: readonly Report[] = [...SECOND, { file: 'run.json/x.html', content: '' }];

let out: string;
let plan: string;
let folder: string;

beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'publish-'));
  plan = join(out, 'reports', 'ENG');
  folder = join(plan, '2013-11-03');
});

afterEach(async () => {
  await rm(out, { recursive: true, force: true });
});

async function modeOf(path: string): Promise<string> {
  return ((await stat(path)).mode & 0o777).toString(8);
}

/** Every file below a folder with its content. */
async function contentOf(path: string): Promise<Record<string, string>> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((it) => it.isFile()).map((it) => join(it.parentPath, it.name));
  const pairs = files.sort().map(async (file) => [file.slice(path.length + 1), await readFile(file, 'utf8')]);
  return Object.fromEntries((await Promise.all(pairs)) as [string, string][]);
}

function filesOf(reports: readonly Report[]): Record<string, string> {
  return Object.fromEntries(reports.map(({ file, content }) => [file, content]));
}

async function refusalOf(reports: readonly Report[]): Promise<Refusal> {
  const error: unknown = await publish(reports, folder).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof Refusal) return error;
  throw new Error('not refused', { cause: error });
}

describe('a first set', () => {
  it('is written whole, in subfolders too, and nothing else is left', async () => {
    expect(await publish(FIRST, folder)).toBe('published');
    expect(await contentOf(folder)).toEqual(filesOf(FIRST));
    expect(await readdir(plan)).toEqual(['2013-11-03']);
  });

  it.skipIf(process.platform === 'win32')('is its owner’s alone', async () => {
    await publish(FIRST, folder);
    for (const path of [plan, folder, join(folder, 'panel')]) expect(await modeOf(path)).toBe('700');
    for (const { file } of FIRST) expect(await modeOf(join(folder, file))).toBe('600');
  });

  it('goes to paths with spaces and letters beyond ASCII', async () => {
    folder = join(out, 'Berichte für $HOME; *', 'École 王', '2013-11-03');
    expect(await publish(FIRST, folder)).toBe('published');
    expect(await contentOf(folder)).toEqual(filesOf(FIRST));
  });
});

describe('an identical set', () => {
  it('touches nothing', async () => {
    await publish(FIRST, folder);
    const paths = [plan, folder, ...FIRST.map(({ file }) => join(folder, file))];
    const before = await Promise.all(paths.map((path) => stat(path, { bigint: true })));
    expect(await publish(FIRST, folder)).toBe('unchanged');
    const after = await Promise.all(paths.map((path) => stat(path, { bigint: true })));
    expect(after.map(({ ino, mtimeNs, ctimeNs }) => [ino, mtimeNs, ctimeNs])).toEqual(
      before.map(({ ino, mtimeNs, ctimeNs }) => [ino, mtimeNs, ctimeNs]),
    );
  });

  it('is still identical where somebody keeps a letter beside the reports', async () => {
    await publish(FIRST, folder);
    await writeFile(join(folder, 'letter.docx'), 'Dear');
    expect(await publish(FIRST, folder)).toBe('unchanged');
    expect(await readFile(join(folder, 'letter.docx'), 'utf8')).toBe('Dear');
  });
});

describe('another set', () => {
  it('takes the place of the earlier one, which is kept beside it', async () => {
    await publish(FIRST, folder);
    expect(await publish(SECOND, folder)).toBe('replaced');
    expect(await contentOf(folder)).toEqual(filesOf(SECOND));
    expect(await contentOf(`${folder}.earlier-1`)).toEqual(filesOf(FIRST));
    expect(await publish(FIRST, folder)).toBe('replaced');
    expect(await contentOf(`${folder}.earlier-2`)).toEqual(filesOf(SECOND));
    expect((await readdir(plan)).sort()).toEqual(['2013-11-03', '2013-11-03.earlier-1', '2013-11-03.earlier-2']);
  });

  it.each(['low-engagement.csv', 'run.json'])('is one in which %s is gone, or is a folder', async (file) => {
    await publish(SECOND, folder);
    await rm(join(folder, file));
    expect(await publish(SECOND, folder)).toBe('replaced');
    await rm(join(folder, file));
    await mkdir(join(folder, file));
    expect(await publish(SECOND, folder)).toBe('replaced');
    expect(await contentOf(folder)).toEqual(filesOf(SECOND));
  });
});

describe('a set that cannot be written', () => {
  it('leaves no file and no folder', async () => {
    const { exitCode } = await refusalOf(COLLIDING);
    expect(exitCode).toBe(EXIT.ioFailed);
    expect(await readdir(out)).toEqual([]);
  });

  it('leaves the earlier set as it was', async () => {
    await publish(FIRST, folder);
    await refusalOf(COLLIDING);
    expect(await contentOf(folder)).toEqual(filesOf(FIRST));
    expect(await readdir(plan)).toEqual(['2013-11-03']);
  });

  it('leaves folders in which others have put something', async () => {
    await mkdir(join(out, 'reports'));
    await writeFile(join(out, 'reports', 'note.txt'), 'mine');
    await refusalOf(COLLIDING);
    expect(await readdir(join(out, 'reports'))).toEqual(['note.txt']);
  });

  it('is refused where a file is in the way of the folder, or of one above it', async () => {
    await mkdir(plan, { recursive: true });
    await writeFile(folder, 'mine');
    const refusal = await refusalOf(FIRST);
    expect(refusal.exitCode).toBe(EXIT.ioFailed);
    expect(refusal.faults.map(({ code }) => code)).toEqual(['reports-in-the-way']);
    expect(await readFile(folder, 'utf8')).toBe('mine');
    folder = join(folder, 'ENG', '2013-11-03');
    expect((await refusalOf(FIRST)).faults.map(({ code }) => code)).toEqual(['reports-in-the-way']);
  });

  it('is refused where a link is in the way, and the link’s target stays', async () => {
    await mkdir(plan, { recursive: true });
    await mkdir(join(out, 'elsewhere'));
    await symlink(join(out, 'elsewhere'), folder);
    expect((await refusalOf(FIRST)).faults.map(({ code }) => code)).toEqual(['reports-in-the-way']);
    expect(await readdir(join(out, 'elsewhere'))).toEqual([]);
  });

  it.each(['../run.json', '/run.json', 'a//b', '', './a', '.hidden', 'a\\b', 'C:a', 'a\0b'])(
    'is a mistake of this program where a name leads elsewhere: %j',
    async (file) => {
      await expect(publish([{ file, content: '' }], folder)).rejects.toThrow(RangeError);
      expect(await readdir(out)).toEqual([]);
    },
  );
});
