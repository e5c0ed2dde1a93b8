// `checkpoint explain` from outside: one student's outcome, down to file and record.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Explanation } from '../../src/reports/explanation.js';
import { command, planYaml, STUDENTS, tidy, VLE, type Said } from './command.js';

function explain(folder: string, studentId: string, ...more: readonly string[]): Promise<Said> {
  const plans = more.some((it) => it.endsWith('.yaml')) ? [] : [join(folder, 'plans/ENG.yaml')];
  return command([
    'explain',
    studentId,
    ...plans,
    '--at',
    'week_3',
    '--exports',
    join(folder, 'exports'),
    '--reader',
    'csv-parse',
    ...more,
  ]);
}

const coursework = {
  'plans/ENG.yaml': planYaml({
    feeds: '[vle, submissions]',
    indicators:
      '{ qmplus: { title: QMplus, feed: vle, measure: active_days, minimum: 2 }, work: { title: coursework, feed: submissions, measure: rate, minimum: 50% } }',
    rule: '{ any: [qmplus, work] }',
  }),
  'exports/submissions.csv': `student_id,assessment_id,due_at,extended_to,submitted_at
0002,A1,2026-10-05,2026-10-08,
0002,A2,2026-10-12,,2026-10-01
0002,A3,2026-10-16,,2026-10-19
0002,A4,2026-11-16,,
`,
  'exports/vle-2.csv': 'student_id,occurred_at,component\n0002,2026-10-12T11:00,forum\n0002,2026-10-19T11:00,forum\n',
  'exports/module_enrolments.csv': 'student_id,module_code,from,to\n0002,M1,2026-09-28,\n',
};

test('every figure, and every record behind it', async () => {
  const { code, out } = await explain(tidy(coursework), '0002');
  expect(code).toBe(0);
  expect(out).toBe(`0002  Ben Sato
School of Engineering (ENG), week_3, Sunday 18 October 2026

Outcome
  low-engagement
  Below the minimum. QMplus: active on 1 day; at least 2 expected. Coursework: 1 of 3 submitted; at least 50% expected. Not received: A1 (due 8 October 2026), A3 (due 16 October 2026).
  enters the non-engagement process (10.5)

Days
  window 2026-09-28 to 2026-10-18, 21 monitored days
  of these the student’s: 2026-09-28 to 2026-10-18, 21 monitored days
  enrolled, started 2026-09-28 (students.csv, record 2)

Rule
  QMplus or coursework: not-met

QMplus (7.1c): not-met
  active on 1 day; at least 2 expected
  would have met it: an act on 1 more day
  2026-10-12  vle-2.csv, record 1

coursework (7.1b): not-met
  1 of 3 submitted; at least 50% expected
  would have met it: 1 more submission
  A1, due 2026-10-08 (extended): not submitted by the checkpoint
  A2, due 2026-10-12: submitted 2026-10-01
  A3, due 2026-10-16: not submitted by the checkpoint
  2026-10-01  submissions.csv, record 2
  2026-10-05  submissions.csv, record 1
  2026-10-19  submissions.csv, record 3

Clock (10.6)
  last evidence Monday 12 October 2026
  day 0 is 2026-10-12 (the last evidence): 6 days since, 6 of them monitored
  60 monitored days without evidence are reached on Friday 11 December 2026

Year so far
  2026-10-18  week_3: low-engagement

Records of this student
  evidence in the window: 2 records
    2026-10-01  submissions.csv, record 2
    2026-10-12  vle-2.csv, record 1
  after the checkpoint: ignored: 3 records
    2026-10-19  submissions.csv, record 3
    2026-10-19  vle-2.csv, record 2
    2026-11-16  submissions.csv, record 4
  repeated from another file: counted once, there: 1 record
    2026-10-12  vle.csv, record 3
  due and not submitted, or an entry that counts no act: 1 record
    2026-10-05  submissions.csv, record 1

`);
});

test('--json holds the same', async () => {
  const { out } = await explain(tidy(coursework), '0002', '--json');
  const it = JSON.parse(out) as Explanation;
  expect(it).toMatchObject({
    schema_version: 1,
    reader: 'csv-parse',
    student: { student_id: '0002', file: 'students.csv', record: 2 },
    plan: { name: 'ENG' },
    checkpoint: { id: 'week_3', date: '2026-10-18', ad_hoc: false },
    student_window: { from: '2026-09-28', to: '2026-10-18' },
    classification: 'low-engagement',
    rule: { text: 'QMplus or coursework', result: 'not-met' },
    clock: { day_0: '2026-10-12', day_0_because: 'evidence', monitored_days: 6, monitored_days_at_least: 6 },
    grounds: [],
    history: [{ checkpoint: 'week_3', classification: 'low-engagement' }],
    module_enrolments: [{ module_code: 'M1', from: '2026-09-28', to: null, file: 'module_enrolments.csv', record: 1 }],
  });
  expect(it.indicators[0]?.measured).toMatchObject({
    measure: '1',
    best_case: '1',
    minimum: '2',
    would_have_met: 'an act on 1 more day',
    records: [{ file: 'vle-2.csv', record: 1, date: '2026-10-12' }],
  });
  expect(it.indicators[1]?.measured).toMatchObject({ measure: '0.3333', minimum: '0.5000' });
  expect(it.records).toHaveLength(7);
});

test('a student who is not assessed, and one whom nothing names', async () => {
  const students = `${STUDENTS}0003,Cy,Lo,cy@example.ac.uk,ENG,P1,research,2026-09-28,enrolled\n0004,Di,Ek,di@example.ac.uk,ENG,P1,taught,2026-11-28,enrolled\n`;
  const folder = tidy({ 'exports/students.csv': students });
  const research = (await explain(folder, '0003')).out;
  expect(research).toContain('not-assessed (research)');
  expect(research).toContain('no clock runs, because the student is not assessed');
  expect(research).toContain('no export names this student');
  expect((await explain(folder, '0004')).out).toContain('none of them is this student’s');
});

test('what is missing, and what it could hide', async () => {
  const stale = tidy({ 'exports/vle.csv': `${VLE.split('\n').slice(0, 3).join('\n')}\n` });
  const { out, err } = await explain(stale, '0002');
  expect(out).toContain('withheld\n');
  expect(out).toContain('not known on 5 days: 2026-10-14, 2026-10-15');
  expect(out).toContain(
    'vle, 2026-10-14 to 2026-10-18: after the last act of anybody in the exports and the plan’s tolerance',
  );
  expect(out).toContain('reached on Thursday 26 November 2026, unless what is missing holds some');
  expect(err).toBe('');
});

describe('who cannot be explained', () => {
  test('an unknown student is 3', async () => {
    const { code, err } = await explain(tidy(), '1');
    expect(code).toBe(3);
    expect(err).toContain('No student 1 stands in students.csv.\n  → Ids are text: check leading zeros.');
  });

  test('one of no plan is 2', async () => {
    const folder = tidy({ 'plans/ENG.yaml': planYaml({ students: '{ school: LAW }' }) });
    const { code, err } = await explain(folder, '0001');
    expect(code).toBe(2);
    expect(err).toContain('Student 0001 (school ENG) belongs to none of the plans.');
  });

  test('one of two plans is 2', async () => {
    const folder = tidy({ 'plans/UG.yaml': planYaml({ plan: 'UG' }) });
    const plans = ['ENG', 'UG'].map((name) => join(folder, `plans/${name}.yaml`));
    const { code, err } = await explain(folder, '0001', ...plans);
    expect(code).toBe(2);
    expect(err).toContain('Student 0001 is claimed by ENG and UG.');
  });

  test('a statement for the student is not there yet', async () => {
    const { code, err } = await explain(tidy(), '0001', '--statement');
    expect(code).toBe(2);
    expect(err).toContain('--statement is not supported by this version.');
  });
});
