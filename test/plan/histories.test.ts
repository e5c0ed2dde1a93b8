// Minima and maxima that change from a date on: the plan's checkpoints are on 18 October and 8 November 2026.
import { describe, expect, test } from 'vitest';
import { formatDay, type Day } from '../../src/calendar/day.js';
import { always, decidedFrom, valueOn, type Dated } from '../../src/plan/dated.js';
import { expectedOf, expectsOnlyFrom, isAskedAt } from '../../src/plan/expected.js';
import { activeDays, d, recency } from '../support/build.js';
import { soundPlan, told } from './plans.js';

const VLE = '{ feed: vle, measure: active_days, minimum: ';

function faults(minimum: string, more = ''): readonly string[] {
  return told({ indicators: `{ one: ${VLE}${minimum}${more} } }` });
}

function history(minimum: string): readonly (readonly [string | null, unknown])[] {
  const [indicator] = soundPlan({ indicators: `{ one: ${VLE}${minimum} } }` }).indicators;
  if (indicator === undefined) throw new Error('the plan has an indicator');
  return expectedOf(indicator).map(({ from, value }) => [from && formatDay(from), value]);
}

test('each value holds from its date on', () => {
  expect(history('{ from 2026-09-28: 2, from 2027-01-18: 3 }')).toEqual([
    ['2026-09-28', 2],
    ['2027-01-18', 3],
  ]);
  expect(history('2')).toEqual([[null, 2]]);
});

describe('a history must reach back to every checkpoint at which the indicator is asked', () => {
  test.each([
    ['{ from 2026-10-17: 2 }', '', []],
    ['{ from 2026-10-18: 2 }', '', []],
    ['{ from 2026-10-19: 2 }', '', ['plan-history-begins-late: {']],
    ['{ from 2026-10-19: 2 }', ', at: week_6', []],
    ['{ from 2026-11-08: 2 }', ', at: week_6', []],
    ['{ from 2026-11-09: 2 }', ', at: week_6', ['plan-history-begins-late: {']],
    ['{ from 2026-10-19: 2 }', ', at: [week_3, week_6]', ['plan-history-begins-late: {']],
  ])('%s%s', (minimum, more, expected) => {
    expect(faults(minimum, more)).toEqual(expected);
  });

  test('so must a maximum', () => {
    const written = (from: string): string => `{ one: { feed: vle, measure: recency, maximum: { from ${from}: 14 } } }`;
    expect(told({ indicators: written('2026-10-18') })).toEqual([]);
    expect(told({ indicators: written('2026-10-19') })).toEqual(['plan-history-begins-late: {']);
  });
});

describe('refused', () => {
  test.each([
    ['{ from 2026-09-28: 2, from 2026-09-27: 3 }', ['plan-history-out-of-order: from']],
    ['{ from 2026-09-27: 2, from 2026-09-28: 3 }', []],
    ['{ from 2026-09-01: 2, from 2026-08-01: 3, from 2026-08-15: 4 }', ['plan-history-out-of-order: from']],
    ['{ from 2026-09-28: 2, from 2026-09-28: 3 }', ['yaml-duplicate-key: from']],
    ['{ from 2026-02-29: 2 }', ['yaml-impossible-date: from']],
    ['{ from 2026-09-28: 2, from 2026-13-01: 3, from 2026-09-27: 4 }', 2],
    ['{ 2026-09-28: 2 }', ['yaml-wrong-name: 2026-09-28']],
    ['{ from 28/09/2026: 2 }', ['yaml-wrong-name: from']],
    ['{ from 2026-09-28: }', ['yaml-value-blank: from']],
    ['{ from 2026-09-28: 0 }', ['yaml-wrong-value: 0']],
    ['{ }', ['yaml-value-blank: minimum']],
    ['{ from 2026-09-28: 50% }', ['plan-threshold-not-number: 50%']],
    ['{ from 2026-09-28: 50%, from 2027-01-18: 60% }', ['plan-threshold-not-number: 50%']],
    ['{ from 2026-09-28: 2, from 2027-01-18: 60% }', ['plan-history-mixed: 60%']],
    ['{ from 2026-09-28: 50%, from 2027-01-18: 3 }', ['plan-history-mixed: 50%']],
  ])('%s', (minimum, expected) => {
    if (typeof expected === 'number') expect(faults(minimum)).toHaveLength(expected);
    else expect(faults(minimum)).toEqual(expected);
  });

  test.each([
    ['{ feed: submissions, measure: rate, minimum: { from 2026-09-28: 50 } }', ['plan-minimum-not-percentage: 50']],
    [
      '{ feed: submissions, measure: rate, minimum: { from 2026-09-28: 50%, from 2027-01-18: 60 } }',
      ['plan-history-mixed: 60'],
    ],
    [
      '{ feed: vle, measure: active_weeks, minimum: { from 2026-09-28: 60%, from 2027-01-18: 3 } }',
      ['plan-history-mixed: 3'],
    ],
    [
      '{ feed: vle, measure: active_weeks, minimum: { from 2026-09-28: 3, from 2027-01-18: 60% } }',
      ['plan-history-mixed: 60%'],
    ],
  ])('%s', (written, expected) => {
    expect(told({ indicators: `{ one: ${written} }` })).toEqual(expected);
  });
});

describe('the value in force', () => {
  const changing: Dated<number> = [
    { from: d('2026-09-28'), value: 2 },
    { from: d('2027-01-18'), value: 3 },
  ];

  test.each([
    ['2026-09-28', 2],
    ['2026-09-29', 2],
    ['2027-01-17', 2],
    ['2027-01-18', 3],
    ['2027-01-19', 3],
  ])('on %s: %s', (on, expected) => {
    expect(valueOn(changing, d(on))).toBe(expected);
  });

  test('is an error before the first date, never the nearest', () => {
    expect(() => valueOn(changing, d('2026-09-27'))).toThrow('a history says nothing of 2026-09-27');
    expect(valueOn(always(4), d('1900-01-01'))).toBe(4);
  });

  test('is known from the first date on, or always', () => {
    const first = (it: Day | null): string | null => it && formatDay(it);
    expect(first(decidedFrom(changing))).toBe('2026-09-28');
    expect(decidedFrom(always(4))).toBeNull();
    const indicator = activeDays(2, { minimum: changing });
    expect(first(expectsOnlyFrom(indicator, d('2026-09-27')))).toBe('2026-09-28');
    expect(expectsOnlyFrom(indicator, d('2026-09-28'))).toBeNull();
    expect(expectsOnlyFrom(recency(14), d('1900-01-01'))).toBeNull();
  });
});

test('an indicator without checkpoints of its own is asked at all, and at dates that no plan declares', () => {
  expect([isAskedAt(activeDays(2), 'week_3'), isAskedAt(activeDays(2), null)]).toEqual([true, true]);
  const once = activeDays(2, { at: ['week_3'] });
  expect(['week_3', 'week_6', null].map((it) => isAskedAt(once, it))).toEqual([true, false, false]);
});
