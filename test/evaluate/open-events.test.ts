// Whose events without a register are (reading.md, measures): by allocation, else by enrolment and parallel registers.
import { describe, expect, test } from 'vitest';
import {
  attendanceRate,
  activeDays,
  enrolment,
  KNOWN,
  ledger,
  openEvent,
  period,
  plan,
  type ActSpec,
  type LedgerOptions,
  listed,
} from '../support/build.js';
import { outcomeAt, type Case } from '../support/judge.js';

const FEEDS = listed('attendance');
const labs = plan({ feeds: FEEDS, indicators: [attendanceRate('50%')] });
/** Thursday 8 October. */
const unregistered = openEvent({ on: '2026-10-08', why: 'no-register', source: { file: 'timetable.csv', record: 7 } });

function openIds(
  options: LedgerOptions,
  acts: readonly ActSpec[] = [],
  over: Case = {},
  on = '2026-10-18',
): readonly string[] {
  const own = acts.map((act) => ({ feed: 'attendance' as const, type: 'lab', module: 'M1', ...act }));
  const outcome = outcomeAt(on, { plan: labs, ledger: ledger(own, [], { ...KNOWN, ...options }), ...over });
  return outcome.openEvents.map(({ eventId }) => eventId);
}

describe('without an allocations table', () => {
  const options = { unregistered: [unregistered] };

  test.each([
    ['2026-10-07', []],
    ['2026-10-08', ['E1']],
    ['2026-10-09', ['E1']],
  ])('an event is the student’s while enrolled on its module: enrolled to %s %j', (to, ids) => {
    expect(openIds(options, [], { enrolments: [enrolment({ to: period(to, to).to })] })).toEqual(ids);
  });

  test('not on other modules', () => {
    expect(openIds(options, [], { enrolments: [enrolment({ moduleCode: 'M2' })] })).toEqual([]);
  });

  describe('nor of enrolments', () => {
    const unknown = { enrolments: null };
    const other = { studentId: '0002', on: '2026-10-01' };

    test('an event may be anybody’s while no register says who is on its module', () => {
      expect(openIds(options, [], unknown)).toEqual(['E1']);
      expect(openIds(options, [{ ...other, module: 'M2' }], unknown)).toEqual(['E1']);
    });

    test('then it is theirs whom registers of the module name', () => {
      expect(openIds(options, [other], unknown)).toEqual([]);
      expect(openIds(options, [other, { on: '2026-10-15', standing: 'missed' }], unknown)).toEqual(['E1']);
      const named = openEvent({ eventId: 'E2', on: '2026-10-15' });
      expect(openIds({ ...options, open: { '0001': [named] } }, [other], unknown)).toEqual(['E1', 'E2']);
    });

    test('registers after the checkpoint date are not seen yet', () => {
      expect(openIds(options, [other, { on: '2026-10-19' }], unknown)).toEqual([]);
      expect(openIds(options, [{ ...other, on: '2026-10-19' }], unknown)).toEqual(['E1']);
    });
  });

  test.each([
    ['2026-10-04', {}, ['E1']],
    ['2026-10-05', {}, []],
    ['2026-10-11', {}, []],
    ['2026-10-12', {}, ['E1']],
    ['2026-10-05', { type: 'seminar' }, ['E1']],
    ['2026-10-05', { module: 'M2' }, ['E1']],
    ['2026-10-05', { feed: 'vle' as const }, ['E1']],
  ])('a register of %s %j that names the student is a parallel one or not: %j', (on, act, ids) => {
    expect(openIds(options, [{ on, standing: 'missed', ...act }])).toEqual(ids);
  });

  test('a register that names the student and says nothing is a parallel one too', () => {
    const named = openEvent({ eventId: 'E2', on: '2026-10-06' });
    expect(openIds({ ...options, open: { '0001': [named] } })).toEqual(['E2']);
  });

  test.each([
    ['2026-10-09', ['E1']],
    ['2026-10-10', []],
    ['2026-10-11', []],
  ])('a parallel register of 10 October is not seen before: checkpoint on %s', (on, ids) => {
    const acts = [{ on: '2026-10-10', standing: 'missed' } as const];
    const checkpoints = [{ id: 'x', on: period(on, on).to }];
    const early = plan({ feeds: FEEDS, indicators: [attendanceRate('50%')], checkpoints });
    expect(openIds(options, acts, { plan: early }, on)).toEqual(ids);
  });

  test('an event after the checkpoint date is nobody’s yet, in order of start the others', () => {
    const events = [
      openEvent({ eventId: 'later', on: '2026-10-19', why: 'no-register' }),
      openEvent({ eventId: 'b', on: '2026-10-02', why: 'no-register' }),
      openEvent({ eventId: 'a', on: '2026-10-02', why: 'no-register' }),
      openEvent({
        eventId: 'untimed',
        on: '2026-10-02',
        why: 'no-register',
        starts: { day: period('2026-10-02', '2026-10-02').to, minute: null },
      } as never),
      openEvent({ eventId: 'first', on: '2026-09-28', why: 'no-register' }),
    ];
    expect(openIds({ unregistered: events })).toEqual(['first', 'untimed', 'a', 'b']);
    expect(openIds({ unregistered: [...events].reverse() })).toEqual(['first', 'untimed', 'a', 'b']);
  });
});

describe('with an allocations table', () => {
  test('only the events to which the student is allocated', () => {
    const options = { unregistered: [unregistered], hasAllocations: true };
    expect(openIds(options)).toEqual([]);
    expect(openIds({ ...options, open: { '0001': [unregistered] } })).toEqual(['E1']);
  });
});

describe('the plan', () => {
  test.each([
    [null, ['E1']],
    [['lab'], ['E1']],
    [['lecture'], []],
  ])('keeps registers of %j: %j', (registers, ids) => {
    const chosen = plan({ feeds: FEEDS, indicators: [attendanceRate('50%')], registers });
    expect(openIds({ unregistered: [unregistered] }, [], { plan: chosen })).toEqual(ids);
  });

  test('a register that says nothing is open whatever the plan keeps', () => {
    const chosen = plan({ feeds: FEEDS, indicators: [attendanceRate('50%')], registers: ['lecture'] });
    expect(openIds({ open: { '0001': [openEvent({ on: '2026-10-08' })] } }, [], { plan: chosen })).toEqual(['E1']);
  });

  test('that does not list a feed does not miss its registers', () => {
    const vle = plan({ indicators: [activeDays(1)] });
    const meeting = openEvent({ on: '2026-10-08', feed: 'meetings', eventId: '' });
    const options = { unregistered: [unregistered], open: { '0001': [openEvent({ on: '2026-10-08' }), meeting] } };
    expect(openIds(options, [], { plan: vle })).toEqual([]);
  });
});
