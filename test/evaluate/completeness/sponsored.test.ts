// What keeps the rules for sponsored students from being applied, and what their timetable lacks.
import { describe, expect, test } from 'vitest';
import type { Student } from '../../../src/engagement/student.js';
import type { Subject } from '../../../src/evaluate/presence.js';
import { KNOWN, ledger, plan, type ActSpec, listed } from '../../support/build.js';
import { codesFound, faultsFound, found, subject } from './found.js';

const PLAN = plan({ feeds: listed('attendance', 'vle') });
const known = ledger([], [], KNOWN);

function sponsored(over: Partial<Student> = {}): Subject {
  return subject({ isSponsored: true, ...over });
}

function declaring(over: Partial<typeof PLAN.sponsored>): typeof PLAN {
  return { ...PLAN, sponsored: { ...PLAN.sponsored, ...over } };
}

describe('the rule', () => {
  const CODES = ['sponsor-rule-undeclared', 'sponsored-without-rqf'];

  test('that nobody has declared is asked for, and one without RQF told', () => {
    const subjects = [3, 4, 5, 6, null].map((targetAwardRqf, index) => {
      return sponsored({ studentId: `000${index}`, targetAwardRqf });
    });
    expect(codesFound(known, { plan: PLAN, subjects }, ...CODES)).toEqual(['sponsor-rule-undeclared ×3']);
    const declared = declaring({ clauseOfOthers: '9.2' });
    expect(codesFound(known, { plan: declared, subjects }, ...CODES)).toEqual(['sponsored-without-rqf ×1']);
    const named = declaring({ clauseOfOthers: '9.2', foundationYears: ['P1'] });
    expect(codesFound(known, { plan: named, subjects }, ...CODES)).toEqual([]);
    const others = subjects.map((it) => ({ ...it, student: { ...it.student, isSponsored: false } }));
    expect(codesFound(known, { plan: PLAN, subjects: others }, ...CODES)).toEqual([]);
    const left = [sponsored({ targetAwardRqf: 4, status: 'withdrawn' })];
    expect(codesFound(known, { plan: PLAN, subjects: left }, ...CODES)).toEqual([]);
  });

  test('of 9.1 needs attendance', () => {
    const subjects = [sponsored({ targetAwardRqf: 3 })];
    const CODE = 'sponsor-attendance-unlisted';
    expect(codesFound(known, { plan: plan(), subjects }, CODE)).toEqual([`${CODE} ×1`]);
    expect(codesFound(known, { plan: PLAN, subjects }, CODE)).toEqual([]);
    expect(codesFound(known, { plan: plan(), subjects: [sponsored()] }, CODE)).toEqual([]);
  });
});

describe('fewer than 15 hours in a teaching week', () => {
  const CODE = 'sponsored-hours-few';
  const hours = (minutes: number): readonly ActSpec[] => {
    return ['2026-09-28', '2026-10-05', '2026-10-12'].map((on) => {
      const daytimeMinutes = on === '2026-10-05' ? minutes : 900;
      return { feed: 'attendance', type: 'lab', module: 'M1', on, minutes: daytimeMinutes, daytimeMinutes };
    });
  };
  const below = [sponsored({ targetAwardRqf: 3 })];

  test.each([
    [899, 1],
    [900, 0],
    [901, 0],
  ])('%i minutes', (minutes, expected) => {
    expect(codesFound(ledger(hours(minutes), [], KNOWN), { plan: PLAN, subjects: below }, CODE)).toHaveLength(expected);
  });

  test('are told once for all, with the week that has the least', () => {
    const subjects = [...below, sponsored({ studentId: '0002', targetAwardRqf: 3 })];
    expect(
      faultsFound(ledger(hours(899), [], KNOWN), { plan: PLAN, subjects }).find(({ code }) => code === CODE),
    ).toMatchObject({
      count: 2,
      message:
        '2 sponsored students of this plan (0001, 0002) have less than 15 hours of classroom-based study (9.1) timetabled in 3 teaching weeks of this window; the least is 0:00 hours, in the week of 2026-09-28.',
    });
  });

  test('concern the weeks that end in the window, and 9.1 alone', () => {
    const exports = ledger(hours(899), [], KNOWN);
    expect(codesFound(exports, { plan: PLAN, subjects: [sponsored()] }, CODE)).toEqual([]);
    const few = found(exports, { plan: PLAN, subjects: below, on: '2026-11-08' }).find((it) => it.startsWith(CODE));
    expect(few).toContain('in 3 teaching weeks of this window; the least is 0:00 hours, in the week of 2026-10-19.');
  });
});

test('a type of classroom study that the exports do not have is told where 9.1 is somebody’s rule', () => {
  const CODE = 'classroom-type-absent';
  const labs = ledger([{ feed: 'attendance', type: 'lab', module: 'M1', on: '2026-10-05' }], [], KNOWN);
  const own = declaring({ classroom: ['lab', 'labs'] });
  const below = [sponsored({ targetAwardRqf: 3 })];
  expect(codesFound(labs, { plan: own, subjects: below }, CODE)).toEqual([`${CODE} ×1`]);
  expect(codesFound(labs, { plan: own, subjects: [sponsored()] }, CODE)).toEqual([]);
  expect(codesFound(labs, { plan: PLAN, subjects: below }, CODE)).toEqual([]);
  expect(codesFound(known, { plan: own, subjects: below }, CODE)).toEqual([]);
});
