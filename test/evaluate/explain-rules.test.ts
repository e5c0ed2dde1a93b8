// What a record did to an outcome, and what would have met a minimum (5.1b).
import { describe, expect, test } from 'vitest';
import type { EventRecord, Ledger } from '../../src/engagement/ledger.js';
import { effectOf } from '../../src/evaluate/effect.js';
import { measure } from '../../src/evaluate/measures/measure.js';
import { shortfallOf, type Shortfall } from '../../src/evaluate/shortfall.js';
import { situationsOf, stagesOf, type Situation } from '../../src/evaluate/situation.js';
import type { Indicator } from '../../src/plan/plan.js';
import {
  activeDays,
  amount,
  attendanceRate,
  calendar,
  circumstance,
  openEvent,
  period,
  rate,
  d,
  due,
  enrolment,
  KNOWN,
  ledger,
  plan,
  recency,
  student,
  submissionRate,
  listed,
} from '../support/build.js';

function situation(indicator: Indicator, acts: Ledger, startsOn = '2026-09-28'): Situation {
  const subject = { student: student({ startsOn: d(startsOn) }), enrolments: [enrolment()], circumstances: [] };
  const [only] = situationsOf(stagesOf(plan({ indicators: [indicator] }), acts, d('2026-10-18')), subject);
  if (only === undefined) throw new Error('the first checkpoint has one situation');
  return only;
}

describe('the effect of a record', () => {
  const at = situation(activeDays(3), ledger([], [], KNOWN), '2026-10-05');
  const record = (on: string, over: Partial<EventRecord> = {}): EventRecord => ({
    feed: 'vle',
    file: 'vle.csv',
    record: 1,
    at: { day: d(on), minute: null },
    type: '',
    module: '',
    acts: 1,
    standing: 'done',
    minutes: null,
    isRepeated: false,
    isOverruled: false,
    eventId: '',
    assessmentId: '',
    ...over,
  });

  test.each<[string, Partial<EventRecord>, string]>([
    ['2026-09-27', {}, 'before-window'],
    ['2026-09-28', {}, 'not-enrolled'],
    ['2026-10-04', {}, 'not-enrolled'],
    ['2026-10-05', {}, 'in-window'],
    ['2026-10-18', {}, 'in-window'],
    ['2026-10-19', {}, 'after-checkpoint'],
    ['2026-10-10', { acts: 0 }, 'no-act'],
    ['2026-10-10', { isRepeated: true }, 'repeated'],
  ])('on %s %j: %s', (on, over, effect) => {
    expect(effectOf(record(on, over), at)).toBe(effect);
  });

  test.each<[string, Partial<EventRecord>, string]>([
    ['2026-10-04', {}, 'in-window'],
    ['2026-10-05', {}, 'other-section'],
    ['2026-10-12', {}, 'other-section'],
    ['2026-10-13', {}, 'in-window'],
    ['2026-10-04', { standing: 'missed' }, 'not-attended'],
    ['2026-10-05', { standing: 'missed' }, 'not-judged'],
  ])('of a student on placement from 5 to 12 October, on %s %j: %s', (on, over, effect) => {
    const circumstances = [circumstance({ kind: 'placement', from: '2026-10-05', to: '2026-10-12' })];
    const subject = { student: student(), enrolments: [enrolment()], circumstances };
    const [away] = situationsOf(stagesOf(plan(), ledger([], [], KNOWN), d('2026-10-18')), subject);
    if (away === undefined) throw new Error('the first checkpoint has one situation');
    expect(effectOf(record(on, over), away)).toBe(effect);
  });
});

describe('the effect of a register', () => {
  const feeds = listed('attendance');
  const open = { '0001': [openEvent({ on: '2026-10-10', eventId: 'suspect', why: 'everyone-absent' })] };
  const school = plan({
    feeds,
    indicators: [attendanceRate('50%')],
    calendar: calendar({ disruptions: [period('2026-10-08', '2026-10-08')] }),
  });
  const circumstances = [
    circumstance({ from: '2026-10-06', to: '2026-10-06' }),
    circumstance({ kind: 'remote-approved', from: '2026-10-07', to: '2026-10-07' }),
  ];
  const subject = { student: student(), enrolments: [enrolment()], circumstances };
  const [at] = situationsOf(stagesOf(school, ledger([], [], { ...KNOWN, open }), d('2026-10-18')), subject);

  test.each<[string, Partial<EventRecord>, string]>([
    ['2026-10-05', { standing: 'done' }, 'in-window'],
    ['2026-10-05', { standing: 'missed' }, 'not-attended'],
    ['2026-10-06', { standing: 'missed' }, 'authorised'],
    ['2026-10-08', { standing: 'missed' }, 'disruption'],
    ['2026-10-05', { standing: 'authorised' }, 'authorised'],
    ['2026-10-05', { standing: 'cancelled' }, 'cancelled'],
    ['2026-10-05', { standing: 'unrecorded' }, 'open'],
    ['2026-10-10', { standing: 'missed', eventId: 'suspect' }, 'open'],
    ['2026-10-10', { standing: 'missed', eventId: 'other' }, 'not-attended'],
    ['2026-10-05', { standing: 'done-remotely' }, 'remote-not-approved'],
    ['2026-10-07', { standing: 'done-remotely' }, 'in-window'],
    ['2026-10-08', { standing: 'done-remotely' }, 'in-window'],
    ['2026-09-27', { standing: 'done-remotely' }, 'before-window'],
    ['2026-10-05', { standing: 'missed', isOverruled: true }, 'overruled'],
    ['2026-10-19', { standing: 'missed', isOverruled: true }, 'after-checkpoint'],
    ['2026-10-05', { standing: 'missed', isRepeated: true }, 'repeated'],
    ['2026-10-05', { feed: 'submissions', standing: 'not-submitted' }, 'no-act'],
  ])('on %s %j: %s', (on, over, effect) => {
    const record: EventRecord = {
      feed: 'attendance',
      file: 'attendance.csv',
      record: 1,
      at: { day: d(on), minute: 600 },
      type: 'lab',
      module: 'M1',
      standing: 'done',
      acts: 1,
      minutes: 60,
      isRepeated: false,
      isOverruled: false,
      eventId: 'E1',
      assessmentId: '',
      ...over,
    };
    if (at === undefined) throw new Error('the first checkpoint has a situation');
    expect(effectOf(record, at)).toBe(effect);
  });
});

test('of two submissions of one assessment the earliest counts, and the other is said to be superseded', () => {
  const dues = [due({ due: '2026-10-10', submitted: '2026-10-09' })];
  const at = situation(submissionRate('50%'), ledger([], dues, KNOWN));
  const submission = (on: string, minute: number | null, assessmentId = 'A1'): EventRecord => ({
    feed: 'submissions',
    file: 'submissions.csv',
    record: 1,
    at: { day: d(on), minute },
    type: '',
    module: '',
    acts: 1,
    standing: 'done',
    minutes: null,
    isRepeated: false,
    isOverruled: false,
    eventId: '',
    assessmentId,
  });
  expect(effectOf(submission('2026-10-09', null), at)).toBe('in-window');
  expect(effectOf(submission('2026-10-09', 1), at)).toBe('superseded');
  expect(effectOf(submission('2026-10-15', null), at)).toBe('superseded');
  expect(effectOf(submission('2026-10-15', null, 'other'), at)).toBe('in-window');
});

describe('what would have met the minimum', () => {
  const shortfall = (indicator: Indicator, acts: Ledger): Shortfall | null => {
    const at = situation(indicator, acts);
    const { measured } = measure(indicator, at);
    if (measured === undefined) throw new Error('the indicator applies');
    return shortfallOf(indicator, measured, at);
  };
  const onDays = (...days: string[]): Ledger =>
    ledger(
      days.map((on) => ({ on })),
      [],
      KNOWN,
    );

  test('days, weeks and acts', () => {
    expect(shortfall(activeDays(3), onDays('2026-10-01'))).toEqual({ kind: 'more', of: 'days', count: 2 });
    const weeks = activeDays(3, { measure: 'active_weeks' });
    expect(shortfall(weeks, onDays('2026-10-01'))).toEqual({ kind: 'more', of: 'weeks', count: 2 });
    const count = activeDays(3, { measure: 'count' });
    expect(shortfall(count, onDays('2026-10-01'))).toEqual({ kind: 'more', of: 'acts', count: 2 });
  });

  test('minutes, events, meetings and teaching weeks', () => {
    const minutes = amount('minutes', 60, { feed: 'lecture_capture' });
    const watched = ledger([{ feed: 'lecture_capture', on: '2026-10-01', minutes: 45 }], [], KNOWN);
    expect(shortfall(minutes, watched)).toEqual({ kind: 'more', of: 'minutes', count: 15 });
    const events = ledger([{ feed: 'attendance', on: '2026-10-01', standing: 'missed' }], [], KNOWN);
    expect(shortfall(attendanceRate('50%'), events)).toEqual({ kind: 'more', of: 'events', count: 1 });
    const weeks = rate('teaching_weeks', '60%', { id: 'weeks', title: 'weeks', feed: 'vle' });
    expect(shortfall(weeks, onDays('2026-10-01'))).toEqual({ kind: 'more', of: 'teaching_weeks', count: 1 });
  });

  test('nothing where it is met', () => {
    expect(shortfall(activeDays(1), onDays('2026-10-01'))).toBeNull();
    expect(shortfall(recency(20), onDays('2026-10-01'))).toBeNull();
  });

  test.each([
    ['50%', 3, 2],
    ['66.6%', 3, 2],
    ['66.7%', 3, 3],
    ['1%', 1, 1],
  ])('%s of %i due: %i', (percent, count, more) => {
    const dues = Array.from({ length: count }, (_, index) => due({ assessmentId: `A${index}`, due: '2026-10-10' }));
    expect(shortfall(submissionRate(percent), ledger([], dues, KNOWN))).toEqual({
      kind: 'more',
      of: 'submissions',
      count: more,
    });
  });

  test('nobody can say what was missing where the feed is', () => {
    expect(shortfall(submissionRate('50%'), ledger([], [], { ...KNOWN, without: ['submissions'] }))).toBeNull();
  });

  test('for recency the first day that would have been recent enough, and that it is so', () => {
    expect(shortfall(recency(4), onDays('2026-10-01'))).toEqual({ kind: 'since', day: d('2026-10-14') });
    expect(shortfall(recency(4), onDays('2026-10-14'))).toBeNull();
    expect(shortfall(recency(4), onDays('2026-10-13'))).not.toBeNull();
  });
});
