// The fictional School of Maritime Studies and its neighbour, whose students are several exceptions at once: every file as
// it was read and agreed, and every student's outcome and lists as the tables of fixtures/harrowmere-maritime/README.md
// argue them.
import { mkdtemp, rm } from 'node:fs/promises';
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
type CheckpointDate = (typeof CHECKPOINTS)[number][2];

/** The plans that have the checkpoint. */
const PLANS_AT: Readonly<Record<CheckpointDate, readonly string[]>> = {
  '2026-11-08': ['MAR-UG', 'MOD'],
  '2026-12-06': PLANS,
  '2027-02-07': PLANS,
  '2027-08-15': ['MAR-PG'],
};

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

describe.each(READERS)('the reports of the School of Maritime Studies, read by %s', (reader) => {
  it.each(CHECKPOINTS)('are at %s as they were read and agreed', async (_, at, date) => {
    await run(at, reader, reader);
    for (const plan of PLANS_AT[date]) {
      const agreed = join(SCHOOL, 'expected', plan, date);
      await expectAgreed(join(folder, reader, plan, date), agreed, reader === READERS[0]);
    }
  });
});

/** What outcomes were decided on, where the README counts: cells of a report. */
const OPERANDS: readonly (readonly [string, CheckpointDate, string, Readonly<Record<string, string>>])[] = [
  ['811001', '2026-11-08', 'sponsored.csv', { months_below_85: '', months_decided_by_authorised: '2026-10' }],
  ['811002', '2027-02-07', 'sponsored.csv', { months_below_70: '2026-10;2026-11;2026-12', ground: '9.1' }],
  ['811003', '2027-02-07', 'sponsored.csv', { months_below_70: '2026-11;2026-12', months_not_decided: '2026-10' }],
  ['811004', '2026-11-08', 'sponsored.csv', { months_below_85: '', months_not_decided: '2026-10' }],
  ['811005', '2027-02-07', 'sponsored.csv', { months_below_70: '2026-10;2026-11;2026-12', ground: '9.1' }],
  ['811006', '2027-02-07', 'sponsored.csv', { months_below_70: '2026-10;2026-11;2026-12', ground: '' }],
  ['811007', '2027-02-07', 'sponsored.csv', { months_below_70: '2026-11;2026-12;2027-01', ground: '9.1' }],
  ['811008', '2027-02-07', 'sponsored.csv', { months_below_70: '2026-10;2026-11;2027-01', ground: '' }],
  ['811009', '2027-02-07', 'sponsored.csv', { rule: '9.2', months: '', ...sponsorDays(60) }],
  ['811018', '2027-02-07', 'sponsored.csv', { months_below_70: '2026-10;2026-11;2026-12', ground: '' }],
  ['812001', '2027-02-07', 'outcomes.csv', days(21)],
  ['812002', '2026-12-06', 'outcomes.csv', days(54)],
  ['812002', '2026-12-06', 'sponsored.csv', sponsorDays(61)],
  ['812003', '2026-12-06', 'sponsored.csv', sponsorDays(60)],
  ['812004', '2026-12-06', 'outcomes.csv', days(70)],
  ['812004', '2026-12-06', 'sponsored.csv', sponsorDays(59)],
  ['812005', '2027-02-07', 'sponsored.csv', sponsorDays(59)],
  ['812006', '2026-12-06', 'sponsored.csv', sponsorDays(60)],
  ['812007', '2026-12-06', 'sponsored.csv', { ...sponsorDays(60), sponsor_monitored_days_at_least: '4' }],
  ['812007', '2027-02-07', 'sponsored.csv', { ...sponsorDays(93), sponsor_monitored_days_at_least: '37' }],
  ['812010', '2027-02-07', 'sponsored.csv', { last_in_person_on: '', last_evidence_on: '2027-02-04' }],
  ['812015', '2026-12-06', 'sponsored.csv', { sponsor_monitored_days_without_evidence: '' }],
  ['812015', '2027-02-07', 'sponsored.csv', sponsorDays(21)],
  ['812016', '2027-02-07', 'outcomes.csv', days(54)],
  ['812019', '2026-12-06', 'outcomes.csv', days(32)],
  ['812019', '2026-12-06', 'sponsored.csv', { ...sponsorDays(60), sponsor_authorised_days: '28' }],
  ['812019', '2027-02-07', 'outcomes.csv', days(65)],
  ['813001', '2026-12-06', 'sabbatical-officers.csv', { last_support_meeting_on: '2026-12-02', sponsored: 'yes' }],
  ['813002', '2027-02-07', 'sabbatical-officers.csv', { last_support_meeting_on: '' }],
  ['814002', '2026-12-06', 'outcomes.csv', { advisor_measure: '1', advisor_minimum: '1', qmplus_result: '' }],
  ['814003', '2026-12-06', 'outcomes.csv', { qmplus_measure: '1', qmplus_minimum: '1', advisor_result: '' }],
  ['814003', '2027-02-07', 'outcomes.csv', days(57)],
  ['814005', '2027-02-07', 'outcomes.csv', days(65)],
  ['814010', '2026-12-06', 'sponsored.csv', sponsorDays(3)],
  ['814011', '2026-12-06', 'sponsored.csv', sponsorDays(32)],
  ['815001', '2026-12-06', 'outcomes.csv', { coursework_measure: '0.5000' }],
  ['815002', '2026-12-06', 'outcomes.csv', { coursework_measure: '0.0000' }],
  ['815003', '2026-12-06', 'outcomes.csv', { coursework_result: 'not-applicable' }],
  ['815004', '2026-11-08', 'outcomes.csv', { qmplus_minimum: '2', coursework_result: 'not-applicable' }],
  ['815009', '2027-02-07', 'sponsored.csv', { ...sponsorDays(93), sponsor_monitored_days_at_least: '49' }],
  ['816006', '2027-02-07', 'outcomes.csv', days(82)],
  ['816007', '2027-02-07', 'sponsored.csv', sponsorDays(82)],
  ['817001', '2026-12-06', 'outcomes.csv', days(53)],
  ['817001', '2026-12-06', 'sponsored.csv', { rule: '9.2', ...sponsorDays(60) }],
  ['817002', '2026-12-06', 'module-alerts.csv', { module_code: 'MAR301', measure: '0.5000', minimum: '0.6000' }],
  ['817003', '2026-11-08', 'outcomes.csv', { classes_measure: '0.6250' }],
  ['817003', '2026-11-08', 'module-alerts.csv', { module_code: 'MOD510', measure: '0.2500', contact_hold: 'no' }],
  ['817004', '2026-11-08', 'module-alerts.csv', { contact_hold: 'yes' }],
  ['817009', '2026-12-06', 'outcomes.csv', { classes_measure: '0.5000' }],
  ['818001', '2027-02-07', 'sponsored.csv', sponsorDays(60)],
  ['818002', '2027-02-07', 'sponsored.csv', sponsorDays(59)],
  ['818003', '2027-02-07', 'sponsored.csv', sponsorDays(60)],
  ['818004', '2027-08-15', 'sponsored.csv', sponsorDays(1)],
  ['818006', '2027-08-15', 'sponsored.csv', sponsorDays(60)],
  ['818007', '2027-08-15', 'sponsored.csv', sponsorDays(59)],
  ['818008', '2027-08-15', 'outcomes.csv', days(39)],
  ['818008', '2027-08-15', 'sponsored.csv', sponsorDays(60)],
  ['818010', '2027-02-07', 'outcomes.csv', { ...days(21), last_evidence_on: '2027-01-05' }],
  ['818013', '2027-02-07', 'sponsored.csv', sponsorDays(47)],
];

/** The count of 10.6. */
function days(count: number): Readonly<Record<string, string>> {
  return { monitored_days_without_evidence: `${count}` };
}

/** The count of 9.2. */
function sponsorDays(count: number): Readonly<Record<string, string>> {
  return { sponsor_monitored_days_without_evidence: `${count}` };
}

type Rows = readonly Readonly<Record<string, string>>[];

describe('each student of the School of Maritime Studies', () => {
  beforeAll(async () => {
    for (const [, at] of CHECKPOINTS) await run(at, 'outcomes', 'csv-parse');
  }, 60_000);

  const report = async (date: CheckpointDate, file: string): Promise<Rows> => {
    const sets = PLANS_AT[date].map((plan) => join(folder, 'outcomes', plan, date));
    return (await Promise.all(sets.map((set) => rowsOf(join(set, file))))).flat();
  };
  const idsIn = async (date: CheckpointDate, file: string): Promise<ReadonlySet<string>> => {
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

  it.each(OPERANDS)('%s is at %s in %s on %o', async (studentId, date, file, cells) => {
    const row = (await report(date, file)).find((it) => it['student_id'] === studentId);
    expect(row).toMatchObject(cells);
  });

  it('is found to be taught online without permission or approval where the README says so', async () => {
    const found = async (date: CheckpointDate): Promise<readonly string[]> => {
      const findings = (await report(date, 'data-quality.csv')).filter(({ code }) => code?.includes('online'));
      return findings.map(({ code, message }) => `${code} ${/\((\d+)\)/.exec(message ?? '')?.[1]}`);
    };
    const [forbidden, unapproved, unpermitted] = [
      'online-unpermitted 812011',
      'sponsored-online-unapproved 812009',
      'sponsored-online-unpermitted 812008',
    ];
    expect(await found('2026-11-08')).toEqual([forbidden, unpermitted]);
    expect(await found('2026-12-06')).toEqual([forbidden, unapproved, unpermitted]);
    expect(await found('2027-02-07')).toEqual([forbidden, unapproved, unpermitted]);
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
