// Which registers to ask for, whom each leaves undecided, and in which order.
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { OpenEvent } from '../../src/engagement/ledger.js';
import type { Outcome } from '../../src/engagement/outcome.js';
import { buildReports } from '../../src/reports/build.js';
import { openEvent } from '../support/build.js';
import { assessedOf, inputOf, missingEvent, outcomeOf, studentOf } from './builder.js';

type Line = Readonly<Record<string, string>>;

function linesOf(...outcomes: readonly Partial<Outcome>[]): readonly Line[] {
  const assessed = outcomes.map((some, index) => assessedOf(studentOf(`${index}`), [outcomeOf(some)]));
  const report = buildReports(inputOf(assessed)).reports.find(({ file }) => file === 'registers-to-chase.csv');
  return parse(report?.content ?? '', { bom: true, columns: true });
}

function withheldBy(...events: readonly OpenEvent[]): Partial<Outcome> {
  return { classification: 'withheld', openEvents: events, missing: events.map(missingEvent) };
}

const lab = openEvent({
  on: '2013-10-08',
  eventId: 'L1',
  why: 'no-register',
  source: { file: 'timetable.csv', record: 12 },
});

describe('registers-to-chase.csv', () => {
  it('has a row for each event, with the record of the timetable', () => {
    expect(linesOf(withheldBy(lab), { openEvents: [lab] }, {})).toEqual([
      {
        module_code: 'M1',
        event_id: 'L1',
        event_type: 'lab',
        starts_on: '2013-10-08',
        starts_at: '10:00',
        why: 'no-register',
        students: '2',
        students_undecided: '1',
        file: 'timetable.csv',
        record: '12',
      },
    ]);
  });

  it('leaves blank what is not known of it', () => {
    const [line] = linesOf({ openEvents: [{ ...lab, source: null, starts: { ...lab.starts, minute: null } }] });
    expect(line).toMatchObject({ starts_at: '', file: '', record: '' });
  });

  it('counts as undecided only those of whom something is withheld that the event could decide', () => {
    const other = openEvent({ on: '2013-10-09', eventId: 'L2' });
    const ground = { groundsWithheld: ['10.6-days' as const], missingForGrounds: [missingEvent(lab)] };
    const lines = linesOf(
      withheldBy(lab),
      ground,
      { ...ground, openEvents: [lab] },
      { ...withheldBy(other), openEvents: [lab, other] },
      { openEvents: [lab] },
    );
    expect(lines.map((line) => [line['event_id'], line['students'], line['students_undecided']])).toEqual([
      ['L1', '5', '3'],
      ['L2', '1', '1'],
    ]);
  });

  it('is about registers, not about meetings', () => {
    expect(linesOf(withheldBy(openEvent({ on: '2013-10-08', feed: 'meetings', eventId: '' })))).toEqual([]);
  });

  it('says every reason that there is for one event', () => {
    const lines = linesOf(
      { openEvents: [{ ...lab, why: 'everyone-absent' }] },
      { openEvents: [{ ...lab, why: 'not-recorded' }] },
    );
    expect(lines.map((line) => line['why'])).toEqual(['not-recorded;everyone-absent']);
  });

  it('begins with those that leave most undecided, then goes by module, start and id', () => {
    const event = (eventId: string, module: string, on: string, minute: number | null): OpenEvent => {
      const starts = { day: openEvent({ on }).starts.day, minute };
      return { ...openEvent({ on, eventId, module }), starts };
    };
    const inOrder = [
      event('Z', 'M9', '2013-10-31', 600),
      event('F', 'M1', '2013-10-08', null),
      event('E', 'M1', '2013-10-08', 0),
      event('C', 'M1', '2013-10-08', 540),
      event('D', 'M1', '2013-10-08', 540),
      event('B', 'M1', '2013-10-09', 540),
      event('A', 'M2', '2013-10-01', 540),
    ];
    const [first] = inOrder;
    const lines = linesOf({ openEvents: [...inOrder].reverse() }, first === undefined ? {} : withheldBy(first));
    expect(lines.map((line) => line['event_id'])).toEqual(inOrder.map(({ eventId }) => eventId));
  });
});
