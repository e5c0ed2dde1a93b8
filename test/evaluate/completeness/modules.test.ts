// Registers of modules on which the student is not enrolled at all.
import { describe, expect, test } from 'vitest';
import {
  attendanceRate,
  d,
  enrolment,
  KNOWN,
  ledger,
  openEvent,
  plan,
  type ActSpec,
  listed,
} from '../../support/build.js';
import { codesFound, found, idOf, subject } from './found.js';

const CODE = 'registers-of-other-modules';
const labs = plan({ feeds: listed('attendance'), indicators: [attendanceRate('50%')] });

function mark(over: Partial<ActSpec> = {}): ActSpec {
  return { on: '2026-10-05', feed: 'attendance', module: 'M2', ...over };
}

/** Students enrolled on these modules, one each. */
function on(...codes: readonly string[]) {
  return codes.map((moduleCode, index) => {
    return subject({ studentId: idOf(index) }, { enrolments: [enrolment({ moduleCode })] });
  });
}

test('are counted, with a module and a student', () => {
  const seen = ledger([mark(), mark({ on: '2026-10-06', standing: 'missed' })], [], KNOWN);
  expect(found(seen, { plan: labs, subjects: on('M1') })).toEqual([
    `${CODE} ×2: 2 marks in registers of the window, of 1 student of this plan (0001), are of modules on which the student has no enrolment at all, for example "M2". They count neither as expected nor as attended. The student has neither low- nor non-engagement. The student is therefore not assessed (no-opportunity).`,
  ]);
});

test('a code that is only written differently is the example', () => {
  const acts = [mark(), mark({ studentId: '0002' }), mark({ studentId: '0002', module: 'm 1' })];
  expect(found(ledger(acts, [], KNOWN), { plan: labs, subjects: on('M3', 'M1') })[0]).toContain(
    'for example "m 1", which the enrolments write "M1".',
  );
});

test.each([
  ['M2', 0],
  ['m2', 1],
  [' M2', 1],
  ['M1', 1],
])('a student enrolled on %j', (code, expected) => {
  const seen = ledger([mark()], [], KNOWN);
  expect(codesFound(seen, { plan: labs, subjects: on(code) }, CODE)).toHaveLength(expected);
});

describe('nothing to say', () => {
  test('of a module on which the student was or will be enrolled', () => {
    for (const dates of [{ to: d('2026-09-30') }, { from: d('2027-01-11') }]) {
      const subjects = [subject({}, { enrolments: [enrolment({ moduleCode: 'M2', ...dates })] })];
      expect(codesFound(ledger([mark()], [], KNOWN), { plan: labs, subjects }, CODE)).toEqual([]);
    }
  });

  test('of events without a module, without enrolments, or where attendance is not listed', () => {
    expect(codesFound(ledger([mark({ module: '' })], [], KNOWN), { plan: labs, subjects: on('M1') }, CODE)).toEqual([]);
    const subjects = [subject({}, { enrolments: null })];
    expect(codesFound(ledger([mark()], [], KNOWN), { plan: labs, subjects }, CODE)).toEqual([]);
    expect(codesFound(ledger([mark()], [], KNOWN), { subjects: on('M1') }, CODE)).toEqual([]);
  });

  test('of other feeds, or of students of whom nothing is expected', () => {
    const clicks = ledger([mark({ feed: 'vle' })], [], KNOWN);
    expect(codesFound(clicks, { plan: labs, subjects: on('M1') }, CODE)).toEqual([]);
    const gone = [subject({ status: 'withdrawn' })];
    expect(codesFound(ledger([mark()], [], KNOWN), { plan: labs, subjects: gone }, CODE)).toEqual([]);
  });

  test.each([
    ['2026-09-27', 0],
    ['2026-09-28', 1],
    ['2026-10-18', 1],
    ['2026-10-19', 0],
  ])('outside the window: %s', (day, expected) => {
    const marked = ledger([mark({ on: day })], [], KNOWN);
    expect(codesFound(marked, { plan: labs, subjects: on('M1') }, CODE)).toHaveLength(expected);
    const open = { '0001': [openEvent({ on: day, module: 'M2' })] };
    const silent = ledger([], [], { ...KNOWN, open });
    expect(codesFound(silent, { plan: labs, subjects: on('M1') }, CODE)).toHaveLength(expected);
  });

  test('of meetings, or of an event without a register', () => {
    const open = {
      '0001': [
        openEvent({ on: '2026-10-05', module: 'M2', why: 'no-register' }),
        openEvent({ on: '2026-10-05', module: 'M2', feed: 'meetings' }),
      ],
    };
    const seen = ledger([], [], { ...KNOWN, open, hasAllocations: true });
    expect(codesFound(seen, { plan: labs, subjects: on('M1') }, CODE)).toEqual([]);
  });
});
