// Whether the timetable can say which registers should exist, and of whom.
import { describe, expect, test } from 'vitest';
import { attendanceRate, d, enrolment, KNOWN, ledger, openEvent, period, plan, listed } from '../../support/build.js';
import { codesFound, found, students, subject } from './found.js';

const labs = plan({ feeds: listed('attendance'), indicators: [attendanceRate('50%')] });

describe('a timetable of another term', () => {
  test.each([
    ['2026-01-12', '2026-09-27', 1],
    ['2026-01-12', '2026-09-28', 0],
    ['2026-10-18', '2027-03-26', 0],
    ['2026-10-19', '2027-03-26', 1],
  ])('from %s to %s', (from, to, expected) => {
    const seen = ledger([], [], { ...KNOWN, timetabled: period(from, to) });
    expect(codesFound(seen, { plan: labs }, 'timetable-of-another-term')).toHaveLength(expected);
    expect(codesFound(seen, {}, 'timetable-of-another-term')).toHaveLength(0);
  });

  test('says of which days it is', () => {
    const seen = ledger([], [], { ...KNOWN, timetabled: period('2026-01-12', '2026-03-27') });
    expect(found(seen, { plan: labs })).toEqual([
      'timetable-of-another-term ×1: The timetable holds events of 2026-01-12 to 2026-03-27, but none between the start of teaching on 2026-09-28 and the checkpoint on 2026-10-18: it is probably that of another term, and cannot say which registers are missing.',
    ]);
  });
});

describe('events without a register of which nobody can say whose they are', () => {
  const CODE = 'registers-missing-of-nobody';
  const unknown = { enrolments: null };
  const events = [
    openEvent({ eventId: 'E1', on: '2026-10-05', why: 'no-register' }),
    openEvent({ eventId: 'E2', on: '2026-10-06', why: 'no-register', type: 'lecture' }),
  ];
  const seen = ledger([], [], { ...KNOWN, unregistered: events });

  test('are counted, with those who are listed', () => {
    const low = plan({ feeds: listed('attendance', 'vle') });
    expect(found(seen, { plan: low, subjects: students(2, unknown) })).toContain(
      `${CODE} ×2: 2 timetabled events in the window have no register, and nobody can say whose they are: the exports hold neither module_enrolments nor allocations. 2 students of this plan have low- or non-engagement.`,
    );
  });

  test('of the types for which registers are kept', () => {
    const subjects = students(1, unknown);
    expect(codesFound(seen, { plan: { ...labs, registers: ['lab'] }, subjects }, CODE)).toEqual([`${CODE} ×1`]);
    expect(codesFound(seen, { plan: { ...labs, registers: ['seminar'] }, subjects }, CODE)).toEqual([]);
  });

  test.each([
    ['2026-09-27', 0],
    ['2026-09-28', 1],
    ['2026-10-18', 1],
    ['2026-10-19', 0],
  ])('on %s, in the window or not', (on, expected) => {
    const one = ledger([], [], { ...KNOWN, unregistered: [openEvent({ on, why: 'no-register' })] });
    const at = { plan: plan({ ...labs, checkpoints: [{ id: 'c', on: d('2026-10-18') }] }) };
    expect(codesFound(one, { ...at, subjects: students(1, unknown) }, CODE)).toHaveLength(expected);
  });

  test('not where a table says it, or the plan does not list attendance', () => {
    expect(codesFound(seen, { plan: labs, subjects: [subject()] }, CODE)).toEqual([]);
    const allocated = ledger([], [], { ...KNOWN, unregistered: events, hasAllocations: true });
    expect(codesFound(allocated, { plan: labs, subjects: students(1, unknown) }, CODE)).toEqual([]);
    expect(codesFound(seen, { subjects: students(1, unknown) }, CODE)).toEqual([]);
  });
});

describe('events without a register to which the allocations send nobody', () => {
  const CODE = 'registers-missing-unallocated';
  const events = [
    openEvent({ eventId: 'E1', on: '2026-10-06', why: 'no-register' }),
    openEvent({ eventId: 'E2', on: '2026-10-05', why: 'no-register', type: 'lecture' }),
  ];
  const allocated = { ...KNOWN, unregistered: events, hasAllocations: true };

  test('are counted, and the first is named', () => {
    const low = plan({ feeds: listed('attendance', 'vle') });
    expect(found(ledger([], [], allocated), { plan: low, subjects: students(2) })).toEqual([
      `${CODE} ×2: 2 timetabled events in the window have no register, and the allocations send nobody to them; the first is "E2" (M1, 2026-10-05). Students are judged without them. 2 students of this plan have low- or non-engagement.`,
    ]);
  });

  test('not those to which somebody is sent', () => {
    const one = ledger([], [], { ...allocated, unallocated: events.slice(0, 1) });
    expect(codesFound(one, { plan: labs }, CODE)).toEqual([`${CODE} ×1`]);
    expect(codesFound(ledger([], [], { ...allocated, unallocated: [] }), { plan: labs }, CODE)).toEqual([]);
  });

  test('of types for which registers are kept, where the plan lists attendance', () => {
    const seen = ledger([], [], allocated);
    expect(codesFound(seen, { plan: { ...labs, registers: ['lab'] } }, CODE)).toEqual([`${CODE} ×1`]);
    expect(codesFound(seen, {}, CODE)).toEqual([]);
  });

  test.each([
    ['2026-09-27', 0],
    ['2026-09-28', 1],
    ['2026-10-18', 1],
    ['2026-10-19', 0],
  ])('on %s, in the window or not', (on, expected) => {
    const one = ledger([], [], { ...allocated, unregistered: [openEvent({ on, why: 'no-register' })] });
    expect(codesFound(one, { plan: labs }, CODE)).toHaveLength(expected);
  });

  test.each([
    ['on its module', {}, 2],
    ['on another module', { moduleCode: 'M2' }, 0],
    ['on the module from a later day', { from: d('2026-10-06') }, 1],
    ['on the module until an earlier day', { to: d('2026-10-05') }, 1],
  ])('where a student of the plan is %s', (_, over, count) => {
    const subjects = [
      subject({}, { enrolments: [] }),
      subject({ studentId: '0002' }, { enrolments: [enrolment(over)] }),
    ];
    const codes = codesFound(ledger([], [], allocated), { plan: labs, subjects }, CODE);
    expect(codes).toEqual(count === 0 ? [] : [`${CODE} ×${count}`]);
  });

  test('or where nobody knows who is on it', () => {
    const subjects = students(1, { enrolments: null });
    expect(codesFound(ledger([], [], allocated), { plan: labs, subjects }, CODE)).toEqual([`${CODE} ×2`]);
  });
});
