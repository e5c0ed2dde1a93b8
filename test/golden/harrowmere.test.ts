// The fictional school from exports to reports: every file as it was read and agreed, and every student's outcome as
// fixtures/harrowmere/README.md argues it. UPDATE_GOLDEN=1 writes the agreed files anew.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBinding } from '../../src/exports/duckdb/binding.js';
import { expectAgreed } from './agreed.js';
import { checkpoint, rowsOf } from './program.js';

const SCHOOL = join('fixtures', 'harrowmere');
const EXPORTS = join(SCHOOL, 'exports');
const EXPECTED = join(SCHOOL, 'expected');
const PLAN = join('plans', 'DES.yaml');
const AGREED = ['2026-10-18', '2026-12-06', '2027-03-07'];
const READERS = (await findBinding()).binding === null ? ['csv-parse'] : ['duckdb', 'csv-parse'];

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'harrowmere-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function run(at: string, out: string, reader = 'csv-parse'): Promise<void> {
  const { exitCode, err } = await checkpoint(
    ...['run', PLAN, '--at', at, '--exports', EXPORTS, '--out', join(folder, out), '--reader', reader],
  );
  if (exitCode !== 0) throw new Error(`exit code ${exitCode}: ${err}`);
}

describe.each(READERS)('the reports of the School of Design, read by %s', (reader) => {
  it.each(AGREED)('are at %s as they were read and agreed', async (date) => {
    await run(date, reader, reader);
    await expectAgreed(join(folder, reader, 'DES', date), join(EXPECTED, 'DES', date), reader === READERS[0]);
  });
});

const CHECKPOINTS = [
  ['autumn_week_3', '2026-10-18'],
  ['autumn_week_6', '2026-11-08'],
  ['autumn_week_10', '2026-12-06'],
  ['spring_week_4', '2027-02-07'],
  ['spring_week_8', '2027-03-07'],
] as const;

const ENGAGED = 'engaged';
const LOW = 'low-engagement';
const NON = 'non-engagement';
const WITHHELD = 'withheld';

/** By hand, from the README: classification, reason and grounds at each checkpoint; `?` before what is withheld. */
const OUTCOMES: Readonly<Record<string, readonly [string, string, string, string, string]>> = {
  // Engaged or not
  '260101': [ENGAGED, ENGAGED, ENGAGED, ENGAGED, ENGAGED],
  '260102': [ENGAGED, ENGAGED, ENGAGED, ENGAGED, WITHHELD],
  '260103': [ENGAGED, ENGAGED, LOW, ENGAGED, WITHHELD],
  '260104': [ENGAGED, ENGAGED, LOW, ENGAGED, LOW],
  '260105': [ENGAGED, NON, ENGAGED, ENGAGED, WITHHELD],
  '260106': [ENGAGED, ENGAGED, NON, ENGAGED, ENGAGED],
  '260107': [ENGAGED, NON, `${NON} 10.6-pattern`, LOW, WITHHELD],
  '260108': [
    NON,
    `${NON} 10.6-pattern`,
    `${NON} 10.6-days;10.6-pattern`,
    `${NON} 10.6-days;10.6-pattern`,
    `${LOW} ?10.6-days`,
  ],
  '260109': [ENGAGED, ENGAGED, LOW, `${NON} 10.6-days`, WITHHELD],
  '260110': [ENGAGED, ENGAGED, LOW, NON, `${LOW} ?10.6-days`],
  '260111': [ENGAGED, ENGAGED, LOW, LOW, LOW],
  '260117': [ENGAGED, ENGAGED, ENGAGED, ENGAGED, WITHHELD],
  '260208': [ENGAGED, ENGAGED, LOW, 'not-assessed completed', 'not-assessed completed'],
  '260209': [ENGAGED, NON, `${NON} 10.6-pattern`, ENGAGED, ENGAGED],
  '260210': [ENGAGED, ENGAGED, ENGAGED, ENGAGED, WITHHELD],
  '260212': [ENGAGED, ENGAGED, ENGAGED, ENGAGED, ENGAGED],
  '260213': [ENGAGED, ENGAGED, ENGAGED, ENGAGED, WITHHELD],
  // Joining late
  '260112': [ENGAGED, ENGAGED, ENGAGED, ENGAGED, ENGAGED],
  '260113': ['not-assessed not-started', 'not-assessed not-started', LOW, ENGAGED, WITHHELD],
  '260114': ['not-assessed grace', ENGAGED, ENGAGED, ENGAGED, ENGAGED],
  '260115': ['not-assessed not-started', 'not-assessed not-started', ENGAGED, ENGAGED, WITHHELD],
  '260116': ['not-assessed not-started', 'not-assessed not-started', 'not-assessed grace', ENGAGED, ENGAGED],
  // Not assessed
  '260201': [ENGAGED, LOW, 'not-assessed withdrawn', 'not-assessed withdrawn', 'not-assessed withdrawn'],
  '260202': always('not-assessed withdrawn'),
  '260203': [
    ENGAGED,
    'not-assessed interrupted',
    'not-assessed interrupted',
    'not-assessed interrupted',
    'not-assessed interrupted',
  ],
  '260204': ['not-assessed interrupted', 'not-assessed interrupted', NON, ENGAGED, WITHHELD],
  '260205': [ENGAGED, ENGAGED, 'not-assessed completed', 'not-assessed completed', 'not-assessed completed'],
  '260206': always('not-assessed research'),
  '260207': always('not-assessed no-transnational-section'),
  '260211': always('not-assessed no-opportunity'),
};

function always(outcome: string): [string, string, string, string, string] {
  return [outcome, outcome, outcome, outcome, outcome];
}

/** What each outcome was decided on, where the README counts: cells of outcomes.csv. */
const OPERANDS: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
  ['260101', '2027-03-07', { qmplus_measure: '5', qmplus_best_case: '25', qmplus_result: 'met' }],
  ['260102', '2026-12-06', { qmplus_measure: '4', qmplus_minimum: '4', coursework_measure: '0.5000' }],
  ['260102', '2026-12-06', { last_evidence_on: '2026-12-06', days_without_evidence: '0' }],
  ['260103', '2026-12-06', { qmplus_measure: '3', qmplus_result: 'not-met', coursework_result: 'met' }],
  ['260104', '2026-12-06', { qmplus_result: 'met', coursework_measure: '0.0000', coursework_minimum: '0.5000' }],
  ['260105', '2026-11-08', { last_evidence_on: '2026-10-16', monitored_days_without_evidence: '23' }],
  ['260106', '2026-12-06', { last_evidence_on: '2026-11-05', monitored_days_without_evidence: '31' }],
  ['260106', '2027-03-07', { qmplus_measure: '4', qmplus_best_case: '24' }],
  ['260107', '2026-12-06', { last_evidence_on: '2026-10-16', monitored_days_without_evidence: '51' }],
  ['260108', '2026-12-06', { last_evidence_on: '', monitored_days_without_evidence: '70' }],
  ['260109', '2027-02-07', { monitored_days_without_evidence: '60', days_without_evidence: '90' }],
  ['260109', '2027-03-07', { last_evidence_on: '2027-03-05', monitored_days_without_evidence: '2' }],
  ['260110', '2027-02-07', { monitored_days_without_evidence: '59', days_without_evidence: '89' }],
  ['260110', '2027-03-07', { monitored_days_without_evidence: '87' }],
  ['260111', '2027-02-07', { last_evidence_on: '2026-12-29', monitored_days_without_evidence: '28' }],
  ['260112', '2026-10-18', { window_from: '2026-10-05', qmplus_measure: '2', qmplus_minimum: '2' }],
  ['260113', '2026-12-06', { window_from: '2026-11-20', qmplus_measure: '1', qmplus_minimum: '2' }],
  ['260115', '2026-12-06', { window_from: '2026-11-30', qmplus_minimum: '1', coursework_result: 'not-applicable' }],
  ['260117', '2026-12-06', { qmplus_measure: '4', last_evidence_on: '2026-12-03' }],
  ['260204', '2026-12-06', { monitored_days_without_evidence: '28', window_from: '2026-11-09' }],
  ['260208', '2026-12-06', { qmplus_measure: '2', process: 'non-engagement' }],
  ['260210', '2026-12-06', { coursework_result: 'not-applicable', qmplus_result: 'met' }],
  ['260210', '2027-03-07', { qmplus_measure: '0', qmplus_best_case: '20', qmplus_result: 'unknown' }],
  ['260211', '2026-12-06', { monitored_days_without_evidence: '70', grounds: '' }],
  ['260212', '2026-12-06', { coursework_result: 'not-applicable' }],
  ['260212', '2027-02-07', { coursework_measure: '1.0000' }],
  ['260213', '2026-12-06', { coursework_measure: '0.5000', coursework_result: 'met' }],
];

describe('each student of the School of Design', () => {
  beforeAll(async () => {
    for (const [id] of CHECKPOINTS) await run(id, 'outcomes');
  });

  const report = (date: string, file: string) => rowsOf(join(folder, 'outcomes', 'DES', date, file));
  const idsIn = async (date: string, file: string): Promise<readonly (string | undefined)[]> =>
    (await report(date, file)).map((row) => row['student_id']);

  it.each(CHECKPOINTS.map(([id, date], index) => ({ id, date, index })))('is at $id as argued', async (at) => {
    const outcomes = (await report(at.date, 'outcomes.csv')).map((row) => {
      const { student_id: studentId, classification, not_assessed_reason: reason, grounds } = row;
      const open = row['grounds_withheld'] === '' ? '' : `?${row['grounds_withheld'] ?? ''}`;
      return [studentId, [classification, reason, grounds, open].filter((it) => it !== '').join(' ')];
    });
    const argued = Object.entries(OUTCOMES).map(([studentId, all]) => [studentId, all[at.index]]);
    expect(Object.fromEntries(outcomes)).toEqual(Object.fromEntries(argued));
  });

  it.each(OPERANDS)('%s is decided at %s on %o', async (studentId, date, cells) => {
    const row = (await report(date, 'outcomes.csv')).find((it) => it['student_id'] === studentId);
    expect(row).toMatchObject(cells);
  });

  it('is on the lists that follow from it', async () => {
    expect(await idsIn('2026-12-06', 'low-engagement.csv')).toEqual([
      ...['260103', '260104', '260109', '260110', '260111', '260113'],
    ]);
    expect(await idsIn('2026-12-06', 'non-engagement.csv')).toEqual([
      ...['260106', '260107', '260108', '260204', '260209'],
    ]);
    expect(await idsIn('2026-12-06', 'panel-referral.csv')).toEqual(['260107', '260108', '260209']);
    expect(await idsIn('2027-02-07', 'panel-referral.csv')).toEqual(['260108', '260109']);
    expect(await idsIn('2027-03-07', 'non-engagement.csv')).toEqual([]);
    expect(await idsIn('2027-03-07', 'panel-referral.csv')).toEqual([]);
    expect(new Set(await idsIn('2027-03-07', 'withheld.csv'))).toEqual(
      new Set(Object.keys(OUTCOMES).filter((id) => /^withheld|\?/.test(OUTCOMES[id]?.[4] ?? ''))),
    );
  });

  it('is counted as not covered where no plan is theirs', async () => {
    const { out, err } = await checkpoint('run', PLAN, '--at', '2026-12-06', '--exports', EXPORTS, '--dry-run');
    expect(`${out}${err}`).toMatch(/1 student.*MUS/s);
    expect(await idsIn('2026-12-06', 'outcomes.csv')).not.toContain('260301');
  });
});

describe('the overlap of two exports', () => {
  it.each(READERS)('counts an act once that both hold, and one that only the later holds (%s)', async (reader) => {
    const { out } = await checkpoint(
      ...['explain', '260117', PLAN, '--at', '2026-12-06', '--exports', EXPORTS, '--json', '--reader', reader],
    );
    const { records } = JSON.parse(out) as { records: { feed: string; file: string; date: string; effect: string }[] };
    const inWindow = records.filter(({ feed, date }) => feed === 'vle' && '2026-11-30' <= date && date <= '2026-12-03');
    expect(inWindow.filter(({ effect }) => effect === 'repeated')).toHaveLength(3);
    expect(inWindow.filter(({ effect }) => effect === 'in-window').map(({ date, file }) => `${date} ${file}`)).toEqual([
      '2026-11-30 vle-2026-12-06.csv.gz',
      '2026-12-01 vle-2026-12-06.csv.gz',
      '2026-12-02 vle-2026-12-06.csv.gz',
      '2026-12-03 vle-2027-02-07.csv',
    ]);
  });
});
