// Every clause of sections 4 to 10 has a rule and a test, or a reason why it asks nothing of software.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { CLAUSES } from './clauses.js';
import { indexedClauses, indexText, taggedRules } from './index-of-clauses.js';

const asked = indexedClauses().filter(({ id }) => CLAUSES[id] !== undefined && 'asks' in CLAUSES[id]);

test('no rule is tagged with a clause that does not exist', () => {
  const unknown = taggedRules().flatMap(({ clauses, file }) =>
    clauses.filter((clause) => !(clause in CLAUSES)).map((clause) => `${file}: ${clause}`),
  );
  expect(unknown).toEqual([]);
});

test('a clause that asks something has a rule', () => {
  expect(asked.filter(({ rules }) => rules.length === 0).map(({ id }) => id)).toEqual([]);
});

test('a clause that asks something is named by a test', () => {
  expect(asked.filter(({ tests }) => tests.length === 0).map(({ id }) => id)).toEqual([]);
});

test('a clause that asks nothing has no rule', () => {
  const idle = indexedClauses().filter(({ id }) => !asked.some((it) => it.id === id));
  expect(idle.filter(({ rules }) => rules.length > 0).map(({ id }) => id)).toEqual([]);
});

test('the index is what the code says', async () => {
  const file = fileURLToPath(new URL('../../src/CLAUSES.md', import.meta.url));
  const options = await resolveConfig(file);
  const index = await format(indexText(), { ...options, parser: 'markdown' });
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, index);
  expect(readFileSync(file, 'utf8')).toBe(index);
});
