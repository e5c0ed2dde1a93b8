// Which plans a command is about, from real folders: names, paths, and a valid plan beside a faulty one.
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Refusal } from '../../src/diagnostics/refusal.js';
import { loadPlans } from '../../src/workspace/plans.js';
import { planYaml } from '../plan/plans.js';

let workspace = '';
let folder = '';

beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'checkpoint-plans-'));
  folder = join(workspace, 'plans');
  await mkdir(folder);
});

afterEach(async () => {
  await rm(workspace, { recursive: true });
});

async function write(file: string, content: string | Uint8Array): Promise<void> {
  await writeFile(join(folder, file), content);
}

async function names(...args: string[]): Promise<readonly string[]> {
  const { plans } = await loadPlans(args, folder);
  return plans.map(({ plan }) => plan.name);
}

async function refusedWith(...args: string[]): Promise<readonly string[]> {
  const error: unknown = await loadPlans(args, folder).catch((it: unknown) => it);
  if (!(error instanceof Refusal)) throw new Error('expected a refusal');
  expect(error.exitCode).toBe(2);
  return error.faults.map(({ code }) => code);
}

test('without a name every plan of the folder is meant, in order of file, and nothing else', async () => {
  await write('b.yaml', planYaml({ plan: 'B' }));
  await write('a.YML', planYaml({ plan: 'A' }));
  await write('university-2026-27.yaml', 'university: Example\n');
  await write('.hidden.yaml', 'plan: HIDDEN\n');
  await write('notes.txt', 'not a plan');
  await mkdir(join(folder, 'sources.yaml'));
  expect(await names()).toEqual(['A', 'B']);
});

test('a plan is called by its name, by that of its file, or by its path, and counts once', async () => {
  await write('eng.yaml', planYaml());
  await write('law.yaml', planYaml({ plan: 'LAW' }));
  expect(await names('LAW')).toEqual(['LAW']);
  expect(await names('law')).toEqual(['LAW']);
  expect(await names(join(folder, 'eng.yaml'))).toEqual(['ENG']);
  expect(await names('LAW', 'ENG', join(folder, 'law.yaml'), 'law')).toEqual(['LAW', 'ENG']);
});

test("a plan's name goes before that of a file", async () => {
  await write('eng.yaml', planYaml({ plan: 'law' }));
  await write('law.yaml', planYaml({ plan: 'eng' }));
  expect(await names('law')).toEqual(['law']);
});

test('a plan named by its path needs no folder of plans', async () => {
  await write('eng.yaml', planYaml());
  const { plans } = await loadPlans([join(folder, 'eng.yaml')], join(workspace, 'elsewhere'));
  expect(plans.map(({ file }) => file)).toEqual([join(folder, 'eng.yaml')]);
});

test('the university file stands beside the plan, wherever that is', async () => {
  await write('eng.yaml', planYaml({ teaching_starts: null, university: 'u.yml' }));
  await write('u.yml', '\u{FEFF}teaching_starts: 2026-09-28\n');
  const { plans } = await loadPlans([], folder);
  const hash = createHash('sha256').update('\u{FEFF}teaching_starts: 2026-09-28\n').digest('hex');
  expect(plans[0]?.plan.files[1]).toEqual({ file: 'u.yml', sha256: hash });
});

test('a plan that cannot be used does not keep the others back', async () => {
  await write('a.yaml', planYaml({ plan: 'A' }));
  await write('b.yaml', planYaml({ plan: 'B', leads: '[]' }));
  await write('c.yaml', Uint8Array.of(0xff));
  await write('d.yaml', planYaml({ plan: 'D', university: 'missing.yaml' }));
  await write('e.yaml', 'plan: "E\n');
  const { plans, refusals } = await loadPlans([], folder);
  expect(plans.map(({ plan }) => plan.name)).toEqual(['A']);
  expect(refusals.map(({ faults }) => faults.map(({ code }) => code))).toEqual([
    ['plan-without-leads'],
    ['plan-not-utf8'],
    ['plan-university-not-found'],
    ['yaml-syntax'],
  ]);
  expect(refusals[0]?.faults[0]?.place?.frame).toContain('leads: []');
});

test('where no plan can be used, all that is wrong is thrown together', async () => {
  await write('a.yaml', planYaml({ leads: null }));
  await write('b.yaml', '');
  expect(await refusedWith()).toEqual(['plan-without-leads', 'yaml-empty']);
});

test('two plans of one name are both refused, whatever the capitals, with what else is wrong', async () => {
  await write('a.yaml', planYaml());
  await write('b.yaml', planYaml({ plan: 'eng', leads: null }));
  expect(await refusedWith()).toEqual(['plan-name-twice', 'plan-name-twice', 'plan-without-leads']);
});

test('a plan named alone does not mind its namesake in the folder', async () => {
  await write('a.yaml', planYaml());
  await write('b.yaml', planYaml());
  expect(await names(join(folder, 'a.yaml'))).toEqual(['ENG']);
  expect(await refusedWith('ENG')).toEqual(['plan-name-twice', 'plan-name-twice']);
});

test('an argument that names nothing stops everything', async () => {
  await write('eng.yaml', planYaml());
  await write('nameless.yaml', 'title: X\n');
  expect(await refusedWith('ENG', 'LAW')).toEqual(['plan-not-found']);
  expect(await refusedWith('ENG', join(folder, 'law.yaml'))).toEqual(['plan-file-not-found']);
});

test('a university file that is no file, or faulty, is told as its own fault', async () => {
  await mkdir(join(folder, 'u.yaml'));
  await write('eng.yaml', planYaml({ university: 'u.yaml' }));
  expect(await refusedWith()).toEqual(['plan-not-a-file']);
});

test('a name that leads out of the folder is never followed', async () => {
  await writeFile(join(workspace, 'u.yaml'), 'teaching_starts: 2026-09-28\n');
  await write('eng.yaml', planYaml({ university: '../u.yaml' }));
  expect(await refusedWith()).toEqual(['yaml-wrong-value']);
});

test('a plan of exactly a mebibyte is read', async () => {
  const plan = planYaml();
  await write('eng.yaml', `${plan}#${'x'.repeat(1_048_576 - plan.length - 1)}`);
  expect(await names()).toEqual(['ENG']);
  await write('eng.yaml', `${plan}#${'x'.repeat(1_048_576 - plan.length)}`);
  expect(await refusedWith()).toEqual(['plan-file-too-large']);
});
