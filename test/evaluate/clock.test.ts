// The no-evidence clock (10.6): where it starts, what pauses it, and 59, 60 and 61 days.
import { describe, expect, test } from 'vitest';
import { addDays, formatDay } from '../../src/calendar/day.js';
import {
  calendar,
  vacation,
  activeDays,
  circumstance,
  d,
  due,
  everyDay,
  enrolment,
  KNOWN,
  ledger,
  period,
  plan,
  student,
  submissionRate,
  listed,
} from '../support/build.js';
import { outcomeAt } from '../support/judge.js';

// 28 September is day 1, so 26 November is day 60.
describe('from the start of teaching', () => {
  test.each([
    ['2026-11-25', 59, []],
    ['2026-11-26', 60, ['10.6-days']],
    ['2026-11-27', 61, ['10.6-days']],
  ])('on %s: %i days', (on, days, grounds) => {
    const outcome = outcomeAt(on);
    expect(outcome.clock).toMatchObject({
      startsBecause: 'student-start',
      calendarDays: days,
      longestMonitoredDays: days,
      shortestMonitoredDays: days,
      reachesLimitOn: d('2026-11-26'),
    });
    expect(outcome.grounds).toEqual(grounds);
    expect(outcome.groundsWithheld).toEqual([]);
  });
});

describe('day 0 is the latest of', () => {
  const earlier = student({ startsOn: d('2025-09-22') });

  test('the day before the start of teaching', () => {
    expect(outcomeAt('2026-10-18', { student: earlier }).clock).toMatchObject({
      startsAfter: d('2026-09-27'),
      startsBecause: 'teaching-start',
    });
  });

  test('the last evidence, be it a submission, and never one after the checkpoint', () => {
    const acts = ledger(
      [{ on: '2026-10-02' }, { on: '2026-10-19' }],
      [due({ due: '2026-10-20', submitted: '2026-10-05' })],
      KNOWN,
    );
    const outcome = outcomeAt('2026-10-18', { student: earlier, ledger: acts });
    expect(outcome.lastEvidenceOn).toBe(d('2026-10-05'));
    expect(outcome.clock).toMatchObject({ startsAfter: d('2026-10-05'), startsBecause: 'evidence', calendarDays: 13 });
  });

  test('evidence before everything else moves nothing', () => {
    const outcome = outcomeAt('2026-10-18', { ledger: ledger([{ on: '2026-09-01' }], [], KNOWN) });
    expect(outcome.lastEvidenceOn).toBe(d('2026-09-01'));
    expect(outcome.clock?.startsAfter).toBe(d('2026-09-27'));
  });

  test('among equals, the evidence', () => {
    expect(outcomeAt('2026-10-18', { ledger: ledger([{ on: '2026-09-27' }], [], KNOWN) }).clock?.startsBecause).toBe(
      'evidence',
    );
  });

  test('the day before the student’s start and registration', () => {
    expect(outcomeAt('2026-10-18', { student: student({ startsOn: d('2026-10-06') }) }).clock?.startsAfter).toBe(
      d('2026-10-05'),
    );
    expect(outcomeAt('2026-10-18', { student: student({ registeredOn: d('2026-10-07') }) }).clock?.startsAfter).toBe(
      d('2026-10-06'),
    );
  });

  test('the day before a return from interruption', () => {
    const returned = student({ statusFrom: d('2026-10-08') });
    expect(outcomeAt('2026-10-18', { student: returned }).clock).toMatchObject({
      startsAfter: d('2026-10-07'),
      startsBecause: 'return',
      longestMonitoredDays: 11,
    });
  });
});

describe('a return from interruption', () => {
  const interrupted = { circumstances: [circumstance({ kind: 'interruption', from: '2026-10-10', to: '2026-10-30' })] };
  const status = { student: student({ startsOn: d('2026-09-28'), statusFrom: d('2026-10-31') }) };

  // 31 October is day 1, so 29 December is day 60.
  describe.each([
    ['by circumstance', interrupted],
    ['by status', status],
  ])('%s', (_, records) => {
    test.each([
      ['2026-12-28', 59, []],
      ['2026-12-29', 60, ['10.6-days']],
      ['2026-12-30', 61, ['10.6-days']],
    ])('starts the clock anew: on %s, %i days', (on, days, grounds) => {
      const outcome = outcomeAt(on, { ledger: ledger([{ on: '2026-10-04' }], [], KNOWN), ...records });
      expect(outcome.clock).toMatchObject({
        startsAfter: d('2026-10-30'),
        startsBecause: 'return',
        longestMonitoredDays: days,
        reachesLimitOn: d('2026-12-29'),
      });
      expect(outcome.grounds).toEqual(grounds);
    });
  });
});

describe('a vacation (9.5)', () => {
  const vacations = [vacation('2026-12-14', '2027-01-10')];
  const winter = plan({ calendar: calendar({ vacations }) });
  const since = (on: string) => ledger([{ on }], [], KNOWN);

  test.each([
    ['2027-01-17', 59, []],
    ['2027-01-18', 60, ['10.6-days']],
    ['2027-01-19', 61, ['10.6-days']],
  ])('pauses the clock: on %s, %i monitored days since 22 October', (on, days, grounds) => {
    const outcome = outcomeAt(on, { plan: winter, ledger: since('2026-10-22') });
    expect(outcome.clock).toMatchObject({ longestMonitoredDays: days, calendarDays: days + 28 });
    expect(outcome.clock?.reachesLimitOn).toBe(d('2027-01-18'));
    expect(outcome.grounds).toEqual(grounds);
  });

  test('evidence in it resets the clock', () => {
    const outcome = outcomeAt('2027-01-18', { plan: winter, ledger: since('2026-12-25') });
    expect(outcome.clock).toMatchObject({ startsAfter: d('2026-12-25'), longestMonitoredDays: 8 });
  });
});

test('the sixtieth day never comes where the course ends before', () => {
  const leaver = student({ endsOn: d('2026-11-25') });
  expect(outcomeAt('2026-11-08', { student: leaver }).clock?.reachesLimitOn).toBeNull();
});

test.each(['withdrawn', 'completed', 'interrupted'] as const)(
  'a status that is still to come (%s) is not foreseen',
  (status) => {
    const later = student({ status, statusFrom: d('2026-11-09') });
    expect(outcomeAt('2026-11-08', { student: later }).clock?.reachesLimitOn).toBe(d('2026-11-26'));
  },
);

describe('bounds', () => {
  // The feed's last act is on a day such that, with 3 days of tolerance, everything after is unknown.
  const knownUntil = (lastActOn: string) =>
    ledger([], [], { othersOn: { vle: ['2026-09-28', lastActOn], submissions: ['2026-09-28'] } });

  test.each([
    ['2026-11-23', ['10.6-days'], []],
    ['2026-11-22', [], ['10.6-days']],
  ])('a feed last heard of on %s, at day 60', (lastActOn, grounds, groundsWithheld) => {
    const outcome = outcomeAt('2026-11-26', { ledger: knownUntil(lastActOn) });
    expect(outcome).toMatchObject({ grounds, groundsWithheld });
  });

  test('a ground that is withheld names what is missing', () => {
    const outcome = outcomeAt('2026-11-26', { ledger: knownUntil('2026-11-20') });
    expect(outcome.clock).toMatchObject({ longestMonitoredDays: 60, shortestMonitoredDays: 0 });
    expect(outcome.missing).toContainEqual({
      feed: 'vle',
      why: 'after-last-act',
      days: period('2026-11-24', '2026-11-26'),
      event: null,
    });
  });

  test('a feed that begins late leaves the days before unknown, and the days since certain', () => {
    const late = ledger([], [], {
      othersOn: { vle: everyDay('2026-10-01', '2026-12-06'), submissions: ['2026-09-28'] },
    });
    expect(outcomeAt('2026-11-26', { ledger: late })).toMatchObject({
      grounds: [],
      groundsWithheld: ['10.6-days'],
      clock: { longestMonitoredDays: 60, shortestMonitoredDays: 57 },
    });
    expect(outcomeAt('2026-11-29', { ledger: late }).grounds).toEqual(['10.6-days']);
  });

  test('an act in a feed that the plan does not list withholds the ground, and prevents non-engagement', () => {
    const onlyVle = plan({ feeds: listed('vle') });
    const unlisted = ledger([], [due({ due: '2027-01-01', submitted: '2026-11-20' })], KNOWN);
    const outcome = outcomeAt('2026-11-26', { plan: onlyVle, ledger: unlisted });
    expect(outcome).toMatchObject({ classification: 'low-engagement', grounds: [], groundsWithheld: ['10.6-days'] });
    expect(outcome.lastEvidenceOn).toBeNull();
    expect(outcome.missing).toEqual([]);
    expect(outcome.clock).toMatchObject({ mayStartAfter: d('2026-11-20'), shortestMonitoredDays: 6 });
    expect(outcome.missingForGrounds).toEqual([
      { feed: 'submissions', why: 'unconfirmed-evidence', days: period('2026-11-20', '2026-11-20'), event: null },
    ]);
  });
});

test.each([
  ['2026-09-27', '2026-09-27'],
  ['2026-09-28', '2026-09-28'],
  ['2026-09-29', '2026-09-29'],
])('unconfirmed evidence of %s may start the clock after %s: teaching starts on 28 September', (submitted, after) => {
  const onlyVle = plan({ feeds: listed('vle') });
  const unlisted = ledger([], [due({ due: '2027-01-01', submitted })], KNOWN);
  const early = student({ startsOn: d('2026-09-01') });
  const outcome = outcomeAt('2026-11-30', { plan: onlyVle, ledger: unlisted, student: early });
  expect(outcome.clock?.mayStartAfter).toBe(d(after));
  expect(outcome.missingForGrounds).toHaveLength(0);
});

describe('students who are not assessed', () => {
  // A window of one day after a quiet autumn: grace, yet 60 days without evidence.
  const shortWindow = plan({
    checkpoints: [
      { id: 'c1', on: d('2026-11-25') },
      { id: 'c2', on: d('2026-11-26') },
    ],
  });

  test('in grace can have the ground, given an opportunity', () => {
    const outcome = outcomeAt('2026-11-26', { plan: shortWindow });
    expect(outcome).toMatchObject({ notAssessedReason: 'grace', grounds: ['10.6-days'], process: 'none' });
  });

  test.each([
    ['2026-09-28', ['10.6-days']],
    ['2026-09-27', []],
  ])('an enrolment on a module that ended on %s', (to, grounds) => {
    const enrolments = [enrolment({ to: d(to) })];
    expect(outcomeAt('2026-11-26', { plan: shortWindow, enrolments }).grounds).toEqual(grounds);
  });

  test('an assessment due on a counted day is an opportunity too', () => {
    const coursework = plan({ indicators: [submissionRate('50%')], checkpoints: shortWindow.checkpoints });
    const at = (dueOn: string): readonly string[] => {
      const acts = ledger([], [due({ due: dueOn })], KNOWN);
      return outcomeAt('2026-11-26', { plan: coursework, ledger: acts, enrolments: [] }).grounds;
    };
    expect(at('2026-10-10')).toEqual(['10.6-days']);
    expect(at('2026-12-10')).toEqual([]);
  });

  test('with the opportunity only on days that may not count, the ground is withheld', () => {
    // QMplus is known from 1 October, when the enrolment had ended.
    const enrolments = [enrolment({ to: d('2026-09-30') })];
    const late = ledger([], [], {
      othersOn: { vle: everyDay('2026-10-01', '2026-12-06'), submissions: ['2026-09-28'] },
    });
    const outcome = outcomeAt('2026-12-06', { ledger: late, enrolments });
    expect(outcome).toMatchObject({
      notAssessedReason: 'no-opportunity',
      grounds: [],
      groundsWithheld: ['10.6-days'],
      clock: { longestMonitoredDays: 70, mayStartAfter: d('2026-09-30'), shortestMonitoredDays: 67 },
    });
    const asked = [enrolment({ to: d('2026-10-01') })];
    expect(outcomeAt('2026-12-06', { ledger: late, enrolments: asked }).grounds).toEqual(['10.6-days']);
  });

  test('without the submissions feed something may have been due', () => {
    const without = ledger([], [], { ...KNOWN, without: ['submissions'] });
    const outcome = outcomeAt('2026-11-26', { plan: shortWindow, ledger: without, enrolments: [] });
    expect(outcome).toMatchObject({ notAssessedReason: 'grace', grounds: [], groundsWithheld: ['10.6-days'] });
    expect(outcomeAt('2026-11-26', { plan: shortWindow, enrolments: [] }).groundsWithheld).toEqual([]);
  });

  test('without opportunity in the window: the earlier one within the counted days decides', () => {
    const enrolments = [enrolment({ to: d('2026-10-31') })];
    const outcome = outcomeAt('2026-12-06', { plan: plan({ indicators: [activeDays(3)] }), enrolments });
    expect(outcome).toMatchObject({ notAssessedReason: 'no-opportunity', grounds: ['10.6-days'] });
  });
});

test('every day moves the clock by one, across the end of summer time', () => {
  const days = Array.from({ length: 9 }, (_, index) => formatDay(addDays(d('2026-10-21'), index)));
  expect(days.map((on) => outcomeAt(on).clock?.longestMonitoredDays)).toEqual([24, 25, 26, 27, 28, 29, 30, 31, 32]);
});
