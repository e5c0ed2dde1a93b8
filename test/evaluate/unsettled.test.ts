// Students of two schools that do not agree on which of them decides (6.2f): nothing is decided of them.
import { describe, expect, test } from 'vitest';
import { d, KNOWN, ledger, plan, student, listed } from '../support/build.js';
import { historyAt, outcomeAt } from '../support/judge.js';

const UNSETTLED = student({ joint: { otherSchool: 'LAW', isSettled: false } });
const SETTLED = student({ joint: { otherSchool: 'LAW', isSettled: true } });

const everyTwoWeeks = ['2026-09-28', '2026-10-05', '2026-10-18'].map((on) => ({ on }));
const engaged = ledger(everyTwoWeeks, [], KNOWN);
const silent = ledger([], [], KNOWN);

test.each([
  ['engaged', engaged],
  ['non-engagement', silent],
] as const)('settled, the student is decided as anybody: %s', (classification, acts) => {
  const outcome = outcomeAt('2026-10-18', { student: SETTLED, ledger: acts });
  expect(outcome).toEqual(outcomeAt('2026-10-18', { ledger: acts }));
  expect(outcome).toMatchObject({ classification, isUnsettled: false });
});

test.each([
  ['whoever engages', engaged],
  ['whoever does not', silent],
] as const)('unsettled, it is withheld: %s', (_, acts) => {
  const outcome = outcomeAt('2026-10-18', { student: UNSETTLED, ledger: acts });
  expect(outcome).toMatchObject({ classification: 'withheld', isUnsettled: true, process: 'none', grounds: [] });
});

describe('grounds', () => {
  const pattern = plan({ patterns: [{ counts: 'non-engagement', count: 2, of: 2 }] });

  test('a ground that would be certain is withheld, in the order of grounds', () => {
    const certain = outcomeAt('2026-12-06', { plan: pattern, ledger: silent });
    expect(certain.grounds).toEqual(['10.6-days', '10.6-pattern']);
    const withheld = outcomeAt('2026-12-06', { plan: pattern, student: UNSETTLED, ledger: silent });
    expect(withheld).toMatchObject({ grounds: [], groundsWithheld: ['10.6-days', '10.6-pattern'] });
  });

  test.each([
    // A month without attendance, then the sponsor's 60 days.
    [3, 'certain', []],
    [6, 'none', ['9.2']],
  ] as const)('sponsor grounds and the process of 9.1 are withheld too: RQF %i', (targetAwardRqf, process, found) => {
    const sponsored = { isSponsored: true, targetAwardRqf };
    const feeds = listed('vle', 'attendance');
    const missed = {
      on: '2026-11-12',
      feed: 'attendance',
      type: 'lab',
      module: 'M1',
      standing: 'missed',
      minutes: 60,
    } as const;
    const one = { plan: plan({ feeds }), ledger: ledger([missed], [], KNOWN) };
    const decided = outcomeAt('2026-12-06', { ...one, student: student(sponsored) });
    expect(decided.sponsorship).toMatchObject({ process, grounds: found });
    const { sponsorship, groundsWithheld } = outcomeAt('2026-12-06', {
      ...one,
      student: { ...UNSETTLED, ...sponsored },
    });
    expect(sponsorship).toMatchObject({
      process: process === 'certain' ? 'withheld' : 'none',
      grounds: [],
      missing: [],
    });
    expect(sponsorship?.groundsWithheld).toEqual(expect.arrayContaining([...found]));
    expect(groundsWithheld).toEqual(expect.arrayContaining([...found]));
  });

  test('grace is no state of the student: it is withheld too', () => {
    const late = { startsOn: d('2026-10-14') };
    expect(outcomeAt('2026-10-18', { student: student(late) })).toMatchObject({ notAssessedReason: 'grace' });
    const unsettled = outcomeAt('2026-10-18', { student: { ...UNSETTLED, ...late } });
    expect(unsettled).toMatchObject({ classification: 'withheld', notAssessedReason: null });
  });
});

test('what follows from the student’s state alone stands', () => {
  const withdrawn = { ...UNSETTLED, status: 'withdrawn' as const };
  expect(outcomeAt('2026-10-18', { student: withdrawn })).toMatchObject({
    classification: 'not-assessed',
    notAssessedReason: 'withdrawn',
    isUnsettled: false,
  });
});

test('every checkpoint so far is withheld, the earlier ones too', () => {
  const history = historyAt('2026-12-06', { student: UNSETTLED, ledger: silent });
  expect(history.map(({ classification }) => classification)).toEqual(['withheld', 'withheld', 'withheld']);
});
