// Every message stands in a golden file, where a change of wording is seen and read.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalogues } from './catalogues.js';

const TESTS = join(import.meta.dirname, '..');

/** A file a code. */
const BY_FILE = ['plan/golden', 'cli/said'].flatMap((folder) => {
  return readdirSync(join(TESTS, folder)).map((file) => file.replace(/\.txt$/, ''));
});

/** A paragraph a code, which begins with it. */
const BY_PARAGRAPH = [
  'exports/messages.txt',
  'exports/mapped/messages.txt',
  'evaluate/completeness/messages.txt',
].flatMap((file) => {
  return [...readFileSync(join(TESTS, file), 'utf8').matchAll(/^([a-z]+(?:-[a-z0-9]+)*)(?: \(\w+\))?$/gm)].map(
    ([, code = '']) => code,
  );
});

test('every code has one, and no golden file outlives its code', () => {
  expect([...new Set([...BY_FILE, ...BY_PARAGRAPH])].sort()).toEqual(Object.keys(catalogues).sort());
});
