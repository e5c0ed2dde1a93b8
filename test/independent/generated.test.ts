// The program against the simulation on many small generated schools, in which the days that are easily miscounted are common.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { differences } from './compare.js';
import { dayNumber } from './days.js';
import { readExports } from './exports.js';
import { drawQuestion, type Question } from './generated-plan.js';
import { drawSchools, type Schools } from './generated-school.js';
import { writePlan } from './plan-files.js';
import { seededRandom, type Random } from './random.js';
import { runProgram, type Reports } from './reports.js';
import { writeSchools } from './school-files.js';
import { simulate, simulateAdHoc, type Verdict } from './simulation.js';

const SCHOOLS = Number(process.env['SCHOOLS'] ?? 240);
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
  'longest clock 59',
  'longest clock 60',
  'longest clock 61',
  'use unknown',
  'recent unknown',
  'work unknown',
  'use not-applicable',
  'work not-applicable',
  'prorated minimum',
  'ad-hoc date',
] as const;

/** What only many schools are sure to hold: CI draws them, a quick run of the tests does not. */
const SELDOM = [
  'not-assessed with a ground',
  'engaged with a withheld ground',
  'shortest clock 59 of a longer one',
  'shortest clock 60 of a longer one',
] as const;
const MANY_SCHOOLS = 1000;
const EXPECTED = SCHOOLS >= MANY_SCHOOLS ? [...MUST_OCCUR, ...SELDOM] : MUST_OCCUR;

/** Schools that share exports, a date and a run. */
const SCHOOLS_A_RUN = 6;

test(`${SCHOOLS} generated schools, seed ${SEED}`, { timeout: 600_000 }, async () => {
  const random = seededRandom(SEED);
  const root = mkdtempSync(path.join(tmpdir(), 'checkpoint-generated-'));
  const occurred = new Map<string, number>();
  const disagreements: string[] = [];
  try {
    for (let run = 1; run * SCHOOLS_A_RUN <= SCHOOLS && disagreements.length < 10; run += 1) {
      const folder = path.join(root, run.toString());
      const { kinds, found } = await tryRun(random, folder);
      for (const kind of kinds) occurred.set(kind, (occurred.get(kind) ?? 0) + 1);
      disagreements.push(...found.map((text) => `run ${run}: ${text}`));
      rmSync(folder, { recursive: true });
    }
  } finally {
    rmSync(root, { recursive: true });
  }
  expect(disagreements.join('\n\n')).toBe('');
  const counts = [...MUST_OCCUR, ...SELDOM].map((kind) => `${kind} ${occurred.get(kind) ?? 0}`);
  process.stdout.write(`${SCHOOLS} generated schools agree (seed ${SEED}): ${counts.join(', ')}\n`);
  expect(EXPECTED.filter((kind) => !occurred.has(kind))).toEqual([]);
});

/** Some schools through one run of the program, and through the simulation. */
async function tryRun(random: Random, folder: string): Promise<{ kinds: string[]; found: string[] }> {
  const date = random.pick(['2025-10-26', '2025-12-14', '2026-02-01', '2026-03-29', '2026-05-24', '2024-03-10']);
  const isAdHoc = random.chance(0.12);
  const draw = (school: string): Question => drawQuestion(random, school, dayNumber(date), isAdHoc);
  const others = Array.from({ length: SCHOOLS_A_RUN - 1 }, (_, index) => draw(`S${index + 2}`));
  const questions: [Question, ...Question[]] = [draw('S1'), ...others];
  const schools = drawSchools(random, questions);

  const exportsFolder = path.join(folder, 'exports');
  writeSchools(exportsFolder, schools);
  const plans = new Map(questions.map(({ plan }) => [plan.school, writePlan(path.join(folder, plan.school), plan)]));
  const options = ['--reader', 'csv-parse'];
  const out = path.join(folder, 'out');
  let reports: Map<string, Reports> | undefined;
  const found: string[] = [];
  try {
    reports = await runProgram({ plans, at: date, isAdHoc, exports: exportsFolder, out, options });
  } catch (error) {
    found.push(String(error));
  }

  const exports = readExports(exportsFolder);
  const kinds: string[] = [];
  for (const question of questions) {
    const { plan } = question;
    const verdicts = isAdHoc
      ? simulateAdHoc(exports, plan, date)
      : simulate(exports, plan).filter(({ checkpointOn }) => checkpointOn === date);
    kinds.push(...kindsIn(verdicts, question));
    if (reports === undefined) continue;
    const lines = differences(reports.get(plan.school), verdicts, associatesIn(schools));
    if (lines.length > 0) found.push([...lines, JSON.stringify(plan), rowsOf(schools, lines)].join('\n'));
  }
  return { kinds, found };
}

function associatesIn({ students }: Schools): Set<string> {
  return new Set(students.filter((row) => row['category'] === 'associate').map((row) => row['student_id'] ?? ''));
}

/** The rows of the students that the lines begin with. */
function rowsOf({ students, enrolments, submissions, vle }: Schools, lines: readonly string[]): string {
  const ids = new Set(lines.map((line) => line.split(' ')[0]));
  const rows = [students, enrolments ?? [], ...submissions, ...vle].flat();
  return rows
    .filter((row) => ids.has(row['student_id']))
    .map((row) => JSON.stringify(row))
    .join('\n');
}

function kindsIn(verdicts: readonly Verdict[], { plan, isAdHoc }: Question): string[] {
  return verdicts.flatMap((verdict) => {
    const { classification, notAssessedReason, clock, grounds, groundsWithheld, indicators } = verdict;
    const longest = clock?.longest ?? 0;
    const shortest = clock?.shortest ?? 0;
    const planned = new Map(plan.indicators.map((indicator) => [indicator.id, indicator]));
    const isProrated = indicators.some(({ id, minimum }) => {
      const indicator = planned.get(id);
      return indicator?.feed === 'vle' && 'minimum' in indicator && minimum !== null && minimum.top < indicator.minimum;
    });
    return [
      classification,
      notAssessedReason,
      ...grounds.map((ground) => `ground ${ground}`),
      ...groundsWithheld.map((ground) => `withheld ground ${ground}`),
      ...(grounds.length > 0 ? [`${classification} with a ground`] : []),
      ...(groundsWithheld.length > 0 ? [`${classification} with a withheld ground`] : []),
      `longest clock ${longest}`,
      ...(shortest < longest ? [`shortest clock ${shortest} of a longer one`] : []),
      ...indicators.map(({ id, result }) => `${id} ${result}`),
      ...(isProrated ? ['prorated minimum'] : []),
      ...(isAdHoc ? ['ad-hoc date'] : []),
    ];
  });
}
