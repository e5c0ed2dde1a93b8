// What a plan and its university say of the year: levels, disruptions, time to reply, registers, the clock.
import { describe, expect, test } from 'vitest';
import { formatDay } from '../../src/calendar/day.js';
import type { Period } from '../../src/calendar/period.js';
import { soundPlan, told } from './plans.js';

function written(periods: readonly Period[]): readonly string[] {
  return periods.map(({ from, to }) => `${formatDay(from)} to ${formatDay(to)}`);
}

const UNIVERSITY = `
terms: { spring: { from: 2027-01-11, to: 2027-03-26 }, autumn: { from: 2026-09-28, to: 2026-12-11 } }
vacations:
  summer: { from: 2027-06-05, to: 2027-09-19, levels: [undergraduate, foundation] }
  winter: { from: 2026-12-12, to: 2027-01-10 }
reading_weeks: { spring: { from: 2027-02-15, to: 2027-02-21 }, autumn: { from: 2026-11-09, to: 2026-11-15 } }
exam_weeks: { summer: { from: 2027-05-04, to: 2027-05-28 } }
closures: { Christmas: { from: 2026-12-24, to: 2027-01-01 } }
disruptions: { strike: { from: 2026-11-20, to: 2026-11-25 }, flood: 2026-10-07 }
`;

test("the university's year goes into the plan's calendar, in order", () => {
  const { calendar } = soundPlan({ university: 'u.yaml' }, UNIVERSITY);
  expect(written(calendar.terms)).toEqual(['2026-09-28 to 2026-12-11', '2027-01-11 to 2027-03-26']);
  expect(calendar.vacations.map(({ from, levels }) => [formatDay(from), levels])).toEqual([
    ['2026-12-12', null],
    ['2027-06-05', ['undergraduate', 'foundation']],
  ]);
  expect(written(calendar.kinds.reading_weeks)).toEqual(['2026-11-09 to 2026-11-15', '2027-02-15 to 2027-02-21']);
  expect(written(calendar.kinds.exam_weeks)).toEqual(['2027-05-04 to 2027-05-28']);
  expect(written(calendar.kinds.closures)).toEqual(['2026-12-24 to 2027-01-01']);
});

test('a plan without a university has a calendar without days of any kind', () => {
  expect(soundPlan({}).calendar).toMatchObject({
    terms: [],
    vacations: [],
    kinds: { reading_weeks: [], exam_weeks: [], closures: [] },
    disruptions: [],
  });
});

describe('disruptions', () => {
  test("of plan and university are one list; the plan's own concern nobody else", () => {
    const { calendar } = soundPlan(
      { disruptions: '{ fire: 2026-11-02, move: { from: 2026-12-01, to: 2026-12-02 } }' },
      UNIVERSITY,
    );
    expect(written(calendar.disruptions)).toEqual([
      '2026-10-07 to 2026-10-07',
      '2026-11-02 to 2026-11-02',
      '2026-11-20 to 2026-11-25',
      '2026-12-01 to 2026-12-02',
    ]);
  });

  test.each([
    ['{ fire: { from: 2026-11-02, to: 2026-11-01 } }', ['plan-period-reversed: 2026-11-01']],
    ['{ fire: { from: 2026-11-02, to: 2026-11-02 } }', []],
    ['{ fire: 2026-02-30 }', ['yaml-impossible-date: 2026-02-30']],
    ['[2026-11-02]', ['yaml-wrong-value: [']],
  ])('%s', (disruptions, expected) => {
    expect(told({ disruptions })).toEqual(expected);
  });
});

describe('calendar levels of programmes (9.5)', () => {
  test('are looked up by programme', () => {
    const { levels } = soundPlan({ levels: '{ masters: [H801, H802], foundation: [X1] }' }, UNIVERSITY);
    expect([...levels]).toEqual([
      ['H801', 'masters'],
      ['H802', 'masters'],
      ['X1', 'foundation'],
    ]);
    expect(soundPlan({}).levels.size).toBe(0);
  });

  test.each([
    ['{ masters: [H801], foundation: [X1, H801] }', ['plan-level-twice: H801']],
    ['{ masters: [H801, H801] }', ['plan-level-twice: H801']],
    ['{ fondation: [X1] }', ['plan-level-misspelt: fondation']],
    ['{ foundation: [X1] }', []],
    ['{ diploma: [X1] }', ['plan-vacation-level-unfollowed: foundation']],
    ['{ masters: H801 }', ['yaml-wrong-value: H801']],
  ])('%s', (levels, expected) => {
    expect(told({ levels }, UNIVERSITY)).toEqual(expected);
  });

  test.each([
    ['[masters, undergraduate]', []],
    ['[master]', ['plan-vacation-level-misspelt: master']],
    ['[Masters]', ['plan-vacation-level-misspelt: Masters']],
    [
      '[undergraduates, taught]',
      ['plan-vacation-level-misspelt: undergraduates', 'plan-vacation-level-unfollowed: taught'],
    ],
    ['[foundation]', []],
    // What the plan itself may have misspelt is told there.
    ['[foundations]', ['plan-level-misspelt: foundation']],
    ['[diplomas]', ['plan-level-misspelt: diploma']],
  ])('of vacations, %s, are those that a programme follows', (vacation, expected) => {
    const levels = `{ foundation: [X1]${vacation === '[diplomas]' ? ', diploma: [X2]' : ''} }`;
    const days = '{ from: 2027-06-05, to: 2027-09-19';
    expect(told({ levels }, `vacations: { summer: ${days}, levels: ${vacation} } }\n`)).toEqual(expected);
    const twice = `vacations: { a: ${days}, levels: ${vacation} }, b: ${days}, levels: ${vacation} } }\n`;
    expect(told({ levels }, twice)).toEqual(expected);
  });
});

describe('time to reply (10.4)', () => {
  test.each([
    [{}, { count: 7, unit: 'days' }],
    [{ reply_within_days: '10' }, { count: 10, unit: 'days' }],
    [{ reply_within_working_days: '5' }, { count: 5, unit: 'working_days' }],
  ])('%j', (changes, expected) => {
    expect(soundPlan(changes).replyWithin).toEqual(expected);
  });

  test('is given once', () => {
    expect(told({ reply_within_days: '7', reply_within_working_days: '5' })).toEqual([
      'plan-reply-twice: reply_within_working_days',
    ]);
  });

  test('knows the bank holidays of the year of the plan and of those after', () => {
    const holidays = soundPlan({ reply_within_working_days: '5' }).bankHolidays.map(formatDay);
    expect(holidays).toContain('2026-12-28');
    expect(holidays).toContain('2027-03-26');
    expect(holidays[0]?.slice(0, 4)).toBe('2026');
  });
});

test('registers, lengths of events and the clock have the defaults of the policy reading', () => {
  expect(soundPlan({})).toMatchObject({
    registers: null,
    allAbsentRegisters: 'unknown',
    eventMinutes: 60,
    clock: { vacation: 'pauses', authorisedAbsence: 'pauses' },
  });
  expect(
    soundPlan({ registers: 'lab', all_absent_registers: 'absent', event_minutes: '50', clock: '{ vacation: counts }' }),
  ).toMatchObject({
    registers: ['lab'],
    allAbsentRegisters: 'absent',
    eventMinutes: 50,
    clock: { vacation: 'counts', authorisedAbsence: 'pauses' },
  });
  expect(soundPlan({ clock: '{ authorised_absence: counts }' }).clock).toEqual({
    vacation: 'pauses',
    authorisedAbsence: 'counts',
  });
});

test.each([
  ['event_minutes', '0', false],
  ['event_minutes', '1', true],
  ['event_minutes', '600', true],
  ['event_minutes', '601', false],
  ['reply_within_working_days', '0', false],
  ['reply_within_working_days', '1', true],
  ['reply_within_working_days', '100', true],
  ['reply_within_working_days', '101', false],
])('%s: %s is allowed: %s', (key, value, isAllowed) => {
  expect(told({ [key]: value })).toEqual(isAllowed ? [] : [`yaml-wrong-value: ${value}`]);
});

test.each([
  ['all_absent_registers', 'present', ['yaml-wrong-value: present']],
  ['clock', '{ vacation: stops }', ['yaml-wrong-value: stops']],
  ['clock', '{ weekends: pauses }', ['yaml-unknown-key: weekends']],
  ['registers', '[]', ['yaml-value-blank: registers']],
])('refused: %s: %s', (key, value, expected) => {
  expect(told({ [key]: value })).toEqual(expected);
});
