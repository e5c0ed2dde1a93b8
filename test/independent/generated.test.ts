// The program against the simulation on many small generated schools, in which the days that are easily miscounted are common.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { differencesOfAlerts } from './compare-alerts.js';
import { differences } from './compare.js';
import { dayNumber } from './days.js';
import { FEEDS, readExports, type Exports } from './exports.js';
import { kindsOfAlerts } from './generated-aside-kinds.js';
import { KINDS_OF_MANY, KINDS_OF_SOME, kindsIn } from './generated-kinds.js';
import { drawQuestion, type Question } from './generated-plan.js';
import { drawSchools } from './generated-school.js';
import { moduleAlertsAt, type ModuleAlert } from './module-alerts.js';
import type { Plan } from './plan.js';
import { writePlan } from './plan-files.js';
import { seededRandom, type Random } from './random.js';
import { readPlan } from './read-plan.js';
import type { StudentRecord } from './records.js';
import { runProgram, type Reports } from './reports.js';
import { leaveOut } from './set-aside.js';
import { writeSchools } from './school-files.js';
import { simulate, simulateAdHoc, type Verdict } from './simulation.js';
import { windowAt } from './windows.js';

const SCHOOLS = Number(process.env['SCHOOLS'] ?? 240);
const SEED = Number(process.env['SEED'] ?? 20250901);
/** Tries one run alone, whichever came before it. */
const ONLY_RUN = Number(process.env['RUN'] ?? 0);
/** Where schools that disagree are kept to be looked at; without it, nowhere. */
const KEEP = process.env['KEEP_SCHOOLS'];
const ENOUGH = Number(process.env['DISAGREEMENTS'] ?? 10);

/** Schools that share exports, a date and a run. */
const SCHOOLS_A_RUN = 6;
const MANY_SCHOOLS = 1000;
const EXPECTED = SCHOOLS >= MANY_SCHOOLS ? [...KINDS_OF_SOME, ...KINDS_OF_MANY] : KINDS_OF_SOME;

test(`${SCHOOLS} generated schools, seed ${SEED}`, { timeout: 1_200_000 }, async () => {
  const root = mkdtempSync(path.join(tmpdir(), 'checkpoint-generated-'));
  const occurred = new Map<string, number>();
  const disagreements: string[] = [];
  try {
    for (let run = 1; run * SCHOOLS_A_RUN <= SCHOOLS && disagreements.length < ENOUGH; run += 1) {
      if (ONLY_RUN > 0 && run !== ONLY_RUN) continue;
      const folder = path.join(root, run.toString());
      const { kinds, found } = await tryRun(seededRandom(SEED * 10_007 + run), folder);
      for (const kind of kinds) occurred.set(kind, (occurred.get(kind) ?? 0) + 1);
      disagreements.push(...found.map((text) => `SEED=${SEED} RUN=${run} ${text}`));
      if (KEEP !== undefined && found.length > 0)
        cpSync(folder, path.join(KEEP, `${SEED}-${run}`), { recursive: true });
      rmSync(folder, { recursive: true });
    }
  } finally {
    rmSync(root, { recursive: true });
  }
  expect(disagreements.join('\n\n')).toBe('');
  if (ONLY_RUN > 0) return;
  const counts = [...KINDS_OF_SOME, ...KINDS_OF_MANY].map((kind) => `${kind} ${occurred.get(kind) ?? 0}`);
  process.stdout.write(`${SCHOOLS} generated schools agree (seed ${SEED}): ${counts.join(', ')}\n`);
  expect(EXPECTED.filter((kind) => !occurred.has(kind))).toEqual([]);
});

/** Clock-change days, leap days, and the ends of ordinary weeks. */
const DATES = [
  '2025-10-26',
  '2025-12-14',
  '2026-02-01',
  '2026-03-29',
  '2026-05-24',
  '2024-03-10',
  '2028-02-29',
  '2028-03-01',
  '2027-01-08',
] as const;

/** Some schools through one run of the program, and through the simulation. */
async function tryRun(random: Random, folder: string): Promise<{ kinds: string[]; found: string[] }> {
  const date = random.pick(DATES);
  const isAdHoc = random.chance(0.12);
  const draw = (school: string): Question => drawQuestion(random, school, dayNumber(date), isAdHoc);
  const others = Array.from({ length: SCHOOLS_A_RUN - 1 }, (_, index) => draw(`S${index + 2}`));
  const questions: [Question, ...Question[]] = [draw('S1'), ...others];

  const exportsFolder = path.join(folder, 'exports');
  writeSchools(exportsFolder, drawSchools(random, questions));
  const files = new Map(
    questions.map(({ school, plan, university }) => [school, writePlan(path.join(folder, school), plan, university)]),
  );
  const reader = ['--reader', random.chance(0.1) ? 'duckdb' : 'csv-parse'];
  const setAside = random.chance(0.15) ? random.some(FEEDS, 0.3) : [];
  const options = [...reader, ...setAside.flatMap((feed) => ['--set-aside', feed])];
  const out = path.join(folder, 'out');
  let reports: Map<string, Reports> | undefined;
  const found: string[] = [];
  try {
    reports = await runProgram({ plans: files, at: date, isAdHoc, exports: exportsFolder, out, options });
  } catch (error) {
    found.push(String(error));
  }

  const seen = path.join(folder, 'seen');
  const exports = readExports(seen, new Set(leaveOut(setAside, exportsFolder, seen)));
  const associates = new Set(exports.students.filter((one) => one.category === 'associate').map(({ id }) => id));
  const kinds = new Set<string>(setAside.length === 0 ? [] : ['feeds set aside']);
  for (const [school, file] of files) {
    const plan = readPlan(file);
    const verdicts = verdictsAt(dayNumber(date), isAdHoc, exports, plan);
    const alerts = alertsAt(dayNumber(date), isAdHoc, exports, plan);
    for (const kind of [...kindsIn(verdicts, plan, isAdHoc), ...kindsOfAlerts(alerts)]) kinds.add(kind);
    const ofSchool = reports?.get(school);
    if (reports === undefined) continue;
    const lines = [
      ...differences(ofSchool, verdicts, associates),
      ...(ofSchool ? differencesOfAlerts(ofSchool, alerts) : []),
    ];
    if (lines.length > 0) found.push([school, ...lines].join('\n'));
  }
  if (reports !== undefined) found.push(...differencesOfCoverage([...reports.values()], exports.students));
  return { kinds: [...kinds], found };
}

/** 6.2: every student of the institution is in the outcomes of exactly one plan, or counted as covered by none. */
function differencesOfCoverage(reports: readonly Reports[], students: readonly StudentRecord[]): string[] {
  const covered = reports.flatMap(({ outcomes }) => outcomes.map((row) => row['student_id'] ?? ''));
  const known = new Set(students.map(({ id }) => id));
  const notCovered = (reports[0]?.dataQuality ?? [])
    .filter(({ code }) => code === 'students-not-covered')
    .reduce((sum, { count }) => sum + Number(count), 0);
  const isOnce = new Set(covered).size === covered.length && covered.every((id) => known.has(id));
  return isOnce && covered.length + notCovered === known.size
    ? []
    : [`of ${known.size} students ${covered.length} have an outcome and ${notCovered} are counted as not covered`];
}

function alertsAt(date: number, isAdHoc: boolean, exports: Exports, plan: Plan): ModuleAlert[] {
  const window = windowAt(plan, date, isAdHoc);
  return window === undefined ? [] : moduleAlertsAt(exports, plan, window);
}

function verdictsAt(date: number, isAdHoc: boolean, exports: Exports, plan: Plan): Verdict[] {
  if (isAdHoc) return simulateAdHoc(exports, plan, date);
  return simulate(exports, plan).filter(({ checkpointOn }) => dayNumber(checkpointOn) === date);
}
