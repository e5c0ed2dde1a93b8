// One line for each thing that the data could not decide.
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Missing, Outcome } from '../../src/engagement/outcome.js';
import { buildReports } from '../../src/reports/build.js';
import { openEvent } from '../support/build.js';
import { assessedOf, days, inputOf, missingEvent, outcomeOf, studentOf } from './builder.js';

function withheldOf(some: Partial<Outcome>): readonly Readonly<Record<string, string>>[] {
  const reports = buildReports(inputOf([assessedOf(studentOf('1'), [outcomeOf(some)])])).reports;
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

  it('names open events beside unknown days, as far as there is room', () => {
    const events = Array.from({ length: 20 }, (_, index) => {
      return missingEvent(openEvent({ on: '2013-10-08', eventId: `E${index}`, module: `MODULE-${index}` }));
    });
    const vle: Missing = { feed: 'vle', why: 'no-acts', days: days('2013-11-01', '2013-11-02'), event: null };
    const [line] = withheldOf({ classification: 'withheld', missing: [vle, ...events] });
    expect(line).toMatchObject({
      feed: 'vle;attendance',
      missing:
        'VLE: no records at all from 1 to 2 November 2013 (2 days); ' +
        'attendance: nothing recorded for lab (MODULE-0) on 8 October 2013, lab (MODULE-1) on 8 October 2013, ' +
        'lab (MODULE-2) on 8 October 2013, lab (MODULE-3) on 8 October 2013 and 16 more',
      unknown_from: '2013-10-08',
      unknown_to: '2013-11-02',
      unknown_days: '3',
    });
  });
});
