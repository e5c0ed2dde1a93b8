import { describe, expect, test } from 'vitest';
import { addDays, formatDay, parseDay, type Day } from '../../src/calendar/day.js';
import type { Period } from '../../src/calendar/period.js';
import { adHocWindow, windowOf, type Checkpoint } from '../../src/calendar/window.js';

function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new Error(`not a day: ${text}`);
  return parsed;
}

const TEACHING = day('2026-09-28');
const WEEK_3: Checkpoint = { id: 'week_3', on: day('2026-10-18') };
const WEEK_6: Checkpoint = { id: 'week_6', on: day('2026-11-08') };
const EXAMS: Checkpoint = { id: 'exams', on: day('2027-05-30'), from: day('2027-05-04') };
const CHECKPOINTS = [WEEK_3, WEEK_6, EXAMS];

function written(period: Period | undefined): string | undefined {
  return period && `${formatDay(period.from)} to ${formatDay(period.to)}`;
}

describe('the window of a declared checkpoint', () => {
  test('begins with teaching for the first', () => {
    expect(written(windowOf(CHECKPOINTS, WEEK_3, TEACHING))).toBe('2026-09-28 to 2026-10-18');
  });

  test('begins the day after the one before', () => {
    expect(written(windowOf(CHECKPOINTS, WEEK_6, TEACHING))).toBe('2026-10-19 to 2026-11-08');
  });

  test('begins where the plan says, if it does', () => {
    expect(written(windowOf(CHECKPOINTS, EXAMS, TEACHING))).toBe('2027-05-04 to 2027-05-30');
  });

  test('is one day where checkpoints follow each other', () => {
    const next = { id: 'next', on: addDays(WEEK_3.on, 1) };
    expect(written(windowOf([WEEK_3, next], next, TEACHING))).toBe('2026-10-19 to 2026-10-19');
  });

  test('is asked only of a checkpoint of the plan', () => {
    expect(() => windowOf(CHECKPOINTS, { ...WEEK_3 }, TEACHING)).toThrow('not a checkpoint of this plan: week_3');
  });
});

describe('the window of a date that no plan declares, with 7 grace days', () => {
  test.each([
    ['2026-09-27', undefined],
    ['2026-09-28', '2026-09-28 to 2026-09-28'],
    ['2026-10-03', '2026-09-28 to 2026-10-03'],
    ['2026-10-18', '2026-09-28 to 2026-10-18'],
    // 6, 7 and 8 days after week 3.
    ['2026-10-24', '2026-09-28 to 2026-10-24'],
    ['2026-10-25', '2026-10-19 to 2026-10-25'],
    ['2026-10-26', '2026-10-19 to 2026-10-26'],
    // A declared date has the window that it has as a checkpoint.
    ['2026-11-08', '2026-10-19 to 2026-11-08'],
    ['2026-11-09', '2026-10-19 to 2026-11-09'],
    ['2026-11-14', '2026-10-19 to 2026-11-14'],
    ['2026-11-15', '2026-11-09 to 2026-11-15'],
    // The window of a later checkpoint that begins elsewhere is its own affair.
    ['2027-05-29', '2026-11-09 to 2027-05-29'],
    ['2027-05-31', '2026-11-09 to 2027-05-31'],
  ])('%s: %s', (on, expected) => {
    expect(written(adHocWindow(CHECKPOINTS, day(on), TEACHING, 7))).toBe(expected);
  });

  test('a plan without grace days keeps even a window of one day', () => {
    expect(written(adHocWindow(CHECKPOINTS, day('2026-10-19'), TEACHING, 0))).toBe('2026-10-19 to 2026-10-19');
    expect(written(adHocWindow(CHECKPOINTS, day('2026-10-19'), TEACHING, 1))).toBe('2026-10-19 to 2026-10-19');
    expect(written(adHocWindow(CHECKPOINTS, day('2026-10-19'), TEACHING, 2))).toBe('2026-09-28 to 2026-10-19');
  });

  test('before any checkpoint it begins with teaching', () => {
    expect(written(adHocWindow([], day('2026-12-24'), TEACHING, 7))).toBe('2026-09-28 to 2026-12-24');
  });
});
