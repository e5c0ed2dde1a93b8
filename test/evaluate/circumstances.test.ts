// What circumstances change, and nothing else (6.1b; reading.md, effects of circumstances).
import { describe, expect, test } from 'vitest';
import type { Circumstance, CircumstanceKind } from '../../src/engagement/circumstance.js';
import type { Outcome } from '../../src/engagement/outcome.js';
import {
  activeDays,
  attendanceRate,
  circumstance,
  d,
  due,
  everyDay,
  KNOWN,
  ledger,
  plan,
  amount,
  recency,
  student,
  submissionRate,
  listed,
} from '../support/build.js';
import { historyAt, outcomeAt, type Case } from '../support/judge.js';

function under(circumstances: readonly Circumstance[], on = '2026-10-18', it: Case = {}): Outcome {
  return outcomeAt(on, { ledger: ledger([], [], KNOWN), ...it, circumstances });
}

const of = (kind: CircumstanceKind, from: string, to?: string): Circumstance => {
  return circumstance({ kind, from, ...(to === undefined ? {} : { to }) });
};

describe('the state on the checkpoint date', () => {
  test.each<[CircumstanceKind, string]>([
    ['interruption', 'interrupted'],
    ['sabbatical-officer', 'sabbatical-officer'],
    ['placement', 'no-placement-section'],
    ['study-abroad', 'no-placement-section'],
  ])('%s', (kind, reason) => {
    expect(under([of(kind, '2026-10-19')]).notAssessedReason).toBeNull();
    expect(under([of(kind, '2026-10-18')]).notAssessedReason).toBe(reason);
    expect(under([of(kind, '2026-10-18', '2026-10-18')]).notAssessedReason).toBe(reason);
    // A week back; of fewer days nothing is held against whom no section judges the others (9.4).
    expect(under([of(kind, '2026-09-01', '2026-10-11')]).notAssessedReason).not.toBe(reason);
    expect(under([of(kind, '2026-09-01', '2026-10-18')])).toMatchObject({
      notAssessedReason: reason,
      clock: null,
      grounds: [],
    });
  });

  test('no section for a placement: six days back are too few to be held against anybody, seven are not (9.4)', () => {
    expect(under([of('placement', '2026-09-01', '2026-10-12')]).notAssessedReason).toBe('no-placement-section');
    expect(under([of('placement', '2026-09-01', '2026-10-11')]).notAssessedReason).toBeNull();
  });

  test.each<[CircumstanceKind]>([
    ['extension'],
    ['extenuating'],
    ['contact-hold'],
    ['remote-approved'],
    ['authorised-absence'],
  ])('%s is none', (kind) => {
    expect(under([of(kind, '2026-10-18', '2026-10-18')])).toMatchObject({ classification: 'non-engagement' });
  });

  test('withdrawn comes before a sabbatical, a sabbatical before the rest', () => {
    const gone = student({ status: 'withdrawn', statusFrom: d('2026-10-10') });
    const officer = [of('sabbatical-officer', '2026-10-01'), of('interruption', '2026-10-01')];
    expect(under(officer, '2026-10-18', { student: gone }).notAssessedReason).toBe('withdrawn');
    expect(under(officer).notAssessedReason).toBe('sabbatical-officer');
  });
});

describe('interruption', () => {
  test('its days are not the student’s, and not monitored', () => {
    const outcome = under([of('interruption', '2026-10-01', '2026-10-04')]);
    expect(outcome).toMatchObject({ studentMonitoredDays: 17, classification: 'non-engagement' });
  });

  test('evidence in it is none for 7.3', () => {
    const seen = ledger([{ on: '2026-10-02' }], [], KNOWN);
    expect(under([of('interruption', '2026-10-01', '2026-10-04')], '2026-10-18', { ledger: seen })).toMatchObject({
      classification: 'non-engagement',
    });
  });

  test.each([
    ['2026-10-16', '2026-10-16', 'return', 2],
    ['2026-10-17', '2026-10-17', 'return', 1],
  ])('the clock starts anew: interrupted to %s', (to, startsAfter, startsBecause, days) => {
    const outcome = under([of('interruption', '2026-10-10', to)], '2026-10-18', { plan: plan({ graceDays: 1 }) });
    expect(outcome.clock).toMatchObject({ startsAfter: d(startsAfter), startsBecause, longestMonitoredDays: days });
  });

  test('later evidence starts it later still', () => {
    const seen = ledger([{ on: '2026-10-12' }], [], KNOWN);
    const outcome = under([of('interruption', '2026-10-01', '2026-10-04')], '2026-10-18', { ledger: seen });
    expect(outcome.clock).toMatchObject({ startsAfter: d('2026-10-12'), startsBecause: 'evidence' });
  });

  test('recency starts anew too', () => {
    const recent = plan({ indicators: [recency(10)], graceDays: 1 });
    const at = (to: string) => under([of('interruption', '2026-10-01', to)], '2026-10-18', { plan: recent });
    expect(at('2026-10-08').indicators[0]).toMatchObject({ result: 'met', measured: { worst: { numerator: 10 } } });
    expect(at('2026-10-07').indicators[0]).toMatchObject({ result: 'not-met', measured: { worst: { numerator: 11 } } });
  });

  test('breaks a pattern', () => {
    const history = (circumstances: readonly Circumstance[]) => {
      return historyAt('2026-11-08', { ledger: ledger([], [], KNOWN), circumstances }).map(({ grounds }) => grounds);
    };
    expect(history([])).toEqual([[], ['10.6-pattern']]);
    expect(history([of('interruption', '2026-10-19', '2026-10-19')])).toEqual([[], []]);
    expect(history([of('interruption', '2026-10-18', '2026-10-18')])).toEqual([[], []]);
    expect(history([of('interruption', '2026-11-09')])).toEqual([[], ['10.6-pattern']]);
  });
});

describe('authorised absence', () => {
  const fourWeeks = plan({ checkpoints: [{ id: 'x', on: d('2026-10-25') }], indicators: [activeDays(4)] });

  test.each([
    ['2026-10-04', 21, 3],
    ['2026-10-05', 20, 2],
    ['2026-10-11', 14, 2],
    ['2026-10-12', 13, 1],
  ])('28 September to %s leaves %i of 28 days and asks for %i of 4', (to, left, minimum) => {
    const outcome = under([of('authorised-absence', '2026-09-28', to)], '2026-10-25', { plan: fourWeeks });
    expect(outcome.studentMonitoredDays - outcome.authorisedDays).toBe(left);
    expect(outcome.indicators[0]?.measured).toMatchObject({ threshold: { numerator: minimum }, plannedThreshold: 4 });
  });

  test.each([
    ['2026-10-10', 8, 'non-engagement', null],
    ['2026-10-11', 7, 'non-engagement', null],
    ['2026-10-12', 6, 'not-assessed', 'authorised-absence'],
  ])('to %s, %i days left', (to, left, classification, notAssessedReason) => {
    const outcome = under([of('authorised-absence', '2026-09-28', to)]);
    expect(outcome.studentMonitoredDays - outcome.authorisedDays).toBe(left);
    expect(outcome).toMatchObject({ classification, notAssessedReason });
  });

  test('who meets the rule all the same is engaged', () => {
    const busy = ledger([{ on: '2026-10-02' }], [], KNOWN);
    const outcome = under([of('authorised-absence', '2026-09-28', '2026-10-17')], '2026-10-18', { ledger: busy });
    expect(outcome).toMatchObject({ classification: 'engaged', notAssessedReason: null });
  });

  test('whose data is missing is not withheld for it', () => {
    const stale = ledger([], [], { othersOn: { vle: ['2026-09-28'], submissions: ['2026-09-28'] } });
    const outcome = under([of('authorised-absence', '2026-09-28', '2026-10-17')], '2026-10-18', { ledger: stale });
    expect(outcome.notAssessedReason).toBe('authorised-absence');
  });

  test('grace comes first', () => {
    const late = student({ startsOn: d('2026-10-13') });
    const outcome = under([of('authorised-absence', '2026-09-28', '2026-10-17')], '2026-10-18', { student: late });
    expect(outcome.notAssessedReason).toBe('grace');
  });

  test('without anything to do it is no opportunity, unless hardly a day is left', () => {
    const idle = { enrolments: [] };
    const short = under([of('authorised-absence', '2026-09-28', '2026-10-04')], '2026-10-18', idle);
    expect(short.notAssessedReason).toBe('no-opportunity');
    const long = under([of('authorised-absence', '2026-09-28', '2026-10-14')], '2026-10-18', idle);
    expect(long.notAssessedReason).toBe('authorised-absence');
  });

  test('is never evidence', () => {
    expect(under([of('authorised-absence', '2026-10-01', '2026-10-02')])).toMatchObject({
      classification: 'non-engagement',
      lastEvidenceOn: null,
    });
  });

  test.each([
    ['pauses', 59, []],
    ['counts', 60, ['10.6-days']],
  ] as const)('%s the clock of 10.6: %i days', (authorisedAbsence, days, grounds) => {
    const chosen = plan({
      clock: { vacation: 'pauses', authorisedAbsence },
      checkpoints: [{ id: 'x', on: d('2026-11-26') }],
    });
    const outcome = under([of('authorised-absence', '2026-10-10', '2026-10-10')], '2026-11-26', { plan: chosen });
    expect(outcome).toMatchObject({ clock: { longestMonitoredDays: days, calendarDays: 60 }, grounds });
  });

  test('the date on which the clock reaches 60 knows what is recorded, but nothing that begins later', () => {
    const long = of('authorised-absence', '2026-10-10', '2026-10-25');
    const later = of('authorised-absence', '2026-10-20', '2026-10-29');
    expect(under([]).clock?.reachesLimitOn).toBe(d('2026-11-26'));
    expect(under([long]).clock?.reachesLimitOn).toBe(d('2026-12-12'));
    expect(under([later]).clock?.reachesLimitOn).toBe(d('2026-11-26'));
  });
});

describe('extension', () => {
  const coursework = plan({ indicators: [submissionRate('50%')] });
  const due10 = [due({ due: '2026-10-10' })];

  function result(circumstances: readonly Circumstance[], dues = due10): string | undefined {
    const own = ledger([{ on: '2026-10-01' }], dues, KNOWN);
    return outcomeAt('2026-10-18', { plan: coursework, ledger: own, circumstances }).indicators[0]?.result;
  }
  const extension = (over: Parameters<typeof circumstance>[0]) => circumstance({ kind: 'extension', ...over });

  test.each([
    ['2026-10-17', 'not-met'],
    ['2026-10-18', 'not-met'],
    ['2026-10-19', 'not-applicable'],
    ['2026-10-09', 'not-met'],
  ])('of a named assessment to %s: %s', (to, expected) => {
    expect(result([extension({ from: '2026-10-01', to, assessmentId: 'A1' })])).toBe(expected);
  });

  test('the later of it and the export’s', () => {
    const extended = [due({ due: '2026-10-10', extendedTo: '2026-10-20' })];
    expect(result([extension({ from: '2026-10-01', to: '2026-10-12', assessmentId: 'A1' })], extended)).toBe(
      'not-applicable',
    );
  });

  test('of another assessment changes nothing', () => {
    expect(result([extension({ from: '2026-10-01', to: '2026-10-25', assessmentId: 'A2' })])).toBe('not-met');
  });

  test.each([
    ['2026-10-10', 'not-applicable'],
    ['2026-10-11', 'not-met'],
  ])('that names none is for what is due while it lasts: from %s %s', (from, expected) => {
    expect(result([extension({ from, to: '2026-10-25' })])).toBe(expected);
  });

  test.each([
    [{ day: d('2026-10-12'), minute: 1439 }, 'met'],
    [{ day: d('2026-10-13'), minute: 0 }, 'not-met'],
    [{ day: d('2026-10-12'), minute: null }, 'met'],
  ])('counts to the end of its day: submitted %j is on time or not: %s', (submitted, expected) => {
    const onTime = plan({ indicators: [submissionRate('50%', { isOnTimeAsked: true })] });
    const dues = [{ ...due({ due: '2026-10-10' }), submitted }];
    const circumstances = [extension({ from: '2026-10-01', to: '2026-10-12', assessmentId: 'A1' })];
    const outcome = outcomeAt('2026-10-18', { plan: onTime, ledger: ledger([], dues, KNOWN), circumstances });
    expect(outcome.indicators[0]?.result).toBe(expected);
  });

  // Ten in the morning.
  const due9 = { ...due({ due: '2026-10-09' }), due: { day: d('2026-10-09'), minute: 600 } };

  test.each([
    ['nothing', due9, [], 'not-met'],
    ['a circumstance', due9, [extension({ from: '2026-10-01', to: '2026-10-09', assessmentId: 'A1' })], 'met'],
    ['the export', { ...due9, extendedTo: { day: d('2026-10-09'), minute: null } }, [], 'met'],
    [
      'a circumstance, later than the export',
      { ...due9, extendedTo: { day: d('2026-10-09'), minute: 660 } },
      [extension({ from: '2026-10-01', to: '2026-10-09', assessmentId: 'A1' })],
      'met',
    ],
  ])('to the day on which it was due anyway lasts to its end: by %s', (_, own, circumstances, expected) => {
    const onTime = plan({ indicators: [submissionRate('50%', { isOnTimeAsked: true })] });
    const dues = [{ ...own, submitted: { day: d('2026-10-09'), minute: 900 } }];
    const outcome = outcomeAt('2026-10-18', { plan: onTime, ledger: ledger([], dues, KNOWN), circumstances });
    expect(outcome.indicators[0]?.result).toBe(expected);
  });
});

describe('extenuating circumstances', () => {
  const coursework = plan({ indicators: [submissionRate('100%')] });
  const dues = [due({ due: '2026-10-10' }), due({ assessmentId: 'A2', due: '2026-10-11', submitted: '2026-10-11' })];
  const named = circumstance({ kind: 'extenuating', from: '2026-10-08', assessmentId: 'A1' });

  test('the submission that they name leaves the denominator if not submitted', () => {
    const outcome = (circumstances: readonly Circumstance[]) =>
      outcomeAt('2026-10-18', { plan: coursework, ledger: ledger([], dues, KNOWN), circumstances });
    expect(outcome([]).classification).toBe('low-engagement');
    expect(outcome([named])).toMatchObject({
      classification: 'engaged',
      indicators: [{ measured: { setAside: [{ why: 'extenuating', count: 1 }] } }],
    });
    expect(outcome([{ ...named, assessmentId: '' }]).classification).toBe('low-engagement');
  });

  test.each([
    [null, 'no-opportunity'],
    ['2026-10-19', 'no-opportunity'],
    ['2026-10-18', null],
  ])('where nothing else was due, nothing is asked, of a number of submissions either: submitted %s', (on, reason) => {
    const count = plan({ indicators: [amount('count', 1, { id: 'coursework', feed: 'submissions' })] });
    const own = ledger([], [due({ due: '2026-10-10', ...(on === null ? {} : { submitted: on }) })], KNOWN);
    const outcome = outcomeAt('2026-10-18', { plan: count, ledger: own, circumstances: [named] });
    expect(outcome.notAssessedReason).toBe(reason);
  });

  test('what was submitted stays', () => {
    const done = [
      { ...due({ due: '2026-10-10', submitted: '2026-10-10' }) },
      due({ assessmentId: 'A2', due: '2026-10-11' }),
    ];
    const half = plan({ indicators: [submissionRate('50%')] });
    const outcome = outcomeAt('2026-10-18', { plan: half, ledger: ledger([], done, KNOWN), circumstances: [named] });
    expect(outcome.indicators[0]?.measured?.worst).toEqual({ numerator: 1, denominator: 2 });
  });

  test('on a day that is not known it may still have been submitted', () => {
    const none = ledger([], [due({ due: '2026-10-10' })], { othersOn: { vle: everyDay('2026-09-28', '2026-10-18') } });
    const outcome = outcomeAt('2026-10-18', { plan: coursework, ledger: none, circumstances: [named] });
    expect(outcome.indicators[0]).toMatchObject({ result: 'unknown', measured: { missed: [], setAside: [] } });
  });
});

test('an expected event on an authorised day leaves a rate, on the day after it does not', () => {
  const feeds = listed('attendance');
  const events = (on: string) => ledger([{ feed: 'attendance', on, standing: 'missed', module: 'M1' }], [], KNOWN);
  const labs = plan({ feeds, indicators: [attendanceRate('50%')] });
  const absence = [of('authorised-absence', '2026-10-06', '2026-10-06')];
  const result = (on: string) => under(absence, '2026-10-18', { plan: labs, ledger: events(on) }).notAssessedReason;
  expect(result('2026-10-06')).toBe('no-opportunity');
  expect(result('2026-10-07')).toBeNull();
});
