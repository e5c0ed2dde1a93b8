// The sponsor's count of days without evidence (9.2), beside that of 10.6.
import { describe, expect, test } from 'vitest';
import { addDays, formatDay } from '../../../src/calendar/day.js';
import type { Student } from '../../../src/engagement/student.js';
import {
  calendar,
  circumstance,
  d,
  everyDay,
  KNOWN,
  ledger,
  openEvent,
  period,
  plan,
  student,
  vacation,
  type ActSpec,
  type LedgerOptions,
  listed,
} from '../../support/build.js';
import { outcomeAt, type Case } from '../../support/judge.js';

const FEEDS = listed('attendance', 'vle');
const PLAN = plan({ feeds: FEEDS });

function sponsored(over: Partial<Student> = {}): Student {
  return student({ isSponsored: true, ...over });
}

interface Told {
  readonly plan?: Case['plan'];
  readonly student?: Partial<Student>;
  readonly acts?: readonly ActSpec[];
  readonly circumstances?: Case['circumstances'];
  readonly exports?: LedgerOptions;
}

/** Last active on 4 October, unless said otherwise: 3 December is the 60th day. */
function at(on: string, it: Told = {}) {
  const acts = it.acts ?? [{ on: '2026-10-04' }];
  return outcomeAt(on, {
    plan: it.plan ?? PLAN,
    student: sponsored(it.student),
    ledger: ledger(acts, [], it.exports ?? KNOWN),
    circumstances: it.circumstances ?? [],
  });
}

/** Days counted, and whether that is the ground. */
function counted(on: string, it: Told = {}): string {
  const { sponsorship, grounds, groundsWithheld } = at(on, it);
  const { longestMonitoredDays: longest, shortestMonitoredDays: shortest } = sponsorship?.clock ?? {};
  const days = longest === shortest ? `${longest}` : `${shortest} to ${longest}`;
  return [
    days,
    ...(grounds.includes('9.2') ? ['ground'] : []),
    ...(groundsWithheld.includes('9.2') ? ['withheld'] : []),
  ].join(' ');
}

describe('60 monitored days without evidence are the ground', () => {
  test.each([
    ['2026-12-02', '59'],
    ['2026-12-03', '60 ground'],
    ['2026-12-04', '61 ground'],
  ])('at %s: %s', (on, expected) => {
    expect(counted(on)).toBe(expected);
  });

  test('of 10.6 they are one too, which comes after', () => {
    expect(at('2026-12-03').grounds).toEqual(['9.2', '10.6-days']);
  });

  // The clocks went back on 25 October: that day has 25 hours, and counts once.
  test('a clock change makes no difference', () => {
    expect(at('2026-12-03').sponsorship?.clock).toMatchObject({ calendarDays: 60, longestMonitoredDays: 60 });
  });

  test.each([
    ['2026-12-09', '59'],
    ['2026-12-10', '60 ground'],
    ['2026-12-11', '61 ground'],
  ])('a vacation of a week pauses it (9.5), whatever the plan says of 10.6: at %s %s', (on, expected) => {
    const withVacation = plan({
      feeds: FEEDS,
      calendar: calendar({ vacations: [vacation('2026-11-02', '2026-11-08')] }),
      clock: { vacation: 'counts', authorisedAbsence: 'pauses' },
    });
    expect(counted(on, { plan: withVacation })).toBe(expected);
  });

  test.each([
    ['2026-12-28', '59'],
    ['2026-12-29', '60 ground'],
    ['2026-12-30', '61 ground'],
  ])('a return from interruption starts it anew: at %s %s', (on, expected) => {
    const interruption = circumstance({ kind: 'interruption', from: '2026-10-10', to: '2026-10-30' });
    expect(counted(on, { circumstances: [interruption] })).toBe(expected);
  });

  test('authorised absence does not pause it, and is noted', () => {
    const absence = circumstance({ from: '2026-11-02', to: '2026-11-08' });
    const { clock, sponsorship, grounds } = at('2026-12-03', { circumstances: [absence] });
    expect(clock?.longestMonitoredDays).toBe(53);
    expect(sponsorship?.clock).toMatchObject({ longestMonitoredDays: 60, authorisedDays: 7 });
    expect(grounds).toEqual(['9.2']);
  });
});

describe('the visa, the period of leave (7.4)', () => {
  test.each([
    ['2026-12-13', '59'],
    ['2026-12-14', '60 ground'],
    ['2026-12-15', '61 ground'],
  ])('day 0 is also the day before it begins: at %s %s', (on, expected) => {
    expect(counted(on, { student: { visaFrom: d('2026-10-16') } })).toBe(expected);
  });

  test('evidence after its first day comes later', () => {
    const { clock } = at('2026-12-03', { student: { visaFrom: d('2026-10-02') } }).sponsorship ?? {};
    expect(clock).toMatchObject({ startsBecause: 'evidence', longestMonitoredDays: 60 });
    const visa = at('2026-12-03', { student: { visaFrom: d('2026-10-06') } }).sponsorship;
    expect(visa?.clock).toMatchObject({ startsBecause: 'visa-start', startsAfter: d('2026-10-05') });
  });

  test.each([
    ['2026-12-02', '59'],
    ['2026-12-03', '60 ground'],
  ])('after its last day, %s, nothing is counted: %s', (visaTo, expected) => {
    const visa = { student: { visaTo: d(visaTo) } };
    expect(counted('2026-12-20', visa)).toBe(expected);
    const reached = expected === '59' ? null : d('2026-12-03');
    expect(at('2026-10-30', visa).sponsorship?.clock?.reachesLimitOn).toBe(reached);
  });

  test.each([
    ['2026-12-03', '0'],
    ['2026-12-02', '1'],
  ])('that begins on %s has %s days at 2 December; to come, it has no count', (visaFrom, expected) => {
    const { clock } = at('2026-12-02', { student: { visaFrom: d(visaFrom) } }).sponsorship ?? {};
    expect(clock === null ? '0' : `${clock?.longestMonitoredDays}`).toBe(expected);
  });
});

describe('the date on which 60 are reached', () => {
  test.each([['2026-10-18'], ['2026-12-20']])('is foreseen and remembered, with the day to report by, at %s', (on) => {
    const { clock } = at(on).sponsorship ?? {};
    expect(clock?.reachesLimitOn).toBe(d('2026-12-03'));
    expect(clock?.reportBy).toBe(d('2026-12-17'));
  });

  test('the days to report are working days of the plan', () => {
    const own = plan({
      feeds: FEEDS,
      sponsored: { ...PLAN.sponsored, reportWithinWorkingDays: 2 },
      calendar: calendar({ kinds: { ...calendar().kinds, closures: [period('2026-12-04', '2026-12-04')] } }),
      bankHolidays: [d('2026-12-07')],
    });
    expect(at('2026-12-03', { plan: own }).sponsorship?.clock?.reportBy).toBe(d('2026-12-09'));
  });
});

describe('what is missing', () => {
  const vleTo = (day: string): LedgerOptions => ({
    othersOn: { ...KNOWN.othersOn, vle: everyDay('2026-09-28', formatDay(addDays(d(day), -3))) },
  });

  // What the export does not reach could hold evidence.
  test.each([
    ['2026-12-20', '77 ground'],
    ['2026-12-19', '0 to 77 withheld'],
  ])('with QMplus known to %s: %s', (known, expected) => {
    expect(counted('2026-12-20', { exports: vleTo(known) })).toBe(expected);
  });

  test('withholds the ground, and is named', () => {
    const { sponsorship } = at('2026-12-20', { exports: vleTo('2026-12-19') });
    expect(sponsorship).toMatchObject({
      grounds: [],
      groundsWithheld: ['9.2'],
      withheldBecause: null,
      missing: [{ feed: 'vle', why: 'after-last-act', days: period('2026-12-20', '2026-12-20') }],
    });
  });

  test('that lies before makes no difference: 60 days are certain', () => {
    const open = { ...KNOWN, open: { '0001': [openEvent({ on: '2026-10-10' })] } };
    expect(counted('2026-12-09', { exports: open })).toBe('60 to 66 ground');
    expect(counted('2026-12-08', { exports: open })).toBe('59 to 65 withheld');
  });
});

describe('whose it is', () => {
  test.each([
    ['engaged or not', {}, 'ground'],
    ['with RQF 7', { targetAwardRqf: 7 }, 'ground'],
    ['with RQF 3', { targetAwardRqf: 3 }, 'none'],
    ['withdrawn', { status: 'withdrawn' }, 'none'],
    ['not sponsored', { isSponsored: false }, 'none'],
  ] as const)('a student %s: %s', (_, over, expected) => {
    const { grounds } = at('2026-12-06', { student: over });
    expect(grounds.includes('9.2') ? 'ground' : 'none').toBe(expected);
  });

  test.each([4, 5, null])('RQF %s: withheld until the plan says which rule is theirs', (targetAwardRqf) => {
    const it = { student: { targetAwardRqf } };
    expect(at('2026-10-18', it)).toMatchObject({
      grounds: [],
      groundsWithheld: ['9.1', '9.2'],
      sponsorship: { clause: null, withheldBecause: 'rule-undeclared', missing: [] },
    });
    const declared = (clauseOfOthers: '9.1' | '9.2') => {
      return plan({ feeds: FEEDS, sponsored: { ...PLAN.sponsored, clauseOfOthers } });
    };
    expect(at('2026-12-06', { ...it, plan: declared('9.2') }).grounds).toContain('9.2');
    expect(at('2026-12-06', { ...it, plan: declared('9.1') })).toMatchObject({
      grounds: ['10.6-days', '10.6-pattern'],
      groundsWithheld: [],
    });
  });

  test('an integrated foundation year is of a degree, whatever its award', () => {
    const foundation = plan({ feeds: FEEDS, sponsored: { ...PLAN.sponsored, foundationYears: ['P1'] } });
    expect(at('2026-12-06', { plan: foundation, student: { targetAwardRqf: 3 } }).grounds).toContain('9.2');
  });

  test('one who is not assessed for lack of opportunity has the ground of 9.2, and not that of 10.6', () => {
    const outcome = outcomeAt('2026-12-06', {
      plan: PLAN,
      student: sponsored(),
      ledger: ledger([{ on: '2026-10-04' }], [], KNOWN),
      enrolments: [],
    });
    expect(outcome).toMatchObject({ notAssessedReason: 'no-opportunity', grounds: ['9.2'] });
  });
});

describe('the last evidence in person', () => {
  const lab = { feed: 'attendance', type: 'lab', module: 'M1' } as const;

  test('is an event held and attended in person', () => {
    const acts: readonly ActSpec[] = [
      { ...lab, on: '2026-10-05' },
      { ...lab, on: '2026-10-06', standing: 'done-remotely' },
      { ...lab, on: '2026-10-07', isOnline: true },
      { ...lab, on: '2026-10-08', standing: 'missed' },
      { on: '2026-10-09' },
    ];
    const { lastEvidenceOn, sponsorship } = at('2026-10-18', { acts });
    expect([lastEvidenceOn, sponsorship?.lastInPersonOn]).toEqual([d('2026-10-09'), d('2026-10-05')]);
  });

  test('is nothing where the plan does not list attendance', () => {
    const acts = [{ ...lab, on: '2026-10-05' }];
    expect(at('2026-10-18', { plan: plan(), acts }).sponsorship?.lastInPersonOn).toBeNull();
    expect(at('2026-10-18').sponsorship?.lastInPersonOn).toBeNull();
  });
});
