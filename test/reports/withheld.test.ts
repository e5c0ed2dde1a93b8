// One line for each thing that the data could not decide.
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/engagement/outcome.js';
import { buildReports } from '../../src/reports/build.js';
import { inputOf, outcomeOf, studentOf } from './builder.js';

function withheldOf(some: Partial<Outcome>): readonly Readonly<Record<string, string>>[] {
  const reports = buildReports(inputOf([{ student: studentOf('1'), history: [outcomeOf(some)] }])).reports;
  return parse(reports.find(({ file }) => file === 'withheld.csv')?.content ?? '', { bom: true, columns: true });
}

describe('withheld.csv', () => {
  it('has no line for what is decided', () => {
    expect(withheldOf({ grounds: ['10.6-days'] })).toEqual([]);
  });

  it('has a line for a withheld ground whatever the classification', () => {
    const lines = withheldOf({ classification: 'engaged', groundsWithheld: ['9.1', '10.6-days'] });
    expect(lines.map((line) => [line['classification'], line['withheld']])).toEqual([
      ['engaged', '9.1'],
      ['engaged', '10.6-days'],
    ]);
  });

  it('says so where what is missing lies before the window', () => {
    const [line] = withheldOf({ classification: 'withheld', missing: [] });
    expect(line).toMatchObject({
      withheld: 'classification',
      feed: '',
      missing: 'records from before the window',
      unknown_from: '',
      unknown_to: '',
      unknown_days: '0',
    });
  });
});
