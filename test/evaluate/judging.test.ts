// Students on placement or study abroad (9.4): which section of the plan judges them, and which days of their window.
import { describe, expect, test } from 'vitest';
import type { AwayKind } from '../../src/engagement/circumstance.js';
import type { Outcome } from '../../src/engagement/outcome.js';
import type { GroupCondition, Plan } from '../../src/plan/plan.js';
import {
  activeDays,
  amount,
  attendanceRate,
  calendar,
  circumstance,
  d,
  everyDay,
  KNOWN,
  ledger,
  plan,
  recency,
  student,
  submissionRate,
  vacation,
  due,
  type ActSpec,
  listed,
} from '../support/build.js';
import { outcomeAt, type Case } from '../support/judge.js';

const WINDOW_END = '2026-10-18';

const REPORTS = amount('count', 6, { id: 'reports', title: 'host reports', feed: 'activities' });
const QMPLUS = activeDays(6);

/** QMplus on 6 days; on placement, 6 reports of the host. */
function awayPlan(
  when: GroupCondition = { circumstances: ['placement', 'study-abroad'] },
  over: Partial<Plan> = {},
): Plan {
  const [feeds] = [['vle', 'activities', 'attendance', 'submissions'] as const];
  return plan({
    indicators: [QMPLUS, REPORTS],
    rule: { kind: 'indicator', indicatorId: 'qmplus' },
    groups: [{ id: 'away', title: 'away', when, rule: { kind: 'indicator', indicatorId: 'reports' } }],
    feeds: listed(...feeds),
    ...over,
  });
}

function away(from: string, to?: string, kind: AwayKind = 'placement') {
  return circumstance({ kind, from, ...(to === undefined ? {} : { to }) });
}

function seen({ classification, notAssessedReason, groupId, judgedDays, indicators }: Outcome) {
  const [indicator] = indicators;
  const minimum = indicator?.measured?.threshold.numerator;
  return [notAssessedReason ?? classification, groupId, judgedDays, minimum];
}

function at18October(it: Case): Outcome {
  return outcomeAt(WINDOW_END, { plan: awayPlan(), ledger: ledger([], [], KNOWN), ...it });
}

// A window of 21 days, from 28 September to 18 October.
describe('the section that covers more days of the window judges them, prorated', () => {
  test.each([
    ['none', '2026-10-19', [null, 21, 6]],
    ['the last day alone', '2026-10-18', [null, 20, 5]],
    ['10 of 21', '2026-10-09', [null, 11, 3]],
    ['11 of 21', '2026-10-08', ['away', 11, 3]],
    ['12 of 21', '2026-10-07', ['away', 12, 3]],
    ['all but the first', '2026-09-29', ['away', 20, 5]],
    ['all', '2026-09-28', ['away', 21, 6]],
  ])('away from then to the end: %s', (_, from, expected) => {
    expect(seen(at18October({ circumstances: [away(from)] }))).toEqual(['non-engagement', ...expected]);
  });

  test.each([
    ['the first day alone', '2026-09-28', [null, 20, 5]],
    ['10 of 21', '2026-10-07', [null, 11, 3]],
    ['11 of 21', '2026-10-08', ['away', 11, 3]],
    ['ending the day before the checkpoint', '2026-10-17', ['away', 20, 5]],
    ['ending on it', '2026-10-18', ['away', 21, 6]],
  ])('away from before the window: %s', (_, to, expected) => {
    expect(seen(at18October({ circumstances: [away('2026-09-01', to)] }))).toEqual(['non-engagement', ...expected]);
  });

  // A student who starts on the second day has 20.
  const starter = student({ startsOn: d('2026-09-29') });

  test.each([
    ['11 on campus, 9 away', '2026-10-10', null, [null, 11]],
    ['as many: away is the later', '2026-10-09', null, ['away', 10]],
    ['9 on campus, 11 away', '2026-10-08', null, ['away', 11]],
    ['as many: campus is the later', '2026-09-29', '2026-10-08', [null, 10]],
  ])('a tie goes to the later: %s', (_, from, to, expected) => {
    const outcome = at18October({ student: starter, circumstances: [away(from, to ?? undefined)] });
    expect([outcome.groupId, outcome.judgedDays]).toEqual(expected);
  });

  test('days of two placements add up, as do placement and study abroad of one section', () => {
    const circumstances = [away('2026-09-28', '2026-10-02'), away('2026-10-13', undefined, 'study-abroad')];
    expect(seen(at18October({ circumstances }))).toEqual(['non-engagement', 'away', 11, 3]);
    // Overlapping ones are no more days than there are.
    const overlapping = [away('2026-09-28', '2026-10-07'), away('2026-10-03', '2026-10-07', 'study-abroad')];
    expect(seen(at18October({ circumstances: overlapping }))).toEqual(['non-engagement', null, 11, 3]);
  });

  test('days of the window that are not the student’s count for none', () => {
    const circumstances = [
      away('2026-09-28', '2026-10-08'),
      circumstance({ kind: 'interruption', from: '2026-10-01', to: '2026-10-02' }),
    ];
    expect(seen(at18October({ circumstances }))).toEqual(['non-engagement', null, 10, 2]);
  });
});

describe('only what lies on the days judged counts for the minimum', () => {
  const acts: readonly ActSpec[] = [
    ...['2026-10-06', '2026-10-05', '2026-10-02'].map((on) => ({ on, feed: 'activities' as const })),
    ...['2026-10-07', '2026-10-10'].map((on) => ({ on, feed: 'activities' as const })),
  ];
  const known = ledger(acts, [], KNOWN);

  test('reports before the placement do not; they are evidence for 7.3 and the clock', () => {
    const outcome = at18October({ ledger: known, circumstances: [away('2026-10-07')] });
    expect(seen(outcome)).toEqual(['low-engagement', 'away', 12, 3]);
    expect(outcome.indicators[0]?.measured?.worst.numerator).toBe(2);
    const none = at18October({ ledger: ledger(acts.slice(0, 1), [], KNOWN), circumstances: [away('2026-10-07')] });
    expect(none).toMatchObject({ classification: 'low-engagement', hasEvidenceInWindow: true });
    expect(none.lastEvidenceOn).toBe(d('2026-10-06'));
  });

  test.each([
    ['2026-10-07', 'engaged'],
    ['2026-10-06', 'engaged'],
    ['2026-10-08', 'low-engagement'],
  ])('a third report counts on a day of the placement: from %s', (from, classification) => {
    const third = ledger([...acts.slice(3), { on: '2026-10-07', feed: 'activities' }], [], KNOWN);
    expect(at18October({ ledger: third, circumstances: [away(from)] }).classification).toBe(classification);
  });

  test('rates are of what was expected or due on those days', () => {
    const indicators = [submissionRate('100%'), attendanceRate('100%'), QMPLUS, REPORTS];
    const rule = {
      kind: 'all',
      of: [
        { kind: 'indicator', indicatorId: 'coursework' },
        { kind: 'indicator', indicatorId: 'labs' },
      ],
    } as const;
    const groups = awayPlan().groups.map((group) => ({ ...group, rule }));
    const own = awayPlan(undefined, { indicators, rule, groups });
    const labs: readonly ActSpec[] = [
      { on: '2026-10-07', feed: 'attendance', type: 'lab', module: 'M1' },
      { on: '2026-10-08', feed: 'attendance', type: 'lab', module: 'M1', standing: 'missed' },
    ];
    const dues = [due({ due: '2026-10-07', submitted: '2026-10-07' }), due({ due: '2026-10-08', assessmentId: 'A2' })];
    const judged = (from: string) => {
      const outcome = at18October({ plan: own, ledger: ledger(labs, dues, KNOWN), circumstances: [away(from)] });
      return [outcome.groupId, ...outcome.indicators.map(({ measured }) => measured?.worst)];
    };
    const half = { numerator: 1, denominator: 2 };
    const none = { numerator: 0, denominator: 1 };
    expect(judged('2026-10-09')).toEqual([null, half, half]);
    expect(judged('2026-10-08')).toEqual(['away', none, none]);
    expect(judged('2026-10-07')).toEqual(['away', half, half]);
  });

  test('recency looks back as ever', () => {
    const own = awayPlan(undefined, { indicators: [QMPLUS, recency(20, { id: 'reports', feed: 'activities' })] });
    const outcome = at18October({ plan: own, ledger: known, circumstances: [away('2026-10-08')] });
    expect(outcome.indicators[0]?.measured?.worst.numerator).toBe(8);
    const before = ledger(acts.slice(0, 3), [], KNOWN);
    expect(at18October({ plan: own, ledger: before, circumstances: [away('2026-10-08')] })).toMatchObject({
      classification: 'engaged',
    });
  });
});

describe('the grace days are of the student’s window', () => {
  test.each([
    [13, 'grace'],
    [12, 'non-engagement'],
  ])('starting on %i October, on placement from the 15th', (start, expected) => {
    const starts = student({ startsOn: d(`2026-10-${start}`) });
    const outcome = at18October({ student: starts, circumstances: [away('2026-10-15')] });
    expect([outcome.notAssessedReason ?? outcome.classification, outcome.groupId, outcome.judgedDays]).toEqual([
      expected,
      'away',
      4,
    ]);
  });

  test.each([
    ['2026-10-14', 'authorised-absence'],
    ['2026-10-13', 'non-engagement'],
  ])('authorised days up to %s leave too few of the days judged', (to, expected) => {
    const circumstances = [away('2026-10-07'), circumstance({ kind: 'authorised-absence', from: '2026-10-12', to })];
    const own = awayPlan(undefined, { graceDays: 10 });
    expect(seen(at18October({ plan: own, circumstances }))[0]).toBe(expected);
  });
});

describe('without a section for them', () => {
  const without = plan({ indicators: [QMPLUS] });
  const reason = (...circumstances: readonly ReturnType<typeof away>[]) => {
    return seen(at18October({ plan: without, circumstances }));
  };

  test.each([
    ['2026-10-17', '2026-10-17', 'non-engagement'],
    ['2026-10-17', '2026-10-18', 'no-placement-section'],
    ['2026-10-18', '2026-10-18', 'no-placement-section'],
    ['2026-10-18', '2026-10-19', 'no-placement-section'],
    ['2026-10-19', '2026-10-20', 'non-engagement'],
  ])('on placement from %s to %s: only those who are at the checkpoint are not assessed', (from, to, expected) => {
    expect(reason(away(from, to))[0]).toBe(expected);
    expect(reason(away(from, to, 'study-abroad'))[0]).toBe(expected);
  });

  test.each([
    ['2026-10-10', ['non-engagement', null, 8, 2]],
    ['2026-10-11', ['non-engagement', null, 7, 2]],
    ['2026-10-12', ['no-placement-section', null, 6, 1]],
    ['2026-10-17', ['no-placement-section', null, 1, 1]],
  ])('back on campus after %s: judged by the campus days, if they are as many as the grace days', (to, expected) => {
    expect(reason(away('2026-09-01', to))).toEqual(expected);
  });

  test('who meets the minimum on the few days left is engaged all the same', () => {
    const back = at18October({
      plan: without,
      ledger: ledger([{ on: '2026-10-18' }], [], KNOWN),
      circumstances: [away('2026-09-01', '2026-10-17')],
    });
    expect(seen(back)).toEqual(['engaged', null, 1, 1]);
  });

  test('a section for placements is none for study abroad', () => {
    const own = awayPlan({ circumstances: ['placement'] });
    const outcome = (from: string, kind: AwayKind) =>
      seen(at18October({ plan: own, circumstances: [away(from, undefined, kind)] }))[0];
    expect(outcome('2026-09-28', 'study-abroad')).toBe('no-placement-section');
    expect(outcome('2026-09-28', 'placement')).toBe('non-engagement');
  });
});

describe('with a section for them', () => {
  test('who is on placement on the last day alone is judged on campus', () => {
    expect(seen(at18October({ circumstances: [away('2026-10-18')] }))).toEqual(['non-engagement', null, 20, 5]);
  });

  test('its other conditions must hold too', () => {
    const own = awayPlan({ circumstances: ['placement'], modes: ['part-time'] });
    const circumstances = [away('2026-09-28')];
    expect(seen(at18October({ plan: own, circumstances }))[0]).toBe('no-placement-section');
    const partTime = student({ mode: 'part-time' });
    expect(seen(at18October({ plan: own, student: partTime, circumstances }))[0]).toBe('non-engagement');
    expect(seen(at18October({ plan: own, student: partTime }))).toEqual(['non-engagement', null, 21, 6]);
  });

  test('the first group that fits decides: one without the circumstance, before it, leaves them without a section', () => {
    const [last] = awayPlan().groups;
    const first = {
      id: 'part_time',
      title: 'part time',
      when: { modes: ['part-time'] },
      rule: awayPlan().rule,
    } as const;
    if (last === undefined) throw new Error('the plan has a group');
    const outcome = (groups: Plan['groups']) =>
      seen(
        at18October({
          plan: awayPlan(undefined, { groups }),
          student: student({ mode: 'part-time' }),
          circumstances: [away('2026-10-01')],
        }),
      ).slice(0, 2);
    expect(outcome([first, last])).toEqual(['no-placement-section', 'part_time']);
    expect(outcome([last, first])).toEqual(['non-engagement', 'away']);
  });

  test('a transnational student needs one for both', () => {
    const tne = student({ category: 'tne' });
    const circumstances = [away('2026-09-28')];
    expect(seen(at18October({ student: tne, circumstances }))[0]).toBe('no-transnational-section');
    const both = awayPlan({ circumstances: ['placement'], categories: ['tne'] });
    expect(seen(at18October({ plan: both, student: tne, circumstances }))[0]).toBe('non-engagement');
  });

  test('days of vacation alone judge nobody', () => {
    const vacations = [vacation('2026-09-28', '2026-10-10')];
    const own = awayPlan(undefined, { calendar: calendar({ vacations }) });
    const outcome = (to: string) =>
      seen(at18October({ plan: own, circumstances: [away('2026-09-01', to)] })).slice(1, 3);
    expect(outcome('2026-10-10')).toEqual([null, 8]);
    expect(outcome('2026-10-11')).toEqual(['away', 14]);
  });

  test('each checkpoint decides by itself', () => {
    const circumstances = [away('2026-09-28', '2026-10-25')];
    const campus = everyDay('2026-10-26', '2026-11-08').map((on) => ({ on }));
    const outcome = outcomeAt('2026-11-08', { plan: awayPlan(), ledger: ledger(campus, [], KNOWN), circumstances });
    expect(seen(outcome)).toEqual(['engaged', null, 14, 4]);
    expect(seen(at18October({ circumstances }))).toEqual(['non-engagement', 'away', 21, 6]);
  });
});
