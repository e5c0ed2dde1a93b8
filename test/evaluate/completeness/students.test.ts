// What the student records leave open: no module, no level of the calendar.
import { describe, expect, test } from 'vitest';
import { calendar, d, enrolment, KNOWN, ledger, plan, submissionRate, vacation, listed } from '../../support/build.js';
import { codesFound, found, students, subject } from './found.js';

const known = ledger([], [], KNOWN);

describe('students without a module', () => {
  const CODE = 'students-without-modules';

  test('are counted, and how many are not assessed for it', () => {
    expect(found(known, { subjects: students(2, { enrolments: [] }) })).toEqual([
      `${CODE} ×2: 2 enrolled students of this plan (0001, 0002) have no module enrolment in the window, so nothing is expected of them in modules. 2 of them are therefore not assessed (no-opportunity).`,
    ]);
    const met = plan({ feeds: listed('meetings'), indicators: [submissionRate('50%')] });
    expect(codesFound(known, { plan: met, subjects: students(1, { enrolments: [] }) }, CODE)).toEqual([`${CODE} ×1`]);
  });

  test.each([
    ['2026-10-17', '2026-10-18', 0],
    ['2026-10-18', '2026-10-31', 0],
    ['2026-10-19', '2026-10-31', 1],
    ['2026-09-01', '2026-09-27', 1],
    ['2026-09-01', '2026-09-28', 0],
  ])('enrolled from %s to %s', (from, to, expected) => {
    const own = enrolment({ from: d(from), to: d(to) });
    expect(codesFound(known, { subjects: [subject({}, { enrolments: [own] })] }, CODE)).toHaveLength(expected);
  });

  test.each([
    [null, d('2026-09-27'), 1],
    [null, d('2026-09-28'), 0],
    [d('2026-10-18'), null, 0],
    [d('2026-10-19'), null, 1],
  ])('enrolled from %s to %s, open on one side', (from, to, expected) => {
    const enrolments = [enrolment({ from, to })];
    expect(codesFound(known, { subjects: [subject({}, { enrolments })] }, CODE)).toHaveLength(expected);
  });

  test('not where the table is missing, or nothing is expected of the student', () => {
    expect(codesFound(known, { subjects: students(1, { enrolments: null }) }, CODE)).toEqual([]);
    const gone = subject({ status: 'withdrawn' }, { enrolments: [] });
    expect(codesFound(known, { subjects: [gone] }, CODE)).toEqual([]);
  });
});

test('whom no export of a feed can name are counted, and those of them whom that leaves undecided', () => {
  const unidentified = new Map([
    ['vle', { systems: ['moodle'], studentIds: new Set(['0001', '0003', '0004']) }] as const,
  ]);
  const unnamed = ledger([], [], { ...KNOWN, unidentified });
  const subjects = [...students(3), subject({ studentId: '0004', status: 'withdrawn' })];
  expect(found(unnamed, { subjects }).filter((line) => line.startsWith('students-without-identity'))).toEqual([
    'students-without-identity ×2: The exports of vle name people by their ids of moodle, and nobody has said which is that of 2 students of this plan (0001, 0003): what they did there is not known. It leaves 2 students of this plan undecided.',
  ]);
  expect(codesFound(unnamed, { subjects: [subject({ studentId: '0002' })] }, 'students-without-identity')).toEqual([]);
});

describe('a calendar level that nobody knows', () => {
  const CODE = 'calendar-level-unknown';
  const byLevel = plan({
    calendar: calendar({ vacations: [vacation('2026-12-21', '2027-01-10', ['undergraduate', 'masters'])] }),
  });
  const unknown = subject({ targetAwardRqf: null, programmeCode: 'P2' });

  test('is counted, with the programmes to assign', () => {
    const subjects = [
      unknown,
      subject({ studentId: '0002' }),
      subject({ studentId: '0003', targetAwardRqf: null, programmeCode: 'P1' }),
      subject({ studentId: '0004', targetAwardRqf: null, programmeCode: 'P2' }),
    ];
    expect(found(known, { plan: byLevel, subjects })).toEqual([
      `${CODE} ×3: Nobody can say which vacations 3 students of this plan (0001, 0003, 0004) have: every vacation counts for them, so clocks run later than they may have to. The programmes are "P1", "P2".`,
    ]);
  });

  test('does not matter where vacations are for all, the plan assigns it, or the student has left', () => {
    const forAll = plan({ calendar: calendar({ vacations: [vacation('2026-12-21', '2027-01-10')] }) });
    expect(codesFound(known, { plan: forAll, subjects: [unknown] }, CODE)).toEqual([]);
    expect(codesFound(known, { subjects: [unknown] }, CODE)).toEqual([]);
    const assigned = { ...byLevel, levels: new Map([['P2', 'masters']]) };
    expect(codesFound(known, { plan: assigned, subjects: [unknown] }, CODE)).toEqual([]);
    const left = subject({ ...unknown.student, status: 'withdrawn' });
    expect(codesFound(known, { plan: byLevel, subjects: [left] }, CODE)).toEqual([]);
  });
});
