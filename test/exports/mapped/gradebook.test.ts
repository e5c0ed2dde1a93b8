// A gradebook names what is handed in and never when: what its source does not say is asked, and nobody is missed by it.
import { describe, expect, test } from 'vitest';
import { readMapped } from './read-mapped.js';

const HEAD =
  'First name,ID number,Assignment: Lab (Real),Assignment: Lab (Letter),Lab total (Real),Course total (Real)\n';

function readGrade(grade: string, due = '2026-11-05T17:00') {
  const yaml = `
sources:
  grades:
    files: 'ENG401 Grades*.csv'
    mapping: moodle-gradebook
    columns: { due_at: { column: item, values: { ${due === '' ? 'Another' : "'Assignment: Lab (Real)'"}: ${due || '2026-11-05T17:00'} } } }
`;
  return readMapped(yaml, { 'ENG401 Grades.csv': `${HEAD}Ana,0001,"${grade}",A,90.00,90.00\n` });
}

describe('a grade', () => {
  test.each(['0.01', '1', '65.00', '65,00', '100.00'])('of %s was handed in, on the day it was due', async (grade) => {
    const { records } = await readGrade(grade);
    expect(records).toEqual(['ENG401 Grades.csv 1: 2026-11-05 17:00 ENG401 ×1 done']);
  });

  test.each(['', '-', '0', '0.00', '0,00', '-1.00', 'Pass', '65 %'])('of "%s" says nothing', async (grade) => {
    const { records, rows } = await readGrade(grade);
    expect([records, rows.map(({ setAside }) => setAside)]).toEqual([[], [1]]);
  });
});

describe('an item', () => {
  test('without a due date is set aside where the source says so', async () => {
    const { records, rows } = await readGrade('65.00', 'none');
    expect([records, rows.map(({ setAside }) => setAside)]).toEqual([[], [1]]);
  });

  test('that the source does not name is asked about, unless nobody has a grade for it', async () => {
    await expect(readGrade('65.00', '')).rejects.toMatchObject({
      faults: [{ code: 'value-not-mapped', message: expect.stringContaining('Assignment: Lab (Real)') as string }],
    });
    expect((await readGrade('-', '')).records).toEqual([]);
  });
});
