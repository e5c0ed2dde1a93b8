// What a university's year says of a day: vacations by level, disruptions, kinds of weeks, teaching weeks.
import { describe, expect, test } from 'vitest';
import { isDisrupted, isOfKind, isVacation, teachingWeeksIn } from '../../src/calendar/calendar.js';
import { weekOf } from '../../src/calendar/day.js';
import { daysOf } from '../../src/calendar/period.js';
import { calendar, d, period, vacation } from '../support/build.js';

describe('vacations (9.5)', () => {
  test.each([
    ['2026-10-09', false],
    ['2026-10-10', true],
    ['2026-10-12', true],
    ['2026-10-13', false],
    ['2026-10-19', false],
    ['2026-10-20', true],
    ['2026-10-21', false],
  ])('on %s, with vacations on 10 to 12 and on 20 October: %s', (on, expected) => {
    const vacations = [vacation('2026-10-10', '2026-10-12'), vacation('2026-10-20', '2026-10-20')];
    expect(isVacation(calendar({ vacations }), d(on), 'undergraduate')).toBe(expected);
  });

  test.each([
    ['masters', true],
    ['undergraduate', false],
    [null, true],
  ])('one of masters students, for %s: %s', (level, expected) => {
    const vacations = [vacation('2026-10-10', '2026-10-12', ['masters', 'diploma'])];
    expect(isVacation(calendar({ vacations }), d('2026-10-11'), level)).toBe(expected);
  });

  test('a year without vacations has no vacation days', () => {
    expect(isVacation(calendar(), d('2026-12-25'), null)).toBe(false);
  });
});

test.each([
  ['2026-10-04', false],
  ['2026-10-05', true],
  ['2026-10-06', true],
  ['2026-10-07', false],
])('disruption and reading week from 5 to 6 October, on %s: %s', (on, expected) => {
  const days = [period('2026-10-05', '2026-10-06')];
  const year = calendar({ disruptions: days, kinds: { reading_weeks: days, exam_weeks: [], closures: [] } });
  expect(isDisrupted(year, d(on))).toBe(expected);
  expect(isOfKind(year, d(on), 'reading_weeks')).toBe(expected);
  expect(isOfKind(year, d(on), 'exam_weeks')).toBe(false);
});

describe('teaching weeks', () => {
  const weeks = (
    over: Parameters<typeof calendar>[0],
    from = '2026-09-28',
    to = '2026-10-18',
    level: string | null = null,
  ) => {
    return [...teachingWeeksIn(calendar(over), daysOf(period(from, to)), level)].map(
      (week) => week - weekOf(d('2026-09-28')),
    );
  };

  test('without terms every whole week since teaching began', () => {
    expect(weeks({})).toEqual([0, 1, 2]);
    expect(weeks({ teachingStartsOn: d('2026-09-29') })).toEqual([1, 2]);
  });

  test.each([
    ['2026-09-28', '2026-10-16', [0, 1, 2]],
    ['2026-09-29', '2026-10-16', [1, 2]],
    ['2026-09-28', '2026-10-15', [0, 1]],
  ])('a term from %s to %s', (from, to, expected) => {
    expect(weeks({ terms: [period(from, to)] })).toEqual(expected);
  });

  test.each([
    ['2026-09-28', '2026-10-16', [0, 1, 2]],
    ['2026-09-29', '2026-10-16', [1, 2]],
    ['2026-09-28', '2026-10-15', [0, 1]],
  ])('only weeks of which every weekday is asked for: %s to %s', (from, to, expected) => {
    expect(weeks({}, from, to)).toEqual(expected);
  });

  test('not those with a weekday of vacation, reading week or exams; closures, disruptions and weekends do no harm', () => {
    const friday = [period('2026-10-09', '2026-10-09')];
    const none = { reading_weeks: [], exam_weeks: [], closures: [] };
    expect(weeks({ kinds: { ...none, reading_weeks: friday } })).toEqual([0, 2]);
    expect(weeks({ kinds: { ...none, exam_weeks: friday } })).toEqual([0, 2]);
    expect(weeks({ kinds: { ...none, closures: friday }, disruptions: friday })).toEqual([0, 1, 2]);
    expect(weeks({ kinds: { ...none, exam_weeks: [period('2026-10-10', '2026-10-11')] } })).toEqual([0, 1, 2]);
  });

  test('by level', () => {
    const vacations = [vacation('2026-10-05', '2026-10-05', ['masters'])];
    expect(weeks({ vacations }, '2026-09-28', '2026-10-18', 'masters')).toEqual([0, 2]);
    expect(weeks({ vacations }, '2026-09-28', '2026-10-18', 'undergraduate')).toEqual([0, 1, 2]);
  });
});
