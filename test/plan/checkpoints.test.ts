import { expect, test } from 'vitest';
import { formatDay } from '../../src/calendar/day.js';
import { soundPlan, told } from './plans.js';

function faults(checkpoints: string): readonly string[] {
  return told({ checkpoints });
}

test('checkpoints are in order of date, whatever their order in the file', () => {
  const checkpoints =
    '{ exams: { date: 2027-05-30, from: 2027-05-04 }, week_3: 2026-10-18, week_6: { date: 2026-11-08 } }';
  const plan = soundPlan({ checkpoints });
  expect(plan.checkpoints.map(({ id, on, from }) => [id, formatDay(on), from && formatDay(from)])).toEqual([
    ['week_3', '2026-10-18', undefined],
    ['week_6', '2026-11-08', undefined],
    ['exams', '2027-05-30', '2027-05-04'],
  ]);
  expect(plan.checkpoints.map((it) => 'from' in it)).toEqual([false, false, true]);
  expect(faults(checkpoints)).toEqual([
    'plan-checkpoint-out-of-order: 2026-10-18',
    'plan-checkpoint-out-of-order: 2026-11-08',
  ]);
});

test.each([
  ['2026-09-27', ['plan-checkpoint-before-teaching: 2026-09-27']],
  ['2026-09-28', []],
  ['2026-09-29', []],
])('a checkpoint on %s, teaching starting on 2026-09-28', (date, expected) => {
  expect(faults(`{ one: ${date} }`)).toEqual(expected);
});

test.each([
  ['2026-09-27', ['plan-window-before-teaching: 2026-09-27']],
  ['2026-09-28', []],
  ['2026-10-17', []],
  ['2026-10-18', []],
  ['2026-10-19', ['plan-window-reversed: 2026-10-19']],
])('a window from %s to 2026-10-18, teaching starting on 2026-09-28', (from, expected) => {
  expect(faults(`{ one: { date: 2026-10-18, from: ${from} } }`)).toEqual(expected);
});

test('two checkpoints never share a date', () => {
  expect(faults('{ a: 2026-10-18, b: 2026-11-08, c: { date: 2026-10-18 } }')).toEqual([
    'plan-checkpoint-twice: 2026-10-18',
  ]);
});

test.each(['2026-02-29', '2026-13-01', '2026-00-10', '2200-01-01', '0026-10-18'])('there is no day %s', (date) => {
  expect(faults(`{ one: ${date} }`)).toEqual([`yaml-impossible-date: ${date}`]);
});

test.each(['18/10/2026', '18-10-2026', '2026-10', '20261018', '26-10-18', '2026-10-18T09:00'])(
  '%s is no date',
  (date) => {
    expect(faults(`{ one: ${date} }`)).toEqual([expect.stringContaining('yaml-wrong-value')]);
  },
);
