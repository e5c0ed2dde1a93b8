import { describe, expect, test } from 'vitest';
import {
  addDays,
  dayOf,
  describeDay,
  earliestOf,
  formatDay,
  latestOf,
  parseDay,
  weekOf,
  type Day,
} from '../../src/calendar/day.js';

function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new Error(`not a day: ${text}`);
  return parsed;
}

test('days are counted from 1 January 1970, a Thursday', () => {
  expect(day('1970-01-01')).toBe(0);
  expect(day('1969-12-31')).toBe(-1);
  expect(describeDay(day('1970-01-01'))).toBe('Thursday 1 January 1970');
});

test('every day from 1900 to 2199 is read, written and followed by the next', () => {
  const last = day('2199-12-31');
  let expected = day('1900-01-01');
  let text = '';
  for (; expected <= last; expected = addDays(expected, 1)) {
    text = formatDay(expected);
    if (parseDay(text) !== expected) break;
  }
  expect(text).toBe('2199-12-31');
});

describe('leap days', () => {
  test.each([
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2023-02-29', false],
    ['2024-02-29', true],
    ['2100-02-29', false],
  ])('%s exists: %s', (text, exists) => {
    expect(parseDay(text) !== undefined).toBe(exists);
  });

  test('come between the last of February and the first of March', () => {
    expect(formatDay(addDays(day('2024-02-28'), 1))).toBe('2024-02-29');
    expect(formatDay(addDays(day('2023-02-28'), 1))).toBe('2023-03-01');
  });
});

test.each([
  '1899-12-31',
  '2200-01-01',
  '2026-00-01',
  '2026-13-01',
  '2026-04-31',
  '2026-10-00',
  '2026-10-32',
  '2026-1-1',
  '26-10-18',
  '18/10/2026',
  '2026-10-18 ',
  ' 2026-10-18',
  '2026-10-18\n',
  '٢٠٢٦-10-18',
  '',
])('%j is no day', (text) => {
  expect(parseDay(text)).toBeUndefined();
});

test('months and days of a date roll over', () => {
  expect(formatDay(dayOf(2026, 14, 0))).toBe('2027-01-31');
});

test('weeks run Monday to Sunday', () => {
  const [sunday, monday, nextSunday, nextMonday] = ['2026-11-01', '2026-11-02', '2026-11-08', '2026-11-09'].map((it) =>
    weekOf(day(it)),
  );
  expect(monday).toBe(nextSunday);
  expect(sunday).not.toBe(monday);
  expect(nextMonday).not.toBe(nextSunday);
  expect(weekOf(day('1969-12-29'))).toBe(weekOf(day('1970-01-04')));
});

test('letters write a day out', () => {
  expect(describeDay(day('2026-11-05'))).toBe('Thursday 5 November 2026');
  expect(describeDay(day('2026-10-25'))).toBe('Sunday 25 October 2026');
});

test('the latest and the earliest of several days', () => {
  const days = [day('2026-10-18'), day('2026-11-08'), day('2026-09-28')] as const;
  expect(latestOf(...days)).toBe(days[1]);
  expect(earliestOf(...days)).toBe(days[2]);
  expect(latestOf(days[0])).toBe(days[0]);
});
