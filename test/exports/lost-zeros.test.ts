// Leading zeros that a spreadsheet took from ids: refused alike by both readers, in whichever file they were lost.
import { describe, expect, test } from 'vitest';
import { faultsOf, findingsOf, refusalOf, withFolder } from './workspace.js';

const CODE = 'ids-lost-zeros';

function students(...ids: readonly string[]): string {
  const rows = ids.map((id) => `${id},ECS,P1,taught,2025-09-22,enrolled\n`);
  return `student_id,school,programme_code,programme_type,starts_on,status\n${rows.join('')}`;
}

function vle(...ids: readonly string[]): string {
  return `student_id,occurred_at\n${ids.map((id) => `${id},2025-10-01\n`).join('')}`;
}

/** Every other table that names students, with one row of this one. */
const TABLES: Readonly<Record<string, (id: string) => string>> = {
  activities: (id) => `student_id,occurred_at\n${id},2025-10-01\n`,
  allocations: (id) => `student_id,event_id\n${id},E1\n`,
  attendance: (id) => `student_id,event_id,starts_at,status\n${id},E1,2025-10-01T09:00,present\n`,
  circumstances: (id) => `student_id,kind,from\n${id},contact-hold,2025-10-01\n`,
  contacts: (id) => `student_id,contacted_on\n${id},2025-10-01\n`,
  lecture_capture: (id) => `student_id,occurred_at\n${id},2025-10-01\n`,
  meetings: (id) => `student_id,held_at\n${id},2025-10-01\n`,
  module_enrolments: (id) => `student_id,module_code\n${id},M1\n`,
  submissions: (id) => `student_id,assessment_id,due_at\n${id},A1,2025-10-01\n`,
  vle,
};

test.each(Object.entries(TABLES))('in %s', async (table, rows) => {
  const one = { 'students.csv': students('0001', '0002'), [`${table}.csv`]: rows('1') };
  expect(await faultsOf(one)).toEqual([`${CODE} ${table}.csv student_id`]);
  const other = { 'students.csv': students('1', '2'), [`${table}.csv`]: rows('0001') };
  expect(await faultsOf(other)).toEqual([`${CODE} ${table}.csv student_id`]);
});

test('of each file, how many ids and the first of them', async () => {
  const files = {
    'students.csv': students('0001', '0002', '0003'),
    'submissions.csv': 'student_id,assessment_id,due_at\n03,A1,2025-10-01\n',
    'vle-1.csv': vle('0001', '0002', '0002'),
    'vle-2.csv': vle('2', '1', '2', 'nobody'),
  };
  await withFolder(files, async (folder) => {
    const { faults, exitCode } = await refusalOf(folder, 'duckdb');
    expect(exitCode).toBe(3);
    expect(faults.map(({ message, count }) => [message, count])).toEqual([
      [expect.stringContaining('for example "03" here and "0003" in the students table'), 1],
      [expect.stringContaining('2 ids have lost leading zeros in this file, for example "1" here and "0001" in'), 2],
    ]);
  });
  expect(await faultsOf(files)).toEqual([`${CODE} submissions.csv student_id`, `${CODE} vle-2.csv student_id ×2`]);
});

test('the file to export again is the one with the shorter ids', async () => {
  await withFolder({ 'students.csv': students('1'), 'vle.csv': vle('0001') }, async (folder) => {
    const [only] = (await refusalOf(folder, 'csv-parse')).faults;
    expect(only?.message).toContain('lost leading zeros in the students table, for example "0001" here and "1" there');
    expect(only?.hint).toMatch(/^Export the students table again/);
  });
  await withFolder({ 'students.csv': students('0001'), 'vle.csv': vle('1') }, async (folder) => {
    expect((await refusalOf(folder, 'csv-parse')).faults[0]?.hint).toMatch(/^Export this file again/);
  });
});

test.each([
  ['leading zeros', ['1', '0002', '0001'], ['ids-alike students.csv 3 student_id']],
  ['capitals', ['ab1', 'AB1', 'aB1'], ['ids-alike students.csv 2 student_id', 'ids-alike students.csv 3 student_id']],
  ['both', ['0b1', 'B1'], ['ids-alike students.csv 2 student_id']],
  ['zeros alone', ['0', '000'], ['ids-alike students.csv 2 student_id']],
])('students whose ids differ in %s alone are refused', async (_, ids, faults) => {
  expect(await faultsOf({ 'students.csv': students(...ids) })).toEqual(faults);
});

describe('no sign', () => {
  const UNKNOWN = 'rows-of-unknown-students';

  test('an id that is nobody’s, whatever its zeros', async () => {
    expect(await findingsOf({ 'students.csv': students('0001'), 'vle.csv': vle('0002', '2', 'A1') })).toEqual([
      `${UNKNOWN} ×3`,
    ]);
  });

  test('where the same file has the student under their own id', async () => {
    const both = { 'students.csv': students('0001', '0002'), 'vle.csv': vle('1', '0001') };
    expect(await findingsOf(both)).toEqual([UNKNOWN]);
    const apart = { 'students.csv': students('0001', '0002'), 'vle-1.csv': vle('0001'), 'vle-2.csv': vle('1') };
    expect(await faultsOf(apart)).toEqual([`${CODE} vle-2.csv student_id`]);
  });

  test('zeros within or after an id, and ids of zeros alone that are known', async () => {
    expect(await findingsOf({ 'students.csv': students('1010', '0'), 'vle.csv': vle('11', '101', '0') })).toEqual([
      `${UNKNOWN} ×2`,
    ]);
    expect(await faultsOf({ 'students.csv': students('0'), 'vle.csv': vle('000') })).toEqual([
      `${CODE} vle.csv student_id`,
    ]);
  });

  test('faulty cells are told first', async () => {
    const files = { 'students.csv': students('0001'), 'vle.csv': `${vle('1')}1,yesterday\n` };
    expect(await faultsOf(files)).toEqual(['cell-invalid vle.csv 2 occurred_at']);
  });
});
