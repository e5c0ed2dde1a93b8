import { describe, expect, test } from 'vitest';
import type { Rule } from '../../src/plan/plan.js';
import { said, told, soundPlan } from './plans.js';

const INDICATORS =
  '{ a: { feed: vle, measure: count, minimum: 1 }, b: { feed: vle, measure: count, minimum: 2 }, c: { feed: submissions, measure: count, minimum: 1 } }';

function rule(written: string | null): Rule {
  return soundPlan({ indicators: INDICATORS, rule: written }).rule;
}

function faults(written: string): readonly string[] {
  return told({ indicators: INDICATORS, rule: written });
}

const [a, b, c] = ['a', 'b', 'c'].map((indicatorId): Rule => ({ kind: 'indicator', indicatorId }));

test.each([
  ['all', { kind: 'all', of: [a, b, c] }],
  ['any', { kind: 'any', of: [a, b, c] }],
  ['b', b],
  ['{ all: [a, c] }', { kind: 'all', of: [a, c] }],
  ['{ any: [c] }', { kind: 'any', of: [c] }],
  ['{ at_least: 2, of: [a, b, c] }', { kind: 'at-least', count: 2, of: [a, b, c] }],
  ['{ of: [a, b], at_least: 2 }', { kind: 'at-least', count: 2, of: [a, b] }],
  [
    '{ all: [c, { any: [a, { all: [b, c] }] }] }',
    { kind: 'all', of: [c, { kind: 'any', of: [a, { kind: 'all', of: [b, c] }] }] },
  ],
  [null, { kind: 'all', of: [a, b, c] }],
])('%s', (written, expected) => {
  expect(rule(written)).toEqual(expected);
});

test('without a rule all indicators are asked for, and that is said', () => {
  const [finding] = said({ indicators: INDICATORS, rule: null });
  expect(finding).toMatchObject({ code: 'plan-without-rule', severity: 'info' });
  expect(said({ indicators: '{ a: { feed: vle, measure: count, minimum: 1 } }', rule: null })).toEqual([]);
});

describe('refused', () => {
  test.each([
    ['{ all: [a], any: [b] }', ['plan-rule-shape: {']],
    ['{ all: [a], at_least: 1 }', ['plan-rule-shape: {']],
    ['{ any: [a], of: [b] }', ['plan-rule-shape: {']],
    ['{ at_least: 1 }', ['plan-rule-shape: {']],
    ['{ of: [a] }', ['plan-rule-shape: {']],
    ['{ at_least: 1, all: [a], of: [a] }', ['plan-rule-shape: {']],
    [
      '{ all: [a, { any: [b, d] }, { any: [x] }] }',
      ['plan-rule-unknown-indicator: d', 'plan-rule-unknown-indicator: x'],
    ],
    ['{ any: [{ at_least: 1 }, a] }', ['plan-rule-shape: {']],
    ['{ at_least: 4, of: [a, b, c] }', ['plan-rule-unreachable: 4']],
    ['{ at_least: 2, of: [a, z] }', ['plan-rule-unknown-indicator: z']],
    ['{ all: [a, b, a] }', ['plan-rule-repeats: a']],
    ['{ all: [any] }', ['plan-rule-unknown-indicator: any']],
    ['{ at_least: 0, of: [a] }', ['yaml-wrong-value: 0']],
    ['{ all: [] }', ['yaml-value-blank: all']],
    ['[a, b]', ['yaml-wrong-value: [']],
    ['5', ['yaml-quotes-needed: 5']],
  ])('%s', (written, expected) => {
    expect(faults(written)).toEqual(expected);
  });
});

test('an indicator that the rule leaves out is pointed at', () => {
  expect(faults('{ any: [a, c] }')).toEqual(['plan-indicator-unused: b']);
});
