// Every measure at its minimum, one below and one above; first and last days; proration; bounds.
import { describe, expect, test } from 'vitest';
import { whole } from '../../src/engagement/fraction.js';
import type { Indicator } from '../../src/plan/plan.js';
import type { IndicatorOutcome } from '../../src/engagement/outcome.js';
import {
  activeDays,
  d,
  due,
  KNOWN,
  ledger,
  plan,
  recency,
  student,
  submissionRate,
  type ActSpec,
} from '../support/build.js';
import { outcomeAt, type Case } from '../support/judge.js';

function measured(indicator: Indicator, acts: readonly ActSpec[], it: Case = {}): IndicatorOutcome | undefined {
  return outcomeAt('2026-10-18', { plan: plan({ indicators: [indicator] }), ledger: ledger(acts, [], KNOWN), ...it })
    .indicators[0];
}

const onDays = (...days: string[]): ActSpec[] => days.map((on) => ({ on }));

describe('active days', () => {
  test.each([
    [['2026-09-28', '2026-10-18'], 2, 'not-met'],
    [['2026-09-28', '2026-10-01', '2026-10-18'], 3, 'met'],
    [['2026-09-28', '2026-10-01', '2026-10-02', '2026-10-18'], 4, 'met'],
    [['2026-09-27', '2026-10-01', '2026-10-02', '2026-10-19'], 2, 'not-met'],
    [['2026-10-01', '2026-10-01', '2026-10-01'], 1, 'not-met'],
  ])('%j are %i of at least 3: %s', (days, count, result) => {
    expect(measured(activeDays(3), onDays(...days))).toMatchObject({
      result,
      measured: { worst: whole(count), best: whole(count), threshold: whole(3) },
    });
  });

  test('only the types that the indicator names', () => {
    const acts = [
      { on: '2026-10-01', type: 'quiz' },
      { on: '2026-10-02', type: 'forum' },
    ];
    expect(measured(activeDays(1, { only: ['quiz'] }), acts)?.measured?.worst).toEqual(whole(1));
  });

  test('what was missed or authorised is no evidence; what was done remotely is', () => {
    const acts = (['missed', 'authorised', 'done-remotely'] as const).map((standing, index) => ({
      on: `2026-10-0${index + 1}`,
      standing,
    }));
    expect(measured(activeDays(1), acts)?.measured?.worst).toEqual(whole(1));
  });
});

test('count adds up the acts, on whatever days', () => {
  const acts = [
    { on: '2026-10-01', acts: 4 },
    { on: '2026-10-01', type: 'quiz', acts: 2 },
    { on: '2026-10-19', acts: 9 },
  ];
  const count = activeDays(6, { measure: 'count' });
  expect(measured(count, acts)).toMatchObject({ result: 'met', measured: { worst: whole(6) } });
});

test('active weeks run Monday to Sunday', () => {
  const weeks = activeDays(2, { measure: 'active_weeks' });
  expect(measured(weeks, onDays('2026-09-28', '2026-10-04'))?.measured?.worst).toEqual(whole(1));
  expect(measured(weeks, onDays('2026-10-04', '2026-10-05'))?.measured?.worst).toEqual(whole(2));
});

describe('proration to the share of the monitored days', () => {
  // The window has 21 days; a minimum of 6 asks for floor(6 × share).
  test.each([
    ['2026-09-28', 21, 6],
    ['2026-09-29', 20, 5],
    ['2026-10-05', 14, 4],
    ['2026-10-12', 7, 2],
  ])('starting on %s, with %i of 21 days, %i are asked for', (startsOn, days, minimum) => {
    const outcome = outcomeAt('2026-10-18', {
      plan: plan({ indicators: [activeDays(6)] }),
      student: student({ startsOn: d(startsOn) }),
    });
    expect(outcome.studentMonitoredDays).toBe(days);
    expect(outcome.indicators[0]?.measured).toMatchObject({ threshold: whole(minimum) });
    expect(outcome.indicators[0]?.measured?.plannedThreshold).toBe(minimum === 6 ? undefined : 6);
  });

  test('never below 1, and not at all where the plan says so', () => {
    const late = { student: student({ startsOn: d('2026-10-12') }) };
    expect(measured(activeDays(2), [], late)?.measured?.threshold).toEqual(whole(1));
    expect(measured(activeDays(2, { isProrated: false }), [], late)?.measured?.threshold).toEqual(whole(2));
  });
});

describe('submissions due in the window', () => {
  const rate = (
    dues: Parameters<typeof due>[0][],
    only: readonly string[] | null = null,
  ): IndicatorOutcome | undefined => {
    return outcomeAt('2026-10-18', {
      plan: plan({ indicators: [submissionRate('50%', { only })] }),
      ledger: ledger(
        [],
        dues.map((it, index) => due({ assessmentId: `A${index}`, ...it })),
        KNOWN,
      ),
    }).indicators[0];
  };
  const submitted = { due: '2026-10-10', submitted: '2026-10-09' };
  const open = { due: '2026-10-10' };

  test.each([
    [[submitted, open, open], 1, 3, 'not-met'],
    [[submitted, open], 1, 2, 'met'],
    [[submitted, submitted, open], 2, 3, 'met'],
  ])('%j', (dues, numerator, denominator, result) => {
    expect(rate(dues)).toMatchObject({ result, measured: { worst: { numerator, denominator } } });
  });

  test.each([
    ['2026-09-27', 'not-applicable'],
    ['2026-09-28', 'not-met'],
    ['2026-10-18', 'not-met'],
    ['2026-10-19', 'not-applicable'],
  ])('due on %s: %s', (dueOn, result) => {
    expect(rate([{ due: dueOn }])?.result).toBe(result);
  });

  test('late is submitted, up to the checkpoint date and not after', () => {
    expect(rate([{ due: '2026-10-01', submitted: '2026-10-18' }])?.result).toBe('met');
    expect(rate([{ due: '2026-10-01', submitted: '2026-10-19' }])?.result).toBe('not-met');
  });

  test('an early submission counts in the window in which it is due', () => {
    expect(rate([{ due: '2026-10-01', submitted: '2026-09-01' }])?.result).toBe('met');
  });

  test('an extension moves the due day, but never forward in the student’s disfavour', () => {
    expect(rate([{ due: '2026-10-10', extendedTo: '2026-10-19' }])?.result).toBe('not-applicable');
    expect(rate([{ due: '2026-10-10', extendedTo: '2026-10-09' }])?.measured?.missed[0]?.on).toBe(d('2026-10-10'));
  });

  test('only the kinds that the indicator names', () => {
    expect(rate([open, { ...submitted, type: 'formative' }], ['formative'])?.result).toBe('met');
  });

  test('what is missing is named', () => {
    expect(rate([open])?.measured?.missed).toEqual([
      { kind: 'submission', name: 'A0', module: 'M1', on: d('2026-10-10'), count: 1 },
    ]);
  });
});

describe('recency: monitored days since the last evidence of the kind', () => {
  test.each([
    ['2026-10-15', 3, 'met'],
    ['2026-10-14', 4, 'met'],
    ['2026-10-13', 5, 'not-met'],
  ])('last on %s, at most 4 days before 18 October', (on, days, result) => {
    expect(measured(recency(4), onDays(on))).toMatchObject({ result, measured: { worst: whole(days) } });
  });

  test('looks back before the window, never before the start of teaching', () => {
    const late = { on: '2026-11-08', plan: plan({ indicators: [recency(30)] }) };
    const outcome = outcomeAt(late.on, { plan: late.plan, ledger: ledger(onDays('2026-10-18'), [], KNOWN) });
    expect(outcome.indicators[0]?.measured?.worst).toEqual(whole(21));
    expect(measured(recency(21), onDays('2026-06-01'))).toMatchObject({
      result: 'met',
      measured: { worst: whole(21) },
    });
    expect(measured(recency(20), [])).toMatchObject({ result: 'not-met', measured: { worst: whole(21) } });
  });

  test('unknown days could hold evidence', () => {
    const stale = ledger(onDays('2026-09-30'));
    expect(measured(recency(4), [], { ledger: stale })).toMatchObject({
      result: 'unknown',
      measured: { worst: whole(18), best: whole(0) },
    });
  });
});

describe('bounds where the feed is not known', () => {
  // The last act of anybody is on 10 October; with a tolerance of 3 days 14 to 18 October are unknown.
  const stale = { ledger: ledger(onDays('2026-09-28', '2026-10-10')) };

  test.each([
    [2, 'met'],
    [3, 'unknown'],
    [7, 'unknown'],
    [8, 'not-met'],
  ])('active days: 2 known and 5 unknown, at least %i: %s', (minimum, result) => {
    expect(measured(activeDays(minimum), [], stale)).toMatchObject({
      result,
      measured: { worst: whole(2), best: whole(7) },
    });
  });

  test('active weeks gain only the weeks that hold an unknown day', () => {
    const weeks = activeDays(3, { measure: 'active_weeks' });
    expect(measured(weeks, [], stale)?.measured).toMatchObject({ worst: whole(2), best: whole(3) });
  });

  test('any number of acts may lie in an unknown day', () => {
    const count = activeDays(99, { measure: 'count' });
    expect(measured(count, [], stale)).toMatchObject({
      result: 'unknown',
      measured: { worst: whole(2), best: 'unbounded' },
    });
  });

  test('nobody knows what is due without the feed', () => {
    const without = ledger(onDays('2026-10-18'), [], { without: ['submissions'] });
    expect(measured(submissionRate('50%'), [], { ledger: without })).toMatchObject({
      result: 'unknown',
      measured: { worst: whole(0), best: whole(1) },
    });
  });

  test('a feed in which nobody has submitted anything proves nothing', () => {
    const silent = ledger(onDays('2026-10-18'), [due({ due: '2026-10-10' })]);
    expect(measured(submissionRate('50%'), [], { ledger: silent })).toMatchObject({
      result: 'unknown',
      measured: { worst: { numerator: 0, denominator: 1 }, best: { numerator: 1, denominator: 1 } },
    });
  });
});
