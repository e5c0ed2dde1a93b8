// Counts, minutes, days and weeks of all six kinds of evidence (7.1a, 7.1b, 7.1c, 7.1d, 7.1e, 7.1f); minima that change, are asked for each teaching week, or in each module.
import { describe, expect, test } from 'vitest';
import { whole } from '../../src/engagement/fraction.js';
import type { Feed } from '../../src/engagement/feed.js';
import type { Due } from '../../src/engagement/ledger.js';
import type { IndicatorOutcome } from '../../src/engagement/outcome.js';
import type { Indicator, Plan } from '../../src/plan/plan.js';
import {
  activeDays,
  amount,
  attendanceRate,
  calendar,
  d,
  due,
  enrolment,
  everyDay,
  KNOWN,
  ledger,
  openEvent,
  period,
  plan,
  rate,
  recency,
  student,
  submissionRate,
  vacation,
  type ActSpec,
  type LedgerOptions,
  listed,
} from '../support/build.js';
import { outcomeAt, type Case } from '../support/judge.js';

const FEEDS = listed('attendance', 'submissions', 'vle', 'meetings', 'lecture_capture', 'activities');

interface Given {
  readonly acts?: readonly ActSpec[];
  readonly dues?: readonly Due[];
  readonly ledger?: LedgerOptions;
  readonly plan?: Partial<Plan>;
  readonly case?: Case;
  readonly on?: string;
}

function measured(indicator: Indicator, it: Given = {}): IndicatorOutcome {
  const outcome = outcomeAt(it.on ?? '2026-10-18', {
    plan: plan({ feeds: FEEDS, indicators: [indicator], ...it.plan }),
    ledger: ledger(it.acts ?? [], it.dues ?? [], { ...KNOWN, ...it.ledger }),
    ...it.case,
  });
  const [only] = outcome.indicators;
  if (only === undefined) throw new Error('the student is assessed');
  return only;
}

const share = (numerator: number, denominator: number) => ({ numerator, denominator });

describe('every feed', () => {
  test.each<[Feed, Partial<ActSpec>]>([
    ['vle', {}],
    ['lecture_capture', {}],
    ['activities', { type: 'society' }],
    ['meetings', { type: 'advisor' }],
    ['attendance', { type: 'lab', module: 'M1' }],
  ])('%s: two acts on two days of two weeks', (feed, over) => {
    const acts = ['2026-10-01', '2026-10-08'].map((on) => ({ feed, on, ...over }));
    for (const measure of ['count', 'active_days', 'active_weeks'] as const) {
      expect(measured(amount(measure, 2, { feed }), { acts })).toMatchObject({
        result: 'met',
        measured: { worst: whole(2) },
      });
      expect(measured(amount(measure, 3, { feed }), { acts }).result).toBe('not-met');
    }
    expect(measured(recency(10, { feed }), { acts }).result).toBe('met');
    expect(measured(recency(9, { feed }), { acts }).result).toBe('not-met');
  });

  test('submissions: acts on the day they are submitted', () => {
    const dues = [due({ due: '2026-10-10', submitted: '2026-10-01' })];
    expect(measured(amount('count', 1, { feed: 'submissions' }), { dues })).toMatchObject({
      result: 'met',
      measured: { missed: [] },
    });
  });

  test('with all days excepted nothing is asked', () => {
    const kinds = { closures: [period('2026-09-28', '2026-10-18')], exam_weeks: [], reading_weeks: [] };
    const own = { plan: { calendar: calendar({ kinds }) } };
    for (const feed of ['meetings', 'activities', 'vle', 'lecture_capture'] as const) {
      expect(measured(amount('count', 1, { feed, except: ['closures'] }), own).result).toBe('not-applicable');
    }
  });

  test('meetings and activities are always an opportunity where listed, attendance only with an event', () => {
    expect(measured(amount('count', 1, { feed: 'meetings' })).result).toBe('not-met');
    expect(measured(amount('count', 1, { feed: 'activities' })).result).toBe('not-met');
    expect(measured(amount('count', 1, { feed: 'attendance' })).result).toBe('not-applicable');
  });
});

describe('minutes', () => {
  const watched = amount('minutes', 60, { feed: 'lecture_capture' });

  test.each([
    [59, 'not-met'],
    [60, 'met'],
    [61, 'met'],
  ])('%i watched of 60: %s', (minutes, result) => {
    expect(measured(watched, { acts: [{ feed: 'lecture_capture', on: '2026-10-01', minutes }] }).result).toBe(result);
  });

  test('nobody knows how long an act without minutes lasted', () => {
    const acts = [{ feed: 'lecture_capture' as const, on: '2026-10-01', acts: 2, minutes: 10, unmeasuredActs: 1 }];
    expect(measured(watched, { acts })).toMatchObject({
      result: 'unknown',
      measured: { worst: whole(10), best: 'unbounded' },
    });
  });

  test('which then is what is missing, and only where it matters', () => {
    const unmeasured = { feed: 'lecture_capture' as const, minutes: 10, unmeasuredActs: 1 };
    const acts = [
      { ...unmeasured, on: '2026-10-01' },
      { ...unmeasured, on: '2026-09-01' },
    ];
    const own = plan({ feeds: FEEDS, indicators: [watched] });
    const missing = (more: readonly ActSpec[]) =>
      outcomeAt('2026-10-18', { plan: own, ledger: ledger([...acts, ...more], [], KNOWN) }).missing;
    expect(missing([])).toEqual([
      { feed: 'lecture_capture', why: 'minutes-not-given', days: period('2026-10-01', '2026-10-01'), event: null },
    ]);
    expect(missing([{ feed: 'lecture_capture', on: '2026-10-02', minutes: 50 }])).toEqual([]);
  });

  test('of attendance an event without an end is as long as the plan says', () => {
    const acts = [{ feed: 'attendance' as const, on: '2026-10-01', minutes: 30, acts: 2, unmeasuredActs: 1 }];
    const attended = amount('minutes', 60, { feed: 'attendance' });
    const open = {
      '0001': [openEvent({ on: '2026-10-02', minutes: null }), openEvent({ on: '2026-10-05', minutes: 20 })],
    };
    expect(measured(attended, { acts, ledger: { open }, plan: { eventMinutes: 25 } }).measured).toMatchObject({
      worst: whole(55),
      best: whole(100),
    });
  });

  test('of unknown days there may be any number', () => {
    const stale = { othersOn: { ...KNOWN.othersOn, lecture_capture: ['2026-09-28'] } };
    expect(measured(watched, { ledger: stale }).measured?.best).toBe('unbounded');
  });
});

test('an open event may add an act, a day and a week, of its own type only', () => {
  const feed = 'attendance' as const;
  const acts = [{ feed, on: '2026-10-01', type: 'lab', module: 'M1' }];
  const open = {
    '0001': [
      openEvent({ on: '2026-10-01' }),
      openEvent({ on: '2026-10-08' }),
      openEvent({ on: '2026-10-15', type: 'lecture' }),
    ],
  };
  const best = (measure: 'count' | 'active_days' | 'active_weeks', only: readonly string[] | null = ['lab']) => {
    return measured(amount(measure, 9, { feed, only }), { acts, ledger: { open } }).measured?.best;
  };
  expect(best('count')).toEqual(whole(3));
  expect(best('active_days')).toEqual(whole(2));
  expect(best('active_weeks')).toEqual(whole(2));
  expect(best('active_weeks', null)).toEqual(whole(3));
  const since = measured(recency(5, { feed, only: ['lab'] }), { acts, ledger: { open } });
  expect(since.measured).toMatchObject({ worst: whole(17), best: whole(10) });
});

test('beside a count of events the missed ones are named, not those attended online, which count', () => {
  const feed = 'attendance' as const;
  const acts = [
    { feed, on: '2026-10-01', type: 'lab', module: 'M1', standing: 'missed' as const },
    { feed, on: '2026-10-02', type: 'lab', module: 'M1', standing: 'done-remotely' as const },
  ];
  expect(measured(amount('count', 2, { feed }), { acts }).measured).toMatchObject({
    worst: whole(1),
    missed: [{ kind: 'event', name: 'lab', module: 'M1', on: d('2026-10-01'), count: 1 }],
  });
});

describe('meetings', () => {
  const advisor = rate('meetings', '50%', { id: 'advisor', title: 'advisor', feed: 'meetings' });
  const held = (on: string) => ({ feed: 'meetings' as const, on, type: 'advisor' });
  const arranged = (on: string) => ({ ...held(on), standing: 'missed' as const });

  test('attended of those arranged', () => {
    expect(measured(advisor, { acts: [held('2026-10-01'), arranged('2026-10-02')] })).toMatchObject({
      result: 'met',
      measured: { worst: share(1, 2), missed: [{ kind: 'meeting', name: 'advisor', on: d('2026-10-02') }] },
    });
    expect(
      measured(advisor, { acts: [held('2026-10-01'), arranged('2026-10-02'), arranged('2026-10-03')] }).result,
    ).toBe('not-met');
  });

  test('none arranged: not applicable', () => {
    expect(measured(advisor).result).toBe('not-applicable');
  });

  test('without an outcome noted: unknown', () => {
    const open = {
      '0001': [openEvent({ on: '2026-10-05', feed: 'meetings', eventId: '', type: 'advisor', module: '' })],
    };
    expect(measured(advisor, { acts: [arranged('2026-10-01')], ledger: { open } })).toMatchObject({
      result: 'unknown',
      measured: { worst: share(0, 2), best: share(1, 2) },
    });
    expect(measured(amount('count', 1, { feed: 'meetings' }), { ledger: { open } }).result).toBe('unknown');
  });

  test('a missing table says nothing', () => {
    const missing = { without: ['meetings' as const] };
    expect(measured(advisor, { ledger: missing })).toMatchObject({
      result: 'unknown',
      measured: { isOpenEnded: true },
    });
  });

  test('an excepted week leaves it', () => {
    const kinds = { reading_weeks: [period('2026-10-05', '2026-10-11')], exam_weeks: [], closures: [] };
    const acts = [held('2026-10-01'), arranged('2026-10-06')];
    const outcome = measured(
      { ...advisor, except: ['reading_weeks'] },
      { acts, plan: { calendar: calendar({ kinds }) } },
    );
    expect(outcome.measured).toMatchObject({ worst: share(1, 1), setAside: [{ why: 'excepted', count: 1 }] });
  });

  test('missed ones are named beside a count too', () => {
    const outcome = measured(amount('count', 1, { feed: 'meetings' }), { acts: [arranged('2026-10-06')] });
    expect(outcome.measured?.missed).toEqual([
      { kind: 'meeting', name: 'advisor', module: '', on: d('2026-10-06'), count: 1 },
    ]);
  });
});

describe('the share of teaching weeks with evidence', () => {
  const weeks = (percent: string, over: Partial<Indicator> = {}) =>
    rate('teaching_weeks', percent, { id: 'weeks', title: 'QMplus', feed: 'vle', ...(over as object) });
  const acts = [{ on: '2026-10-04' }, { on: '2026-10-05' }];

  test.each([
    ['66.6%', 'met'],
    ['66.7%', 'not-met'],
  ])('two of three against %s: %s', (percent, result) => {
    expect(measured(weeks(percent), { acts })).toMatchObject({ result, measured: { worst: share(2, 3) } });
  });

  test('only weeks all of whose weekdays are the student’s', () => {
    const late = { case: { student: student({ startsOn: d('2026-09-29') }) } };
    expect(measured(weeks('50%'), { acts, ...late }).measured?.worst).toEqual(share(1, 2));
  });

  test('without any it does not apply', () => {
    const kinds = { exam_weeks: [period('2026-09-28', '2026-10-18')], reading_weeks: [], closures: [] };
    expect(measured(weeks('50%'), { acts, plan: { calendar: calendar({ kinds }) } }).result).toBe('not-applicable');
  });

  test('a week without evidence and with an unknown day is unknown', () => {
    const stale = { othersOn: { ...KNOWN.othersOn, vle: ['2026-09-28', '2026-10-14'] } };
    expect(measured(weeks('100%'), { acts, ledger: stale })).toMatchObject({
      result: 'unknown',
      measured: { worst: share(2, 3), best: share(3, 3) },
    });
  });

  test('so is one with an open event', () => {
    const labs = weeks('100%', { feed: 'attendance' });
    const attended = [{ on: '2026-10-01', feed: 'attendance' as const, module: 'M1' }];
    const open = { '0001': [openEvent({ on: '2026-10-08' })] };
    expect(measured(labs, { acts: attended, ledger: { open } }).measured).toMatchObject({
      worst: share(1, 3),
      best: share(2, 3),
    });
  });
});

describe('a minimum for each teaching week', () => {
  const perWeek = activeDays(2, { per: 'teaching_week' });

  test('asks the same of short and long windows', () => {
    expect(measured(perWeek).measured?.threshold).toEqual(whole(6));
    expect(measured(perWeek, { on: '2026-12-06' }).measured?.threshold).toEqual(whole(8));
  });

  test('leaves out vacations of the student’s level, reading and exam weeks, and weeks that the window cuts', () => {
    const kinds = { reading_weeks: [period('2026-10-09', '2026-10-09')], exam_weeks: [], closures: [] };
    const own = { calendar: calendar({ kinds }) };
    expect(measured(perWeek, { plan: own }).measured?.threshold).toEqual(whole(4));
    const summer = { calendar: calendar({ vacations: [vacation('2026-10-05', '2026-10-11', ['undergraduate'])] }) };
    expect(measured(perWeek, { plan: summer }).measured?.threshold).toEqual(whole(4));
    const masters = { case: { student: student({ targetAwardRqf: 7 }) } };
    expect(measured(perWeek, { plan: summer, ...masters }).measured?.threshold).toEqual(whole(6));
    const cut = { checkpoints: [{ id: 'x', on: d('2026-10-18'), from: d('2026-09-29') }] };
    expect(measured(perWeek, { plan: cut }).measured?.threshold).toEqual(whole(4));
  });

  test('is prorated as a whole, and the output shows it', () => {
    const late = { case: { student: student({ startsOn: d('2026-10-05') }) } };
    expect(measured(perWeek, late).measured).toMatchObject({ threshold: whole(4), plannedThreshold: 6 });
    expect(measured({ ...perWeek, isProrated: false }, late).measured).toMatchObject({ threshold: whole(6) });
  });

  test('in a window without any asks nothing', () => {
    const kinds = { exam_weeks: [period('2026-09-28', '2026-10-18')], reading_weeks: [], closures: [] };
    expect(measured(perWeek, { plan: { calendar: calendar({ kinds }) } }).result).toBe('not-applicable');
  });
});

describe('a minimum that changes', () => {
  const history = [
    { from: d('2026-09-28'), value: 2 },
    { from: d('2026-10-18'), value: 3 },
  ];

  test.each([
    ['2026-10-17', 2],
    ['2026-10-18', 3],
    ['2026-10-19', 3],
  ])('is the one in force on the checkpoint date %s: %i', (on, minimum) => {
    const checkpoints = [{ id: 'x', on: d(on) }];
    const outcome = measured(activeDays(1, { minimum: history }), { on, plan: { checkpoints } });
    expect(outcome.measured?.threshold).toEqual(whole(minimum));
  });

  test('and before its first date is an error, not the nearest one', () => {
    const later = activeDays(1, { minimum: [{ from: d('2026-10-19'), value: 2 }] });
    expect(() => measured(later)).toThrow('2026-10-18');
  });
});

describe('at some checkpoints only', () => {
  const advisor = activeDays(1, { at: ['week_6'] });

  test.each([
    ['2026-10-18', 'not-applicable'],
    ['2026-11-08', 'not-met'],
    ['2026-11-01', 'not-applicable'],
  ])('on %s: %s', (on, result) => {
    expect(measured(advisor, { on }).result).toBe(result);
  });
});

describe('only on days that are not excepted', () => {
  const kinds = { reading_weeks: [period('2026-10-05', '2026-10-11')], exam_weeks: [], closures: [] };
  const own = { calendar: calendar({ kinds }) };

  test.each([
    ['2026-10-04', 1],
    ['2026-10-05', 0],
    ['2026-10-11', 0],
    ['2026-10-12', 1],
  ])('an act on %s: %i', (on, days) => {
    const outcome = measured(activeDays(1, { except: ['reading_weeks'] }), { acts: [{ on }], plan: own });
    expect(outcome.measured?.worst).toEqual(whole(days));
  });

  test('a submission due in an excepted week is not asked for', () => {
    const dues = [due({ due: '2026-10-06' }), due({ assessmentId: 'A2', due: '2026-10-12', submitted: '2026-10-12' })];
    const outcome = measured(submissionRate('100%', { except: ['reading_weeks'] }), { dues, plan: own });
    expect(outcome).toMatchObject({ result: 'met', measured: { setAside: [{ why: 'excepted', count: 1 }] } });
  });
});

describe('in each module', () => {
  const labs = attendanceRate('50%', { scope: 'each_module' });
  const event = (on: string, module: string, standing: 'done' | 'missed') => ({
    on,
    module,
    standing,
    feed: 'attendance' as const,
    type: 'lab',
  });
  const both = {
    case: { enrolments: [enrolment(), enrolment({ moduleCode: 'M2' }), enrolment({ moduleCode: 'M3' })] },
  };
  const acts = [
    event('2026-10-01', 'M1', 'done'),
    event('2026-10-02', 'M1', 'done'),
    event('2026-10-01', 'M2', 'missed'),
    event('2026-10-02', 'M2', 'missed'),
    event('2026-10-05', 'M2', 'done'),
  ];

  test('one module below is below, though all together reach the minimum', () => {
    expect(measured(attendanceRate('50%'), { acts, ...both }).result).toBe('met');
    const outcome = measured(labs, { acts, ...both });
    expect(outcome).toMatchObject({ result: 'not-met', measured: { module: 'M2', worst: share(1, 3) } });
    expect(outcome.modules?.map(({ module, result }) => [module, result])).toEqual([
      ['M1', 'met'],
      ['M2', 'not-met'],
    ]);
  });

  test('an unknown event leaves its own module open', () => {
    const open = { '0001': [openEvent({ on: '2026-10-08', module: 'M3' })] };
    const outcome = measured(labs, { acts: acts.slice(0, 2), ledger: { open }, ...both });
    expect(outcome).toMatchObject({ result: 'unknown', measured: { module: 'M3' } });
    expect(measured(labs, { acts, ledger: { open }, ...both }).measured?.module).toBe('M2');
  });

  test('of equals the first is shown', () => {
    const equal = [event('2026-10-01', 'M2', 'missed'), event('2026-10-01', 'M1', 'missed')];
    expect(measured(labs, { acts: equal, ...both }).measured?.module).toBe('M1');
    expect(measured(labs, { acts: acts.slice(0, 2), ...both })).toMatchObject({
      result: 'met',
      measured: { module: 'M1' },
    });
  });

  test('without an event in any it does not apply', () => {
    expect(measured(labs, both)).toEqual({ indicatorId: 'labs', result: 'not-applicable', isDeciding: false });
    const absence = [{ ...event('2026-10-01', 'M1', 'missed'), standing: 'authorised' as const }];
    expect(measured(labs, { acts: absence, ...both })).toEqual({
      indicatorId: 'labs',
      result: 'not-applicable',
      isDeciding: false,
      modules: [],
    });
  });

  test('submissions: each module in which something is due', () => {
    const dues = [
      due({ due: '2026-10-10', submitted: '2026-10-10' }),
      due({ assessmentId: 'A2', module: 'M2', due: '2026-10-10' }),
    ];
    const outcome = measured(submissionRate('50%', { scope: 'each_module' }), { dues, ...both });
    expect(outcome).toMatchObject({ result: 'not-met', measured: { module: 'M2' } });
  });

  test('QMplus: each module on which the student is enrolled in the window', () => {
    const own = [
      { on: '2026-10-01', module: 'M1' },
      { on: '2026-10-01', module: 'M9' },
    ];
    const days = activeDays(1, { scope: 'each_module' });
    expect(measured(days, { acts: own }).result).toBe('met');
    expect(measured(days, { acts: own, ...both })).toMatchObject({ result: 'not-met', measured: { module: 'M2' } });
    const left = { case: { enrolments: [enrolment(), enrolment({ moduleCode: 'M2', to: d('2026-09-27') })] } };
    expect(measured(days, { acts: own, ...left }).result).toBe('met');
  });

  test('recency: the module longest without evidence', () => {
    const own = [
      { on: '2026-10-01', module: 'M1' },
      { on: '2026-10-08', module: 'M2' },
    ];
    const two = { case: { enrolments: [enrolment(), enrolment({ moduleCode: 'M2' })] } };
    const outcome = measured(recency(5, { scope: 'each_module' }), { acts: own, ...two });
    expect(outcome.measured).toMatchObject({ module: 'M1', worst: whole(17) });
  });

  test('without the table of enrolments: each module in which the student ever acted, else all as one', () => {
    const own = [{ on: '2026-10-01', module: 'M1' }, { on: '2026-09-01', module: 'M2' }, { on: '2026-10-01' }];
    const unlisted = { case: { enrolments: null } };
    const days = activeDays(1, { scope: 'each_module' });
    expect(measured(days, { acts: own, ...unlisted }).modules?.map(({ module }) => module)).toEqual(['M1', 'M2']);
    expect(measured(days, { acts: [{ on: '2026-10-01' }], ...unlisted })).toMatchObject({
      result: 'met',
      measured: { module: null },
    });
  });
});

describe('on time', () => {
  const onTime = submissionRate('100%', { isOnTimeAsked: true });
  const at = (minute: number | null, dueMinute: number | null, day = '2026-10-10') => [
    {
      ...due({ due: '2026-10-10' }),
      due: { day: d('2026-10-10'), minute: dueMinute },
      submitted: { day: d(day), minute },
    },
  ];

  test.each([
    [959, 960, '2026-10-10', 'met'],
    [960, 960, '2026-10-10', 'met'],
    [961, 960, '2026-10-10', 'not-met'],
    [null, 960, '2026-10-10', 'met'],
    [1439, null, '2026-10-10', 'met'],
    [0, null, '2026-10-11', 'not-met'],
    [1439, 960, '2026-10-09', 'met'],
  ])('submitted at minute %s, due at %s, on %s: %s', (minute, dueMinute, day, result) => {
    expect(measured(onTime, { dues: at(minute, dueMinute, day) }).result).toBe(result);
    expect(measured(submissionRate('100%'), { dues: at(minute, dueMinute, day) }).result).toBe('met');
  });

  test('what came late is named as late', () => {
    expect(measured(onTime, { dues: at(0, null, '2026-10-11') }).measured?.missed[0]?.kind).toBe('late-submission');
    expect(measured(onTime, { dues: at(0, null, '2026-10-19') }).measured?.missed[0]?.kind).toBe('submission');
  });
});

test('days known by others only: an unlisted feed measures nothing but is not silence', () => {
  const outcome = outcomeAt('2026-10-18', {
    plan: plan({ feeds: FEEDS.filter(({ feed }) => feed === 'vle'), indicators: [activeDays(1)] }),
    ledger: ledger([{ feed: 'activities', on: '2026-10-01' }], [], {
      othersOn: { vle: everyDay('2026-09-28', '2026-10-18') },
    }),
  });
  expect(outcome).toMatchObject({ classification: 'low-engagement', lastEvidenceOn: null });
});
