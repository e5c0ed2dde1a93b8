// What a record did to an outcome, and what would have met a minimum (5.1b).
import { describe, expect, test } from 'vitest';
import type { EventRecord } from '../../src/engagement/ledger.js';
import { effectOf } from '../../src/evaluate/effect.js';
import { measure } from '../../src/evaluate/measures/measure.js';
import { shortfallOf, type Shortfall } from '../../src/evaluate/shortfall.js';
import { situationsOf, stagesOf, type Situation } from '../../src/evaluate/situation.js';
import type { Ledger } from '../../src/engagement/ledger.js';
import type { Indicator } from '../../src/plan/plan.js';
import {
  activeDays,
  d,
  due,
  enrolment,
  KNOWN,
  ledger,
  plan,
  recency,
  student,
  submissionRate,
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
