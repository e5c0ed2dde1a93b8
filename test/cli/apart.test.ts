// Reports and exports are kept apart, by whatever name the folders are called.
import { existsSync, mkdirSync, readdirSync, renameSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { command, tidy, type Said } from './command.js';

function run(folder: string, exports: string, out: string, ...more: readonly string[]): Promise<Said> {
  const plan = join(folder, 'plans/ENG.yaml');
  return command(['run', plan, '--at', 'week_3', '--exports', exports, '--out', out, '--reader', 'csv-parse', ...more]);
}

test.each<[string, (folder: string) => readonly [exports: string, out: string], string]>([
  ['the same folder', (it) => [`${it}/exports`, `${it}/exports`], 'which is the folder of the exports.'],
  ['the same, written otherwise', (it) => [`${it}/exports`, `${it}/plans/../exports/`], 'which is the folder'],
  ['the same, from here', (it) => [`${it}/exports`, relative(process.cwd(), `${it}/exports`)], 'which is the folder'],
  ['a folder inside that is still to be made', (it) => [`${it}/exports`, `${it}/exports/a/b`], 'inside the folder of'],
  ['a link to it', (it) => [`${it}/exports`, `${it}/link`], 'which is the folder of the exports.'],
  ['a folder inside, behind a link', (it) => [`${it}/exports`, `${it}/link/reports`], 'inside the folder of'],
  ['exports behind a link', (it) => [`${it}/link`, `${it}/exports`], 'which is the folder of the exports.'],
  ['exports that there are not', (it) => [`${it}/none`, `${it}/none/reports`], 'inside the folder of'],
])('%s: exit 2 before anything is read', async (_, foldersIn, message) => {
  const folder = tidy({ 'plans/ENG.yaml': 'no plan at all' });
  symlinkSync(join(folder, 'exports'), join(folder, 'link'));
  const before = readdirSync(folder, { recursive: true }).sort();
  const { code, out, err } = await run(folder, ...foldersIn(folder));
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(message);
  expect(err.match(/error:/g)).toHaveLength(1);
  expect(readdirSync(folder, { recursive: true }).sort()).toEqual(before);
});

test.each(['exports-2026', 'exports reports', '../reports-beside', '.'])(
  'beside or around it, as %s, they may go',
  async (name) => {
    const folder = tidy();
    mkdirSync(join(folder, 'work'));
    renameSync(join(folder, 'exports'), join(folder, 'work/exports'));
    const out = join(folder, 'work', name);
    expect((await run(folder, join(folder, 'work/exports'), out)).code).toBe(0);
    expect(existsSync(join(out, 'ENG/2026-10-18/outcomes.csv'))).toBe(true);
  },
);

test('a dry run says it too, so that the run after it holds no surprise', async () => {
  const folder = tidy();
  expect((await run(folder, `${folder}/exports`, `${folder}/exports`, '--dry-run')).code).toBe(2);
});
