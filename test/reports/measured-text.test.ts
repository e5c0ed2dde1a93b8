// Every measure in words: what was seen and what was expected, as a letter says it (5.1a, 10.1).
import { describe, expect, it } from 'vitest';
import type { Fraction } from '../../src/engagement/fraction.js';
import type { Measured } from '../../src/engagement/outcome.js';
import type { Indicator } from '../../src/plan/plan.js';
import { measuredText, titleText } from '../../src/reports/measured-text.js';
import { amount, attendanceRate, openEvent, rate, recency, submissionRate } from '../support/build.js';
import { day, measuredOf, rateOf, VLE } from './builder.js';

/** A share with bounds, of which 60% is asked. */
function between(
  worst: readonly [number, number],
  best: readonly [number, number],
  some: Partial<Measured> = {},
): Measured {
  const fraction = ([numerator, denominator]: readonly [number, number]): Fraction => ({ numerator, denominator });
  return { ...rateOf(0, 1, 60), worst: fraction(worst), best: fraction(best), ...some };
}

const LABS = attendanceRate('60%');
const HOURS = rate('minutes', '60%', { id: 'hours', title: 'classes', feed: 'attendance' });
const MEETINGS = rate('meetings', '60%', { id: 'advisor', title: 'advisor', feed: 'meetings' });
const WEEKS = rate('teaching_weeks', '60%', { id: 'weeks', title: 'QMplus', feed: 'vle' });
const ON_TIME = submissionRate('60%', { isOnTimeAsked: true });
const lab = openEvent({ on: '2013-10-08' });

type Case = readonly [Indicator, Measured, string];

const EVENTS: readonly Case[] = [
  [LABS, rateOf(1, 4, 60), '1 of 4 attended; at least 60% expected'],
  [LABS, rateOf(0, 1, 60), '0 of 1 attended; at least 60% expected'],
  [LABS, between([1, 4], [3, 4]), '1 to 3 of 4 attended; at least 60% expected'],
  [LABS, between([1, 4], [4, 5]), '1 of 4 to 4 of 5 attended; at least 60% expected'],
  [LABS, between([0, 1], [1, 1], { openEvents: [lab] }), '0 to 1 of 1 attended; at least 60% expected'],
  [
    LABS,
    between([0, 1], [1, 1], { openEvents: [lab, lab] }),
    'the records do not say what was attended; at least 60% expected',
  ],
  [
    LABS,
    between([0, 1], [1, 1], { isOpenEnded: true }),
    'the records do not say what was attended; at least 60% expected',
  ],
  [MEETINGS, rateOf(1, 3, 60), '1 of 3 attended; at least 60% expected'],
];

const TIME: readonly Case[] = [
  [HOURS, rateOf(120, 300, 60), '2 of 5 hours attended; at least 60% expected'],
  [HOURS, rateOf(0, 60, 60), '0 of 1 hour attended; at least 60% expected'],
  [HOURS, between([60, 300], [120, 300]), '1 to 2 of 5 hours attended; at least 60% expected'],
  [HOURS, between([60, 300], [120, 360]), '1 of 5 to 2 of 6 hours attended; at least 60% expected'],
  [HOURS, rateOf(30, 50, 60), '30 of 50 minutes attended; at least 60% expected'],
  [HOURS, rateOf(0, 1, 60), '0 of 1 minute attended; at least 60% expected'],
  [HOURS, rateOf(150, 300, 60), '2 hours 30 minutes of 5 hours attended; at least 60% expected'],
  [HOURS, rateOf(61, 300, 60), '1 hour 1 minute of 5 hours attended; at least 60% expected'],
  [HOURS, rateOf(0, 90, 60), '0 of 1 hour 30 minutes attended; at least 60% expected'],
  [HOURS, between([0, 90], [50, 90]), '0 to 50 minutes of 1 hour 30 minutes attended; at least 60% expected'],
  [
    HOURS,
    between([45, 90], [90, 120]),
    '45 minutes of 1 hour 30 minutes to 1 hour 30 minutes of 2 hours attended; at least 60% expected',
  ],
  // Bounds of an event that is excused and open: nothing of nothing, or all of it.
  [
    HOURS,
    between([0, 1], [1, 1], { openEvents: [lab] }),
    'the records do not say what was attended; at least 60% expected',
  ],
];

const SUBMISSIONS: readonly Case[] = [
  [submissionRate('60%'), rateOf(1, 3, 60), '1 of 3 submitted; at least 60% expected'],
  [submissionRate('60%'), between([0, 1], [1, 1]), '0 to 1 of 1 submitted; at least 60% expected'],
  [
    submissionRate('60%'),
    between([0, 1], [1, 1], { isOpenEnded: true }),
    'the records do not say what was submitted; at least 60% expected',
  ],
  [ON_TIME, rateOf(1, 3, 60), '1 of 3 submitted on time; at least 60% expected'],
];

const AMOUNTS: readonly Case[] = [
  [VLE, measuredOf(2, 2, 4), 'active on 2 days; at least 4 expected'],
  [VLE, measuredOf(1, 1, 4), 'active on 1 day; at least 4 expected'],
  [VLE, measuredOf(0, 0, 1), 'active on 0 days; at least 1 expected'],
  [VLE, measuredOf(1, 3, 4), 'active on 1 to 3 days; at least 4 expected'],
  [VLE, measuredOf(1, 1, 2, { plannedThreshold: 4 }), 'active on 1 day; at least 2 expected (4 in a full period)'],
  [amount('active_days', 4, { feed: 'attendance' }), measuredOf(2, 2, 4), 'attended on 2 days; at least 4 expected'],
  [
    amount('active_days', 4, { feed: 'lecture_capture' }),
    measuredOf(2, 2, 4),
    'watched on 2 days; at least 4 expected',
  ],
  [amount('active_weeks', 3), measuredOf(1, 1, 3), 'active in 1 week; at least 3 expected'],
  [amount('active_weeks', 3, { feed: 'activities' }), measuredOf(2, 2, 3), 'active in 2 weeks; at least 3 expected'],
  [
    amount('active_weeks', 3, { feed: 'submissions' }),
    measuredOf(2, 2, 3),
    'submitted in 2 weeks; at least 3 expected',
  ],
  [amount('count', 9), measuredOf(5, 'unbounded', 9), '5 or more recorded; at least 9 expected'],
  [amount('count', 9, { feed: 'attendance' }), measuredOf(5, 5, 9), '5 attended; at least 9 expected'],
  [amount('count', 1, { feed: 'meetings' }), measuredOf(0, 0, 1), '0 attended; at least 1 expected'],
  [amount('count', 2, { feed: 'submissions' }), measuredOf(1, 1, 2), '1 submitted; at least 2 expected'],
  [amount('count', 2, { feed: 'activities' }), measuredOf(1, 1, 2), '1 recorded; at least 2 expected'],
  [amount('count', 4, { feed: 'lecture_capture' }), measuredOf(3, 3, 4), 'watched 3 times; at least 4 expected'],
  [amount('count', 4, { feed: 'lecture_capture' }), measuredOf(1, 1, 4), 'watched once; at least 4 expected'],
  [
    amount('minutes', 120, { feed: 'lecture_capture' }),
    measuredOf(90, 90, 120),
    '90 minutes watched; at least 120 expected',
  ],
  [
    amount('minutes', 120, { feed: 'lecture_capture' }),
    measuredOf(1, 'unbounded', 120),
    '1 or more minutes watched; at least 120 expected',
  ],
  [amount('minutes', 120, { feed: 'attendance' }), measuredOf(1, 1, 120), '1 minute attended; at least 120 expected'],
  [WEEKS, rateOf(3, 6, 60), 'active in 3 of 6 teaching weeks; at least 60% expected'],
  [WEEKS, between([0, 1], [1, 1]), 'active in 0 to 1 of 1 teaching week; at least 60% expected'],
  [
    recency(14),
    measuredOf(25, 15, 14),
    'nothing recorded for 15 to 25 days, vacations not counted; at most 14 such days expected',
  ],
  [recency(0), measuredOf(1, 1, 0), 'nothing recorded for 1 day, vacations not counted; at most 0 such days expected'],
  [recency(1), measuredOf(2, 2, 1), 'nothing recorded for 2 days, vacations not counted; at most 1 such day expected'],
];

const EACH = { scope: 'each_module' } as const;

const MODULES: readonly Case[] = [
  [
    attendanceRate('60%', EACH),
    rateOf(1, 4, 60, { module: 'MOD101' }),
    '1 of 4 attended in MOD101; at least 60% expected in each module',
  ],
  [
    attendanceRate('60%', EACH),
    rateOf(1, 4, 60, { module: '' }),
    '1 of 4 attended outside any module; at least 60% expected in each module',
  ],
  [
    attendanceRate('60%', EACH),
    between([0, 1], [1, 1], { isOpenEnded: true, module: 'MOD101' }),
    'the records do not say what was attended in MOD101; at least 60% expected in each module',
  ],
  [
    { ...ON_TIME, ...EACH },
    rateOf(1, 4, 60, { module: 'MOD101' }),
    '1 of 4 submitted on time in MOD101; at least 60% expected in each module',
  ],
  [
    { ...WEEKS, ...EACH },
    rateOf(3, 6, 60, { module: 'MOD101' }),
    'active in 3 of 6 teaching weeks in MOD101; at least 60% expected in each module',
  ],
  [
    { ...VLE, ...EACH },
    measuredOf(1, 1, 2, { plannedThreshold: 4, module: 'MOD101' }),
    'active on 1 day in MOD101; at least 2 expected in each module (4 in a full period)',
  ],
  [
    recency(14, EACH),
    measuredOf(25, 25, 14, { module: 'MOD101' }),
    'nothing recorded for 25 days in MOD101, vacations not counted; at most 14 such days expected in each module',
  ],
];

describe.each([
  ['events', EVENTS],
  ['time', TIME],
  ['submissions', SUBMISSIONS],
  ['amounts', AMOUNTS],
  ['modules', MODULES],
])('of %s', (_, cases) => {
  it.each(cases.map(([indicator, measured, text]) => ({ indicator, measured, text })))('$text', (each) => {
    expect(measuredText(each.indicator, each.measured)).toBe(each.text);
  });
});

it.each([
  [{ numerator: 625, denominator: 1000 }, '62.5%'],
  [{ numerator: 333_333, denominator: 1_000_000 }, '33.3333%'],
])('a minimum is stated as plans write it: %j', (threshold, percent) => {
  expect(measuredText(LABS, rateOf(0, 2, 60, { threshold }))).toBe(`0 of 2 attended; at least ${percent} expected`);
});

it('a title begins a sentence, unless it is a name that begins small', () => {
  const titleOf = (title: string): string => titleText({ ...VLE, title });
  expect(['labs and seminars', 'QMplus', 'eTutor', 'élan', ''].map(titleOf)).toEqual([
    'Labs and seminars',
    'QMplus',
    'eTutor',
    'Élan',
    '',
  ]);
});

it('a rate without bounds is no rate', () => {
  const measured = { ...rateOf(0, 1, 60), best: 'unbounded' as const, unknownDays: [day('2013-10-08')] };
  expect(() => measuredText(LABS, measured)).toThrow('a rate has bounds');
});
