// What is not known never counts against a student: properties over attendance, meetings, circumstances and all measures.
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { addDays, formatDay } from '../../src/calendar/day.js';
import type { Circumstance } from '../../src/engagement/circumstance.js';
import { compareFractions } from '../../src/engagement/fraction.js';
import type { Due, OpenEvent } from '../../src/engagement/ledger.js';
import type { Classification, Measured, Outcome } from '../../src/engagement/outcome.js';
import { excuseOn } from '../../src/evaluate/monitored.js';
import type { Indicator, Plan } from '../../src/plan/plan.js';
import {
  activeDays,
  amount,
  attendanceRate,
  calendar,
  circumstance,
  d,
  due,
  enrolment,
  everyDay,
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
} from '../support/build.js';
import { outcomeAt } from '../support/judge.js';
import { property } from '../support/property.js';

const FIRST = d('2026-09-21');
const CHECKPOINT = '2026-11-08';
const dayText = (from: number, to: number): fc.Arbitrary<string> => {
  return fc.integer({ min: from, max: to }).map((offset) => formatDay(addDays(FIRST, offset)));
};
/** From the week before teaching to the week after the checkpoint. */
const anyDay = dayText(0, 55);

const TYPES = ['lab', 'lecture'] as const;
const MODULES = ['M1', 'M2'] as const;

/** An event with what became of it; `open` says that nobody may know. */
interface Event {
  readonly on: string;
  readonly type: string;
  readonly module: string;
  readonly standing: 'done' | 'missed' | 'authorised' | 'done-remotely';
  readonly isOpen: boolean;
}

const event: fc.Arbitrary<Event> = fc.record({
  on: anyDay,
  type: fc.constantFrom(...TYPES),
  module: fc.constantFrom(...MODULES),
  standing: fc.constantFrom('done', 'done', 'missed', 'missed', 'missed', 'authorised', 'done-remotely'),
  isOpen: fc.boolean(),
});

const FEEDS = (['attendance', 'submissions', 'vle'] as const).map((feed) => ({
  feed,
  confirmedBy: null,
  confirmedOn: null,
}));
const EVERY_DAY = everyDay('2026-09-14', '2026-12-31');

const indicator: fc.Arbitrary<Indicator> = fc.oneof(
  fc
    .record({
      percent: fc.integer({ min: 1, max: 100 }),
      only: fc.constantFrom(null, ['lab']),
      isEach: fc.boolean(),
      of: fc.constantFrom('events', 'minutes'),
    })
    .map(({ percent, only, isEach, of }) => {
      return attendanceRate(`${percent}%`, { only, of, scope: isEach ? 'each_module' : 'programme' });
    }),
  fc
    .record({
      measure: fc.constantFrom('count', 'active_days', 'active_weeks', 'minutes'),
      minimum: fc.integer({ min: 1, max: 90 }),
    })
    .map(({ measure, minimum }) => {
      const asked = measure === 'minutes' ? minimum * 4 : 1 + (minimum % 6);
      return amount(measure, asked, { id: 'events', feed: 'attendance' });
    }),
  fc.integer({ min: 1, max: 30 }).map((maximum) => recency(maximum, { id: 'since', feed: 'attendance' })),
  fc.integer({ min: 1, max: 100 }).map((percent) => {
    return rate('teaching_weeks', `${percent}%`, { id: 'weeks', title: 'labs', feed: 'attendance' });
  }),
  fc.integer({ min: 1, max: 6 }).map((days) => activeDays(days)),
  fc.integer({ min: 1, max: 3 }).map((days) => activeDays(days, { id: 'each', scope: 'each_module' })),
  fc.integer({ min: 1, max: 100 }).map((percent) => submissionRate(`${percent}%`)),
);

const absence: fc.Arbitrary<Circumstance> = fc
  .record({ from: anyDay, days: fc.integer({ min: 0, max: 25 }) })
  .map(({ from, days }) => circumstance({ from, to: formatDay(addDays(d(from), days)) }));

const otherCircumstance: fc.Arbitrary<Circumstance> = fc
  .record({
    kind: fc.constantFrom('interruption', 'remote-approved', 'extenuating', 'extension'),
    from: anyDay,
    days: fc.integer({ min: 0, max: 20 }),
  })
  .map(({ kind, from, days }) => {
    const assessmentId = kind === 'extenuating' ? 'A0' : '';
    return circumstance({ kind: kind, from, to: formatDay(addDays(d(from), days)), assessmentId });
  });

const dues: fc.Arbitrary<readonly Due[]> = fc
  .array(fc.record({ due: anyDay, submitted: fc.option(anyDay, { nil: undefined }) }), { maxLength: 4 })
  .map((rows) =>
    rows.map(({ submitted, ...row }, index) =>
      due({ assessmentId: `A${index}`, ...row, ...(submitted === undefined ? {} : { submitted }) }),
    ),
  );

interface School {
  readonly plan: Plan;
  readonly events: readonly Event[];
  readonly vleDays: readonly string[];
  readonly dues: readonly Due[];
  readonly circumstances: readonly Circumstance[];
}

const school: fc.Arbitrary<School> = fc
  .record({
    events: fc.array(event, { maxLength: 14 }),
    vleDays: fc.array(anyDay, { maxLength: 8 }),
    dues,
    circumstances: fc.array(fc.oneof(absence, otherCircumstance), { maxLength: 2 }),
    indicators: fc.uniqueArray(indicator, { minLength: 1, maxLength: 3, selector: ({ id }) => id }),
    ruleKind: fc.constantFrom('all', 'any'),
    hasDisruption: fc.boolean(),
  })
  .map(({ indicators, ruleKind, hasDisruption, ...it }) => ({
    ...it,
    plan: plan({
      feeds: FEEDS,
      indicators,
      rule: { kind: ruleKind as 'all', of: indicators.map(({ id }) => ({ kind: 'indicator', indicatorId: id })) },
      calendar: calendar({
        vacations: [vacation('2026-10-24', '2026-10-27')],
        disruptions: hasDisruption ? [period('2026-10-12', '2026-10-16')] : [],
      }),
    }),
  }));

function actOf({ on, type, module, standing }: Event): ActSpec {
  return { feed: 'attendance', minutes: 60, on, type, module, standing };
}

function openOf({ on, type, module }: Event, index: number): OpenEvent {
  return openEvent({ eventId: `E${index}`, on, type, module });
}

/** With the open events open, or as they were. */
function judged(it: School, isEverythingKnown: boolean): Outcome {
  const isKnown = ({ isOpen }: Event): boolean => isEverythingKnown || !isOpen;
  const acts = [
    ...it.events.filter(isKnown).map(actOf),
    ...it.vleDays.map((on, index) => ({ on, module: MODULES[index % 2] ?? '' })),
  ];
  const open = it.events.filter((one) => !isKnown(one)).map(openOf);
  return outcomeAt(CHECKPOINT, {
    plan: it.plan,
    ledger: ledger(acts, it.dues, {
      othersOn: { attendance: EVERY_DAY, vle: EVERY_DAY, submissions: EVERY_DAY },
      open: { '0001': open },
      timetabled: period('2026-09-14', '2026-12-31'),
    }),
    enrolments: MODULES.map((moduleCode) => enrolment({ moduleCode })),
    circumstances: it.circumstances,
  });
}

const ORDER: readonly Classification[] = ['engaged', 'low-engagement', 'non-engagement'];

/** What an outcome may turn into as unknown things become known. */
const POSSIBLE: Readonly<Record<Classification, readonly Classification[]>> = {
  engaged: ['engaged'],
  'low-engagement': ['low-engagement', 'non-engagement'],
  'non-engagement': ['non-engagement'],
  withheld: ['engaged', 'low-engagement', 'non-engagement', 'not-assessed'],
  'not-assessed': ['not-assessed'],
};

describe('what becomes known', () => {
  property(
    'moves an outcome only to something inside the earlier bounds, as making it unknown moves it only to withheld',
    school,
    (it) => {
      const [before, after] = [judged(it, false), judged(it, true)];
      // Whether the rule is met despite an authorised absence is a question that only knowledge answers.
      if (before.notAssessedReason === 'authorised-absence') return;
      expect(POSSIBLE[before.classification]).toContain(after.classification);
      if (before.grounds.includes('10.6-days')) expect(after.grounds).toContain('10.6-days');
      if (after.grounds.includes('10.6-days'))
        expect([...before.grounds, ...before.groundsWithheld]).toContain('10.6-days');
    },
  );

  property('moves every measure only inside its earlier bounds', school, (it) => {
    const [before, after] = [judged(it, false), judged(it, true)];
    for (const now of after.indicators) {
      const earlier = before.indicators.find(({ indicatorId }) => indicatorId === now.indicatorId);
      if (now.measured === undefined || earlier?.measured === undefined || earlier.modules !== undefined) continue;
      expect(isWithin(now.measured, earlier.measured, now.indicatorId === 'since')).toBe(true);
      if (earlier.result !== 'unknown') expect(now.result).toBe(earlier.result);
    }
  });

  property('leaves nothing open', school, (it) => {
    const outcome = judged(it, true);
    expect(outcome).toMatchObject({ openEvents: [], missing: [], groundsWithheld: [] });
    expect(outcome.classification).not.toBe('withheld');
  });
});

function isWithin({ worst, best }: Measured, bounds: Measured, isSmallerBetter: boolean): boolean {
  const [low, high] = isSmallerBetter ? [bounds.best, bounds.worst] : [bounds.worst, bounds.best];
  if (best === 'unbounded' || low === 'unbounded') return false;
  return compareFractions(low, worst) <= 0 && (high === 'unbounded' || compareFractions(best, high) <= 0);
}

property('an authorised absence more never worsens an outcome', fc.tuple(school, absence), ([it, leave]) => {
  const before = judged(it, true);
  const after = judged({ ...it, circumstances: [...it.circumstances, leave] }, true);
  if (after.classification === 'not-assessed') return;
  expect(ORDER.indexOf(after.classification)).toBeLessThanOrEqual(ORDER.indexOf(before.classification));
  expect(before.grounds).toEqual(expect.arrayContaining([...after.grounds]));
});

property('an event attended instead of missed, where it was expected, never worsens an outcome', school, (it) => {
  // Missed on an excused day it was no opportunity; attended it is one, and then recency may ask for more.
  const isExpected = ({ on }: Event): boolean => excuseOn(it.plan, { student: student(), ...it }, d(on)) === null;
  const isMissed = (one: Event): boolean => one.standing === 'missed' && isExpected(one);
  const events = it.events.map((one): Event => (isMissed(one) ? { ...one, standing: 'done' } : one));
  const [before, after] = [judged(it, true), judged({ ...it, events }, true)];
  if (before.classification === 'not-assessed') return;
  expect(ORDER.indexOf(after.classification)).toBeLessThanOrEqual(ORDER.indexOf(before.classification));
});

property('a student is in exactly one classification, and only the assessed have a rule result', school, (it) => {
  for (const isKnown of [true, false]) {
    const { classification, notAssessedReason, process } = judged(it, isKnown);
    expect(notAssessedReason === null).toBe(classification !== 'not-assessed');
    expect(process === 'non-engagement').toBe(ORDER.indexOf(classification) >= 1);
  }
});
