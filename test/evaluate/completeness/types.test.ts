// Types that the plan names and the exports do not have.
import { describe, expect, test } from 'vitest';
import {
  activeDays,
  amount,
  attendanceRate,
  due,
  KNOWN,
  ledger,
  openEvent,
  plan,
  submissionRate,
  listed,
} from '../../support/build.js';
import { codesFound, faultsFound, found } from './found.js';

const CODE = 'indicator-type-absent';
const REGISTER = 'register-type-absent';

const acts = [
  { on: '2026-10-05', feed: 'attendance', type: 'seminar' },
  { on: '2026-10-06', feed: 'attendance', type: 'lab', standing: 'missed' },
  { on: '2026-10-05', type: 'quiz' },
] as const;

function classes(...only: readonly string[]) {
  return plan({ feeds: listed('attendance'), indicators: [attendanceRate('50%', { only })] });
}

test.each<[readonly string[], readonly string[]]>([
  [['seminar', 'lab'], []],
  [['seminr'], ['module-alerts-type-absent ×1']],
])('the types %j of module alerts are looked for too', (only, expected) => {
  const moduleAlerts = attendanceRate('50%', { id: 'module_alerts', scope: 'each_module', only });
  const told = codesFound(ledger(acts, [], KNOWN), { plan: { ...classes('seminar'), moduleAlerts } });
  expect(told.filter((code) => code.includes('type-absent'))).toEqual(expected);
});

describe('a type of an indicator', () => {
  test('that the exports do not have, with those they have, the nearest first', () => {
    expect(found(ledger(acts, [], KNOWN), { plan: classes('seminr') })).toEqual([
      `${CODE} ×1: The indicator "labs" counts "seminr", but the exports have none in attendance. They have "seminar", "lab". No student of this plan has low- or non-engagement.`,
    ]);
    const [only] = faultsFound(ledger(acts, [], KNOWN), { plan: classes('seminr') });
    expect(only).toMatchObject({
      severity: 'warning',
      hint: expect.stringMatching(/^Did you mean "seminar"\?/) as string,
    });
  });

  test.each<[readonly string[], number]>([
    [['seminar'], 0],
    [['seminar', 'lab'], 0],
    [['Seminar'], 1],
    [['quiz'], 1],
    [['seminar', 'workshop', 'lecture'], 2],
  ])('%j', (only, count) => {
    expect(codesFound(ledger(acts, [], KNOWN), { plan: classes(...only) }, CODE)).toHaveLength(count);
  });

  test('is there where a register says nothing of it, or the timetable names it', () => {
    const open = { '0002': [openEvent({ on: '2026-10-05', type: 'workshop' })] };
    expect(codesFound(ledger(acts, [], { ...KNOWN, open }), { plan: classes('workshop') }, CODE)).toEqual([]);
    const unregistered = [openEvent({ on: '2027-02-05', type: 'workshop', why: 'no-register' })];
    expect(codesFound(ledger(acts, [], { ...KNOWN, unregistered }), { plan: classes('workshop') }, CODE)).toEqual([]);
  });

  test('of a feed that holds nothing is said elsewhere; one without any types is said', () => {
    expect(codesFound(ledger([], [], KNOWN), { plan: classes('seminar') }, CODE)).toEqual([]);
    const untyped = ledger([{ on: '2026-10-05', feed: 'attendance' }], [], KNOWN);
    expect(found(untyped, { plan: classes('seminar') })[0]).toContain('They name no type at all.');
  });

  test('says how many are listed', () => {
    const quizzes = plan({ feeds: listed('vle'), indicators: [activeDays(3, { only: ['quizz'] })] });
    expect(found(ledger(acts, [], KNOWN), { plan: quizzes })[0]).toContain('1 student of this plan has low- or');
  });

  test('that the exports fix is expected only where the indicator finds none of its types', () => {
    const coursework = (only: readonly string[]) =>
      plan({ feeds: listed('submissions'), indicators: [submissionRate('50%', { only })] });
    const seen = ledger([], [due({ due: '2026-10-05', submitted: '2026-10-05' })], KNOWN);
    expect(codesFound(seen, { plan: coursework(['formative', 'summative']) }, CODE)).toEqual([]);
    expect(codesFound(seen, { plan: coursework(['formative']) }, CODE)).toEqual([`${CODE} ×1`]);
    const advisor = amount('count', 1, { feed: 'meetings', only: ['advisor', 'supervisor'] });
    const met = ledger([{ on: '2026-10-05', feed: 'meetings' }], [], KNOWN);
    expect(codesFound(met, { plan: plan({ feeds: listed('meetings'), indicators: [advisor] }) }, CODE)).toHaveLength(2);
  });
});

describe('a type for which registers are kept', () => {
  const keeping = (...registers: readonly string[]) => ({ ...classes('seminar'), registers });

  test('that neither registers nor the timetable have', () => {
    expect(found(ledger(acts, [], KNOWN), { plan: keeping('seminar', 'labs') })).toEqual([
      `${REGISTER} ×1: The plan keeps registers of "labs", but neither attendance nor the timetable has such an event, so no missing register of it will be noticed. They have "lab", "seminar".`,
    ]);
  });

  test('all of them, none, or without attendance: nothing to say', () => {
    const seen = ledger(acts, [], KNOWN);
    expect(codesFound(seen, { plan: keeping('seminar', 'lab') }, REGISTER)).toEqual([]);
    expect(codesFound(seen, { plan: classes('seminar') }, REGISTER)).toEqual([]);
    expect(codesFound(ledger([], [], KNOWN), { plan: keeping('labs') }, REGISTER)).toEqual([]);
    expect(codesFound(seen, { plan: { ...plan(), registers: ['labs'] } }, REGISTER)).toEqual([]);
  });
});
