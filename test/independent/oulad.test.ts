// The program against the simulation on two real presentations: every student at every checkpoint, read from the reports on disk.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { differences } from './compare.js';
import { dayNumber, isoDay } from './days.js';
import { readExports, type Exports } from './exports.js';
import { runProgram } from './reports.js';
import { readPlan } from './read-plan.js';
import { simulate, simulateAdHoc } from './simulation.js';

const ROOT = path.join(import.meta.dirname, '..', '..');
const PRESENTATIONS = path.join(ROOT, '..', 'shared', 'data', 'oulad');

const presentations = [
  // Ad hoc: within the first window, three days after a checkpoint, the day before one, after the last.
  { name: 'AAA-2013J', school: 'AAA', starts: '2013-10-07', students: 383, adHocDays: [13, 31, 83, 260] },
  { name: 'BBB-2013B', school: 'BBB', starts: '2013-02-04', students: 1767, adHocDays: [62, 146] },
];

for (const { name, school, starts, students, adHocDays } of presentations) {
  const folder = path.join(PRESENTATIONS, name);
  const isThere = existsSync(folder);
  if (!isThere)
    say(`${name}: not compared, because there is no folder ${path.join('..', 'shared', 'data', 'oulad', name)}`);

  describe.skipIf(!isThere)(isThere ? name : `${name} (its data is not beside the repository)`, () => {
    const file = path.join(ROOT, 'fixtures', 'oulad', `plan-${name}.yaml`);
    const plan = readPlan(file);
    const out = mkdtempSync(path.join(tmpdir(), 'checkpoint-independent-'));
    let exports: Exports;
    beforeAll(() => {
      exports = readExports(folder);
    }, 60_000);
    afterAll(() => {
      rmSync(out, { recursive: true });
    });

    const reportsAt = async (at: string, isAdHoc: boolean) => {
      const plans = new Map([[school, file]]);
      return (await runProgram({ plans, at, isAdHoc, exports: folder, out })).get(school);
    };

    test('every student at every checkpoint', { timeout: 240_000 }, async () => {
      const verdicts = simulate(exports, plan);
      const found: string[] = [];
      for (const on of plan.checkpoints.map((checkpoint) => isoDay(checkpoint.on))) {
        const ofDate = verdicts.filter(({ checkpointOn }) => checkpointOn === on);
        expect(ofDate).toHaveLength(students);
        found.push(...differences(await reportsAt(on, false), ofDate, new Set()));
      }
      expect(found).toEqual([]);
      say(`${name}: ${students} students × ${plan.checkpoints.length} checkpoints agree`);
    });

    test('dates that the plan does not declare', { timeout: 240_000 }, async () => {
      for (const days of adHocDays) {
        const on = isoDay(dayNumber(starts) + days);
        expect(differences(await reportsAt(on, true), simulateAdHoc(exports, plan, dayNumber(on)), new Set())).toEqual(
          [],
        );
      }
      say(`${name}: ${students} students × ${adHocDays.length} ad-hoc dates agree`);
    });
  });
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
