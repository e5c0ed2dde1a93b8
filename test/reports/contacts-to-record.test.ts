// The prefilled contacts: completed after sending, the program reads them back, and counts them at the next checkpoint.
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { buildReports } from '../../src/reports/build.js';
import { open, withFolder } from '../exports/workspace.js';
import { assessedOf, day, earlierOf, inputOf, outcomeOf, studentOf } from './builder.js';

const LOW = outcomeOf({ classification: 'low-engagement' });
const NON = outcomeOf({ classification: 'non-engagement' });

const ASSESSED = [
  assessedOf(studentOf('007'), [earlierOf({ classification: 'low-engagement' }), NON]),
  assessedOf(studentOf('001'), [LOW]),
  assessedOf(studentOf('002'), [outcomeOf()]),
  assessedOf(studentOf('003', { category: 'associate' }), [LOW]),
];

function contentOf(assessed = ASSESSED): string {
  const reports = buildReports(inputOf(assessed)).reports;
  return reports.find(({ file }) => file === 'contacts-to-record.csv')?.content ?? '';
}

describe('contacts-to-record.csv', () => {
  it('has a row for each student of the two letter lists, with what is known before sending', () => {
    const blank = { contacted_on: '', channel: '', responded_on: '', outcome: '' };
    expect(parse(contentOf(), { bom: true, columns: true })).toEqual([
      { student_id: '001', checkpoint: 'week_8', stage: '1', ...blank },
      { student_id: '007', checkpoint: 'week_8', stage: '2', ...blank },
    ]);
  });

  it('calls an ad-hoc date so', () => {
    const content = contentOf([assessedOf(studentOf('001'), [{ ...LOW, isAdHoc: true }])]);
    expect(content).toContain('"001","","ad-hoc","1"');
  });

  it('is read back as contacts once the dates are filled', async () => {
    const completed = contentOf().replaceAll(/","","week_8"/g, '","2013-11-05","week_8"');
    const students = ['001', '007'].map((id) => `${id},ENG,P1,taught,2013-09-02,enrolled\n`).join('');
    const files = {
      'students.csv': `student_id,school,programme_code,programme_type,starts_on,status\n${students}`,
      'vle.csv': 'student_id,occurred_at\n001,2013-10-08\n',
      'contacts-to-record.csv': completed,
    };
    await withFolder(files, async (folder) => {
      const exports = await open(folder, 'csv-parse');
      await exports.close();
      expect(exports.contacts).toMatchObject([
        { studentId: '001', contactedOn: day('2013-11-05'), checkpoint: 'week_8', stage: '1', respondedOn: null },
        { studentId: '007', contactedOn: day('2013-11-05'), checkpoint: 'week_8', stage: '2', respondedOn: null },
      ]);
    });
  });
});
