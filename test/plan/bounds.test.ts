// Files that are no plans, by accident or on purpose: little is said of them, and soon.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Fault } from '../../src/diagnostics/catalogue.js';
import { Refusal } from '../../src/diagnostics/refusal.js';
import { loadPlans } from '../../src/workspace/plans.js';
import { planYaml } from './plans.js';

function times(count: number, of: (nth: number) => string, between = ''): string {
  return Array.from({ length: count }, (_, nth) => of(nth)).join(between);
}

async function faultsOf(yaml: string): Promise<readonly Fault[]> {
  const folder = await mkdtemp(join(tmpdir(), 'checkpoint-bounds-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'eng.yaml');
  await writeFile(file, yaml);
  const refused: unknown = await loadPlans([file], folder).catch((error: unknown) => error);
  return refused instanceof Refusal ? refused.faults : [];
}

test('of 20,000 faults the first twenty are shown in the order of the file, and the others counted', async () => {
  const faults = await faultsOf(`${planYaml()}${times(20_000, (nth) => `key_${nth}: 1\n`)}`);
  expect(faults.map(({ code }) => code)).toEqual([
    ...Array.from({ length: 20 }, () => 'yaml-unknown-key'),
    'yaml-more-faults',
  ]);
  expect(faults[19]?.message).toBe('There is no key "key_19" here.');
  expect(faults[20]).toMatchObject({ message: '19,980 more faults of this file are not shown.', count: 19_980 });
  expect(faults.map(({ place }) => place?.frame?.split('\n').length ?? 0)).toEqual([
    ...Array.from({ length: 20 }, () => 7),
    0,
  ]);
});

test.each<[what: string, yaml: string, code: string, faults: number]>([
  ['keys in one line', `{ ${times(20_000, (nth) => `k${nth}`, ', ')} }`, 'yaml-unknown-key', 21],
  ['repeated keys', 'plan: ENG\n'.repeat(30_000), 'yaml-duplicate-key', 21],
  ['anchors', times(10_000, (nth) => `k${nth}: &a${nth} 1\n`), 'yaml-unknown-key', 21],
  ['aliases', `a: &a 1\nb:\n${'- *a\n'.repeat(20_000)}`, 'yaml-alias', 21],
  ['anchors beyond reason', times(50_000, (nth) => `k${nth}: &a${nth} 1\n`), 'yaml-too-much', 1],
  ['keys beyond reason', times(90_000, (nth) => `k${nth}: 1\n`), 'yaml-too-much', 1],
  ['commas', `{${','.repeat(1_000_000)}`, 'yaml-too-much', 1],
  ['a key of a megabyte', `${planYaml()}${'k'.repeat(1_000_000)}: 1\n`, 'yaml-syntax', 1],
  ['a text of a megabyte', planYaml({ title: 'x'.repeat(1_000_000) }), 'yaml-wrong-value', 1],
  ['people that are none', planYaml({ leads: `[${'1,'.repeat(60_000)}]` }), 'yaml-wrong-value', 21],
  [
    'indicators that a rule repeats',
    planYaml({ rule: `{ all: [${times(1000, () => 'vle', ', ')}] }` }),
    'plan-rule-repeats',
    21,
  ],
  [
    'indicators that there are not',
    planYaml({ rule: `{ any: [${times(1000, (nth) => `vle_${nth}`, ', ')}] }` }),
    'plan-rule-unknown-indicator',
    21,
  ],
])('%s', async (_, yaml, code, count) => {
  const faults = await faultsOf(yaml);
  expect(faults).toHaveLength(count);
  expect(faults.map((it) => it.code)).toContain(code);
  // Twenty faults with their frames and remedies: a screen or two, never megabytes.
  expect(JSON.stringify(faults).length).toBeLessThan(40_000);
});
