// What an export is declared to cover wins over what its acts show (8.4): those days are known, every other is not.
import { describe, expect, test } from 'vitest';
import type { Ledger } from '../../src/engagement/ledger.js';
import { unknownsAt } from '../../src/evaluate/coverage.js';
import { activeDays, d, due, KNOWN, ledger, listed, period, plan, submissionRate } from '../support/build.js';
import { outcomeAt } from '../support/judge.js';

const vle = plan({ feeds: listed('vle'), indicators: [activeDays(1)] });
const covering = (from: string, to: string): Ledger['covered'] => new Map([['vle', [period(from, to)]]]);
const seen = (covered: Ledger['covered'], on = '2026-10-05') =>
  ledger(
    [
      { on, feed: 'vle', studentId: '0002' },
      { on: '2026-10-01', feed: 'vle' },
    ],
    [],
    { covered },
  );

test.each([
  ['2026-09-28', '2026-10-18', []],
  ['2026-09-27', '2026-10-19', []],
  ['2026-09-29', '2026-10-18', [period('2026-09-28', '2026-09-28')]],
  ['2026-09-28', '2026-10-17', [period('2026-10-18', '2026-10-18')]],
  ['2026-09-29', '2026-10-17', [period('2026-09-28', '2026-09-28'), period('2026-10-18', '2026-10-18')]],
  ['2026-09-01', '2026-09-27', [period('2026-09-28', '2026-10-18')]],
])('from %s to %s, at 18 October', (from, to, days) => {
  const unknown = unknownsAt(vle, seen(covering(from, to)), d('2026-10-18'));
  expect(unknown).toEqual(days.map((it) => ({ feed: 'vle', why: 'not-covered', days: it, event: null })));
});

test('the plan’s tolerance adds nothing, and without a declaration acts show what is known', () => {
  const declared = unknownsAt(vle, seen(covering('2026-09-28', '2026-10-15')), d('2026-10-18'));
  expect(declared).toMatchObject([{ why: 'not-covered', days: period('2026-10-16', '2026-10-18') }]);
  const shown = unknownsAt(vle, seen(new Map()), d('2026-10-18'));
  expect(shown.map(({ why }) => why)).toEqual(['before-first-act', 'after-last-act']);
});

describe('a feed', () => {
  test('without any act is known where it is covered', () => {
    const covered = covering('2026-09-28', '2026-10-18');
    const silent = ledger([], [], { without: ['vle'], covered });
    expect(outcomeAt('2026-10-18', { plan: vle, ledger: silent }).classification).toBe('non-engagement');
  });

  test('of others alone is not: whoever is meant by its ids, it is none of the students', () => {
    const others = ledger([], [], {
      strangersOn: { vle: ['2026-10-05'] },
      covered: covering('2026-09-28', '2026-10-18'),
    });
    expect(unknownsAt(vle, others, d('2026-10-18'))).toMatchObject([{ why: 'no-acts' }]);
  });

  test('where silence is normal has unknown days by a declaration alone, and so is what was due on them', () => {
    const submissions = plan({ feeds: listed('submissions'), indicators: [submissionRate('50%')] });
    const dues = [due({ due: '2026-10-16' })];
    const at = (to: string | null) => {
      const covered: Ledger['covered'] =
        to === null ? new Map() : new Map([['submissions', [period('2026-09-28', to)]]]);
      const known = ledger([], dues, { ...KNOWN, covered });
      return outcomeAt('2026-10-18', { plan: submissions, ledger: known }).indicators[0]?.result;
    };
    expect([at(null), at('2026-10-15'), at('2026-10-16'), at('2026-10-18')]).toEqual([
      'not-met',
      'unknown',
      'not-met',
      'not-met',
    ]);
  });
});
