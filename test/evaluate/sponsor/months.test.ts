// Monthly attendance of sponsored students below degree level, and what it leads to (9.1).
import { describe, expect, test } from 'vitest';
import type { Student } from '../../../src/engagement/student.js';
import type { Below, SponsorMonth } from '../../../src/engagement/sponsorship.js';
import type { Plan } from '../../../src/plan/plan.js';
import {
  calendar,
  circumstance,
  d,
  enrolment,
  everyDay,
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

/** From 1 September, so that every month is whole; checkpoints at the end of months and in the middle of November. */
function yearPlan(over: Partial<Plan> = {}): Plan {
  return plan({
    feeds: FEEDS,
    calendar: calendar({ teachingStartsOn: d('2026-09-01') }),
    checkpoints: ['09-30', '10-31', '11-15', '11-30', '12-31'].map((day) => ({
      id: `on_${day.replace('-', '_')}`,
      on: d(`2026-${day}`),
    })),
    ...over,
  });
}

const EXPORTS: LedgerOptions = {
  othersOn: { vle: everyDay('2026-09-01', '2027-01-31'), attendance: everyDay('2026-09-01', '2027-01-31') },
};

/** So many of 10,000 minutes of labs attended in a month, on one day. */
function attended(month: string, minutes: number, over: Partial<ActSpec> = {}): readonly ActSpec[] {
  const lab = { feed: 'attendance', type: 'lab', module: 'M1', on: `2026-${month}-12`, ...over } as const;
  return [
    { ...lab, minutes },
    { ...lab, minutes: 10_000 - minutes, standing: 'missed' },
  ];
}

interface Told extends Pick<Case, 'circumstances' | 'enrolments' | 'plan'> {
  readonly student?: Partial<Student>;
  readonly exports?: LedgerOptions;
}

function at(on: string, acts: readonly ActSpec[], it: Told = {}) {
  const { plan: own = yearPlan(), student: over = {}, exports = EXPORTS, ...records } = it;
  return outcomeAt(on, {
    ...records,
    plan: own,
    student: student({ isSponsored: true, targetAwardRqf: 3, startsOn: d('2026-09-01'), ...over }),
    ledger: ledger(acts, [], exports),
  });
}

function monthsAt(on: string, acts: readonly ActSpec[], it: Told = {}): readonly SponsorMonth[] {
  return at(on, acts, it).sponsorship?.months ?? [];
}

describe('a completed month below 85 % puts the student into the process', () => {
  test.each<[number, Below, string]>([
    [8499, 'below', 'non-engagement'],
    [8500, 'not-below', 'none'],
    [8501, 'not-below', 'none'],
  ])('%i of 10,000 minutes: %s', (minutes, expected, process) => {
    // QMplus every day: the student is engaged.
    const active = everyDay('2026-10-01', '2026-10-31').map((on) => ({ on }));
    const outcome = at('2026-10-31', [...active, ...attended('10', minutes)]);
    expect(outcome.sponsorship?.months.at(-1)?.attendance?.belowProcess).toBe(expected);
    expect([outcome.classification, outcome.process]).toEqual(['engaged', process]);
  });

  test.each([
    ['2026-10-30', 'none'],
    ['2026-10-31', 'non-engagement'],
    // Seen at the checkpoint of 31 October already.
    ['2026-11-15', 'none'],
  ])('at %s: %s', (on, process) => {
    const active = everyDay('2026-10-01', '2026-11-30').map((day) => ({ on: day }));
    expect(at(on, [...active, ...attended('10', 8000), ...attended('09', 9000)]).process).toBe(process);
  });

  test('whatever the classification, but not of students who are not assessed by state', () => {
    const acts = attended('10', 8000);
    const late = { student: { startsOn: d('2026-10-10') }, plan: yearPlan({ graceDays: 31 }) };
    expect(at('2026-10-31', acts, late)).toMatchObject({ notAssessedReason: 'grace', process: 'non-engagement' });
    expect(at('2026-10-31', acts, { student: { status: 'withdrawn', statusFrom: d('2026-10-20') } }).process).toBe(
      'none',
    );
    expect(at('2026-10-31', attended('10', 8000), { student: { isSponsored: false } }).sponsorship).toBeNull();
  });

  test('is withheld where a register decides, and the register is named', () => {
    const open = openEvent({ on: '2026-10-20', minutes: 1000 });
    const exports = { ...EXPORTS, open: { '0001': [open] } };
    const active = everyDay('2026-10-01', '2026-10-31').map((on) => ({ on }));
    const outcome = at('2026-10-31', [...active, ...attended('10', 8400)], { exports });
    expect(outcome).toMatchObject({ classification: 'engaged', process: 'none', groundsWithheld: [] });
    expect(outcome.sponsorship).toMatchObject({ process: 'withheld', missingForProcess: [{ event: open }] });
    const decided = at('2026-10-31', [...active, ...attended('10', 8300)], { exports });
    expect(decided.sponsorship).toMatchObject({ process: 'certain', missingForProcess: [] });
  });
});

describe('three months in a row below 70 % are the ground', () => {
  const low = (...months: readonly string[]): readonly ActSpec[] => months.flatMap((month) => attended(month, 6999));
  const good = (...months: readonly string[]): readonly ActSpec[] => months.flatMap((month) => attended(month, 7000));

  test.each([
    ['two', low('10', '11'), []],
    ['three', low('09', '10', '11'), ['9.1']],
    ['three, the second at 70 %', [...low('09', '11'), ...good('10')], []],
    ['three, with a month between in which nothing was expected', low('09', '10', '12'), ['9.1']],
    ['three, with a better month between', [...low('09', '10', '12'), ...good('11')], []],
    ['four', low('09', '10', '11', '12'), ['9.1']],
    [
      'three, and a better one since, which the last checkpoint did not see',
      [...low('09', '10', '11'), ...good('12')],
      [],
    ],
  ])('%s', (_, acts, expected) => {
    expect(at('2026-12-31', acts).grounds.filter((ground) => ground === '9.1')).toEqual(expected);
  });

  describe.each(['09', '10', '11'])('of which month %s has', (one) => {
    test.each<[number, Below, readonly string[]]>([
      [6999, 'below', ['9.1']],
      [7000, 'not-below', []],
      [7001, 'not-below', []],
    ])('%i of 10,000 minutes', (minutes, below, expected) => {
      const others = ['09', '10', '11'].filter((month) => month !== one);
      const { grounds, sponsorship } = at('2026-11-30', [...low(...others), ...attended(one, minutes)]);
      const month = sponsorship?.months.find(({ from }) => from === d(`2026-${one}-01`));
      expect(month?.attendance?.belowGround).toBe(below);
      expect(grounds.filter((ground) => ground === '9.1')).toEqual(expected);
    });
  });

  // Nothing is expected in the months that are not named.
  const january = (minutes: number): readonly ActSpec[] => attended('01', minutes, { on: '2027-01-12' });

  test.each([
    ['two, with nothing expected between', [...low('11'), ...january(6999)], []],
    ['three, with nothing expected between', [...low('10', '11'), ...january(6999)], ['9.1']],
    ['four, with nothing expected between', [...low('09', '10', '12'), ...january(6999)], ['9.1']],
    ['three, with nothing expected in two months between', [...low('09', '12'), ...january(6999)], ['9.1']],
    ['four, with a better month between', [...low('09', '10', '12'), ...good('11'), ...january(6999)], []],
    ['three after a better month', [...low('09', '11', '12'), ...good('10'), ...january(6999)], ['9.1']],
  ])('at the end of January, %s', (_, acts, expected) => {
    expect(at('2027-01-31', acts).grounds.filter((ground) => ground === '9.1')).toEqual(expected);
  });

  test.each([
    ['2026-11-29', false],
    ['2026-11-30', true],
    // Neither the open month nor one that has passed since takes it back; the last completed month is still one of three.
    ['2026-12-20', true],
    ['2026-12-31', true],
  ])('at %s: %s', (on, expected) => {
    expect(at(on, low('09', '10', '11')).grounds.includes('9.1')).toBe(expected);
  });

  test('the last of them completed since the checkpoint before is enough, whatever came after', () => {
    const rare = yearPlan({ checkpoints: [{ id: 'autumn', on: d('2026-12-31') }] });
    expect(at('2026-12-31', [...low('09', '10', '11'), ...good('12')], { plan: rare }).grounds).toContain('9.1');
  });

  test.each([
    [7200, 7000, '9.1 withheld'],
    [6999, 6900, '9.1'],
    [7300, 7300, 'none'],
  ])('with registers open that make November %i and October %i at best: %s', (november, october, expected) => {
    const lab = { feed: 'attendance', type: 'lab', module: 'M1' } as const;
    const month = (on: string, best: number): readonly ActSpec[] => [
      { ...lab, on, minutes: best - 300 },
      { ...lab, on, minutes: 10_000 - best, standing: 'missed' },
    ];
    const open = ['2026-10-21', '2026-11-21'].map((on) => openEvent({ on, eventId: on, minutes: 300 }));
    const acts = [...low('09'), ...month('2026-10-12', october), ...month('2026-11-12', november)];
    const { grounds, groundsWithheld, sponsorship } = at('2026-11-30', acts, {
      exports: { ...EXPORTS, open: { '0001': open } },
    });
    const withheld = groundsWithheld.includes('9.1') ? '9.1 withheld' : 'none';
    expect(grounds.includes('9.1') ? '9.1' : withheld).toBe(expected);
    if (expected === '9.1 withheld') expect(sponsorship?.missing.map(({ event }) => event)).toEqual(open);
  });

  test('of which one had no attendance export at all is withheld, never skipped', () => {
    const exports: LedgerOptions = {
      othersOn: { ...EXPORTS.othersOn, attendance: everyDay('2026-09-01', '2026-10-28') },
    };
    const outcome = at('2026-11-30', low('09', '10'), { exports });
    expect(outcome).toMatchObject({ groundsWithheld: ['9.1'], sponsorship: { process: 'withheld' } });
    expect(outcome.sponsorship?.missing).toMatchObject([
      { why: 'after-last-act', days: period('2026-11-01', '2026-11-30') },
    ]);
    expect(outcome.sponsorship?.months.at(-1)?.attendance?.minutes.isOpenEnded).toBe(true);
  });
});

describe('a month in part', () => {
  const marked = (it: Told, month = 9): boolean | undefined => {
    return monthsAt('2026-12-31', [], it).find(({ from }) => from === d(`2026-${`${month}`.padStart(2, '0')}-01`))
      ?.isInPart;
  };

  test.each<[string, boolean, Told, number?]>([
    ['enrolled on its first day', false, {}],
    ['enrolled on its second', true, { student: { startsOn: d('2026-09-02') } }],
    ['registered on its second', true, { student: { registeredOn: d('2026-09-02') } }],
    ['with a visa from its first day', false, { student: { visaFrom: d('2026-09-01') } }],
    ['with a visa from its second', true, { student: { visaFrom: d('2026-09-02') } }],
    ['with a course to its last day', false, { student: { endsOn: d('2026-12-31') } }, 11],
    ['with a visa to its last day', false, { student: { visaTo: d('2026-11-30') } }, 11],
    ['with a visa to the day before', true, { student: { visaTo: d('2026-11-29') } }, 11],
    [
      'with an interruption of a day',
      true,
      { circumstances: [circumstance({ kind: 'interruption', from: '2026-09-10', to: '2026-09-10' })] },
    ],
    [
      'with a vacation',
      false,
      {
        plan: yearPlan({
          calendar: calendar({ teachingStartsOn: d('2026-09-01'), vacations: [vacation('2026-09-10', '2026-09-12')] }),
        }),
      },
    ],
    [
      'in which the year begins later',
      true,
      { plan: yearPlan({ calendar: calendar({ teachingStartsOn: d('2026-09-02') }) }) },
    ],
  ])('%s: %s', (_, expected, it, month) => {
    expect(marked(it, month)).toBe(expected);
  });

  test.each([
    // 14 and 21 September are Mondays: two whole weeks, or one.
    ['2026-09-14', 2, ['9.1']],
    ['2026-09-15', 1, []],
  ])('from %s has %i teaching weeks, and counts for the run with two: %j', (startsOn, weeks, expected) => {
    const acts = ['09', '10', '11'].flatMap((month) => attended(month, 6000, { on: `2026-${month}-22` }));
    const it = { student: { startsOn: d(startsOn) } };
    expect(monthsAt('2026-11-30', acts, it)[0]).toMatchObject({ isInPart: true, teachingWeeks: weeks });
    expect(at('2026-11-30', acts, it).grounds.filter((ground) => ground === '9.1')).toEqual(expected);
    expect(at('2026-09-30', acts, it).process).toBe('non-engagement');
  });

  test('without two teaching weeks neither breaks a run nor is one of it', () => {
    const acts = ['09', '10', '11', '12'].flatMap((month) => attended(month, month === '10' ? 9000 : 6000));
    const away = circumstance({ kind: 'interruption', from: '2026-10-13', to: '2026-10-31' });
    expect(at('2026-12-31', acts, { circumstances: [away] }).grounds).toContain('9.1');
    expect(at('2026-12-31', acts).grounds).not.toContain('9.1');
  });
});

describe('what a month counts', () => {
  const lab = { feed: 'attendance', type: 'lab', module: 'M1', minutes: 60 } as const;
  const october = (acts: readonly ActSpec[], it: Told = {}): SponsorMonth | undefined => {
    return monthsAt('2026-10-31', acts, it).at(-1);
  };

  test('events of the types of classroom study, by minutes, with sessions beside', () => {
    const acts: readonly ActSpec[] = [
      { ...lab, on: '2026-10-05', minutes: 180 },
      { ...lab, on: '2026-10-06', standing: 'missed' },
      { ...lab, on: '2026-10-07', type: 'club', standing: 'missed' },
    ];
    const own = yearPlan({ sponsored: { ...plan().sponsored, classroom: ['lab'] } });
    expect(october(acts, { plan: own })?.attendance).toMatchObject({
      minutes: { worst: { numerator: 180, denominator: 240 } },
      sessions: { worst: { numerator: 1, denominator: 2 } },
    });
    expect(october(acts)?.attendance?.sessions.worst).toEqual({ numerator: 1, denominator: 3 });
  });

  test('only days of the visa that are no vacation (7.5, 9.5), and modules of the student', () => {
    const days = ['2026-10-05', '2026-10-06', '2026-10-07', '2026-10-08'];
    const acts = days.map((on) => ({ ...lab, on }));
    const own = yearPlan({
      calendar: calendar({ teachingStartsOn: d('2026-09-01'), vacations: [vacation('2026-10-08', '2026-10-08')] }),
    });
    const sessions = (it: Told): number | undefined => october(acts, it)?.attendance?.sessions.worst.denominator;
    expect(sessions({})).toBe(4);
    expect(sessions({ plan: own })).toBe(3);
    expect(sessions({ student: { visaFrom: d('2026-10-06'), visaTo: d('2026-10-07') } })).toBe(2);
    expect(sessions({ enrolments: [enrolment({ to: d('2026-10-05') })] })).toBe(1);
    expect(october(acts, { enrolments: [] })?.attendance).toBeNull();
  });

  test('an event without an end has the length that the plan says', () => {
    const acts = [{ ...lab, on: '2026-10-05', minutes: 0, unmeasuredActs: 1 }];
    expect(october(acts, { plan: yearPlan({ eventMinutes: 50 }) })?.attendance?.minutes.best).toEqual({
      numerator: 50,
      denominator: 50,
    });
  });

  test.each([
    ['leaves', 'non-engagement', [8, 10], [8, 12]],
    ['stays', 'non-engagement', [8, 12], [8, 10]],
  ] as const)('authorised absence %s: both figures are there', (authorisedAbsence, process, decides, otherwise) => {
    const acts: readonly ActSpec[] = [
      { ...lab, on: '2026-10-05', acts: 8 },
      { ...lab, on: '2026-10-06', acts: 2, standing: 'missed' },
      { ...lab, on: '2026-10-07', standing: 'authorised' },
      { ...lab, on: '2026-10-08', standing: 'missed' },
      { ...lab, on: '2026-10-09', standing: 'authorised' },
      { ...lab, on: '2026-10-10', standing: 'missed' },
    ];
    const own = yearPlan({
      sponsored: { ...plan().sponsored, authorisedAbsence },
      // Nobody was expected on these two days, authorised or not.
      calendar: calendar({ teachingStartsOn: d('2026-09-01'), disruptions: [period('2026-10-09', '2026-10-10')] }),
    });
    const it = { plan: own, circumstances: [circumstance({ from: '2026-10-08', to: '2026-10-08' })] };
    const month = october(acts, it);
    expect(month?.attendance?.sessions.worst).toEqual({ numerator: decides[0], denominator: decides[1] });
    expect(month?.otherwise?.sessions.worst).toEqual({ numerator: otherwise[0], denominator: otherwise[1] });
    expect(at('2026-10-31', acts, it).process).toBe(process);
  });

  test('an open event on a day of authorised absence may leave the month, or stay', () => {
    const exports = { ...EXPORTS, open: { '0001': [openEvent({ on: '2026-10-06' })] } };
    const it = { exports, circumstances: [circumstance({ from: '2026-10-06', to: '2026-10-06' })] };
    const month = october([{ ...lab, on: '2026-10-05' }], it);
    expect(month?.attendance?.sessions.worst).toEqual({ numerator: 1, denominator: 1 });
    expect(month?.otherwise?.sessions.worst).toEqual({ numerator: 1, denominator: 2 });
  });

  test('the open month is there, and decides nothing', () => {
    const acts = ['09', '10', '11'].flatMap((month) => attended(month, 1000));
    const outcome = at('2026-11-15', acts);
    expect(outcome.sponsorship?.months.map(({ isComplete, isNew }) => [isComplete, isNew])).toEqual([
      [true, false],
      [true, false],
      [false, false],
    ]);
    expect(outcome.sponsorship?.process).toBe('none');
    expect(outcome.grounds).not.toContain('9.1');
  });

  test('nothing where the plan does not list attendance: the ground is withheld for that', () => {
    const acts = attended('09', 1000);
    const outcome = at('2026-09-30', acts, { plan: yearPlan({ feeds: FEEDS.filter(({ feed }) => feed === 'vle') }) });
    expect(outcome.sponsorship).toMatchObject({ months: [], withheldBecause: 'attendance-unlisted', process: 'none' });
    expect(outcome.groundsWithheld).toEqual(['9.1']);
  });

  test('shown too where nobody has said which rule is theirs', () => {
    const it = { student: { targetAwardRqf: 4 } };
    expect(monthsAt('2026-10-31', attended('10', 8000), it)).toHaveLength(2);
    expect(at('2026-10-31', attended('10', 8000), it).sponsorship?.process).toBe('none');
    expect(monthsAt('2026-10-31', attended('10', 8000), { student: { targetAwardRqf: 6 } })).toEqual([]);
  });
});
