// The fictional School of Engineering from exports to reports: every file as it was read and agreed, and every student's
// outcome as the tables of fixtures/harrowmere-engineering/README.md argue it.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
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
  '062013': ['week 6', 'week 10'],
  '062019': ['week 6', 'week 10'],
  '172002': ['week 10'],
};

/** What outcomes were decided on, where the README counts: cells of outcomes.csv. */
const OPERANDS: readonly (readonly [string, string, string, Readonly<Record<string, string>>])[] = [
  ['061001', 'ENG-UG', '2026-11-08', { labs_measure: '0.6000', labs_minimum: '0.6000', labs_result: 'met' }],
  ['061002', 'ENG-UG', '2026-11-08', { labs_measure: '0.4000', labs_result: 'not-met', qmplus_result: 'met' }],
  ['061003', 'ENG-UG', '2026-11-08', { qmplus_measure: '3', qmplus_minimum: '3', last_evidence_on: '2026-11-08' }],
  ['061004', 'ENG-UG', '2026-11-08', { qmplus_measure: '2', qmplus_minimum: '3', labs_result: 'met' }],
  ['061005', 'ENG-UG', '2026-11-08', { recordings_measure: '60', recordings_result: 'met', qmplus_measure: '2' }],
  ['061006', 'ENG-UG', '2026-11-08', { recordings_measure: '59', recordings_result: 'not-met' }],
  ['061009', 'ENG-UG', '2026-11-08', { labs_measure: '0.4000', labs_best_case: '0.6000', labs_result: 'unknown' }],
  ['061010', 'ENG-UG', '2026-11-08', { labs_measure: '0.0000', labs_best_case: '0.2000', labs_result: 'not-met' }],
  ['061013', 'ENG-UG', '2026-11-08', { labs_measure: '0.6000' }],
  ['061014', 'ENG-UG', '2026-11-08', { labs_measure: '0.4000' }],
  ['061016', 'ENG-UG', '2026-11-08', { labs_measure: '0.6000' }],
  ['061017', 'ENG-UG', '2026-11-08', { labs_measure: '0.6666' }],
  ['061018', 'ENG-UG', '2026-11-08', { labs_measure: '0.6666' }],
  ['061019', 'ENG-UG', '2026-11-08', { labs_measure: '0.4000' }],
  ['061020', 'ENG-UG', '2026-11-08', { labs_measure: '0.6000' }],
  ['061021', 'ENG-UG', '2026-12-06', { labs_measure: '0.6000' }],
  ['061022', 'ENG-UG', '2026-12-06', { labs_measure: '0.6000' }],
  ['061024', 'ENG-UG', '2026-11-08', { labs_measure: '0.5000', labs_best_case: '0.6666', coursework_result: 'met' }],
  ['061025', 'ENG-UG', '2026-11-08', { coursework_result: 'not-applicable' }],
  ['061026', 'ENG-UG', '2026-12-06', { coursework_measure: '0.7500' }],
  ['061027', 'ENG-UG', '2026-10-18', { coursework_result: 'not-applicable' }],
  ['061032', 'ENG-UG', '2026-11-08', { labs_measure: '1.0000', qmplus_measure: '1', qmplus_minimum: '1' }],
  ['061035', 'ENG-UG', '2026-11-08', { window_from: '2026-10-26', qmplus_measure: '2', qmplus_minimum: '2' }],
  ['061038', 'ENG-UG', '2027-02-07', { window_from: '2027-01-11', qmplus_measure: '6', qmplus_minimum: '6' }],
  ['061039', 'ENG-UG', '2026-12-06', { window_from: '2026-11-16', monitored_days_without_evidence: '21' }],
  ['061048', 'ENG-UG', '2026-11-08', { each_module_measure: '0.0000', labs_result: '' }],
  ['061049', 'ENG-UG', '2026-11-08', { each_module_measure: '0.5000', each_module_result: 'met' }],
  ['061050', 'ENG-UG', '2026-12-06', { weekly_measure: '0.3333', weekly_minimum: '0.6000' }],
  ['061052', 'ENG-UG', '2026-11-08', { last_seen_measure: '25', last_seen_minimum: '25', labs_measure: '0.0000' }],
  ['061053', 'ENG-UG', '2026-11-08', { last_seen_measure: '27' }],
  ['061054', 'ENG-UG', '2026-12-06', { monitored_days_without_evidence: '70' }],
  ['061055', 'ENG-UG', '2026-12-06', { monitored_days_without_evidence: '59' }],
  ['061056', 'ENG-UG', '2026-12-06', { monitored_days_without_evidence: '60' }],
  ['061057', 'ENG-UG', '2026-12-06', { monitored_days_without_evidence: '61' }],
  ['061058', 'ENG-UG', '2026-12-06', { monitored_days_without_evidence: '53', days_without_evidence: '60' }],
  ['061048', 'ENG-UG', '2026-11-08', { process: 'non-engagement' }],
  ['061065', 'ENG-UG', '2027-02-07', { qmplus_measure: '7', qmplus_minimum: '8', recordings_measure: '30' }],
  ['061066', 'ENG-UG', '2027-02-07', { labs_measure: '0.5000', recordings_result: 'unknown' }],
  ['061067', 'ENG-UG', '2026-10-18', { last_seen_measure: '21', last_seen_result: 'met' }],
  ['171001', 'ENG-PG', '2026-11-08', { contact_hours_measure: '0.6000', contact_hours_result: 'met' }],
  ['171002', 'ENG-PG', '2026-11-08', { contact_hours_measure: '0.5666', contact_hours_best_case: '0.5666' }],
  ['171003', 'ENG-PG', '2026-12-06', { contact_hours_measure: '0.6000', contact_hours_result: 'met' }],
  ['171004', 'ENG-PG', '2026-11-08', { coursework_measure: '0.0000' }],
  ['171005', 'ENG-PG', '2026-11-08', { coursework_measure: '0.5000' }],
  ['171006', 'ENG-PG', '2026-11-08', { weekly_measure: '0.5000', supervision_measure: '0.5000' }],
  ['171007', 'ENG-PG', '2026-11-08', { supervision_measure: '0.0000', supervision_best_case: '0.5000' }],
  ['171008', 'ENG-PG', '2026-11-08', { last_seen_measure: '21', last_seen_result: 'met' }],
  ['171009', 'ENG-PG', '2026-11-08', { last_seen_measure: '22', last_seen_result: 'not-met' }],
  ['171010', 'ENG-PG', '2026-11-08', { practice_measure: '900', practice_minimum: '900' }],
  ['171015', 'ENG-PG', '2026-12-06', { monitored_days_without_evidence: '70' }],
  ['171021', 'ENG-PG', '2027-02-07', { monitored_days_without_evidence: '60', days_without_evidence: '90' }],
  ['171022', 'ENG-PG', '2027-02-07', { monitored_days_without_evidence: '59' }],
  ['171023', 'ENG-PG', '2027-02-07', { monitored_days_without_evidence: '53', days_without_evidence: '90' }],
  ['171024', 'ENG-PG', '2027-02-07', { monitored_days_without_evidence: '28', last_evidence_on: '2026-12-29' }],
  ['171025', 'ENG-PG', '2027-02-07', { monitored_days_without_evidence: '60', last_evidence_on: '2026-11-02' }],
];

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

  it.each(OPERANDS)('%s of %s is decided at %s on %o', async (studentId, plan, date, cells) => {
    const row = (await report(plan, date, 'outcomes.csv')).find((it) => it['student_id'] === studentId);
    expect(row).toMatchObject(cells);
  });

  it('is on the lists that the README names, and off those', async () => {
    const idsIn = async (plan: string, file: string): Promise<readonly (string | undefined)[]> => {
      return (await report(plan, '2026-11-08', file)).map((row) => row['student_id']);
    };
    const letters = [
      ...(await idsIn('ENG-UG', 'low-engagement.csv')),
      ...(await idsIn('ENG-UG', 'non-engagement.csv')),
    ];
    expect(letters).toContain('061062');
    for (const unwritten of ['061045', '061060', '061061']) expect(letters).not.toContain(unwritten);
    expect(await idsIn('ENG-UG', 'held.csv')).toEqual(['061060', '061061']);
    expect(
      (await report('ENG-UG', '2026-12-06', 'low-engagement.csv')).find((it) => it['student_id'] === '061059'),
    ).toMatchObject({
      stage: '3',
      listed_before: 'yes',
      letters_sent: '2',
    });
    const awaited = async (date: string): Promise<unknown> =>
      (await report('ENG-UG', date, 'awaiting-reply.csv')).map((it) => [it['student_id'], it['reply_by']]);
    expect(await awaited('2026-11-08')).toEqual([['061059', '2026-10-27']]);
    expect(await awaited('2026-12-06')).toEqual([['061010', '2026-11-17']]);
    expect((await report('ENG-UG', '2026-11-08', 'registers-to-chase.csv')).map((row) => row['event_id'])).toEqual([
      'ENG501-LAB-B-W06',
      'ENG401-LAB-A-W06',
      'ENG501-LAB-A-W05',
    ]);
  });

  it("gets from the postgraduates' plan five working days to reply, not counting the closure of 11 November", async () => {
    const replies = (await report('ENG-PG', '2026-11-08', 'low-engagement.csv')).map((row) => row['reply_by']);
    expect(new Set(replies)).toEqual(new Set(['2026-11-16']));
  });

  it("is counted in the project's README as the demonstration counts", async () => {
    const shown = /```text\n(School of Engineering[^`]*?)\n\n {2}Reports written/.exec(
      await readFile('README.md', 'utf8'),
    )?.[1];
    expect(shown).toBeDefined();
    expect(said.get('week 6')).toContain(shown);
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
    // One whose school has plans that leave them out, one of a school without a plan.
    const notCovered = findings.filter(({ code }) => code === 'students-not-covered');
    expect(notCovered.map(({ count }) => count)).toEqual(['1', '1']);
    expect(uncovered.map((id, index) => notCovered[index]?.['message']?.includes(`(${id})`))).toEqual([true, true]);
  });
});

function idsFrom(prefix: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${String(index + 1).padStart(3, '0')}`);
}
