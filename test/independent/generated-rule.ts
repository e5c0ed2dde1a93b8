// Draws how indicators combine, which groups have rules of their own, and which patterns cause concern.
import type { WrittenPlan, WrittenReferral, WrittenRule, WrittenWhen } from './plan-language.js';
import type { Random } from './random.js';

export function drawRule(random: Random, ids: readonly string[]): WrittenRule {
  const named = random.shuffled(ids);
  const [first = '', second] = named;
  if (second === undefined) return first;
  switch (random.pick(['all', 'all', 'any', 'some', 'nested', 'one'])) {
    case 'all':
      return { all: named };
    case 'any':
      return { any: named };
    case 'some':
      return { at_least: random.integer(1, named.length), of: named };
    case 'nested':
      return nested(random, named);
    case 'one':
      return first;
  }
}

function nested(random: Random, [first = '', second = '', ...others]: readonly string[]): WrittenRule {
  if (others.length === 0) return { all: [first, second] };
  const inner = random.pick([{ any: [second, ...others] }, { at_least: 2, of: [second, ...others] }]);
  return random.pick([{ all: [first, inner] }, { any: [first, inner] }]);
}

export function drawGroups(random: Random, ids: readonly string[]): Pick<WrittenPlan, 'groups'> {
  if (random.chance(0.55)) return {};
  const names = ['first_group', 'second_group'].slice(0, random.integer(1, 2));
  const groups = names.map(
    (name) => [name, { when: drawWhen(random), rule: drawRule(random, random.some(ids, 0.7)) }] as const,
  );
  const ruled = groups.filter(([, { rule }]) => rule !== '');
  return ruled.length === 0 ? {} : { groups: Object.fromEntries(ruled) };
}

function drawWhen(random: Random): WrittenWhen {
  return random.pick([
    { circumstance: ['placement', 'study-abroad'] },
    { circumstance: ['placement', 'study-abroad'] },
    { circumstance: 'placement' },
    { circumstance: 'study-abroad', mode: 'full-time' },
    { circumstance: ['placement', 'study-abroad'], category: ['tne', 'campus'] },
    { mode: 'part-time' },
    { category: 'tne' },
    { category: ['tne', 'associate'] },
    { category: 'campus', year: '2' },
    { programmes: ['P1', 'P2'] },
    { programmes: 'P3', mode: 'full-time' },
    { rqf: [7, 8] },
    { rqf: 6, year: ['1', '2'] },
    { sponsored: true },
    { sponsored: false, programmes: 'P1' },
  ]);
}

export function drawReferral(random: Random): Pick<WrittenPlan, 'referral'> {
  const referral: WrittenReferral | undefined = random.pick([
    undefined,
    undefined,
    { non_engagement_in_a_row: 3 },
    { non_engagement_in_a_row: 'none', failed_in_a_row: 2 },
    { failed_in_a_row: 3 },
    { failed_of_last: { at_least: 2, of: 3 } },
    { non_engagement_in_a_row: 'none', non_engagement_of_last: { at_least: 2, of: 4 } },
    { non_engagement_in_a_row: 'none', non_engagement_in_year: 2 },
    { failed_in_year: 3 },
  ]);
  return referral === undefined ? {} : { referral };
}
