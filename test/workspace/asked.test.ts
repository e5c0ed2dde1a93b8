// What --at means for each of several plans, and what is refused.
import { describe, expect, test } from 'vitest';
import { formatDay } from '../../src/calendar/day.js';
import { Refusal } from '../../src/diagnostics/refusal.js';
import type { Plan } from '../../src/plan/plan.js';
import { askedPlans, type Asked } from '../../src/workspace/asked.js';
import { activeDays, calendar, d, plan, recency } from '../support/build.js';

const ENG = plan();
/** Nothing is said of what it expects before 26 October, and it has no checkpoint before 8 November. */
const LATE = plan({
  name: 'LATE',
  checkpoints: [{ id: 'week_6', on: d('2026-11-08') }],
  indicators: [activeDays(3, { minimum: [{ from: d('2026-10-26'), value: 3 }] })],
});
const SPRING = plan({
  name: 'SPRING',
  calendar: calendar({ teachingStartsOn: d('2027-01-11') }),
  checkpoints: [{ id: 'week_4', on: d('2027-02-07') }],
});

function asked(plans: readonly Plan[], at: string, isAdHoc = false) {
  const { due, skipped, refusals } = askedPlans(plans, { at, isAdHoc });
  return {
    due: due.map((it) => `${it.plan.name} ${formatDay(it.on)}`),
    skipped: skipped.map(({ message }) => message),
    refused: refusals.flatMap(({ faults }) => faults.map(({ message }) => message)),
  };
}

function refused(plans: readonly Plan[], request: Asked): readonly string[] {
  try {
    askedPlans(plans, request);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.exitCode).toBe(2);
    return error.faults.map(({ code, message }) => `${code}: ${message}`);
  }
  throw new Error('expected a refusal');
}

test('a checkpoint is asked for by its id or its date; plans without it are skipped by name', () => {
  expect(asked([ENG, LATE], 'week_6').due).toEqual(['ENG 2026-11-08', 'LATE 2026-11-08']);
  expect(asked([ENG, LATE], '2026-11-08').due).toEqual(['ENG 2026-11-08', 'LATE 2026-11-08']);
  expect(asked([ENG, LATE], 'week_3')).toEqual({
    due: ['ENG 2026-10-18'],
    skipped: ['LATE is skipped: it has no checkpoint week_3.'],
    refused: [],
  });
});

test('another date needs to be asked for as such, and teaching must have begun', () => {
  expect(refused([ENG], { at: '2026-10-25', isAdHoc: false })[0]).toContain('at-no-plan');
  expect(asked([ENG, SPRING], '2026-10-25', true)).toMatchObject({
    due: ['ENG 2026-10-25'],
    skipped: ['SPRING is skipped: it has no checkpoint 2026-10-25.'],
  });
  expect(refused([SPRING], { at: '2026-10-25', isAdHoc: true })[0]).toContain('at-before-teaching');
});

test.each([
  ['2026-02-30', 'at-impossible-date'],
  ['week_9', 'at-no-plan'],
])('%s is refused', (at, code) => {
  expect(refused([ENG], { at, isAdHoc: true })[0]).toContain(code);
});

test('a plan without checkpoints is asked for none', () => {
  expect(refused([plan({ checkpoints: [] })], { at: 'week_3', isAdHoc: false })[0]).toContain('No plan has');
});

describe('a date before the first of what a plan expects', () => {
  test.each([
    ['2026-10-25', false],
    ['2026-10-26', true],
    ['2026-10-27', true],
  ])('%s, where the first is 26 October, is answered: %s', (at, isAnswered) => {
    expect(asked([ENG, LATE], at, true)).toEqual({
      due: [`ENG ${at}`, ...(isAnswered ? [`LATE ${at}`] : [])],
      skipped: [],
      refused: isAnswered
        ? []
        : [`LATE does not say what it expects of "qmplus" on ${at}: its first date there is 2026-10-26.`],
    });
  });

  test('refuses the run where no plan is left', () => {
    expect(refused([LATE, SPRING], { at: '2026-10-25', isAdHoc: true })).toEqual([
      'at-before-minimum: LATE does not say what it expects of "qmplus" on 2026-10-25: its first date there is 2026-10-26.',
    ]);
  });

  test('is none for an indicator that is asked at checkpoints alone', () => {
    const maximum = [{ from: d('2026-11-01'), value: 14 }];
    const once = plan({ indicators: [activeDays(3), recency(14, { maximum, at: ['week_6'] })] });
    expect(asked([once], '2026-10-25', true).refused).toEqual([]);
    const always = plan({ indicators: [activeDays(3), recency(14, { maximum })] });
    expect(refused([always], { at: '2026-10-25', isAdHoc: true })).toHaveLength(1);
  });

  test("cannot be one of the plan's own checkpoints: the plan would be refused itself", () => {
    const own = { ...LATE, checkpoints: [{ id: 'week_3', on: d('2026-10-18') }] };
    expect(asked([own], '2026-10-18', true).due).toEqual(['LATE 2026-10-18']);
  });
});
