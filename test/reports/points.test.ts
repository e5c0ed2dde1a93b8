// The sentences of letters: what was seen, what was expected, what was missed by name, what may help (8.3); never longer than a merge field.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IndicatorOutcome, Measured, Missed } from '../../src/engagement/outcome.js';
import type { Indicator, Plan } from '../../src/plan/plan.js';
import { LONGEST_CELL } from '../../src/reports/fitted.js';
import { pointsOf } from '../../src/reports/points.js';
import type { Row } from '../../src/reports/row.js';
import { openEvent, recency } from '../support/build.js';
import {
  day,
  dueOf,
  LABS,
  measuredOf,
  missedEvent,
  outcomeOf,
  planOf,
  rateOf,
  resultOf,
  studentOf,
  SUBMISSIONS,
  VLE,
} from './builder.js';

function rowOf(indicators: Plan['indicators'], outcomes: readonly IndicatorOutcome[]): Row {
  return {
    plan: planOf({ indicators }),
    student: studentOf('1'),
    circumstances: [],
    contacts: [],
    outcome: outcomeOf({ indicators: outcomes }),
    earlier: [],
  };
}

function pointOf(indicator: Indicator, measured: Measured, others: Partial<IndicatorOutcome> = {}): string {
  const outcome = { ...resultOf(indicator.id, 'not-met', measured), ...others };
  return pointsOf(rowOf([indicator], [outcome]))[0] ?? '';
}

function submitted(done: number, due: number, missed: readonly Missed[]): Measured {
  return rateOf(done, due, 50, { missed });
}

describe('a point of a letter', () => {
  it('says what was seen, what was expected and what helps', () => {
    expect(pointOf({ ...VLE, support: 'Ask at the library.' }, measuredOf(2, 2, 4))).toBe(
      'QMplus: active on 2 days; at least 4 expected. Ask at the library.',
    );
  });

  it('names what has not been received by the checkpoint', () => {
    expect(pointOf({ ...SUBMISSIONS, support: '' }, submitted(1, 2, [dueOf('1752', '2013-10-26')]))).toBe(
      'Submissions: 1 of 2 submitted by 3 November 2013; at least 50% expected. Not received by then: 1752 (due 26 October 2013).',
    );
  });

  it('tells what came late from what did not come, where a plan asks for submissions on time', () => {
    const missed = [dueOf('1752', '2013-10-26', 'late-submission'), dueOf('1753', '2013-11-02')];
    expect(pointOf({ ...SUBMISSIONS, support: '', isOnTimeAsked: true }, submitted(0, 2, missed))).toBe(
      'Submissions: 0 of 2 submitted on time; at least 50% expected. Received late: 1752 (due 26 October 2013). ' +
        'Not received: 1753 (due 2 November 2013).',
    );
  });

  it('names the events that were not attended', () => {
    const missed = [
      missedEvent('2013-10-08'),
      missedEvent('2013-10-15'),
      missedEvent('2013-10-16', { name: 'seminar', module: 'ENG102' }),
    ];
    expect(pointOf(LABS, rateOf(1, 4, 60, { missed }))).toBe(
      'Labs and seminars: 1 of 4 attended; at least 60% expected. ' +
        'Not attended: lab (ENG101) on 8 and 15 October 2013; seminar (ENG102) on 16 October 2013.',
    );
  });

  it('names meetings too', () => {
    const advisor: Indicator = { ...LABS, id: 'advisor', title: 'advisor', feed: 'meetings', of: 'meetings' };
    const missed: Missed[] = [{ kind: 'meeting', name: 'advisor', module: '', on: day('2013-10-10'), count: 1 }];
    expect(pointOf(advisor, rateOf(0, 1, 60, { missed }))).toBe(
      'Advisor: 0 of 1 attended; at least 60% expected. Not attended: advisor meeting on 10 October 2013.',
    );
  });

  it('says why it gives a range', () => {
    const openEvents = [openEvent({ on: '2013-10-08' }), openEvent({ on: '2013-10-15' })];
    const best = { numerator: 3, denominator: 6 };
    expect(pointOf(LABS, { ...rateOf(1, 6, 60, { openEvents }), best })).toBe(
      'Labs and seminars: 1 to 3 of 6 attended (2 not recorded); at least 60% expected.',
    );
    const unknownDays = [day('2013-11-03')];
    expect(pointOf(VLE, measuredOf(1, 2, 4, { unknownDays }))).toBe(
      'QMplus: active on 1 to 2 days (1 day not known); at least 4 expected.',
    );
    expect(pointOf(LABS, { ...rateOf(1, 6, 60, { openEvents, unknownDays }), best })).toContain(
      '(2 not recorded, 1 day not known)',
    );
  });

  it('mentions nothing open that cannot change the figure', () => {
    const openEvents = [openEvent({ on: '2013-10-08' })];
    expect(pointOf(recency(25, { title: 'classes' }), measuredOf(60, 60, 25, { openEvents }))).toBe(
      'Classes: nothing recorded for 60 days, vacations not counted; at most 25 such days expected.',
    );
    expect(pointOf(recency(25, { title: 'classes' }), measuredOf(60, 26, 25, { openEvents }))).toBe(
      'Classes: nothing recorded for 26 to 60 days, vacations not counted (1 not recorded); at most 25 such days expected.',
    );
  });

  it('would rather name one more day than suggest where to find help', () => {
    const missed = Array.from({ length: 16 }, (_, index) => missedEvent(`2013-10-${10 + index}`));
    const support = 'Your demonstrators are glad to help you catch up, and nobody needs to explain themselves first.';
    expect(pointOf({ ...LABS, support }, rateOf(0, 16, 60, { missed }))).toBe(
      'Labs and seminars: 0 of 16 attended; at least 60% expected. ' +
        'Not attended: lab (ENG101) on 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24 and 25 October 2013.',
    );
  });

  it('says so where another indicator would have been enough, and shorter where titles are long', () => {
    const pointsWith = (title: string): readonly string[] => {
      const indicators = [VLE, { ...LABS, title }];
      const outcomes = [resultOf('vle', 'not-met', measuredOf(2, 2, 4)), resultOf('labs', 'not-met', rateOf(1, 4, 60))];
      const of = indicators.map(({ id }) => ({ kind: 'indicator', indicatorId: id }) as const);
      const row = rowOf(indicators, outcomes);
      return pointsOf({ ...row, plan: { ...row.plan, rule: { kind: 'any', of } } });
    };
    expect(pointsWith('labs and seminars')).toEqual([
      'QMplus: active on 2 days; at least 4 expected. One of these is enough: QMplus, labs and seminars.',
      'Labs and seminars: 1 of 4 attended; at least 60% expected. One of these is enough: QMplus, labs and seminars.',
    ]);
    expect(pointsWith('L'.repeat(150))[1]).toBe(
      `${'L'.repeat(150)}: 1 of 4 attended; at least 60% expected. One of 2 alternatives is enough.`,
    );
  });

  it('is about what the rule fails on: not about one for which another was met in its place', () => {
    const indicators = [VLE, LABS];
    const vle = resultOf('vle', 'not-met', measuredOf(2, 2, 4));
    const labs = { ...resultOf('labs', 'not-met', rateOf(1, 4, 60)), isDeciding: false };
    expect(pointsOf(rowOf(indicators, [vle, labs]))).toEqual(['QMplus: active on 2 days; at least 4 expected.']);
    // Nothing below decides where the rule stays open.
    expect(pointsOf(rowOf(indicators, [labs]))).toEqual(['Labs and seminars: 1 of 4 attended; at least 60% expected.']);
  });

  it('names every module below the minimum, the one that decides first', () => {
    const measuredIn = (module: string, attended: number): Measured => rateOf(attended, 4, 60, { module });
    const modules = [
      { module: 'ENG101', result: 'met' as const, measured: measuredIn('ENG101', 4) },
      { module: 'ENG102', result: 'not-met' as const, measured: measuredIn('ENG102', 2) },
      { module: 'ENG103', result: 'not-met' as const, measured: measuredIn('ENG103', 1) },
    ];
    expect(pointOf({ ...LABS, scope: 'each_module' }, measuredIn('ENG103', 1), { modules })).toBe(
      'Labs and seminars: 1 of 4 attended in ENG103, 2 of 4 attended in ENG102; at least 60% expected in each module.',
    );
  });

  it('counts the modules that there is no room for', () => {
    const pointWith = (count: number, prefix = 'ENGINEERING'): string => {
      const modules = Array.from({ length: count }, (_, index) => {
        const module = `${prefix}-${100 + index}`;
        return { module, result: 'not-met' as const, measured: rateOf(1, 4, 60, { module }) };
      });
      return pointOf({ ...LABS, scope: 'each_module' }, rateOf(1, 4, 60, { module: `${prefix}-100` }), { modules });
    };
    expect(pointWith(6)).toBe(
      'Labs and seminars: 1 of 4 attended in ENGINEERING-100, 1 of 4 attended in ENGINEERING-101, ' +
        '1 of 4 attended in ENGINEERING-102, 1 of 4 attended in ENGINEERING-103, and 2 more modules; at least 60% expected in each module.',
    );
    expect(pointWith(2, 'M'.repeat(90))).toContain('M-100, and 1 more module;');
  });

  it('names as many assessments as fit, and counts the rest', () => {
    const missed = Array.from({ length: 12 }, (_, index) => dueOf(`ENG101-${index + 1}`, '2013-10-26'));
    expect(pointOf(SUBMISSIONS, submitted(0, 12, missed))).toBe(
      'Submissions: 0 of 12 submitted by 3 November 2013; at least 50% expected. Not received by then: ' +
        'ENG101-1 (due 26 October 2013), ENG101-2 (due 26 October 2013), ENG101-3 (due 26 October 2013), ' +
        'ENG101-4 (due 26 October 2013) and 8 more.',
    );
  });

  it('would rather name what was missed than suggest where to find help', () => {
    const missed = [dueOf('1752', '2013-10-26')];
    expect(pointOf({ ...SUBMISSIONS, support: 'x'.repeat(200) }, submitted(0, 1, missed))).toBe(
      'Submissions: 0 of 1 submitted by 3 November 2013; at least 50% expected. Not received by then: 1752 (due 26 October 2013).',
    );
  });

  it('leaves out the suggestion, and then cuts, where a title is long', () => {
    const support = 'Please talk to us.';
    expect(pointOf({ ...VLE, title: 'Q'.repeat(205), support }, measuredOf(2, 2, 4))).toMatch(
      /Q: active on 2 days; at least 4 expected\.$/,
    );
    const cut = pointOf({ ...VLE, title: 'Q'.repeat(300), support }, measuredOf(2, 2, 4));
    expect(cut).toBe(`${'Q'.repeat(LONGEST_CELL - 1)}…`);
  });

  it('is the last of four where more indicators are unmet, and names them', () => {
    const indicators = ['A', 'B', 'C', 'D', 'E'].map((title) => ({ ...VLE, id: title.toLowerCase(), title }));
    const outcomes = indicators.map(({ id }) => resultOf(id, 'not-met', measuredOf(2, 2, 4)));
    expect(pointsOf(rowOf(indicators.slice(0, 4), outcomes))[3]).toBe('D: active on 2 days; at least 4 expected.');
    const points = pointsOf(rowOf(indicators, outcomes));
    expect(points.slice(2)).toEqual(['C: active on 2 days; at least 4 expected.', 'Also less than expected: D, E.']);
  });

  it('fits a merge field whatever is missed and whatever it is called', () => {
    const name = fc.string({ maxLength: 60 });
    const event = fc.record({ name, module: name, on: fc.integer({ min: 0, max: 60 }), count: fc.nat(3) });
    fc.assert(
      fc.property(name, name, fc.array(event, { maxLength: 40 }), (title, support, events) => {
        const missed = events.map((it) =>
          missedEvent('2013-10-08', { ...it, on: day('2013-10-08'), count: it.count + 1 }),
        );
        expect(pointOf({ ...LABS, title, support }, rateOf(0, 40, 60, { missed })).length).toBeLessThanOrEqual(255);
      }),
      { numRuns: 200 },
    );
  });
});
