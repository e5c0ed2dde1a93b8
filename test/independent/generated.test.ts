// The program against the simulation on many small generated schools, in which the days that are easily miscounted are common.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { differences } from './compare.js';
import { isoDay } from './days.js';
import { readExports } from './exports.js';
import { drawQuestion } from './generated-plan.js';
import { drawSchool, type School } from './generated-school.js';
import { writePlan } from './plan-files.js';
import { seededRandom } from './random.js';
import { runProgram } from './reports.js';
import { writeSchool } from './school-files.js';
import { simulate, simulateAdHoc, type Verdict } from './simulation.js';

const SCHOOLS = Number(process.env['SCHOOLS'] ?? 1200);
const SEED = Number(process.env['SEED'] ?? 20250901);

/** A run that compares nothing of a kind has not tried it. */
const MUST_OCCUR = [
  'engaged',
  'low-engagement',
  'non-engagement',
  'withheld',
  'not-assessed',
  'research',
  'withdrawn',
  'not-started',
  'completed',
  'interrupted',
  'no-transnational-section',
  'grace',
  'no-opportunity',
  'ground 10.6-days',
  'ground 10.6-pattern',
  'withheld ground 10.6-days',
  'not-assessed with a ground',
  'engaged with a withheld ground',
  'longest clock 59',
  'longest clock 60',
  'longest clock 61',
  'shortest clock 59 of a longer one',
  'shortest clock 60 of a longer one',
  'vle unknown',
  'submissions unknown',
  'prorated minimum',
  'ad-hoc date',
] as const;

test(`${SCHOOLS} generated schools, seed ${SEED}`, { timeout: 300_000 }, async () => {
  const random = seededRandom(SEED);
  const root = mkdtempSync(path.join(tmpdir(), 'checkpoint-generated-'));
  const occurred = new Map<string, number>();
  const disagreements: string[] = [];
  try {
    for (let number = 1; number <= SCHOOLS && disagreements.length < 10; number += 1) {
      const folder = path.join(root, number.toString());
      const question = drawQuestion(random);
      const school = drawSchool(random, question);
      const exports = path.join(folder, 'exports');
      mkdirSync(folder);
      writeSchool(exports, school);
      const planFile = writePlan(folder, question.plan);
      const at = isoDay(question.at);
      const verdicts = verdictsAt(exports, question.plan, at, question.isAdHoc);
      for (const kind of kindsIn(verdicts, question)) occurred.set(kind, (occurred.get(kind) ?? 0) + 1);
      const options = ['--reader', 'csv-parse'];
      const command = {
        planFile,
        planName: 'AAA',
        at,
        isAdHoc: question.isAdHoc,
        exports,
        out: path.join(folder, 'out'),
      };
      const reports = await runProgram({ ...command, options });
      const found = differences(reports, verdicts, associatesIn(school));
      if (found.length > 0) disagreements.push(describe(number, at, question.plan, school, found));
      rmSync(folder, { recursive: true });
    }
  } finally {
    rmSync(root, { recursive: true });
  }
  expect(disagreements.join('\n\n')).toBe('');
  const counts = MUST_OCCUR.map((kind) => `${kind} ${occurred.get(kind) ?? 0}`);
  process.stdout.write(`${SCHOOLS} generated schools agree (seed ${SEED}): ${counts.join(', ')}\n`);
  expect(MUST_OCCUR.filter((kind) => !occurred.has(kind))).toEqual([]);
});

type Question = ReturnType<typeof drawQuestion>;

function verdictsAt(folder: string, plan: Question['plan'], at: string, isAdHoc: boolean): Verdict[] {
  const exports = readExports(folder);
  if (isAdHoc) return simulateAdHoc(exports, plan, at);
  return simulate(exports, plan).filter(({ checkpointOn }) => checkpointOn === at);
}

function associatesIn({ students }: School): Set<string> {
  return new Set(students.filter((row) => row['category'] === 'associate').map((row) => row['student_id'] ?? ''));
}

function kindsIn(verdicts: readonly Verdict[], { plan, isAdHoc }: Question): string[] {
  return verdicts.flatMap((verdict) => {
    const { classification, notAssessedReason, clock, grounds, groundsWithheld, vle, submissions } = verdict;
    const longest = clock?.longest ?? 0;
    const shortest = clock?.shortest ?? 0;
    const isProrated = vle?.minimum !== null && vle?.minimum !== undefined && vle.minimum.top !== plan.vle.minimum;
    return [
      classification,
      notAssessedReason,
      ...grounds.map((ground) => `ground ${ground}`),
      ...groundsWithheld.map((ground) => `withheld ground ${ground}`),
      ...(grounds.length > 0 ? [`${classification} with a ground`] : []),
      ...(groundsWithheld.length > 0 ? [`${classification} with a withheld ground`] : []),
      `longest clock ${longest}`,
      ...(shortest < longest ? [`shortest clock ${shortest} of a longer one`] : []),
      `vle ${vle?.result ?? ''}`,
      `submissions ${submissions?.result ?? ''}`,
      ...(isProrated ? ['prorated minimum'] : []),
      ...(isAdHoc ? ['ad-hoc date'] : []),
    ];
  });
}

function describe(
  number: number,
  at: string,
  plan: Question['plan'],
  school: School,
  found: readonly string[],
): string {
  return [`school ${number} at ${at}:`, ...found, JSON.stringify(plan), JSON.stringify(school)].join('\n');
}
