import { expect, test } from 'vitest';
import type { Indicator } from '../../src/plan/plan.js';
import { soundPlan, told } from './plans.js';

function indicator(written: string): Indicator | undefined {
  return soundPlan({ indicators: `{ one: ${written} }`, feeds: '[vle, submissions]', rule: 'all' }).indicators[0];
}

function faults(written: string): readonly string[] {
  return told({ indicators: `{ one: ${written} }`, feeds: '[vle, submissions]', rule: 'all' });
}

test('an indicator says what it counts and how little is enough', () => {
  expect(indicator('{ feed: vle, measure: active_weeks, minimum: 2 }')).toEqual({
    id: 'one',
    title: 'one',
    feed: 'vle',
    only: null,
    support: '',
    measure: 'active_weeks',
    minimum: 2,
    isProrated: true,
  });
  expect(
    indicator(
      '{ title: quizzes, feed: vle, only: [quiz, forum], measure: count, minimum: 1, prorate: false, support: Ask us. }',
    ),
  ).toMatchObject({ title: 'quizzes', only: ['quiz', 'forum'], isProrated: false, support: 'Ask us.' });
});

test('an indicator without a title is called by its id, as words', () => {
  const [first] = soundPlan({ indicators: '{ online_work: { feed: vle, measure: count, minimum: 1 } }' }).indicators;
  expect(first?.title).toBe('online work');
});

test.each([
  ['50%', { numerator: 50, denominator: 100 }],
  ['62.5 %', { numerator: 625, denominator: 1000 }],
  ['0.0001%', { numerator: 1, denominator: 1_000_000 }],
  ['100%', { numerator: 100, denominator: 100 }],
])('the minimum of a rate is an exact fraction: %s', (minimum, expected) => {
  expect(indicator(`{ feed: submissions, only: summative, measure: rate, minimum: ${minimum} }`)).toMatchObject({
    only: ['summative'],
    minimum: expected,
  });
});

test.each(['0%', '100.1%', '101%', '-5%', 'half'])('no rate has the minimum %s', (minimum) => {
  expect(faults(`{ feed: submissions, measure: rate, minimum: ${minimum} }`)).toEqual([`yaml-wrong-value: ${minimum}`]);
});

test.each(['0', '-1', '1.5', '100001', '.inf', '.nan', '"4"', 'true'])('no count has the minimum %s', (minimum) => {
  expect(faults(`{ feed: vle, measure: count, minimum: ${minimum} }`)).toEqual([`yaml-wrong-value: ${minimum}`]);
});

test('recency has a maximum', () => {
  expect(indicator('{ feed: submissions, measure: recency, maximum: 35 }')).toMatchObject({
    measure: 'recency',
    maximum: 35,
  });
  expect(faults('{ feed: vle, measure: recency, maximum: 35% }')).toEqual(['plan-threshold-not-number: 35%']);
});

test.each(['active_days', 'active_weeks', 'minutes'])('submissions have no %s', (measure) => {
  expect(faults(`{ feed: submissions, measure: ${measure}, minimum: 1 }`)).toContain(
    `plan-measure-senseless: ${measure}`,
  );
});

test('an indicator id becomes the name of columns, so it is short', () => {
  const id = (length: number): string => `{ ${'a'.repeat(length)}: { feed: vle, measure: count, minimum: 1 } }`;
  expect(soundPlan({ indicators: id(28) }).indicators[0]?.id).toHaveLength(28);
  expect(told({ indicators: id(29) })).toEqual([`yaml-wrong-name: ${'a'.repeat(29)}`]);
});

test.each(['all', 'any', 'a-b', 'É', '1st', 'A'])('no indicator is called %s', (id) => {
  expect(told({ indicators: `{ ${id}: { feed: vle, measure: count, minimum: 1 } }` })).toEqual([
    `yaml-wrong-name: ${id}`,
  ]);
});
