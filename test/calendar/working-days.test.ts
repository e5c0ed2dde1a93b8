// Working days, and the bank holidays of England as they are published.
import { describe, expect, test } from 'vitest';
import { bankHolidaysOf, easterSunday } from '../../src/calendar/bank-holidays.js';
import { formatDay } from '../../src/calendar/day.js';
import { workingDaysAfter } from '../../src/calendar/working-days.js';
import { d, period } from '../support/build.js';

/** As the government lists them. */
const PUBLISHED: Readonly<Record<number, string>> = {
  2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
  2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
  2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
  2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
};

test.each(Object.keys(PUBLISHED).map(Number))('the bank holidays of %i', (year) => {
  const expected = (PUBLISHED[year] ?? '').split(' ').map((day) => `${year}-${day}`);
  expect(bankHolidaysOf(year, year).map(formatDay)).toEqual(expected);
});

test('of several years, ascending', () => {
  const days = bankHolidaysOf(2026, 2027);
  expect(days).toHaveLength(16);
  expect([...days].sort((one, other) => one - other)).toEqual(days);
});

test.each([
  [2000, '2000-04-23'],
  [2008, '2008-03-23'],
  [2038, '2038-04-25'],
])('Easter Sunday of %i', (year, on) => {
  expect(formatDay(easterSunday(year))).toBe(on);
});

describe('working days', () => {
  const holidays = bankHolidaysOf(2026, 2027);

  test.each([
    ['2026-11-06', 1, '2026-11-09'],
    ['2026-11-07', 1, '2026-11-09'],
    ['2026-11-08', 1, '2026-11-09'],
    ['2026-11-08', 5, '2026-11-13'],
    ['2026-11-08', 6, '2026-11-16'],
    ['2026-12-24', 1, '2026-12-29'],
    ['2026-12-24', 3, '2026-12-31'],
    ['2026-12-24', 4, '2027-01-04'],
  ])('after %s, %i: %s', (from, count, expected) => {
    expect(formatDay(workingDaysAfter(d(from), count, [], holidays))).toBe(expected);
  });

  test('closures are none', () => {
    const closures = [period('2026-11-09', '2026-11-10')];
    expect(formatDay(workingDaysAfter(d('2026-11-08'), 1, closures, holidays))).toBe('2026-11-11');
  });
});
