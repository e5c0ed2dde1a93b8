// Registers that nobody took, that say nothing, or that mark everyone absent; and meetings left open.
import { describe, expect, test } from 'vitest';
import type { OpenBecause, OpenEvent } from '../../../src/engagement/ledger.js';
import type { Plan } from '../../../src/plan/plan.js';
import {
  attendanceRate,
  d,
  KNOWN,
  ledger,
  openEvent,
  plan,
  rate,
  type LedgerOptions,
  listed,
} from '../../support/build.js';
import { codesFound, found, students, subject } from './found.js';

const labs = plan({ feeds: listed('attendance'), indicators: [attendanceRate('50%')] });
const withMeetings = plan({
  feeds: listed('meetings'),
  indicators: [rate('meetings', '50%', { id: 'advisor', title: 'advisor', feed: 'meetings' })],
});

/** A ledger in which students have these open events, and were at one lab each. */
function opened(open: Readonly<Record<string, readonly OpenEvent[]>>, over: LedgerOptions = {}) {
  const acts = Object.keys(open).map((studentId) => ({
    on: '2026-10-01',
    feed: 'attendance' as const,
    type: 'lab',
    module: 'M1',
    studentId,
    minutes: 60,
  }));
  return ledger(acts, [], { ...KNOWN, ...over, open });
}

function event(eventId: string, on: string, why: OpenBecause, over: Partial<OpenEvent> = {}): OpenEvent {
  return openEvent({ eventId, on, why, ...over });
}

describe.each([
  ['no-register', 'registers-missing'],
  ['not-recorded', 'registers-silent'],
  ['everyone-absent', 'registers-all-absent'],
] as const)('%s', (why, code) => {
  test('an event is one, however many students it is of', () => {
    const open = {
      '0001': [event('E1', '2026-10-05', why), event('E2', '2026-10-06', why)],
      '0002': [event('E1', '2026-10-05', why)],
    };
    const [line, ...others] = found(opened(open, { hasAllocations: true }), { plan: labs, subjects: students(3) });
    expect(others).toEqual([]);
    expect(line).toMatch(`${code} ×2: `);
    expect(line).toMatch(/2 (timetabled )?(events|registers) /);
    expect(line).toMatch('2 students of this plan');
    // Of one attended and two open, 1 of 3 might be too few; of one attended and one open, 1 of 2 is enough.
    expect(line).toMatch(/It leaves 1 student of this plan undecided\.$/);
  });

  test.each([
    ['2026-09-27', 0],
    ['2026-09-28', 1],
    ['2026-10-18', 1],
    ['2026-10-19', 0],
  ])('on %s, in the window or not', (on, expected) => {
    const open = { '0001': [event('E1', on, why)] };
    expect(codesFound(opened(open, { hasAllocations: true }), { plan: labs }, code)).toHaveLength(expected);
  });

  test('of a feed that the plan does not list', () => {
    const open = { '0001': [event('E1', '2026-10-05', why)] };
    const onlyVle = plan({ feeds: listed('vle') });
    expect(codesFound(opened(open, { hasAllocations: true }), { plan: onlyVle }, code)).toEqual([]);
  });
});

test('an event without a register is the students’ who are enrolled on its module', () => {
  const unregistered = [event('E1', '2026-10-05', 'no-register'), event('E2', '2026-10-06', 'no-register')];
  const elsewhere = event('E3', '2026-10-05', 'no-register', { module: 'M9' });
  const seen = ledger([], [], { ...KNOWN, unregistered: [...unregistered, elsewhere] });
  expect(found(seen, { plan: labs })).toEqual([
    'registers-missing ×2: 2 timetabled events in the window have no register; 1 student of this plan was perhaps there. It leaves 1 student of this plan undecided.',
  ]);
});

describe('registers that mark everyone absent, taken at their word', () => {
  const believing: Plan = { ...labs, allAbsentRegisters: 'absent' };

  test('are counted', () => {
    const open = {
      '0001': [event('E1', '2026-10-05', 'everyone-absent'), event('E1x', '2026-10-06', 'not-recorded')],
      '0002': [event('E1', '2026-10-05', 'everyone-absent'), event('E2', '2026-10-06', 'everyone-absent')],
    };
    expect(codesFound(opened(open), { plan: believing, subjects: students(3) })).toEqual([
      'registers-silent ×1',
      'registers-all-absent-believed ×2',
    ]);
  });

  test.each([
    ['2026-09-30', 0],
    ['2026-10-01', 1],
    ['2026-10-18', 1],
    ['2026-10-19', 0],
  ])('on %s, in the window of a student who starts on 1 October', (on, expected) => {
    const open = { '0001': [event('E1', on, 'everyone-absent')] };
    const subjects = [subject({ startsOn: d('2026-10-01') })];
    expect(codesFound(opened(open), { plan: believing, subjects })).toHaveLength(expected);
  });

  test('not of a student without any window, nor where the plan does not list attendance', () => {
    const open = { '0001': [event('E1', '2026-10-05', 'everyone-absent')] };
    const subjects = [subject({ startsOn: d('2026-11-01') })];
    expect(codesFound(opened(open), { plan: believing, subjects })).toEqual([]);
    const onlyVle = plan({ feeds: listed('vle'), allAbsentRegisters: 'absent' });
    expect(codesFound(opened(open), { plan: onlyVle }, 'registers-all-absent-believed')).toEqual([]);
  });
});

test('meetings that do not say whether the student came', () => {
  const meeting = (on: string): OpenEvent =>
    openEvent({ feed: 'meetings', eventId: '', module: '', type: 'advisor', on });
  const open = { '0001': [meeting('2026-10-05'), meeting('2026-10-06')], '0002': [meeting('2026-10-05')] };
  const met = [{ on: '2026-10-02', feed: 'meetings' as const, type: 'advisor', studentId: '0002' }];
  expect(found(ledger(met, [], { ...KNOWN, open }), { plan: withMeetings, subjects: students(3) })).toEqual([
    'meetings-open ×3: 3 meetings with 2 students of this plan in the window do not say whether the student came. It leaves 1 student of this plan undecided.',
  ]);
});
