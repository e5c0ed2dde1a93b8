import { describe, expect, test } from 'vitest';
import type { Indicator } from '../../src/plan/plan.js';
import { FEEDS } from '../../src/engagement/feed.js';
import { said, soundPlan, told } from './plans.js';

const ALL_FEEDS = `[${FEEDS.join(', ')}]`;

function indicator(written: string): Indicator | undefined {
  return soundPlan({ indicators: `{ one: ${written} }`, feeds: ALL_FEEDS, rule: 'all' }).indicators[0];
}

/** What is said against one indicator, apart from feeds that nobody has confirmed. */
function faults(written: string): readonly string[] {
  const all = told({ indicators: `{ one: ${written} }`, feeds: ALL_FEEDS, rule: 'all' });
  return all.filter((it) => !it.startsWith('plan-feed-unconfirmed'));
}

test('an indicator says what it counts and how little is enough', () => {
  expect(indicator('{ feed: vle, measure: active_weeks, minimum: 2 }')).toEqual({
    id: 'one',
    title: 'one',
    feed: 'vle',
    only: null,
    except: [],
    at: null,
    scope: 'programme',
    support: '',
    measure: 'active_weeks',
    minimum: [{ from: null, value: 2 }],
    per: 'window',
    isProrated: true,
  });
  expect(
    indicator(
      '{ title: quizzes, feed: vle, only: [quiz, forum], measure: count, minimum: 1, prorate: false, at: week_3, support: Ask us. }',
    ),
  ).toMatchObject({ title: 'quizzes', only: ['quiz', 'forum'], isProrated: false, at: ['week_3'], support: 'Ask us.' });
});

test('an indicator without a title is called by its id, as words', () => {
  const [first] = soundPlan({ indicators: '{ online_work: { feed: vle, measure: count, minimum: 1 } }' }).indicators;
  expect(first?.title).toBe('online work');
});

describe('what can be measured of each feed (7.1)', () => {
  const shares = { attendance: 'events', submissions: 'submissions', meetings: 'meetings' } as const;
  const measures: Readonly<Record<string, readonly string[]>> = {
    attendance: ['rate', 'count', 'active_days', 'active_weeks', 'minutes', 'recency'],
    submissions: ['rate', 'count', 'recency'],
    vle: ['count', 'active_days', 'active_weeks', 'recency'],
    meetings: ['rate', 'count', 'active_days', 'active_weeks', 'recency'],
    lecture_capture: ['count', 'active_days', 'active_weeks', 'minutes', 'recency'],
    activities: ['count', 'active_days', 'active_weeks', 'recency'],
  };
  const expected = (measure: string): string => {
    return measure === 'rate' ? 'minimum: 50%' : measure === 'recency' ? 'maximum: 14' : 'minimum: 2';
  };
  const every = FEEDS.flatMap((feed) => (measures['attendance'] ?? []).map((measure) => [feed, measure] as const));

  test.each(every)('%s by %s', (feed, measure) => {
    const written = `{ feed: ${feed}, measure: ${measure}, ${expected(measure)} }`;
    if (measures[feed]?.includes(measure) !== true) {
      expect(faults(written)).toEqual([`plan-measure-senseless: ${measure}`]);
      return;
    }
    expect(indicator(written)).toMatchObject({ feed, measure });
    const of = measure === 'rate' && feed in shares ? shares[feed as keyof typeof shares] : undefined;
    expect(indicator(written)).toMatchObject(of === undefined ? {} : { of, isOnTimeAsked: false });
  });
});

test.each([
  ['{ feed: attendance, measure: rate, by: minutes, minimum: 60% }', { of: 'minutes' }],
  ['{ feed: attendance, measure: rate, by: events, minimum: 60% }', { of: 'events' }],
  ['{ feed: submissions, measure: rate, on_time: true, minimum: 60% }', { isOnTimeAsked: true }],
  ['{ feed: submissions, measure: rate, on_time: false, minimum: 60% }', { isOnTimeAsked: false }],
  ['{ feed: vle, measure: active_weeks, minimum: 60% }', { measure: 'rate', of: 'teaching_weeks' }],
  [
    '{ feed: vle, measure: active_weeks, minimum: { from 2026-09-28: 60% } }',
    { measure: 'rate', of: 'teaching_weeks' },
  ],
  ['{ feed: vle, measure: active_days, per: teaching_week, minimum: 2 }', { per: 'teaching_week' }],
  ['{ feed: attendance, measure: rate, scope: each_module, minimum: 60% }', { scope: 'each_module' }],
  ['{ feed: lecture_capture, measure: minutes, scope: each_module, minimum: 60 }', { scope: 'each_module' }],
  ['{ feed: submissions, measure: recency, scope: each_module, maximum: 20 }', { scope: 'each_module' }],
  ['{ feed: meetings, measure: count, scope: programme, minimum: 1 }', { scope: 'programme' }],
  ['{ feed: meetings, only: student-support, measure: count, minimum: 1 }', { only: ['student-support'] }],
])('%s', (written, expected) => {
  expect(indicator(written)).toMatchObject(expected);
});

describe('keys without a meaning for what is measured are refused', () => {
  test.each([
    ['{ feed: submissions, measure: rate, by: minutes, minimum: 60% }', 'by'],
    ['{ feed: attendance, measure: count, by: minutes, minimum: 60 }', 'by'],
    ['{ feed: attendance, measure: rate, on_time: true, minimum: 60% }', 'on_time'],
    ['{ feed: submissions, measure: count, on_time: true, minimum: 1 }', 'on_time'],
    ['{ feed: attendance, measure: rate, per: teaching_week, minimum: 60% }', 'per'],
    ['{ feed: vle, measure: recency, per: teaching_week, maximum: 9 }', 'per'],
    ['{ feed: vle, measure: active_weeks, per: teaching_week, minimum: 60% }', 'per'],
    ['{ feed: attendance, measure: rate, prorate: true, minimum: 60% }', 'prorate'],
    ['{ feed: vle, measure: active_weeks, prorate: false, minimum: 60% }', 'prorate'],
    ['{ feed: vle, measure: recency, prorate: false, maximum: 9 }', 'prorate'],
    ['{ feed: vle, measure: recency, minimum: 9, maximum: 9 }', 'minimum'],
    ['{ feed: vle, measure: count, minimum: 9, maximum: 9 }', 'maximum'],
    ['{ feed: vle, measure: recency, except: closures, maximum: 9 }', 'except'],
    ['{ feed: meetings, measure: rate, scope: each_module, minimum: 50% }', 'scope'],
    ['{ feed: activities, measure: count, scope: each_module, minimum: 1 }', 'scope'],
    ['{ feed: vle, measure: active_weeks, scope: each_module, minimum: 60% }', 'scope'],
    ['{ feed: lecture_capture, only: film, measure: count, minimum: 1 }', 'only'],
  ])('%s', (written, key) => {
    expect(faults(written).filter((it) => !it.startsWith('plan-except-empty'))).toEqual([`plan-key-senseless: ${key}`]);
  });

  test('a minimum is one for each teaching week, and for no other week', () => {
    expect(faults('{ feed: vle, measure: active_days, per: week, minimum: 2 }')).toEqual(['yaml-wrong-value: week']);
  });
});

test.each([
  ['50%', { numerator: 50, denominator: 100 }],
  ['62.5 %', { numerator: 625, denominator: 1000 }],
  ['0.0001%', { numerator: 1, denominator: 1_000_000 }],
  ['100%', { numerator: 100, denominator: 100 }],
])('the minimum of a rate is an exact fraction: %s', (minimum, value) => {
  expect(indicator(`{ feed: submissions, only: summative, measure: rate, minimum: ${minimum} }`)).toMatchObject({
    only: ['summative'],
    minimum: [{ from: null, value }],
  });
});

test.each(['0%', '100.1%', '101%', '-5%', 'half'])('no rate has the minimum %s', (minimum) => {
  expect(faults(`{ feed: submissions, measure: rate, minimum: ${minimum} }`)).toEqual([`yaml-wrong-value: ${minimum}`]);
});

test.each(['0', '-1', '1.5', '100001', '.inf', '.nan', '"4"', 'true'])('no count has the minimum %s', (minimum) => {
  expect(faults(`{ feed: vle, measure: count, minimum: ${minimum} }`)).toEqual([`yaml-wrong-value: ${minimum}`]);
});

test('recency has a maximum', () => {
  expect(indicator('{ feed: submissions, measure: recency, maximum: 35 }')).toMatchObject({
    measure: 'recency',
    maximum: [{ from: null, value: 35 }],
  });
  expect(faults('{ feed: vle, measure: recency, maximum: 35% }')).toEqual(['plan-threshold-not-number: 35%']);
});

describe('types', () => {
  test('of submissions and meetings are those that the exports allow', () => {
    expect(faults('{ feed: submissions, only: [formative, essay], measure: count, minimum: 1 }')).toEqual([
      'plan-type-unknown: essay',
    ]);
    expect(faults('{ feed: meetings, only: adviser, measure: count, minimum: 1 }')).toEqual([
      'plan-type-unknown: adviser',
    ]);
    expect(faults('{ feed: activities, only: anything, measure: count, minimum: 1 }')).toEqual([]);
  });

  test.each([
    ['[lab]', '[lab, seminar]', ['plan-type-without-register: seminar']],
    ['[lab, seminar]', '[lab, seminar]', []],
    ['[lab]', null, []],
    [null, '[lab]', []],
  ])('with registers for %s an indicator of %s', (registers, only, expected) => {
    const indicators = `{ one: { feed: attendance, measure: rate, minimum: 60%${only === null ? '' : `, only: ${only}`} }, two: { feed: vle, only: quiz, measure: count, minimum: 1 } }`;
    const feeds =
      '{ attendance: { confirmed_by: R, confirmed_on: 2026-09-01 }, vle: { confirmed_by: R, confirmed_on: 2026-09-01 } }';
    expect(told({ indicators, feeds, registers })).toEqual(expected);
  });

  test.each([
    ['attendance', '[lab, seminar]', ['plan-type-without-register: seminar']],
    ['attendance', 'lab', []],
    ['vle', 'quiz', []],
  ])('module alerts of %s, %s, need registers as well', (feed, only, expected) => {
    const alerts = `{ feed: ${feed}, only: ${only}, measure: active_days, minimum: 2 }`;
    const feeds =
      '{ attendance: { confirmed_by: R, confirmed_on: 2026-09-01 }, vle: { confirmed_by: R, confirmed_on: 2026-09-01 } }';
    const indicators = '{ one: { feed: vle, measure: count, minimum: 1 } }';
    expect(told({ indicators, feeds, registers: '[lab]', module_alerts: alerts })).toEqual(expected);
  });
});

describe('checkpoints at which an indicator is asked', () => {
  test.each([
    ['week_6', []],
    ['[week_3, week_6]', []],
    ['[week_3, week_7]', ['plan-checkpoint-unknown: week_7']],
    ['2026-11-08', ['yaml-wrong-value: 2026-11-08']],
    ['[]', ['yaml-value-blank: at']],
  ])('%s', (at, expected) => {
    expect(faults(`{ feed: vle, measure: count, minimum: 1, at: ${at} }`)).toEqual(expected);
  });
});

describe('days that an indicator leaves out', () => {
  const university = 'reading_weeks: { autumn: { from: 2026-11-09, to: 2026-11-15 } }\n';
  const excepting = (except: string): readonly string[] =>
    told(
      { indicators: `{ one: { feed: vle, measure: count, minimum: 1, except: ${except} } }`, university: 'u.yaml' },
      university,
    );

  test('may be of any kind that the calendar has', () => {
    expect(excepting('reading_weeks')).toEqual([]);
    expect(excepting('[exam_weeks, reading_weeks, closures]')).toEqual([
      'plan-except-empty: exam_weeks',
      'plan-except-empty: closures',
    ]);
    expect(excepting('vacations')).toEqual(['yaml-wrong-value: vacations']);
  });

  test('are only warned of, and kept', () => {
    const except = '{ one: { feed: vle, measure: count, minimum: 1, except: closures } }';
    expect(said({ indicators: except })[0]?.severity).toBe('warning');
    expect(soundPlan({ indicators: except }).indicators[0]?.except).toEqual(['closures']);
  });
});

test('an indicator id becomes the name of columns, so it is short', () => {
  const id = (length: number): string => `{ ${'a'.repeat(length)}: { feed: vle, measure: count, minimum: 1 } }`;
  expect(soundPlan({ indicators: id(28) }).indicators[0]?.id).toHaveLength(28);
  expect(told({ indicators: id(29) })).toEqual([`yaml-wrong-name: ${'a'.repeat(29)}`]);
});

test.each(['all', 'any', 'a-b', 'É', '1st', 'A'])('no indicator is called %s', (id) => {
  expect(told({ indicators: `{ ${id}: { feed: vle, measure: count, minimum: 1 } }` })).toEqual([
    `yaml-wrong-name: ${id}`,
  ]);
});

describe('module_alerts: an indicator, asked of each module (6.3)', () => {
  test('is one, and has to be sound', () => {
    const alerts = (written: string) => ({ module_alerts: written, feeds: ALL_FEEDS });
    expect(soundPlan(alerts('{ feed: attendance, measure: rate, minimum: 50% }')).moduleAlerts).toMatchObject({
      id: 'module_alerts',
      scope: 'each_module',
      of: 'events',
    });
    const without = told(alerts('{ feed: attendance, measure: rate }'));
    expect(without.filter((it) => !it.startsWith('plan-feed-unconfirmed'))).toEqual([
      expect.stringMatching(/^plan-without-minimum/),
    ]);
  });

  test('of a feed that the plan lists', () => {
    const unlisted = told({ module_alerts: '{ feed: attendance, measure: rate, minimum: 50% }', feeds: '[vle]' });
    expect(unlisted).toContainEqual(expect.stringMatching(/^plan-feed-unlisted/));
  });
});
