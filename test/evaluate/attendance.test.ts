// Attended of expected (7.1a): what counts, what leaves the denominator, what nobody knows.
import { describe, expect, test } from 'vitest';
import type { Circumstance } from '../../src/engagement/circumstance.js';
import { whole } from '../../src/engagement/fraction.js';
import type { OpenEvent } from '../../src/engagement/ledger.js';
import type { IndicatorOutcome, Outcome } from '../../src/engagement/outcome.js';
import type { Plan, RateIndicator } from '../../src/plan/plan.js';
import {
  attendanceRate,
  calendar,
  circumstance,
  d,
  enrolment,
  everyDay,
  KNOWN,
  ledger,
  openEvent,
  period,
  plan,
  type ActSpec,
  type LedgerOptions,
  listed,
} from '../support/build.js';
import { outcomeAt, type Case } from '../support/judge.js';

interface School {
  readonly events?: readonly ActSpec[];
  readonly open?: readonly OpenEvent[];
  readonly indicator?: RateIndicator;
  readonly plan?: Partial<Plan>;
  readonly ledger?: LedgerOptions;
  readonly circumstances?: readonly Circumstance[];
  readonly enrolments?: Case['enrolments'];
}

const FEEDS = listed('attendance');

function judged(it: School, on = '2026-10-18'): Outcome {
  const events = (it.events ?? []).map((event) => ({
    feed: 'attendance' as const,
    type: 'lab',
    module: 'M1',
    ...event,
  }));
  return outcomeAt(on, {
    plan: plan({ feeds: FEEDS, indicators: [it.indicator ?? attendanceRate('50%')], ...it.plan }),
    ledger: ledger(events, [], { ...KNOWN, open: { '0001': it.open ?? [] }, ...it.ledger }),
    circumstances: it.circumstances ?? [],
    ...(it.enrolments === undefined ? {} : { enrolments: it.enrolments }),
  });
}

function labs(it: School, on?: string): IndicatorOutcome {
  const [outcome] = judged(it, on).indicators;
  if (outcome === undefined) throw new Error('the student is assessed');
  return outcome;
}

const done = (on: string, over: Partial<ActSpec> = {}): ActSpec => ({ on, standing: 'done', ...over });
const missed = (on: string, over: Partial<ActSpec> = {}): ActSpec => ({ on, standing: 'missed', ...over });
const share = (numerator: number, denominator: number) => ({ numerator, denominator });

describe('the share of events', () => {
  test.each([
    [1, 2, 'not-met'],
    [2, 2, 'met'],
    [3, 2, 'met'],
  ])('%i attended and %i missed against 50%%: %s', (attended, absent, result) => {
    const events = [
      ...Array.from({ length: attended }, (_, day) => done(`2026-10-0${day + 1}`)),
      ...Array.from({ length: absent }, (_, day) => missed(`2026-10-1${day}`)),
    ];
    expect(labs({ events })).toMatchObject({ result, measured: { worst: share(attended, attended + absent) } });
  });

  test.each([
    ['2026-09-27', 'not-applicable'],
    ['2026-09-28', 'met'],
    ['2026-10-18', 'met'],
    ['2026-10-19', 'not-applicable'],
  ])('only events of the student’s window: on %s %s', (on, result) => {
    const [outcome] = judged({ events: [done(on)], plan: { indicators: [attendanceRate('50%')] } }).indicators;
    expect(outcome?.result).toBe(result);
  });

  test('of the chosen types', () => {
    const indicator = attendanceRate('50%', { only: ['lab', 'seminar'] });
    const events = [
      done('2026-10-01'),
      done('2026-10-02', { type: 'seminar' }),
      missed('2026-10-05', { type: 'lecture' }),
    ];
    expect(labs({ indicator, events }).measured?.worst).toEqual(share(2, 2));
  });

  test('what was missed is named, alike on one day once', () => {
    const events = [missed('2026-10-06'), missed('2026-10-05', { type: 'seminar', acts: 2 }), missed('2026-10-05')];
    expect(labs({ events }).measured?.missed.map(({ name, on, count }) => [name, on, count])).toEqual([
      ['lab', period('2026-10-05', '2026-10-05').from, 1],
      ['seminar', period('2026-10-05', '2026-10-05').from, 2],
      ['lab', period('2026-10-06', '2026-10-06').from, 1],
    ]);
  });

  test('an event online counts when attended', () => {
    expect(labs({ events: [done('2026-10-01', { isOnline: true })] }).result).toBe('met');
  });
});

describe('by minutes', () => {
  const indicator = attendanceRate('50%', { of: 'minutes' });

  test('long events weigh more', () => {
    const events = [done('2026-10-01', { minutes: 60 }), missed('2026-10-02', { minutes: 120 })];
    expect(labs({ indicator, events })).toMatchObject({ result: 'not-met', measured: { worst: share(60, 180) } });
  });

  test('an event without an end is as long as the plan says', () => {
    const events = [
      done('2026-10-01', { acts: 2, minutes: 30, unmeasuredActs: 1 }),
      missed('2026-10-02', { unmeasuredActs: 1 }),
    ];
    expect(labs({ indicator, events, plan: { eventMinutes: 90 } }).measured?.worst).toEqual(share(120, 210));
    const open = [openEvent({ on: '2026-10-05', minutes: null })];
    const { measured } = labs({ indicator, events, open, plan: { eventMinutes: 90 } });
    expect(measured).toMatchObject({ worst: share(120, 300), best: share(210, 300) });
  });
});

describe('only modules on which the student is enrolled that day', () => {
  const events = [done('2026-10-01'), missed('2026-10-07')];

  test.each([
    [{ from: period('2026-10-01', '2026-10-06') }, 'met', 1],
    [{ from: period('2026-10-02', '2026-10-07') }, 'not-met', 1],
  ])('%j', ({ from: days }, result, expected) => {
    const { measured, ...outcome } = labs({ events, enrolments: [enrolment(days)] });
    expect(outcome.result).toBe(result);
    expect(measured?.worst).toMatchObject({ denominator: expected });
    expect(measured?.setAside).toEqual([{ why: 'not-enrolled', count: 1 }]);
  });

  test('without that table, and where an event names no module, always', () => {
    expect(labs({ events, enrolments: null }).measured?.worst).toEqual(share(1, 2));
    const unnamed = events.map((event) => ({ ...event, module: '' }));
    expect(labs({ events: unnamed, enrolments: [enrolment({ moduleCode: 'M9' })] }).measured?.worst).toEqual(
      share(1, 2),
    );
  });
});

describe('what leaves the denominator leaves it only if not attended', () => {
  const absence = circumstance({ from: '2026-10-05', to: '2026-10-07' });

  test.each([
    ['2026-10-04', 'not-met', []],
    ['2026-10-05', 'met', [{ why: 'authorised', count: 1 }]],
    ['2026-10-07', 'met', [{ why: 'authorised', count: 1 }]],
    ['2026-10-08', 'not-met', []],
  ])('an absence on %s beside one attended of one: %s', (on, result, setAside) => {
    const indicator = attendanceRate('51%');
    const outcome = labs({ indicator, events: [done('2026-10-01'), missed(on)], circumstances: [absence] });
    expect(outcome).toMatchObject({ result, measured: { setAside } });
  });

  test('what was attended on an authorised day stays in both', () => {
    const events = [done('2026-10-06'), missed('2026-10-01')];
    expect(labs({ events, circumstances: [absence] }).measured?.worst).toEqual(share(1, 2));
  });

  test('an authorised mark', () => {
    const events = [done('2026-10-01'), { on: '2026-10-02', standing: 'authorised' } as const];
    expect(labs({ events }).measured).toMatchObject({
      worst: share(1, 1),
      setAside: [{ why: 'authorised', count: 1 }],
    });
  });

  test('a day of disrupted teaching', () => {
    const disruptions = [period('2026-10-05', '2026-10-05')];
    const events = [done('2026-10-01'), missed('2026-10-05'), missed('2026-10-06')];
    expect(labs({ events, plan: { calendar: calendar({ disruptions }) } }).measured).toMatchObject({
      worst: share(1, 2),
      setAside: [{ why: 'disruption', count: 1 }],
    });
  });

  test('an excepted week, attended or not', () => {
    const kinds = { reading_weeks: [period('2026-10-05', '2026-10-11')], exam_weeks: [], closures: [] };
    const indicator = attendanceRate('50%', { except: ['reading_weeks'] });
    const events = [done('2026-10-05'), missed('2026-10-11'), missed('2026-10-12'), done('2026-10-04')];
    expect(labs({ indicator, events, plan: { calendar: calendar({ kinds }) } }).measured).toMatchObject({
      worst: share(1, 2),
      setAside: [{ why: 'excepted', count: 2 }],
    });
  });

  test('with nothing left the indicator drops out', () => {
    const outcome = judged({ events: [missed('2026-10-06')], circumstances: [absence] });
    expect(outcome).toMatchObject({ classification: 'not-assessed', notAssessedReason: 'no-opportunity' });
  });
});

describe('attending an in-person event online (8.5a, by exception 8.5b)', () => {
  const remote = (on: string): ActSpec => ({ on, standing: 'done-remotely' });
  const approved = circumstance({ kind: 'remote-approved', from: '2026-10-05', to: '2026-10-07' });

  test.each([
    ['2026-10-04', 0],
    ['2026-10-05', 1],
    ['2026-10-07', 1],
    ['2026-10-08', 0],
  ])('counts with an approved exception: on %s %i of 1', (on, attended) => {
    expect(labs({ events: [remote(on)], circumstances: [approved] }).measured?.worst).toEqual(share(attended, 1));
  });

  test('counts on a day of disruption', () => {
    const disruptions = [period('2026-10-05', '2026-10-05')];
    const events = [remote('2026-10-05'), remote('2026-10-06')];
    expect(labs({ events, plan: { calendar: calendar({ disruptions }) } }).measured?.worst).toEqual(share(1, 2));
  });

  test('else it is not attended, but evidence: the student is low, not without engagement, and the clock starts there', () => {
    const outcome = judged({ events: [remote('2026-10-06')] });
    expect(outcome.indicators[0]?.measured?.missed[0]?.kind).toBe('remote-event');
    expect(outcome).toMatchObject({
      classification: 'low-engagement',
      lastEvidenceOn: period('2026-10-06', '2026-10-06').from,
    });
  });
});

describe('an event whose register says nothing', () => {
  test('is unknown: neither attended nor missed', () => {
    const open = [openEvent({ on: '2026-10-08' })];
    const outcome = judged({ events: [done('2026-10-01')], open, indicator: attendanceRate('60%') });
    expect(outcome).toMatchObject({ classification: 'withheld', openEvents: open });
    expect(outcome.indicators[0]?.measured).toMatchObject({ worst: share(1, 2), best: share(2, 2), openEvents: open });
    expect(outcome.missing).toEqual([
      { feed: 'attendance', why: 'not-recorded', days: period('2026-10-08', '2026-10-08'), event: open[0] },
    ]);
  });

  test.each([
    ['50%', 'engaged'],
    ['51%', 'withheld'],
    ['75%', 'withheld'],
    ['76%', 'low-engagement'],
  ])('two attended, one missed, one unknown of four against %s: %s', (percent, classification) => {
    const events = [done('2026-10-01'), done('2026-10-02'), missed('2026-10-05')];
    const open = [openEvent({ on: '2026-10-08' })];
    expect(judged({ events, open, indicator: attendanceRate(percent) }).classification).toBe(classification);
  });

  test('could hold evidence: without any other the student is not "non-engagement"', () => {
    const events = [missed('2026-10-01'), missed('2026-10-02')];
    expect(judged({ events }).classification).toBe('non-engagement');
    const open = [openEvent({ on: '2026-10-08' })];
    const strict = attendanceRate('50%');
    expect(judged({ events, open, indicator: strict }).classification).toBe('low-engagement');
    expect(judged({ events: [], open, indicator: strict }).classification).toBe('withheld');
  });

  test('on an excused day counts if attended and leaves if not', () => {
    const absence = circumstance({ from: '2026-10-08', to: '2026-10-08' });
    const open = [openEvent({ on: '2026-10-08' })];
    const events = [done('2026-10-01'), missed('2026-10-02')];
    expect(labs({ events, open, circumstances: [absence] })).toMatchObject({
      result: 'met',
      measured: { worst: share(1, 2), best: share(2, 3) },
    });
    expect(labs({ open, circumstances: [absence] })).toMatchObject({
      result: 'unknown',
      measured: { worst: whole(0), best: whole(1), isOpenEnded: false },
    });
  });

  test('of another type than the chosen ones leaves the rate alone, but not 7.3', () => {
    const open = [openEvent({ on: '2026-10-08', type: 'lecture' })];
    const indicator = attendanceRate('50%', { only: ['lab'] });
    expect(judged({ events: [missed('2026-10-01')], open, indicator })).toMatchObject({
      classification: 'low-engagement',
      indicators: [{ measured: { best: share(0, 1), openEvents: [] } }],
    });
  });

  test('on a module that the student has left is not expected', () => {
    const open = [openEvent({ on: '2026-10-08' })];
    const enrolments = [enrolment({ to: period('2026-10-07', '2026-10-07').to })];
    expect(labs({ events: [done('2026-10-01')], open, enrolments }).measured).toMatchObject({ best: share(1, 1) });
  });

  test('pushes the shortest clock to its day', () => {
    const open = [openEvent({ on: '2026-10-08' })];
    const { clock } = judged({ events: [missed('2026-10-01')], open });
    expect(clock).toMatchObject({ longestMonitoredDays: 21, shortestMonitoredDays: 10 });
  });
});

describe('a register that marks everyone absent', () => {
  const open = [openEvent({ on: '2026-10-08', why: 'everyone-absent', minutes: null })];

  test('is suspect, so unknown', () => {
    expect(judged({ open }).classification).toBe('withheld');
  });

  test('is taken at its word where the plan says so', () => {
    const outcome = judged({ open, events: [done('2026-10-12')], plan: { allAbsentRegisters: 'absent' } });
    expect(outcome).toMatchObject({ openEvents: [], indicators: [{ measured: { worst: share(1, 2) } }] });
    const minutes = attendanceRate('50%', { of: 'minutes' });
    const plain = openEvent({ on: '2026-10-09', why: 'everyone-absent', minutes: 30 });
    const byMinutes = labs({ open: [...open, plain], indicator: minutes, plan: { allAbsentRegisters: 'absent' } });
    expect(byMinutes.measured?.worst).toEqual(share(0, 90));
  });
});

describe('days on which the feed is not known', () => {
  const stale = (timetabled: LedgerOptions['timetabled']): LedgerOptions => ({
    othersOn: { attendance: everyDay('2026-09-28', '2026-10-10') },
    timetabled: timetabled ?? null,
  });

  test.each([
    ['2026-10-15', false],
    ['2026-10-14', true],
    ['2026-10-13', true],
  ])('the last register on %s, three days of tolerance before 18 October: open %s', (last, isOpen) => {
    const known = { othersOn: { attendance: everyDay('2026-09-28', last) } };
    expect(labs({ events: [done('2026-10-01')], ledger: known }).result).toBe(isOpen ? 'unknown' : 'met');
  });

  test('beyond the timetable nobody knows what was expected', () => {
    const outcome = labs({ events: [missed('2026-10-01')], ledger: stale(null) });
    expect(outcome).toMatchObject({
      result: 'unknown',
      measured: { worst: whole(0), best: whole(1), isOpenEnded: true },
    });
  });

  // Of the window to Sunday 18 October, registers are known to the 13th.
  test.each([
    ['2026-10-14', true],
    ['2026-10-15', false],
    ['2026-10-16', false],
  ])('a timetable that ends on %s, three days of silence allowed: open %s', (to, isOpenEnded) => {
    const outcome = labs({ events: [missed('2026-10-01')], ledger: stale(period('2026-09-28', to)) });
    expect(outcome.measured?.isOpenEnded).toBe(isOpenEnded);
  });

  test.each([
    ['2026-10-02', true],
    ['2026-10-01', false],
    ['2026-09-30', false],
  ])('a timetable that begins on %s, teaching on 28 September: open %s', (from, isOpenEnded) => {
    const known = {
      othersOn: { attendance: everyDay('2026-10-02', '2026-10-18') },
      timetabled: period(from, '2026-12-11'),
    };
    expect(labs({ events: [missed('2026-10-05')], ledger: known }).measured?.isOpenEnded).toBe(isOpenEnded);
  });

  test('on days of the week without classes nothing was expected, however long ago the timetable ended', () => {
    const ended = { ...period('2026-09-28', '2026-10-10'), weekdays: [0, 1] };
    const after = (window: string): boolean | undefined => {
      const checkpoints = [{ id: 'w', on: d(window) }];
      return labs({ events: [missed('2026-10-01')], ledger: stale(ended), plan: { checkpoints } }, window).measured
        ?.isOpenEnded;
    };
    expect(after('2026-10-18')).toBe(false);
    expect(after('2026-10-19')).toBe(true);
  });

  test.each([
    ['M1', {}, false],
    ['M2', {}, true],
    ['M1', { enrolments: [enrolment(), enrolment({ moduleCode: 'M3' })] }, false],
    ['M1', { enrolments: null }, false],
    ['M2', { enrolments: null }, true],
  ])(
    'a timetable without the modules of the student’s registers says nothing: %s %j, open %s',
    (module, over, open) => {
      const acts = { ledger: stale(period('2026-09-28', '2026-12-11')), ...over };
      expect(labs({ events: [{ ...missed('2026-10-01'), module }], ...acts }).measured?.isOpenEnded).toBe(open);
    },
  );

  test('nor one for a student whom no register and no enrolment names', () => {
    const told = stale(period('2026-09-28', '2026-12-11'));
    expect(labs({ ledger: told, enrolments: null }).measured?.isOpenEnded).toBe(true);
    expect(labs({ ledger: told }).result).toBe('not-applicable');
  });

  test('within the timetable its events say what was expected', () => {
    const timetabled = stale(period('2026-09-28', '2026-12-11'));
    const open = [openEvent({ on: '2026-10-16', why: 'no-register' })];
    expect(labs({ events: [missed('2026-10-01')], open, ledger: timetabled })).toMatchObject({
      measured: { worst: share(0, 2), best: share(1, 2), isOpenEnded: false },
    });
    expect(labs({ events: [missed('2026-10-01')], ledger: timetabled })).toMatchObject({
      result: 'not-met',
      measured: { best: share(0, 1) },
    });
  });

  test('without any event the indicator is unknown, not absent', () => {
    expect(judged({ ledger: stale(null) })).toMatchObject({ classification: 'withheld', notAssessedReason: null });
    expect(labs({ ledger: { othersOn: {} } }).result).toBe('unknown');
  });
});
