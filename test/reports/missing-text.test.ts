// What is missing, by feed and cause: whole days, and events of which nobody knows who attended.
import { describe, expect, it } from 'vitest';
import type { OpenEvent } from '../../src/engagement/ledger.js';
import type { Missing } from '../../src/engagement/outcome.js';
import { lists } from '../../src/reports/listed.js';
import { daysOfGaps, daysReason, gapListings, gapsOf } from '../../src/reports/missing-text.js';
import { openEvent } from '../support/build.js';
import { clockOf, day, days, missingEvent } from './builder.js';

function textOf(missing: readonly Missing[]): string | undefined {
  return [...lists(gapListings(gapsOf(missing)), '; ')][0];
}

function gap(why: Missing['why'], from: string, to: string): Missing {
  return { feed: 'vle', why, days: days(from, to), event: null };
}

describe('days that nobody knows', () => {
  it('are told by their cause', () => {
    expect(textOf([gap('no-acts', '2013-10-07', '2013-10-07')])).toBe(
      'VLE: no records at all on 7 October 2013 (1 day)',
    );
    expect(textOf([gap('before-first-act', '2013-10-07', '2013-10-08')])).toBe(
      'VLE: the records begin too late, with nothing known from 7 to 8 October 2013 (2 days)',
    );
    expect(textOf([gap('set-aside', '2013-10-07', '2013-10-08')])).toBe(
      'VLE: set aside for this run, with nothing known from 7 to 8 October 2013 (2 days)',
    );
    expect(textOf([gap('after-last-act', '2013-10-07', '2013-10-08')])).toBe(
      'VLE: the records end too early, with nothing known from 7 to 8 October 2013 (2 days)',
    );
    const unconfirmed = ['2013-10-07', '2013-10-09'].map((on) => gap('unconfirmed-evidence', on, on));
    expect(textOf(unconfirmed)).toBe(
      'VLE: activity on 2 days from 7 to 9 October 2013 in records that the plan does not list',
    );
  });

  it('count once', () => {
    const vle = gap('after-last-act', '2013-10-07', '2013-10-08');
    const unconfirmed: Missing = { ...gap('unconfirmed-evidence', '2013-10-08', '2013-10-08'), feed: 'meetings' };
    expect(gapsOf([vle, vle, unconfirmed])).toEqual([
      { feed: 'vle', why: 'after-last-act', days: [day('2013-10-07'), day('2013-10-08')], events: [] },
      { feed: 'meetings', why: 'unconfirmed-evidence', days: [day('2013-10-08')], events: [] },
    ]);
  });
});

describe('events that are open', () => {
  const event = (over: Partial<OpenEvent> = {}, on = '2013-10-08'): Missing => {
    return missingEvent({ ...openEvent({ on, eventId: on, module: 'ENG101' }), ...over });
  };

  it('are told by their cause, the feed named once', () => {
    expect(
      textOf([
        event({ why: 'no-register', eventId: 'E1' }),
        event({ why: 'not-recorded', eventId: 'E2', type: 'seminar' }),
        event({ why: 'everyone-absent', eventId: 'E3' }),
        event({ feed: 'meetings', eventId: '', module: '', type: 'advisor' }),
        gap('no-acts', '2013-10-07', '2013-10-07'),
      ]),
    ).toBe(
      'attendance: no register of lab (ENG101) on 8 October 2013; nothing recorded for seminar (ENG101) on 8 October 2013; ' +
        'everyone marked absent at lab (ENG101) on 8 October 2013; ' +
        'meetings: nothing recorded for advisor meeting on 8 October 2013; ' +
        'VLE: no records at all on 7 October 2013 (1 day)',
    );
  });

  it('are counted where they are not named, under their own feed and cause', () => {
    const missing = [
      event({ why: 'no-register', eventId: 'E1' }),
      event({ why: 'not-recorded', eventId: 'E2' }, '2013-10-09'),
      event({ why: 'not-recorded', eventId: 'E3' }, '2013-10-10'),
      { ...gap('after-last-act', '2013-10-07', '2013-10-08'), feed: 'meetings' as const },
      event({ feed: 'meetings', eventId: '', module: '', type: 'advisor' }),
    ];
    const texts = [...lists(gapListings(gapsOf(missing)), '; ')];
    expect(texts[0]).toBe(
      'attendance: no register of lab (ENG101) on 8 October 2013; ' +
        'nothing recorded for lab (ENG101) on 9 and 10 October 2013; ' +
        'meetings: the records end too early, with nothing known from 7 to 8 October 2013 (2 days); ' +
        'nothing recorded for advisor meeting on 8 October 2013',
    );
    expect(texts).toContain(
      'attendance: no register of lab (ENG101) on 8 October 2013; nothing recorded for 2 events; ' +
        'meetings: 2 unknown days; nothing recorded for 1 meeting',
    );
  });

  it('are named in order of day, and once each', () => {
    const late = event({}, '2013-10-15');
    expect(textOf([late, event(), late])).toBe(
      'attendance: nothing recorded for lab (ENG101) on 8 and 15 October 2013',
    );
  });

  it('count as the days on which they took place', () => {
    const missing = [event({ eventId: 'E1' }), event({ eventId: 'E2' }), gap('no-acts', '2013-10-07', '2013-10-08')];
    expect(daysOfGaps(gapsOf(missing))).toEqual([day('2013-10-07'), day('2013-10-08')]);
  });
});

it('a ground of 60 days is kept open within bounds', () => {
  const clock = clockOf({ shortestMonitoredDays: 12, longestMonitoredDays: 60 });
  expect(daysReason('10.6-days', clock, [])).toBe(
    'Ground 10.6-days is not decided: 12 to 60 monitored days without evidence, depending on what is missing; it arises at 60.',
  );
  const vle = gap('after-last-act', '2013-10-30', '2013-11-03');
  const unlisted: Missing = { ...gap('unconfirmed-evidence', '2013-10-30', '2013-10-30'), feed: 'meetings' };
  expect(daysReason('9.2', clock, [unlisted])).toContain(
    'without evidence, depending on records that the plan does not list; it',
  );
  expect(daysReason('9.2', clock, [vle, unlisted])).toContain(
    'without evidence, depending on what is missing and records that the plan does not list; it',
  );
});
