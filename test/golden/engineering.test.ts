// The fictional School of Engineering from exports to reports: every file as it was read and agreed, and every student's
// outcome as the tables of fixtures/harrowmere-engineering/README.md argue it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBinding } from '../../src/exports/duckdb/binding.js';
import { expectAgreed } from './agreed.js';
import { arguedIn, asArgued } from './argued.js';
import { checkpoint, rowsOf } from './program.js';

const SCHOOL = join('fixtures', 'harrowmere-engineering');
const EXPORTS = join(SCHOOL, 'exports');
const PLANS = ['ENG-UG', 'ENG-PG'];
const READERS = (await findBinding()).binding === null ? ['csv-parse'] : ['duckdb', 'csv-parse'];

/** The heading of the README's column, and the checkpoint. */
const CHECKPOINTS = [
  ['week 3', 'autumn_week_3', '2026-10-18'],
  ['week 6', 'autumn_week_6', '2026-11-08'],
  ['week 10', 'autumn_week_10', '2026-12-06'],
  ['spring 4', 'spring_week_4', '2027-02-07'],
] as const;
const AGREED = CHECKPOINTS.slice(1);

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'engineering-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function run(at: string, out: string, reader: string): Promise<string> {
  const paths = ['--exports', EXPORTS, '--out', join(folder, out)];
  const spoken = await checkpoint('run', ...PLANS, '--at', at, ...paths, '--reader', reader);
  if (spoken.exitCode !== 0) throw new Error(`exit code ${spoken.exitCode}: ${spoken.err}`);
  return `${spoken.out}${spoken.err}`;
}

describe.each(READERS)('the reports of the School of Engineering, read by %s', (reader) => {
  it.each(AGREED)('are at %s as they were read and agreed', async (_, at, date) => {
    await run(at, reader, reader);
    for (const plan of PLANS) {
      const agreed = join(SCHOOL, 'expected', plan, date);
      await expectAgreed(join(folder, reader, plan, date), agreed, reader === READERS[0]);
    }
  });
});

const ENGAGED = 'engaged';
const LOW = 'low-engagement';
const NOT_COVERED = 'not covered';

/** The ordinary students who are plainly low, by the README's words about them: where, and at which checkpoints. */
const ORDINARY_LOW: Readonly<Record<string, readonly string[]>> = {
  '062012': ['week 6', 'week 10'],
  '062016': ['week 6', 'week 10'],
  '062019': ['week 6', 'week 10'],
  '172002': ['week 10'],
};

type Rows = readonly Readonly<Record<string, string>>[];

describe('each student of the School of Engineering', () => {
  const said = new Map<string, string>();

  beforeAll(async () => {
    for (const [column, at] of CHECKPOINTS) said.set(column, await run(at, 'outcomes', 'csv-parse'));
  });

  const report = async (plan: string, date: string, file: string): Promise<Rows> => {
    return await rowsOf(join(folder, 'outcomes', plan, date, file));
  };
  const plansAt = (column: string): readonly string[] => (column === 'week 3' ? ['ENG-UG'] : PLANS);
  const outcomesAt = async (column: string, date: string): Promise<Rows> => {
    return (await Promise.all(plansAt(column).map((plan) => report(plan, date, 'outcomes.csv')))).flat();
  };

  it.each(CHECKPOINTS)('is at %s as the README argues', async (column, _, date) => {
    const argued = (await arguedIn(join(SCHOOL, 'README.md'))).flatMap(({ studentId, outcomes }) => {
      const outcome = outcomes[column];
      return outcome === undefined || outcome === NOT_COVERED ? [] : [[studentId, outcome] as const];
    });
    const named = new Map(argued);
    const rows = await outcomesAt(column, date);
    const ordinary = rows.flatMap(({ student_id: studentId = '' }): [string, string][] => {
      const isLow = ORDINARY_LOW[studentId]?.includes(column) ?? false;
      return named.has(studentId) ? [] : [[studentId, isLow ? LOW : ENGAGED]];
    });
    const found = rows.map((row) => [row['student_id'], asArgued(row)] as const);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries([...named, ...ordinary]));
  });

  it('is described: each is named, or one of the ordinary ones', async () => {
    const argued = (await arguedIn(join(SCHOOL, 'README.md'))).map(({ studentId }) => studentId);
    expect(new Set(argued).size).toBe(argued.length);
    const students = (await rowsOf(join(EXPORTS, 'students.csv'))).map((row) => row['student_id'] ?? '').sort();
    const ordinary = students.filter((id) => !argued.includes(id));
    expect(ordinary).toEqual([...idsFrom('062', 24), ...idsFrom('172', 11)]);
    expect(argued.filter((id) => !students.includes(id))).toEqual([]);
  });

  it('is counted where no plan is theirs, and in no report', async () => {
    const argued = await arguedIn(join(SCHOOL, 'README.md'));
    const uncovered = argued.filter(({ outcomes }) => outcomes['week 6'] === NOT_COVERED).map((it) => it.studentId);
    expect(uncovered).toEqual(['069001', '069002']);
    const rows = await outcomesAt('week 6', '2026-11-08');
    expect(rows.filter((row) => uncovered.includes(row['student_id'] ?? ''))).toEqual([]);
    const findings = await report('ENG-PG', '2026-11-08', 'data-quality.csv');
    expect(findings.filter(({ code }) => code === 'students-not-covered').map(({ count }) => count)).toEqual([
      '1',
      '1',
    ]);
  });
});

function idsFrom(prefix: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${String(index + 1).padStart(3, '0')}`);
}
