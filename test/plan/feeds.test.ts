import { expect, test } from 'vitest';
import { said, told, soundPlan } from './plans.js';

const VLE = '{ vle: { feed: vle, measure: count, minimum: 1 } }';

test('feeds that are not listed are those that the indicators use', () => {
  expect(soundPlan({ feeds: null }).feeds.map(({ feed }) => feed)).toEqual(['submissions', 'vle']);
  expect(soundPlan({ feeds: null, indicators: VLE }).feeds.map(({ feed }) => feed)).toEqual(['vle']);
});

test('a plan may list a feed that no indicator uses: it moves clocks', () => {
  expect(soundPlan({ feeds: '[vle, submissions]', indicators: VLE }).feeds).toHaveLength(2);
});

test('who confirmed a feed, and when, is kept (8.4)', () => {
  const confirmation = soundPlan({}).feeds[0];
  expect(confirmation).toMatchObject({ feed: 'submissions', confirmedBy: 'Registry' });
  expect(said({})).toEqual([]);
});

test('an unconfirmed feed is warned of where the plan names it, else at the top', () => {
  expect(told({ feeds: '\n  vle:\n  submissions: { confirmed_by: R, confirmed_on: 2026-09-01 }' })).toEqual([
    'plan-feed-unconfirmed: vle',
  ]);
  expect(told({ feeds: null, indicators: VLE })).toEqual(['plan-feed-unconfirmed: plan']);
});

test.each([
  ['[vle, vle, submissions]', ['plan-feed-twice: vle']],
  ['[vle, post]', ['yaml-wrong-value: post']],
  ['{ vle: { confirmed_by: Registry } }', ['yaml-key-missing: vle']],
  ['{ submission: }', ['yaml-unknown-key: submission']],
  ['vle', ['yaml-wrong-value: vle']],
  ['{ vle: yes, submissions: }', ['yaml-wrong-value: yes']],
])('refused: %s', (feeds, expected) => {
  expect(told({ feeds })).toEqual(expected);
});
