// Events scheduled online without permission, or without the approval of UKVI that sponsored students need (8.5).
import { describe, expect, test } from 'vitest';
import type { Circumstance } from '../../../src/engagement/circumstance.js';
import type { Student } from '../../../src/engagement/student.js';
import {
  calendar,
  circumstance,
  KNOWN,
  ledger,
  openEvent,
  period,
  plan,
  type ActSpec,
  listed,
} from '../../support/build.js';
import { codesFound, found, subject } from './found.js';

const PLAN = plan({ feeds: listed('attendance', 'vle') });
const CODES = ['online-unpermitted', 'sponsored-online-unpermitted', 'sponsored-online-unapproved'];
const ONLINE = { feed: 'attendance', type: 'lab', module: 'M1', on: '2026-10-05', isOnline: true } as const;

interface Asked {
  readonly acts?: readonly ActSpec[];
  readonly plan?: typeof PLAN;
  readonly circumstances?: readonly Circumstance[];
}

function told(over: Partial<Student>, { acts = [ONLINE], circumstances = [], ...it }: Asked = {}): readonly string[] {
  const subjects = [subject(over, { circumstances })];
  return codesFound(ledger(acts, [], KNOWN), { plan: PLAN, subjects, ...it }, ...CODES);
}

describe('a student who is not sponsored', () => {
  test.each([
    [false, ['online-unpermitted ×1']],
    [null, []],
    [true, []],
  ])('whose programme is permitted remote delivery: %s', (isRemotePermitted, expected) => {
    expect(told({ isRemotePermitted })).toEqual(expected);
  });

  test('is counted with all of their events', () => {
    const forbidden = { isRemotePermitted: false };
    const subjects = [subject(forbidden), subject({ ...forbidden, studentId: '0002' }), subject({ studentId: '0003' })];
    const acts = [
      { ...ONLINE, acts: 2 },
      { ...ONLINE, on: '2026-10-06', standing: 'missed' as const },
      { ...ONLINE, studentId: '0002' },
      { ...ONLINE, studentId: '0003' },
    ];
    const message =
      'online-unpermitted ×2: 2 students of this plan (0001, 0002) have 4 events scheduled online in this window between them, and students.csv says that remote delivery is not permitted (8.5).';
    expect(found(ledger(acts, [], KNOWN), { plan: PLAN, subjects })).toContain(message);
  });
});

describe('a sponsored student', () => {
  const sponsored = (isRemotePermitted: boolean | null) => ({ isSponsored: true, isRemotePermitted });
  const approving = { ...PLAN, sponsored: { ...PLAN.sponsored, remoteApproved: ['P1'] } };

  test.each([
    [null, ['sponsored-online-unpermitted ×1']],
    [false, ['sponsored-online-unpermitted ×1']],
    [true, ['sponsored-online-unapproved ×1']],
  ])('needs a permission on record, and an approval: %s', (isRemotePermitted, expected) => {
    expect(told(sponsored(isRemotePermitted))).toEqual(expected);
  });

  test('is approved with the programme', () => {
    expect(told(sponsored(true), { plan: approving })).toEqual([]);
    expect(told({ ...sponsored(true), programmeCode: 'P2' }, { plan: approving })).toEqual([
      'sponsored-online-unapproved ×1',
    ]);
    expect(told(sponsored(false), { plan: approving })).toEqual(['sponsored-online-unpermitted ×1']);
  });

  test.each([
    ['2026-10-04', '2026-10-04', 1],
    ['2026-10-04', '2026-10-05', 0],
    ['2026-10-05', '2026-10-05', 0],
    ['2026-10-05', '2026-10-06', 0],
    ['2026-10-06', '2026-10-06', 1],
  ])('or by a circumstance, on its days: %s to %s', (from, to, expected) => {
    const circumstances = [circumstance({ kind: 'remote-approved', from, to })];
    expect(told(sponsored(true), { circumstances })).toHaveLength(expected);
    // Which is no permission for the programme.
    expect(told(sponsored(null), { circumstances })).toEqual(['sponsored-online-unpermitted ×1']);
  });
});

describe('what counts are the events of the student’s window', () => {
  const forbidden = { isRemotePermitted: false };

  test.each([
    ['2026-09-27', 0],
    ['2026-09-28', 1],
    ['2026-10-18', 1],
    ['2026-10-19', 0],
  ])('on %s', (on, expected) => {
    expect(told(forbidden, { acts: [{ ...ONLINE, on }] })).toHaveLength(expected);
  });

  test('held online, on days of theirs', () => {
    expect(told(forbidden, { acts: [{ ...ONLINE, isOnline: false }] })).toEqual([]);
    const interrupted = circumstance({ kind: 'interruption', from: '2026-10-05', to: '2026-10-05' });
    expect(told(forbidden, { circumstances: [interrupted] })).toEqual([]);
    expect(told({ ...forbidden, status: 'withdrawn' })).toEqual([]);
  });

  test('with a register or without', () => {
    const open = { ...KNOWN, open: { '0001': [openEvent({ on: '2026-10-05', isOnline: true })] } };
    expect(codesFound(ledger([], [], open), { plan: PLAN, subjects: [subject(forbidden)] }, ...CODES)).toEqual([
      'online-unpermitted ×1',
    ]);
  });

  test.each([null, ['lab'], ['lecture']])('of all types, though the plan keeps registers of %j', (registers) => {
    const lecture = openEvent({ on: '2026-10-05', type: 'lecture', isOnline: true, why: 'no-register' });
    const timetabled = ledger([], [], { ...KNOWN, unregistered: [lecture] });
    const asked = { plan: { ...PLAN, registers }, subjects: [subject(forbidden)] };
    expect(codesFound(timetabled, asked, ...CODES)).toEqual(['online-unpermitted ×1']);
    const ofNobody = { ...asked, subjects: [subject(forbidden, { enrolments: [] })] };
    expect(codesFound(timetabled, ofNobody, ...CODES)).toEqual([]);
  });

  test.each(['unknown', 'absent'] as const)(
    'whose register marks everyone absent, taken as %s',
    (allAbsentRegisters) => {
      const event = openEvent({ on: '2026-10-05', isOnline: true, why: 'everyone-absent' });
      const marked = ledger([], [], { ...KNOWN, open: { '0001': [event] } });
      const asked = { plan: { ...PLAN, allAbsentRegisters }, subjects: [subject(forbidden)] };
      expect(codesFound(marked, asked, ...CODES)).toEqual(['online-unpermitted ×1']);
    },
  );

  test.each([
    ['2026-10-04', 1],
    ['2026-10-05', 0],
    ['2026-10-06', 1],
  ])('but not where teaching was disrupted: on %s', (day, expected) => {
    const disrupted = plan({ feeds: PLAN.feeds, calendar: calendar({ disruptions: [period(day, day)] }) });
    expect(told(forbidden, { plan: disrupted })).toHaveLength(expected);
  });
});
