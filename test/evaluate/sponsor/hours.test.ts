// The classroom-based study that is timetabled in a teaching week (9.1).
import { expect, test } from 'vitest';
import type { Student } from '../../../src/engagement/student.js';
import type { Plan } from '../../../src/plan/plan.js';
import {
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
  student,
  vacation,
  type ActSpec,
  type LedgerOptions,
  listed,
} from '../../support/build.js';
import { outcomeAt, type Case } from '../../support/judge.js';

const PLAN = plan({ feeds: listed('attendance', 'vle') });
const LAB = {
  feed: 'attendance',
  type: 'lab',
  module: 'M1',
  on: '2026-10-05',
  minutes: 600,
  daytimeMinutes: 600,
} as const;

interface Told extends Pick<Case, 'circumstances' | 'enrolments'> {
  readonly plan?: Plan;
  readonly student?: Partial<Student>;
  readonly exports?: LedgerOptions;
}

/** Of the week of 5 October, which is over by the 18th; undefined where nothing is said of it. */
function minutes(acts: readonly ActSpec[], it: Told = {}): number | undefined {
  const { plan: own = PLAN, student: over = {}, exports = KNOWN, ...records } = it;
  const { sponsorship } = outcomeAt('2026-10-18', {
    ...records,
    plan: own,
    student: student({ isSponsored: true, targetAwardRqf: 3, ...over }),
    ledger: ledger(acts, [], exports),
  });
  return sponsorship?.weeks.find(({ monday }) => monday === d('2026-10-05'))?.minutes;
}

test('what was attended, missed, authorised and left open adds up, in daytime', () => {
  const acts: readonly ActSpec[] = [
    { ...LAB, daytimeMinutes: 540 },
    { ...LAB, on: '2026-10-06', standing: 'missed' },
    { ...LAB, on: '2026-10-07', standing: 'authorised', minutes: 60, daytimeMinutes: 60 },
    { ...LAB, on: '2026-10-12' },
  ];
  expect(minutes(acts)).toBe(1200);
  // From 10:00, and on a Saturday.
  const open = ['2026-10-08', '2026-10-10'].map((on) => openEvent({ on, eventId: on, minutes: 30 }));
  expect(minutes(acts, { exports: { ...KNOWN, open: { '0001': open } } })).toBe(1230);
});

test('nothing counts of other types and other modules', () => {
  const own = { ...PLAN, sponsored: { ...PLAN.sponsored, classroom: ['seminar'] } };
  expect(minutes([LAB], { plan: own })).toBe(0);
  expect(minutes([LAB], { enrolments: [enrolment({ moduleCode: 'M2' })] })).toBe(0);
  expect(minutes([LAB])).toBe(600);
  const others = [openEvent({ on: '2026-10-08', type: 'club' }), openEvent({ on: '2026-10-08', module: 'M2' })];
  const open = { '0001': [...others, openEvent({ on: '2026-10-08', type: 'seminar' })] };
  expect(minutes([], { plan: own, exports: { ...KNOWN, open } })).toBe(60);
});

test('an event without an end is as long as the plan says', () => {
  const endless = { ...LAB, minutes: 0, daytimeMinutes: 0, unmeasuredActs: 1 };
  expect(minutes([endless], { plan: { ...PLAN, eventMinutes: 50 } })).toBe(50);
  const open = { '0001': [openEvent({ on: '2026-10-08', minutes: null })] };
  expect(minutes([], { plan: { ...PLAN, eventMinutes: 50 }, exports: { ...KNOWN, open } })).toBe(50);
});

test('on a Saturday it is none of the hours', () => {
  const endless = { ...LAB, on: '2026-10-10', minutes: 0, daytimeMinutes: 0, unmeasuredActs: 1 };
  expect(minutes([endless])).toBe(0);
  const open = { '0001': [openEvent({ on: '2026-10-10', minutes: null })] };
  expect(minutes([], { exports: { ...KNOWN, open } })).toBe(0);
});

test('an event of a type without registers is timetabled all the same', () => {
  const lecture = openEvent({ on: '2026-10-08', type: 'lecture', why: 'no-register' });
  const own = { ...PLAN, registers: ['lab'] };
  expect(minutes([], { plan: own, exports: { ...KNOWN, unregistered: [lecture] } })).toBe(60);
  const allocated = { ...KNOWN, unregistered: [lecture], hasAllocations: true };
  expect(minutes([], { plan: own, exports: allocated })).toBe(0);
  expect(minutes([], { plan: own, exports: { ...allocated, open: { '0001': [lecture] } } })).toBe(60);
});

test.each<[string, Told]>([
  ['of which the student has four days', { student: { visaFrom: d('2026-10-06') } }],
  [
    'with a day of vacation',
    { plan: { ...PLAN, calendar: calendar({ vacations: [vacation('2026-10-09', '2026-10-09')] }) } },
  ],
  [
    'for reading',
    {
      plan: {
        ...PLAN,
        calendar: calendar({ kinds: { ...calendar().kinds, reading_weeks: [period('2026-10-05', '2026-10-09')] } }),
      },
    },
  ],
  [
    'with a day of interruption',
    { circumstances: [circumstance({ kind: 'interruption', from: '2026-10-07', to: '2026-10-07' })] },
  ],
  [
    'of which nobody knows what took place',
    { exports: { othersOn: { ...KNOWN.othersOn, attendance: everyDay('2026-09-28', '2026-10-04') } } },
  ],
  ['of a student at degree level', { student: { targetAwardRqf: 6 } }],
])('nothing is said of a week %s', (_, it) => {
  expect(minutes([LAB], it)).toBeUndefined();
});
