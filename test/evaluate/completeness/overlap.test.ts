// Whether the exports speak of the same students.
import { describe, expect, test } from 'vitest';
import type { Feed } from '../../../src/engagement/feed.js';
import { due, KNOWN, ledger, openEvent, plan, type ActSpec, listed } from '../../support/build.js';
import { codesFound, faultsFound, found, idOf, students, subject } from './found.js';

const ROSTER = 'roster-barely-overlaps';
const MISSING = 'students-missing-from-feed';
const WITHOUT = 'students-without-feed';

const both = plan({ feeds: listed('vle', 'attendance', 'lecture_capture', 'submissions') });

function actsOf(count: number, feed: Feed, over: Partial<ActSpec> = {}): readonly ActSpec[] {
  return Array.from({ length: count }, (_, index) => ({ on: '2026-10-05', feed, studentId: idOf(index), ...over }));
}

/** A mark of a student who is not of the plan. */
function registered(module: string): ActSpec {
  return { on: '2026-10-05', feed: 'attendance', studentId: '9999', module };
}

describe('a roster of which less than half occurs', () => {
  test.each([
    [9, 20, 1],
    [10, 20, 0],
    [11, 20, 0],
    [10, 21, 1],
    [0, 9, 0],
    [0, 10, 1],
    [0, 11, 1],
  ])('%i of %i students', (known, all, expected) => {
    const seen = ledger(actsOf(known, 'vle'), [], KNOWN);
    expect(codesFound(seen, { subjects: students(all) }, ROSTER)).toEqual(
      expected === 0 ? [] : [`${ROSTER} ×${all - known}`],
    );
  });

  test('says how many are listed', () => {
    expect(found(ledger(actsOf(1, 'vle', { acts: 3 }), [], KNOWN), { subjects: students(10) })[0]).toBe(
      `${ROSTER} ×9: 9 of the 10 students of this plan (for instance 0002, 0003, 0004, 0005, 0006, and 4 more) occur in no export of engagement. 10 students of this plan have low- or non-engagement.`,
    );
  });

  test.each<[string, Parameters<typeof ledger>]>([
    ['an absence', [actsOf(5, 'attendance', { standing: 'missed' }), [], KNOWN]],
    ['an act after the checkpoint', [actsOf(5, 'vle', { on: '2026-11-30' }), [], KNOWN]],
    [
      'something due',
      [[], actsOf(5, 'vle').map(({ studentId }) => due({ due: '2026-11-30', studentId: studentId ?? '' })), KNOWN],
    ],
    ['a register that says nothing', [[], [], { ...KNOWN, open: openFor(5, 'not-recorded') }]],
  ])('%s names a student', (_, seen) => {
    expect(codesFound(ledger(...seen), { subjects: students(10) }, ROSTER)).toEqual([]);
    expect(codesFound(ledger(...seen), { subjects: students(11) }, ROSTER)).toEqual([`${ROSTER} ×6`]);
  });

  test('an event without a register names nobody', () => {
    const seen = ledger([], [], { ...KNOWN, hasAllocations: true, open: openFor(10, 'no-register') });
    expect(codesFound(seen, { subjects: students(10) }, ROSTER)).toEqual([`${ROSTER} ×10`]);
  });

  test('those of whom nothing is expected are left out; without any export other findings say it', () => {
    const gone = [
      ...students(5),
      ...students(9)
        .slice(5)
        .map(({ student }) => subject({ ...student, status: 'withdrawn' })),
    ];
    expect(codesFound(ledger(actsOf(1, 'vle'), [], KNOWN), { subjects: gone }, ROSTER)).toEqual([]);
    const nothing = ledger([], [], { without: ['vle', 'submissions'] });
    expect(codesFound(nothing, { subjects: students(10) }, ROSTER)).toEqual([]);
  });
});

function openFor(count: number, why: 'not-recorded' | 'no-register') {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [idOf(index), [openEvent({ on: '2026-10-05', why })]]),
  );
}

describe('students in one feed and missing from another', () => {
  test('who are listed: a warning with their number, those first who are listed', () => {
    // The first is engaged by three days of the VLE; nobody but the second occurs in registers.
    const days = ['2026-10-05', '2026-10-06', '2026-10-07'].map((on) => ({ on, studentId: '0001' }));
    const acts = [...days, ...actsOf(3, 'vle'), ...actsOf(2, 'attendance').slice(1)];
    const onVle = plan({ feeds: listed('vle', 'attendance') });
    expect(found(ledger(acts, [], KNOWN), { plan: onVle, subjects: students(4) })).toEqual([
      `${MISSING} ×2: 2 students of this plan (0003, 0001) are active elsewhere but do not occur in attendance at all. 1 of them has low- or non-engagement.`,
    ]);
  });

  test('who are not listed: worth knowing, with their place among the students', () => {
    const days = ['2026-10-05', '2026-10-06', '2026-10-07'].map((on) => ({ on, studentId: '0001' }));
    const onVle = plan({ feeds: listed('vle', 'attendance') });
    const [only, ...others] = faultsFound(ledger([...days, registered('M1')], [], KNOWN), { plan: onVle });
    expect(others).toEqual([]);
    expect(only).toMatchObject({
      code: WITHOUT,
      severity: 'info',
      count: 1,
      place: { file: 'students.csv', record: 1 },
    });
    expect(only?.message).toBe(
      '1 student of this plan (0001) is active elsewhere but does not occur in attendance at all. The student has neither low- nor non-engagement.',
    );
  });

  test.each<[string, readonly ActSpec[], number]>([
    ['on the module of a register', [registered('M1')], 2],
    ['on no module that has registers', [registered('M2')], 0],
    ['and a register without a module, which may be theirs', [registered('M2'), registered('')], 2],
  ])('from registers, %s', (_, registers, missing) => {
    const onVle = plan({ feeds: listed('vle', 'attendance') });
    const seen = ledger([...actsOf(2, 'vle'), ...registers], [], KNOWN);
    const expected = missing === 0 ? [] : [`${MISSING} ×${missing}`];
    expect(codesFound(seen, { plan: onVle, subjects: students(2) }, MISSING, WITHOUT)).toEqual(expected);
    // Without enrolments everybody may be on it.
    const subjects = students(2, { enrolments: null });
    expect(codesFound(seen, { plan: onVle, subjects }, MISSING, WITHOUT)).toEqual([`${MISSING} ×2`]);
  });

  test('from registers, those that say nothing, but not those that were never made', () => {
    const onVle = plan({ feeds: listed('vle', 'attendance') });
    const at = (why: 'not-recorded' | 'no-register') => {
      const open = { '0003': [openEvent({ on: '2026-10-05', why })] };
      return ledger(actsOf(2, 'vle'), [], { ...KNOWN, open, hasAllocations: true });
    };
    const subjects = students(3);
    expect(codesFound(at('not-recorded'), { plan: onVle, subjects }, MISSING)).toEqual([`${MISSING} ×2`]);
    expect(codesFound(at('no-register'), { plan: onVle, subjects }, MISSING)).toEqual([]);
  });

  test('activity elsewhere is of any feed: a submission, an activity in a feed that is not listed', () => {
    const submitted = ledger([], [due({ due: '2026-10-06', submitted: '2026-10-05' })], KNOWN);
    expect(codesFound(submitted, {}, MISSING)).toEqual([`${MISSING} ×1`]);
    expect(codesFound(ledger(actsOf(1, 'activities'), [], KNOWN), {}, MISSING)).toEqual([`${MISSING} ×1`]);
  });

  test('absences and open assessments are no activity: the student may just be quiet', () => {
    const missed = ledger(actsOf(1, 'attendance', { standing: 'missed' }), [due({ due: '2026-10-06' })], KNOWN);
    expect(codesFound(missed, {}, MISSING, WITHOUT)).toEqual([]);
  });

  test('to be marked absent, or to occur after the checkpoint, is to occur', () => {
    const acts = [...actsOf(1, 'vle'), ...actsOf(1, 'attendance', { standing: 'missed' })];
    const onTwo = plan({ feeds: listed('vle', 'attendance') });
    expect(codesFound(ledger(acts, [], KNOWN), { plan: onTwo }, MISSING)).toEqual([]);
    const later = [...actsOf(1, 'vle'), ...actsOf(1, 'attendance', { on: '2026-11-30' })];
    expect(codesFound(ledger(later, [], KNOWN), { plan: onTwo }, MISSING)).toEqual([]);
    const open = ledger(actsOf(1, 'vle'), [], { ...KNOWN, open: openFor(1, 'not-recorded') });
    expect(codesFound(open, { plan: onTwo }, MISSING)).toEqual([]);
  });

  test('lecture capture, which some never watch, is a warning only where nobody occurs in it', () => {
    const acts = [...actsOf(2, 'vle'), ...actsOf(2, 'attendance')];
    const watched = [...acts, ...actsOf(1, 'lecture_capture')];
    const subjects = students(2);
    expect(codesFound(ledger(acts, [], KNOWN), { plan: both, subjects })).toEqual([`${MISSING} ×2`]);
    expect(codesFound(ledger(watched, [], KNOWN), { plan: both, subjects })).toEqual([`${WITHOUT} ×1`]);
  });

  test('not of feeds in which silence is normal, that are not listed, or that nobody uses', () => {
    const quiet = plan({ feeds: listed('vle', 'submissions', 'meetings', 'activities') });
    expect(codesFound(ledger(actsOf(1, 'vle'), [], KNOWN), { plan: quiet }, MISSING, WITHOUT)).toEqual([]);
    const unused = ledger(actsOf(1, 'vle'), [], { othersOn: { ...KNOWN.othersOn, attendance: [] } });
    expect(codesFound(unused, { plan: both }, MISSING, WITHOUT)).toEqual([`${MISSING} ×1`]);
    expect(codesFound(unused, { plan: plan({ feeds: listed('vle', 'attendance') }) }, MISSING, WITHOUT)).toEqual([]);
  });
});
