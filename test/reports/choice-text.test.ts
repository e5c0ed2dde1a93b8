// Where a plan leaves the student a choice, a point says what else is enough.
import { expect, it } from 'vitest';
import type { IndicatorOutcome } from '../../src/engagement/outcome.js';
import type { Rule } from '../../src/plan/plan.js';
import { choiceTexts } from '../../src/reports/choice-text.js';
import { measuredOf, notApplicable, outcomeOf, planOf, resultOf, studentOf, VLE } from './builder.js';

const IDS = ['a', 'b', 'c', 'd'];
const [a, b, c, d] = IDS.map((indicatorId): Rule => ({ kind: 'indicator', indicatorId })) as [Rule, Rule, Rule, Rule];

function any(...of: readonly Rule[]): Rule {
  return { kind: 'any', of };
}

function all(...of: readonly Rule[]): Rule {
  return { kind: 'all', of };
}

function atLeast(count: number, ...of: readonly Rule[]): Rule {
  return { kind: 'at-least', count, of };
}

const NOT_MET = IDS.map((id) => resultOf(id, 'not-met', measuredOf(0, 0, 1)));

/** Of indicators with the titles A to D. */
function choiceOf(id: string, rule: Rule, indicators: readonly IndicatorOutcome[] = NOT_MET): string | undefined {
  return choiceTexts(id, {
    plan: planOf({ indicators: IDS.map((it) => ({ ...VLE, id: it, title: it.toUpperCase() })), rule }),
    student: studentOf('1'),
    circumstances: [],
    contacts: [],
    outcome: outcomeOf({ indicators }),
    earlier: [],
  })[0];
}

it.each<[string, string, Rule, string]>([
  ['asked by itself', 'a', a, ''],
  ['asked with others', 'a', all(a, b), ''],
  ['beside a choice of others', 'c', all(any(a, b), c), ''],
  ['one of two', 'a', any(a, b), ' One of these is enough: A, B.'],
  ['one of two, among what is asked', 'b', all(any(a, b), c), ' One of these is enough: A, B.'],
  ['the outermost choice', 'b', any(all(a, any(b, c)), d), ' One of these is enough: (A and (B or C)), D.'],
  ['one of three', 'a', atLeast(1, a, b, c), ' One of these is enough: A, B, C.'],
  ['two of three', 'a', atLeast(2, a, b, c), ' 2 of these are enough: A, B, C.'],
  ['all of two, written as a number', 'a', atLeast(2, a, b), ''],
  ['more than there are', 'a', atLeast(3, a, b), ''],
  ['asked twice, once by itself', 'a', all(any(a, b), a), ''],
])('%s', (_, id, rule, expected) => {
  expect(choiceOf(id, rule)).toBe(expected);
});

it('what does not apply to the student, or was not asked, is no alternative', () => {
  const without = NOT_MET.map((it) => (it.indicatorId === 'b' ? notApplicable('b') : it));
  expect(choiceOf('a', any(a, b), without)).toBe('');
  expect(choiceOf('a', any(a, all(b, b)), without)).toBe('');
  expect(choiceOf('a', any(a, b, c), without)).toBe(' One of these is enough: A, C.');
  expect(choiceOf('a', atLeast(2, a, b, c), without)).toBe('');
  expect(choiceOf('a', any(a, b), NOT_MET.slice(0, 1))).toBe('');
});

it('is that of the group by whose rule the student is judged', () => {
  const groups = [{ id: 'g', title: 'G', when: {}, rule: any(a, b) }];
  const plan = planOf({ indicators: [{ ...VLE, id: 'a', title: 'A' }], groups, rule: all(a, b) });
  const row = { plan, student: studentOf('1'), circumstances: [], contacts: [], earlier: [] };
  expect(choiceTexts('a', { ...row, outcome: outcomeOf({ indicators: NOT_MET, groupId: 'g' }) })).toEqual([
    ' One of these is enough: A, b.',
    ' One of 2 alternatives is enough.',
  ]);
  expect(choiceTexts('a', { ...row, outcome: outcomeOf({ indicators: NOT_MET, groupId: null }) })).toEqual(['']);
});
