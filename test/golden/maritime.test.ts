// The fictional School of Maritime Studies and its neighbour, whose students are several exceptions at once: every file as
// it was read and agreed, and every student's outcome and lists as the tables of fixtures/harrowmere-maritime/README.md
// argue them.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBinding } from '../../src/exports/duckdb/binding.js';
import { expectAgreed } from './agreed.js';
import { arguedIn, asArgued } from './argued.js';
import { checkpoint, rowsOf } from './program.js';

const SCHOOL = join('fixtures', 'harrowmere-maritime');
const EXPORTS = join(SCHOOL, 'exports');
const PLANS = ['MAR-UG', 'MAR-PG', 'MOD'];
const READERS = (await findBinding()).binding === null ? ['csv-parse'] : ['duckdb', 'csv-parse'];

/** The heading of the README's column, and the checkpoint. */
const CHECKPOINTS = [
  ['week 6', 'autumn_week_6', '2026-11-08'],
  ['week 10', 'autumn_week_10', '2026-12-06'],
  ['spring 4', 'spring_week_4', '2027-02-07'],
  ['dissertation', 'dissertation', '2027-08-15'],
] as const;

/** The README's word for each list, in the README's order. */
const LISTS: readonly (readonly [string, string])[] = [
  ['low', 'low-engagement.csv'],
  ['non', 'non-engagement.csv'],
  ['held', 'held.csv'],
  ['panel', 'panel-referral.csv'],
  ['withheld', 'withheld.csv'],
  ['joint', 'joint-alerts.csv'],
  ['modules', 'module-alerts.csv'],
  ['sabbatical', 'sabbatical-officers.csv'],
];

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maritime-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function run(at: string, out: string, reader: string): Promise<void> {
  const places = ['--exports', EXPORTS, '--out', join(folder, out)];
  const { exitCode, err } = await checkpoint('run', ...PLANS, '--at', at, ...places, '--reader', reader);
  if (exitCode !== 0) throw new Error(`exit code ${exitCode}: ${err}`);
}

/** Of the plans that have the checkpoint. */
async function plansAt(out: string, date: string): Promise<readonly string[]> {
  const dates = await Promise.all(PLANS.map(async (plan) => await readdir(join(folder, out, plan)).catch(() => [])));
  return PLANS.filter((_, index) => dates[index]?.includes(date));
}

describe.each(READERS)('the reports of the School of Maritime Studies, read by %s', (reader) => {
  it.each(CHECKPOINTS)('are at %s as they were read and agreed', async (_, at, date) => {
    await run(at, reader, reader);
    for (const plan of await plansAt(reader, date)) {
      const agreed = join(SCHOOL, 'expected', plan, date);
      await expectAgreed(join(folder, reader, plan, date), agreed, reader === READERS[0]);
    }
  });
});

type Rows = readonly Readonly<Record<string, string>>[];

describe('each student of the School of Maritime Studies', () => {
  beforeAll(async () => {
    for (const [, at] of CHECKPOINTS) await run(at, 'outcomes', 'csv-parse');
  });

  const report = async (date: string, file: string): Promise<Rows> => {
    const plans = await plansAt('outcomes', date);
    return (await Promise.all(plans.map((plan) => rowsOf(join(folder, 'outcomes', plan, date, file))))).flat();
  };
  const idsIn = async (date: string, file: string): Promise<ReadonlySet<string>> => {
    return new Set((await report(date, file)).map(({ student_id: studentId = '' }) => studentId));
  };

  it.each(CHECKPOINTS)('is at %s, and on the lists, as the README argues', async (column, _, date) => {
    const argued = (await arguedIn(join(SCHOOL, 'README.md'))).flatMap(({ studentId, outcomes }) => {
      const outcome = outcomes[column];
      return outcome === undefined ? [] : [[studentId, outcome] as const];
    });
    const lists = await Promise.all(LISTS.map(async ([word, file]) => [word, await idsIn(date, file)] as const));
    const found = (await report(date, 'outcomes.csv')).map((row): readonly [string, string] => {
      const { student_id: studentId = '' } = row;
      const words = lists.filter(([, ids]) => ids.has(studentId)).map(([word]) => word);
      return [studentId, `${withProcess(row)}${words.length === 0 ? '' : ` (${words.join(', ')})`}`];
    });
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(argued));
  });

  it.each(CHECKPOINTS)('is at %s on the lists of the sponsored and of associates', async (_, __, date) => {
    const assessed = await idsIn(date, 'outcomes.csv');
    const students = await rowsOf(join(EXPORTS, 'students.csv'));
    const those = (isOne: (student: Rows[number]) => boolean): ReadonlySet<string> => {
      const ids = students.filter(isOne).map(({ student_id: studentId = '' }) => studentId);
      return new Set(ids.filter((id) => assessed.has(id)));
    };
    expect(await idsIn(date, 'sponsored.csv')).toEqual(those(({ sponsored }) => sponsored === 'yes'));
    expect(await idsIn(date, 'associate-students.csv')).toEqual(those(({ category }) => category === 'associate'));
  });

  it('is described, and is at least two exceptions at once', async () => {
    const argued = await arguedIn(join(SCHOOL, 'README.md'));
    const students = await rowsOf(join(EXPORTS, 'students.csv'));
    expect(argued.map(({ studentId }) => studentId)).toEqual([...new Set(students.map((it) => it['student_id']))]);
    expect(argued.length).toBeGreaterThanOrEqual(60);
    const alone = argued.filter(({ outcomes }) => (outcomes['who']?.split('; ').length ?? 0) < 2);
    expect(alone.map(({ studentId }) => studentId)).toEqual([]);
  });
});

/** The process is said where the classification alone does not tell it (9.1). */
function withProcess(row: Rows[number]): string {
  const isTold = row['classification'] === 'low-engagement' || row['classification'] === 'non-engagement';
  return row['process'] === 'non-engagement' && !isTold ? `${asArgued(row)}, process` : asArgued(row);
}
