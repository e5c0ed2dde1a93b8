import { expect, test } from 'vitest';
import { soundPlan, told } from './plans.js';

const IN_A_ROW = { counts: 'non-engagement', count: 2, of: 2 };

test.each([
  ['{ non_engagement_in_a_row: 3 }', [{ ...IN_A_ROW, count: 3, of: 3 }]],
  ['{ failed_in_a_row: 3 }', [IN_A_ROW, { counts: 'low-or-non-engagement', count: 3, of: 3 }]],
  [
    '{ non_engagement_in_a_row: none, failed_in_year: 4 }',
    [{ counts: 'low-or-non-engagement', count: 4, of: 'in-year' }],
  ],
  ['{ non_engagement_of_last: { at_least: 2, of: 4 } }', [IN_A_ROW, { counts: 'non-engagement', count: 2, of: 4 }]],
  ['{ non_engagement_in_year: 3 }', [IN_A_ROW, { counts: 'non-engagement', count: 3, of: 'in-year' }]],
  ['{ failed_of_last: { at_least: 3, of: 3 } }', [IN_A_ROW, { counts: 'low-or-non-engagement', count: 3, of: 3 }]],
  ['{ non_engagement_in_a_row: none }', []],
])('%s', (referral, expected) => {
  expect(soundPlan({ referral }).patterns).toEqual(expected);
});

test.each([
  ['{ non_engagement_of_last: { at_least: 3, of: 2 } }', ['plan-pattern-unreachable: 3']],
  ['{ failed_in_a_row: 0 }', ['yaml-wrong-value: 0']],
  ['{ non_engagement_in_a_row: never }', ['yaml-wrong-value: never']],
  ['{ days: 30 }', ['yaml-unknown-key: days']],
])('refused: %s', (referral, expected) => {
  expect(told({ referral })).toEqual(expected);
});
