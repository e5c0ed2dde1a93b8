// The program against the simulation on the fictional schools of fixtures/: every student at every checkpoint of every plan.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { differences } from './compare.js';
import { isoDay } from './days.js';
import { readExports } from './exports.js';
import { readPlan } from './read-plan.js';
import { runProgram } from './reports.js';
import { simulate } from './simulation.js';

const ROOT = path.join(import.meta.dirname, '..', '..');

const schools = [
  { name: 'harrowmere', plans: ['DES'] },
  { name: 'harrowmere-engineering', plans: ['ENG-UG', 'ENG-PG'] },
  { name: 'harrowmere-maritime', plans: ['MAR-UG', 'MAR-PG', 'MOD'] },
];

const cases = schools.flatMap(({ name, plans }) => plans.map((plan) => ({ name, plan })));

test.each(cases)('$plan of $name', { timeout: 60_000 }, async ({ name, plan: planName }) => {
  const folder = path.join(ROOT, 'fixtures', name, 'exports');
  const file = path.join(ROOT, 'plans', `${planName}.yaml`);
  const exports = readExports(folder);
  const plan = readPlan(file);
  const associates = new Set(exports.students.filter((one) => one.category === 'associate').map(({ id }) => id));
  const verdicts = simulate(exports, plan);
  const out = mkdtempSync(path.join(tmpdir(), 'checkpoint-fixtures-'));
  try {
    for (const on of plan.checkpoints.map((checkpoint) => isoDay(checkpoint.on))) {
      const ofDate = verdicts.filter(({ checkpointOn }) => checkpointOn === on);
      const options = ['--reader', 'csv-parse'];
      const command = { plans: new Map([[planName, file]]), at: on, isAdHoc: false, exports: folder, out, options };
      expect(ofDate).not.toEqual([]);
      expect(differences((await runProgram(command)).get(planName), ofDate, associates)).toEqual([]);
    }
  } finally {
    rmSync(out, { recursive: true });
  }
});
