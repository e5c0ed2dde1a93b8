// Groups: students with a rule of their own, first match.
import { describe, expect, test } from 'vitest';
import { said, soundPlan, told } from './plans.js';

const INDICATORS =
  '{ a: { feed: vle, measure: count, minimum: 1 }, b: { feed: submissions, measure: count, minimum: 1 } }';

function groups(written: string, rule = 'all') {
  return soundPlan({ indicators: INDICATORS, rule, groups: written }).groups;
}

function faults(written: string, rule = 'all'): readonly string[] {
  return told({ indicators: INDICATORS, rule, groups: written });
}

/** Two groups with these conditions. */
function pair(first: string, second: string): readonly string[] {
  return faults(`{ first: { when: ${first}, rule: a }, second: { when: ${second}, rule: b } }`);
}

test('a plan without groups has none', () => {
  expect(soundPlan({}).groups).toEqual([]);
});

test('groups keep their order, and are called by their ids where they have no title', () => {
  const written =
    '{ part_time: { when: { mode: part-time }, rule: a }, abroad: { title: TNE, when: { category: tne }, rule: b } }';
  expect(groups(written).map(({ id, title }) => [id, title])).toEqual([
    ['part_time', 'part time'],
    ['abroad', 'TNE'],
  ]);
});

test.each([
  ['{ mode: part-time }', { modes: ['part-time'] }],
  ['{ category: [campus, associate] }', { categories: ['campus', 'associate'] }],
  ['{ programmes: [H100, H101] }', { programmes: ['H100', 'H101'] }],
  ['{ rqf: 7 }', { rqf: [7] }],
  ['{ year: "1" }', { years: ['1'] }],
  ['{ circumstance: placement }', { circumstances: ['placement'] }],
  ['{ circumstance: [placement, study-abroad], rqf: 6 }', { circumstances: ['placement', 'study-abroad'], rqf: [6] }],
  ['{ sponsored: true }', { isSponsored: true }],
  ['{ sponsored: false, rqf: [3, 4] }', { isSponsored: false, rqf: [3, 4] }],
])('when: %s', (when, expected) => {
  expect(groups(`{ one: { when: ${when}, rule: a } }`)[0]?.when).toEqual(expected);
});

test('a rule of a group is written as that of the plan', () => {
  const [a, b] = ['a', 'b'].map((indicatorId) => ({ kind: 'indicator', indicatorId }));
  const rule = (written: string) => groups(`{ one: { when: { rqf: 7 }, rule: ${written} } }`)[0]?.rule;
  expect(rule('b')).toEqual(b);
  expect(rule('any')).toEqual({ kind: 'any', of: [a, b] });
  expect(rule('{ all: [b, a] }')).toEqual({ kind: 'all', of: [b, a] });
});

describe('refused, at its place', () => {
  test.each([
    ['{ one: { when: { rqf: 7 }, rule: c } }', ['plan-rule-unknown-indicator: c']],
    ['{ one: { when: { rqf: 7 }, rule: { any: [a, x] } } }', ['plan-rule-unknown-indicator: x']],
    ['{ one: { when: { rqf: 7 }, rule: { at_least: 3, of: [a, b] } } }', ['plan-rule-unreachable: 3']],
    ['{ one: { when: { rqf: 7 }, rule: { any: [a, a] } } }', ['plan-rule-repeats: a']],
    ['{ one: { when: { rqf: 7 } } }', ['yaml-key-missing: one']],
    ['{ one: { rule: a } }', ['yaml-key-missing: one']],
    ['{ one: { when: {}, rule: a } }', ['yaml-value-blank: when']],
    ['{ one: { when: , rule: a } }', ['yaml-value-blank: when']],
    ['{ one: { when: { modes: part-time }, rule: a } }', ['yaml-unknown-key: modes']],
    ['{ one: { when: { mode: parttime }, rule: a } }', ['yaml-wrong-value: parttime']],
    ['{ one: { when: { rqf: 2 }, rule: a } }', ['yaml-wrong-value: 2']],
    ['{ one: { when: { year: 1 }, rule: a } }', ['yaml-quotes-needed: 1']],
    ['{ one: { when: { sponsored: yes }, rule: a } }', ['yaml-wrong-value: yes']],
    ['{ all: { when: { rqf: 7 }, rule: a } }', ['yaml-wrong-name: all']],
    ['{}', ['yaml-value-blank: groups']],
    ['{ one: { when: { circumstance: sabbatical-officer }, rule: a } }', ['yaml-wrong-value: sabbatical-officer']],
    ['{ one: { when: { circumstance: [] }, rule: a } }', ['yaml-value-blank: circumstance']],
  ])('%s', (written, expected) => {
    expect(faults(written)).toEqual(expected);
  });
});

test('an indicator is unused only if neither the rule nor any group names it', () => {
  expect(faults('{ one: { when: { rqf: 7 }, rule: a } }', 'a')).toEqual(['plan-indicator-unused: b']);
  expect(faults('{ one: { when: { rqf: 7 }, rule: b } }', 'a')).toEqual([]);
  expect(faults('{ one: { when: { rqf: 7 }, rule: { any: [{ all: [b] }] } } }', 'a')).toEqual([]);
  expect(faults('{ one: { when: { rqf: 7 }, rule: any } }', 'a')).toEqual([]);
});

describe('a group that nobody can come to is warned of', () => {
  test.each([
    ['{ mode: part-time }', '{ mode: part-time }', true],
    ['{ mode: part-time }', '{ mode: part-time, rqf: 7 }', true],
    ['{ mode: part-time, rqf: 7 }', '{ mode: part-time }', false],
    ['{ rqf: [6, 7] }', '{ rqf: 7 }', true],
    ['{ rqf: 7 }', '{ rqf: [6, 7] }', false],
    ['{ rqf: 7 }', '{ rqf: 6 }', false],
    ['{ rqf: 7 }', '{ mode: part-time }', false],
    ['{ sponsored: true }', '{ sponsored: true, year: "1" }', true],
    ['{ sponsored: true }', '{ sponsored: false }', false],
    ['{ programmes: [H1, H2], rqf: [6, 7] }', '{ rqf: 6, programmes: H2 }', true],
    ['{ programmes: [H1, H2], rqf: [6, 7] }', '{ rqf: 6, programmes: H3 }', false],
  ])('%s, then %s: %s', (first, second, isUnreachable) => {
    expect(pair(first, second)).toEqual(isUnreachable ? ['plan-group-unreachable: second'] : []);
  });

  test('also where groups stand between them', () => {
    const written =
      '{ one: { when: { rqf: 7 }, rule: a }, two: { when: { rqf: 6 }, rule: a }, three: { when: { rqf: 7 }, rule: b } }';
    expect(faults(written)).toEqual(['plan-group-unreachable: three']);
    expect(said({ indicators: INDICATORS, groups: written })[0]).toMatchObject({
      severity: 'warning',
      message: 'No student can come to the group "three": "one" before it takes them all.',
    });
  });
});
