// One line for each thing that the data could not decide.
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Missing, Outcome } from '../../src/engagement/outcome.js';
import type { Sponsorship } from '../../src/engagement/sponsorship.js';
import { buildReports } from '../../src/reports/build.js';
import { openEvent } from '../support/build.js';
import {
  assessedOf,
  days,
  inputOf,
  missingEvent,
  monthAttendance,
  monthOf,
  outcomeOf,
  sponsorshipOf,
  studentOf,
} from './builder.js';

function withheldOf(some: Partial<Outcome>): readonly Readonly<Record<string, string>>[] {
  const reports = buildReports(inputOf([assessedOf(studentOf('1'), [outcomeOf(some)])])).reports;
  return parse(reports.find(({ file }) => file === 'withheld.csv')?.content ?? '', { bom: true, columns: true });
}

describe('withheld.csv', () => {
  it('has no line for what is decided', () => {
    expect(withheldOf({ grounds: ['10.6-days'] })).toEqual([]);
  });

  it('has a line for a withheld ground whatever the classification', () => {
    const sponsorship = sponsorshipOf({ groundsWithheld: ['9.2'] });
    const lines = withheldOf({ classification: 'engaged', groundsWithheld: ['9.2', '10.6-days'], sponsorship });
    expect(lines.map((line) => [line['classification'], line['withheld']])).toEqual([
      ['engaged', '9.2'],
      ['engaged', '10.6-days'],
    ]);
  });

  it('says which months leave a ground of 9.1 open, as far as there is room', () => {
    const open = monthAttendance(600, 800);
    const months = [8, 9, 10].map((month) => {
      return monthOf(`2013-0${month}-01`.replace('010', '10'), `2013-0${month}-28`.replace('010', '10'), 0, {
        attendance: open,
      });
    });
    const reasonOf = (some: Partial<Sponsorship>): string | undefined => {
      const sponsorship = sponsorshipOf({ clause: '9.1', groundsWithheld: ['9.1'], ...some });
      return withheldOf({ groundsWithheld: ['9.1'], sponsorship })[0]?.['reason'];
    };
    expect(reasonOf({ months })).toBe(
      'Ground 9.1 is not decided: attendance was 60% to 80% in August 2013, 60% to 80% in September 2013, 60% to 80% in October 2013, depending on what is missing; it arises with three months in a row below 70%.',
    );
    expect(reasonOf({ months: [...months, ...months] })).toContain(
      ' and 2 more, depending on what is missing; it arises',
    );
    expect(reasonOf({ withheldBecause: 'attendance-unlisted' })).toBe(
      'Ground 9.1 is not decided: the plan does not list attendance.',
    );
  });

  it('has no line for the process where the classification decides it', () => {
    const sponsorship = sponsorshipOf({ clause: '9.1', process: 'withheld' });
    const what = (some: Partial<Outcome>) => withheldOf({ sponsorship, ...some }).map((line) => line['withheld']);
    expect(what({})).toEqual(['process']);
    expect(what({ classification: 'low-engagement', process: 'non-engagement' })).toEqual([]);
    expect(what({ classification: 'withheld' })).toEqual(['classification', 'process']);
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
