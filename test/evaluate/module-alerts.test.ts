// Students of other schools who fall short in this school's modules (6.3).
import { describe, expect, test } from 'vitest';
import type { Circumstance } from '../../src/engagement/circumstance.js';
import type { ModuleEnrolment, Student } from '../../src/engagement/student.js';
import { moduleAlerts } from '../../src/evaluate/module-alerts.js';
import { stagesOf } from '../../src/evaluate/situation.js';
import type { Plan } from '../../src/plan/plan.js';
import {
  activeDays,
  attendanceRate,
  circumstance,
  d,
  enrolment,
  KNOWN,
  ledger,
  plan,
  student,
  listed,
} from '../support/build.js';

const LAWYER = student({ school: 'LAW' });
const ATTENDS = attendanceRate('50%', { id: 'module_alerts', scope: 'each_module' });

interface Case {
  readonly plan?: Partial<Plan>;
  readonly student?: Student;
  readonly enrolments?: readonly ModuleEnrolment[] | null;
  readonly circumstances?: readonly Circumstance[];
  /** Of module M1, then M2: attended or missed, one a day. */
  readonly marks?: readonly (readonly ['M1' | 'M2', 'done' | 'missed'])[];
  readonly isKnown?: boolean;
}

function alerts(it: Case = {}) {
  const marks = (
    it.marks ?? [
      ['M1', 'done'],
      ['M1', 'missed'],
      ['M1', 'missed'],
    ]
  ).map(([module, standing], index) => {
    return { on: `2026-10-0${index + 1}`, feed: 'attendance', type: 'lab', module, standing } as const;
  });
  const school = plan({
    feeds: listed('attendance'),
    indicators: [activeDays(1)],
    moduleAlerts: ATTENDS,
    ...it.plan,
  });
  const known = it.isKnown === false ? {} : KNOWN;
  const stage = stagesOf(school, ledger(marks, [], known), d('2026-10-18')).at(-1);
  if (stage === undefined) throw new Error('the plan has a stage');
  const enrolments = it.enrolments === undefined ? [enrolment()] : it.enrolments;
  const subject = { student: it.student ?? LAWYER, enrolments, circumstances: it.circumstances ?? [] };
  return moduleAlerts(stage, [subject]).map(({ module, measured: { worst } }) => {
    return `${module} ${worst.numerator}/${worst.denominator}`;
  });
}

describe('the minimum of 50 %', () => {
  test.each([
    [1, 2, []],
    [1, 3, ['M1 1/3']],
    [2, 3, []],
  ] as const)('%i of %i attended', (done, expected, found) => {
    const marks = Array.from({ length: expected }, (_, index) => ['M1', index < done ? 'done' : 'missed'] as const);
    expect(alerts({ marks })).toEqual(found);
  });
});

test('each module by itself, and only those of the school', () => {
  const marks = [
    ['M1', 'missed'],
    ['M2', 'missed'],
    ['M2', 'done'],
    ['M2', 'missed'],
  ] as const;
  const both = [enrolment(), enrolment({ moduleCode: 'M2' })];
  expect(alerts({ marks, enrolments: both })).toEqual(['M1 0/1', 'M2 1/3']);
  const others = [enrolment({ moduleSchool: 'LAW' }), enrolment({ moduleCode: 'M2' })];
  expect(alerts({ marks, enrolments: others })).toEqual(['M2 1/3']);
});

test('students of the school itself are classified, not alerted', () => {
  expect(alerts({ student: student() })).toEqual([]);
});

test('without a module that is said to be the school’s, nobody is', () => {
  expect(alerts({ enrolments: null })).toEqual([]);
  expect(alerts({ enrolments: [enrolment({ moduleSchool: '' })] })).toEqual([]);
});

test('on placement nobody is alerted about, and before it the days on campus count, whatever section the plan has', () => {
  const away = {
    id: 'away',
    title: 'away',
    when: { circumstances: ['placement'] },
    rule: { kind: 'indicator', indicatorId: 'qmplus' },
  } as const;
  const partTime = { ...away, id: 'part_time', when: { modes: ['part-time'] } } as const;
  const placed = (from: string) => [circumstance({ kind: 'placement', from, to: '2026-10-17' })];
  const school = { groups: [partTime, away] };
  expect(alerts({ plan: school, circumstances: placed('2026-10-05') })).toEqual(['M1 1/3']);
  expect(alerts({ plan: school, circumstances: [circumstance({ kind: 'placement', from: '2026-10-05' })] })).toEqual(
    [],
  );
});

test('a plan without module_alerts alerts nobody', () => {
  expect(alerts({ plan: { moduleAlerts: null } })).toEqual([]);
});

test('what is not known is no alert', () => {
  // The register export ends on 3 October: whatever follows could have been attended.
  expect(alerts({ isKnown: false })).toEqual([]);
});

describe('who would not be assessed is not alerted about', () => {
  test.each<[string, Partial<Student>]>([
    ['withdrawn', { status: 'withdrawn' }],
    ['not started', { startsOn: d('2026-10-19') }],
    ['research', { programmeType: 'research' }],
    ['six days of the window', { startsOn: d('2026-10-13') }],
  ])('%s', (_, over) => {
    expect(alerts({ student: { ...LAWYER, ...over } })).toEqual([]);
  });

  test('authorised absence that leaves fewer days than the grace days', () => {
    // 21 days of the window, of which 13 and 14 are authorised.
    const away = (to: string) => circumstance({ kind: 'authorised-absence', from: '2026-10-05', to });
    const school = { graceDays: 8 };
    expect(alerts({ circumstances: [away('2026-10-17')], plan: school })).toEqual(['M1 1/3']);
    expect(alerts({ circumstances: [away('2026-10-18')], plan: school })).toEqual([]);
  });
});
