// Patterns of non-engagement that cause concern (10.6), by replay of the year's checkpoints.
import { describe, expect, test } from 'vitest';
import type { Student } from '../../src/engagement/student.js';
import { arises, type Decided } from '../../src/evaluate/pattern.js';
import type { ReferralPattern } from '../../src/plan/plan.js';
import { d, KNOWN, ledger, plan, student } from '../support/build.js';
import { historyAt, outcomeAt } from '../support/judge.js';

const letters: Readonly<Record<string, Decided>> = { E: 'engaged', L: 'low-engagement', N: 'non-engagement' };
const run = (text: string): Decided[] => Array.from(text).flatMap((letter) => letters[letter] ?? []);

describe.each<[string, ReferralPattern, string[], string[]]>([
  [
    'two non-engagements in a row',
    { counts: 'non-engagement', count: 2, of: 2 },
    ['NN', 'ENN'],
    ['N', 'NL', 'NLN', 'NNE', 'NNL', ''],
  ],
  [
    'three failures in a row',
    { counts: 'low-or-non-engagement', count: 3, of: 3 },
    ['LNL', 'ELLL'],
    ['LL', 'LELL', 'LLLE'],
  ],
  [
    'two failures of the last three',
    { counts: 'low-or-non-engagement', count: 2, of: 3 },
    ['LEL', 'LL'],
    ['LEEL', 'LLE'],
  ],
  [
    'three non-engagements in the year',
    { counts: 'non-engagement', count: 3, of: 'in-year' },
    ['NENEEN'],
    ['NENEENE', 'NNL'],
  ],
])('%s', (_, pattern, arising, quiet) => {
  test.each(arising)('arises after %s', (text) => {
    expect(arises(pattern, run(text))).toBe(true);
  });
  test.each(quiet)('does not after "%s"', (text) => {
    expect(arises(pattern, run(text))).toBe(false);
  });
});

describe('over the year', () => {
  const grounds = (on: string, over: Partial<Student> = {}, it = {}): readonly string[] => {
    return outcomeAt(on, { student: student(over), ...it }).grounds;
  };

  test('the second checkpoint without any engagement', () => {
    expect(grounds('2026-10-18')).toEqual([]);
    expect(grounds('2026-11-08')).toEqual(['10.6-pattern']);
    expect(grounds('2026-12-06')).toEqual(['10.6-days', '10.6-pattern']);
  });

  test('a withheld checkpoint neither counts nor breaks', () => {
    const gap = ledger([], [], {
      othersOn: { vle: ['2026-09-28', '2026-10-18', '2026-10-30', '2026-12-06'], submissions: ['2026-09-28'] },
    });
    const history = historyAt('2026-12-06', { ledger: gap });
    expect(history.map(({ classification }) => classification)).toEqual([
      'non-engagement',
      'withheld',
      'non-engagement',
    ]);
    expect(history.map((it) => it.grounds.includes('10.6-pattern'))).toEqual([false, false, true]);
  });

  test('an interruption breaks', () => {
    expect(grounds('2026-11-08', { statusFrom: d('2026-10-26') })).toEqual([]);
    expect(grounds('2026-12-06', { statusFrom: d('2026-10-26') })).toEqual(['10.6-pattern']);
  });

  test.each([
    ['2026-09-28', ['10.6-pattern']],
    ['2026-10-18', ['10.6-pattern']],
    ['2026-10-19', []],
    ['2026-11-08', []],
    ['2026-11-09', ['10.6-pattern']],
  ])('a change of school on %s', (schoolFrom, expected) => {
    expect(grounds('2026-11-08', { schoolFrom: d(schoolFrom) })).toEqual(expected);
  });

  test('an ad-hoc date never counts', () => {
    expect(grounds('2026-11-07')).toEqual([]);
    expect(
      grounds('2026-10-28', {}, { plan: plan({ patterns: [{ counts: 'non-engagement', count: 1, of: 1 }] }) }),
    ).toEqual([]);
  });

  test('engagement in between breaks a run', () => {
    const acts = ledger(
      ['2026-10-20', '2026-10-21', '2026-10-22'].map((on) => ({ on })),
      [],
      KNOWN,
    );
    expect(grounds('2026-12-06', {}, { ledger: acts })).toEqual([]);
  });
});
