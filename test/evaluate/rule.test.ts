// Kleene's three-valued logic, with what does not apply dropping out.
import { describe, expect, test } from 'vitest';
import type { Result } from '../../src/engagement/outcome.js';
import { decidingIn, resultOf } from '../../src/evaluate/rule.js';
import type { Rule } from '../../src/plan/plan.js';

const indicator = (indicatorId: string): Rule => ({ kind: 'indicator', indicatorId });
const letters: Readonly<Record<string, Result>> = { M: 'met', N: 'not-met', U: 'unknown', '-': 'not-applicable' };

/** `all` over results written as letters: M met, N not met, U unknown, - not applicable. */
function over(rule: (of: Rule[]) => Rule, results: string): Result {
  const ids = Array.from(results).map((_, index) => `i${index}`);
  const entries = ids.map((id, index) => [id, letters[results.charAt(index)] ?? 'met'] as const);
  return resultOf(rule(ids.map(indicator)), new Map(entries));
}

const all = (of: Rule[]): Rule => ({ kind: 'all', of });
const any = (of: Rule[]): Rule => ({ kind: 'any', of });
const atLeast =
  (count: number) =>
  (of: Rule[]): Rule => ({ kind: 'at-least', count, of });

describe.each([
  ['all', all, { MM: 'met', MN: 'not-met', MU: 'unknown', UN: 'not-met', UU: 'unknown', 'M-': 'met', 'N-': 'not-met' }],
  ['any', any, { NN: 'not-met', MN: 'met', MU: 'met', UN: 'unknown', 'N-': 'not-met', 'U-': 'unknown' }],
  [
    'at least 2',
    atLeast(2),
    { MMN: 'met', MNN: 'not-met', MUN: 'unknown', 'M--': 'met', 'MN-': 'not-met', 'U--': 'unknown' },
  ],
] as const)('%s', (_, rule, table) => {
  test.each(Object.entries(table))('%s: %s', (results, expected) => {
    expect(over(rule, results)).toBe(expected);
  });

  test('nothing left', () => {
    expect(over(rule, '--')).toBe('not-applicable');
  });
});

test('a group with nothing left drops out of the rule around it', () => {
  const results = new Map<string, Result>([
    ['a', 'not-applicable'],
    ['b', 'met'],
    ['c', 'not-met'],
  ]);
  expect(resultOf(all([any([indicator('a')]), indicator('b')]), results)).toBe('met');
  expect(resultOf(any([all([indicator('a')]), indicator('c')]), results)).toBe('not-met');
});

test('an indicator that was not measured is our own fault', () => {
  expect(() => resultOf(indicator('ghost'), new Map())).toThrow('ghost');
});

describe('the indicators on which a rule turns', () => {
  const results = (states: string): ReadonlyMap<string, Result> => {
    return new Map(Array.from(states).map((state, index) => [`i${index}`, letters[state] ?? 'met'] as const));
  };
  const [one, two, three] = [indicator('i0'), indicator('i1'), indicator('i2')];
  const nested = all([one, any([two, three])]);

  test.each([
    ['MMM', []],
    ['NMN', ['i0']],
    ['NNN', ['i0', 'i1', 'i2']],
    ['MNN', ['i1', 'i2']],
    ['MNM', []],
    ['MUN', ['i1']],
    ['NUN', ['i0']],
    ['UUN', ['i0', 'i1']],
    ['N--', ['i0']],
    ['---', []],
  ])('one and (two or three), %s: %j', (states, deciding) => {
    expect([...decidingIn(nested, results(states))]).toEqual(deciding);
  });
});
