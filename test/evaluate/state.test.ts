// Who is not assessed, and why: the first reason that applies at the checkpoint date decides.
import { describe, expect, test } from 'vitest';
import type { Student } from '../../src/engagement/student.js';
import { d, enrolment, plan, student, calendar, vacation } from '../support/build.js';
import { outcomeAt } from '../support/judge.js';

function reasonAt(on: string, over: Partial<Student>): string | null {
  return outcomeAt(on, { student: student(over) }).notAssessedReason;
}

describe('the state at the checkpoint date', () => {
  test.each<[string, Partial<Student>]>([
    // 4.1 and 4.2: taught students only.
    ['research', { programmeType: 'research' }],
    ['withdrawn', { status: 'withdrawn' }],
    ['completed', { status: 'completed' }],
    ['interrupted', { status: 'interrupted' }],
    ['no-transnational-section', { category: 'tne' }],
  ])('%s', (reason, over) => {
    const outcome = outcomeAt('2026-10-18', { student: student(over) });
    expect(outcome).toMatchObject({ classification: 'not-assessed', notAssessedReason: reason, process: 'none' });
    expect(outcome).toMatchObject({ clock: null, grounds: [], groundsWithheld: [], indicators: [] });
  });

  test('the first reason in the order of the reading wins', () => {
    expect(reasonAt('2026-10-18', { programmeType: 'research', status: 'withdrawn' })).toBe('research');
    expect(reasonAt('2026-10-18', { status: 'withdrawn', startsOn: d('2026-11-01') })).toBe('withdrawn');
    expect(reasonAt('2026-10-18', { status: 'interrupted', startsOn: d('2026-11-01') })).toBe('not-started');
    expect(reasonAt('2026-10-18', { status: 'interrupted', endsOn: d('2026-10-17') })).toBe('completed');
    expect(reasonAt('2026-10-18', { status: 'interrupted', category: 'tne' })).toBe('interrupted');
  });

  test.each([
    ['2026-10-17', null],
    ['2026-10-18', 'withdrawn'],
    ['2026-10-19', 'withdrawn'],
  ])('a status holds from its first day: withdrawn from 18 October, seen on %s', (on, reason) => {
    const leaver = student({ status: 'withdrawn', statusFrom: d('2026-10-18') });
    const days = plan({ checkpoints: [{ id: 'c', on: d(on) }] });
    expect(outcomeAt(on, { plan: days, student: leaver }).notAssessedReason).toBe(reason);
  });

  test.each([
    ['2026-10-19', 'not-started'],
    ['2026-10-18', 'grace'],
    ['2026-10-17', 'grace'],
  ])('a student who starts on %s, at 18 October', (startsOn, reason) => {
    expect(reasonAt('2026-10-18', { startsOn: d(startsOn) })).toBe(reason);
    expect(reasonAt('2026-10-18', { registeredOn: d(startsOn) })).toBe(reason);
  });

  test.each([
    ['2026-10-19', null],
    ['2026-10-18', null],
    ['2026-10-17', 'completed'],
  ])('a course that ends on %s, at 18 October', (endsOn, reason) => {
    expect(reasonAt('2026-10-18', { endsOn: d(endsOn) })).toBe(reason);
  });

  test.each([
    ['2026-10-19', 'interrupted'],
    ['2026-10-18', 'grace'],
  ])('enrolled again from %s, at 18 October: interrupted until then', (statusFrom, reason) => {
    expect(reasonAt('2026-10-18', { statusFrom: d(statusFrom) })).toBe(reason);
  });

  test('enrolled from the start is no return', () => {
    const outcome = outcomeAt('2026-10-18', { student: student({ statusFrom: d('2026-09-28') }) });
    expect(outcome.notAssessedReason).toBeNull();
    expect(outcome.clock?.startsBecause).toBe('student-start');
  });

  test('interrupted later: the checkpoint before sees an enrolled student', () => {
    expect(reasonAt('2026-10-18', { status: 'interrupted', statusFrom: d('2026-10-19') })).toBeNull();
  });
});

describe('grace', () => {
  test.each([
    ['2026-10-13', 6, 'grace'],
    ['2026-10-12', 7, null],
    ['2026-10-11', 8, null],
  ])('starting on %s leaves %i monitored days by 18 October', (startsOn, days, reason) => {
    const outcome = outcomeAt('2026-10-18', { student: student({ startsOn: d(startsOn) }) });
    expect(outcome.studentMonitoredDays).toBe(days);
    expect(outcome.notAssessedReason).toBe(reason);
  });

  test('vacation days are not monitored', () => {
    const vacations = [vacation('2026-10-01', '2026-10-12')];
    const holiday = plan({ calendar: calendar({ vacations }) });
    const late = student({ startsOn: d('2026-09-29') });
    const outcome = outcomeAt('2026-10-18', { plan: holiday, student: late });
    expect(outcome).toMatchObject({ studentMonitoredDays: 8, windowMonitoredDays: 9, notAssessedReason: null });
  });
});

test('without any opportunity a student is not assessed, and every indicator says why', () => {
  const outcome = outcomeAt('2026-10-18', { enrolments: [] });
  expect(outcome).toMatchObject({ classification: 'not-assessed', notAssessedReason: 'no-opportunity' });
  expect(outcome.indicators).toEqual([{ indicatorId: 'qmplus', result: 'not-applicable', isDeciding: false }]);
});

test.each([
  ['2026-10-17', '2026-10-17', 'not-met'],
  [null, '2026-09-28', 'not-met'],
  [null, '2026-09-27', 'not-applicable'],
  ['2026-10-18', null, 'not-met'],
  ['2026-10-19', null, 'not-applicable'],
])('an enrolment on a module from %s to %s, in a window of 28 September to 18 October: %s', (from, to, result) => {
  const module = enrolment({ from: from === null ? null : d(from), to: to === null ? null : d(to) });
  expect(outcomeAt('2026-10-18', { enrolments: [module] }).indicators[0]?.result).toBe(result);
});

test('without the table of module enrolments QMplus is always an opportunity', () => {
  expect(outcomeAt('2026-10-18', { enrolments: null }).classification).toBe('non-engagement');
});
