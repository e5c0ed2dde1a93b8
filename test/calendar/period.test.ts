import { describe, expect, test } from 'vitest';
import { dayOf } from '../../src/calendar/day.js';
import { contains, daysOf, lengthDays, overlap, without, type Period } from '../../src/calendar/period.js';

const october = (from: number, to: number): Period => ({ from: dayOf(2026, 10, from), to: dayOf(2026, 10, to) });
const on = (dayOfMonth: number) => dayOf(2026, 10, dayOfMonth);

test.each([
  [9, false],
  [10, true],
  [11, true],
  [19, true],
  [20, true],
  [21, false],
])('10 to 20 October contains the %s: %s', (dayOfMonth, expected) => {
  expect(contains(october(10, 20), on(dayOfMonth))).toBe(expected);
});

test('both ends count', () => {
  expect(lengthDays(october(10, 10))).toBe(1);
  expect(lengthDays(october(10, 20))).toBe(11);
  expect(lengthDays(october(24, 26))).toBe(3);
  expect([...daysOf(october(24, 26))]).toEqual([on(24), on(25), on(26)]);
  expect([...daysOf(october(11, 10))]).toEqual([]);
});

describe('the days that two periods share', () => {
  test.each([
    [october(1, 9), undefined],
    [october(1, 10), october(10, 10)],
    [october(1, 11), october(10, 11)],
    [october(12, 15), october(12, 15)],
    [october(1, 31), october(10, 20)],
    [october(20, 25), october(20, 20)],
    [october(21, 25), undefined],
  ])('10 to 20 and %j', (other, expected) => {
    expect(overlap(october(10, 20), other)).toEqual(expected);
    expect(overlap(other, october(10, 20))).toEqual(expected);
  });
});

test.each<[readonly Period[], readonly Period[]]>([
  [[], [october(10, 20)]],
  [[october(1, 9), october(21, 31)], [october(10, 20)]],
  [[october(1, 10)], [october(11, 20)]],
  [[october(20, 20)], [october(10, 19)]],
  [[october(9, 21)], []],
  [[october(10, 20)], []],
  [
    [october(18, 30), october(12, 14), october(13, 16)],
    [october(10, 11), october(17, 17)],
  ],
  [[october(1, 14), october(15, 31)], []],
])('10 to 20 October without %j', (others, left) => {
  expect(without(october(10, 20), others)).toEqual(left);
});
