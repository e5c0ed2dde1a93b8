// A feed that shows nothing of a student is unknown on every day: it decides nothing, for nobody and against nobody. One that
// a run goes on without shows nothing of anybody; one whose exports name people by ids of a system, of those alone whose id
// somebody has given.
import { describe, expect, test } from 'vitest';
import { FEEDS, type Feed } from '../../src/engagement/feed.js';
import type { Ledger } from '../../src/engagement/ledger.js';
import { patternGroundOf, type Counted } from '../../src/evaluate/pattern.js';
import {
  activeDays,
  amount,
  attendanceRate,
  due,
  KNOWN,
  ledger,
  period,
  plan,
  rate,
  recency,
  submissionRate,
  student,
  type ActSpec,
  listed,
} from '../support/build.js';
import { historyAt, outcomeAt } from '../support/judge.js';

/** What the exports say when feeds were set aside that these files hold. */
function without(
  feeds: readonly Feed[],
  acts: readonly ActSpec[] = [],
  files: readonly string[] = ['a file'],
  dues: Parameters<typeof ledger>[1] = [],
): Ledger {
  return ledger(acts, dues, { ...KNOWN, without: feeds, feedsSetAside: feeds.map((feed) => ({ feed, files })) });
}

/** The feeds are there, with acts of others, but cannot name the student. */
function unnamed(...[feeds, acts = [], , dues = []]: Parameters<typeof without>): Ledger {
  const unidentified = { systems: ['moodle'], studentIds: new Set(['0001']) };
  return ledger(acts, dues, { ...KNOWN, unidentified: new Map(feeds.map((feed) => [feed, unidentified])) });
}

const YEAR_SO_FAR = period('2026-09-28', '2026-10-18');

describe.each([
  ['set-aside', without],
  ['not-identified', unnamed],
])('%s', (why, unseenIn) => {
  const setAside = (feed: Feed, days = YEAR_SO_FAR) => ({ feed, why, days, event: null });

  describe('a listed feed', () => {
    test.each([
      activeDays(3),
      amount('count', 1),
      amount('active_weeks', 1),
      recency(14),
      amount('minutes', 60, { feed: 'lecture_capture' }),
      attendanceRate('50%'),
      amount('minutes', 60, { feed: 'attendance' }),
      submissionRate('50%'),
      amount('count', 1, { feed: 'meetings' }),
      rate('meetings', '50%', { id: 'advisor', title: 'advisor', feed: 'meetings' }),
      amount('count', 1, { feed: 'activities' }),
    ])('$measure of $feed is unknown, and why is said', (indicator) => {
      const { feed } = indicator;
      const outcome = outcomeAt('2026-10-18', {
        plan: plan({ feeds: listed(feed), indicators: [indicator] }),
        ledger: unseenIn([feed]),
      });
      expect(outcome).toMatchObject({ classification: 'withheld', missing: [setAside(feed)], openEvents: [] });
      expect(outcome.indicators.map(({ result }) => result)).toEqual(['unknown']);
    });

    test('leaves alone what the others decide', () => {
      const indicators = [activeDays(3), submissionRate('50%')];
      const dues = [due({ due: '2026-10-09' })];
      const all = plan({ indicators });
      const low = outcomeAt('2026-10-18', { plan: all, ledger: unseenIn(['vle'], [], ['vle.csv'], dues) });
      expect(low).toMatchObject({ classification: 'low-engagement', missing: [] });
      const met = [due({ due: '2026-10-09', submitted: '2026-10-08' })];
      const any = plan({ indicators, rule: { kind: 'any', of: ['qmplus', 'coursework'].map(named) } });
      expect(outcomeAt('2026-10-18', { plan: any, ledger: unseenIn(['vle'], [], ['vle.csv'], met) })).toMatchObject({
        classification: 'engaged',
      });
    });

    test('leaves nobody without any engagement', () => {
      const late = plan({ indicators: [submissionRate('50%')] });
      const dues = [due({ due: '2026-10-09' })];
      expect(outcomeAt('2026-10-18', { plan: late, ledger: ledger([], dues, KNOWN) })).toMatchObject({
        classification: 'non-engagement',
      });
      expect(outcomeAt('2026-10-18', { plan: late, ledger: unseenIn(['vle'], [], ['vle.csv'], dues) })).toMatchObject({
        classification: 'low-engagement',
      });
    });

    test('may have held evidence up to the checkpoint: the ground of 60 days is withheld', () => {
      const outcome = outcomeAt('2026-12-06', { ledger: unseenIn(['vle']) });
      expect(outcome).toMatchObject({ grounds: [], groundsWithheld: ['10.6-days'] });
      expect(outcome.clock).toMatchObject({ longestMonitoredDays: 70, shortestMonitoredDays: 0 });
      expect(outcome.missingForGrounds).toEqual([setAside('vle', period('2026-09-28', '2026-12-06'))]);
    });
  });

  function named(indicatorId: string) {
    return { kind: 'indicator', indicatorId } as const;
  }

  describe('a feed that the plan does not list', () => {
    const coursework = plan({ indicators: [submissionRate('50%')], feeds: listed('submissions') });
    const dues = [due({ due: '2026-10-09' }), due({ assessmentId: 'A2', due: '2026-12-02' })];

    test('may have held an act that keeps a student from non-engagement, and a ground from being certain (8.4)', () => {
      const [seen, unseen] = [ledger([], dues, KNOWN), unseenIn(['meetings'], [], ['meetings.csv'], dues)];
      expect(outcomeAt('2026-10-18', { plan: coursework, ledger: seen }).classification).toBe('non-engagement');
      expect(outcomeAt('2026-10-18', { plan: coursework, ledger: unseen }).classification).toBe('low-engagement');
      expect(outcomeAt('2026-12-06', { plan: coursework, ledger: seen }).grounds).toContain('10.6-days');
      expect(outcomeAt('2026-12-06', { plan: coursework, ledger: unseen })).toMatchObject({
        grounds: [],
        groundsWithheld: ['10.6-days'],
        missingForGrounds: [setAside('meetings', period('2026-09-28', '2026-12-06'))],
      });
    });
  });

  test('without all feeds nobody is listed, and every ground is open', () => {
    const everything = plan({ feeds: listed(...FEEDS) });
    const outcome = outcomeAt('2026-12-06', { plan: everything, ledger: unseenIn(FEEDS) });
    expect(outcome).toMatchObject({ classification: 'withheld', grounds: [], groundsWithheld: ['10.6-days'] });
  });

  describe('a pattern of low engagement (10.6)', () => {
    const both = plan({
      indicators: [activeDays(1), submissionRate('100%')],
      patterns: [{ counts: 'low-or-non-engagement', count: 2, of: 2 }],
    });
    // Low at the first and the third checkpoint for coursework; at the second all depends on QMplus.
    const dues = [
      due({ assessmentId: 'A1', due: '2026-10-09' }),
      due({ assessmentId: 'A2', due: '2026-11-01', submitted: '2026-11-01' }),
      due({ assessmentId: 'A3', due: '2026-12-02' }),
    ];
    const visits: readonly ActSpec[] = ['2026-10-05', '2026-11-03', '2026-12-01'].map((on) => ({ on }));

    test('that would reach over a checkpoint which only what was set aside leaves open is withheld', () => {
      const seen = historyAt('2026-12-06', { plan: both, ledger: ledger(visits, dues, KNOWN) });
      expect(seen.map(({ classification }) => classification)).toEqual(['low-engagement', 'engaged', 'low-engagement']);
      expect(seen.at(-1)?.grounds).toEqual([]);
      const unseen = historyAt('2026-12-06', { plan: both, ledger: unseenIn(['vle'], [], ['vle.csv'], dues) });
      expect(unseen.map(({ classification }) => classification)).toEqual([
        'low-engagement',
        'withheld',
        'low-engagement',
      ]);
      expect(unseen.at(-1)).toMatchObject({
        grounds: [],
        groundsWithheld: ['10.6-pattern'],
        missingForGrounds: [setAside('vle', period('2026-10-19', '2026-11-08'))],
      });
    });

    test('reaches over one that a missing export leaves open (reading.md, grounds)', () => {
      const missing = ledger([], dues, { ...KNOWN, without: ['vle'] });
      expect(outcomeAt('2026-12-06', { plan: both, ledger: missing })).toMatchObject({
        grounds: ['10.6-pattern'],
        groundsWithheld: [],
      });
    });

    test('is certain where it stands without the open checkpoint', () => {
      const again = [...dues.slice(0, 1), due({ assessmentId: 'A2', due: '2026-11-01' }), ...dues.slice(2)];
      const outcome = outcomeAt('2026-12-06', { plan: both, ledger: unseenIn(['vle'], [], ['vle.csv'], again) });
      expect(outcome).toMatchObject({ grounds: ['10.6-pattern'], groundsWithheld: ['10.6-days'] });
    });
  });
});

test('a feed that cannot name the student is unknown for that alone, whatever else is not known of it', () => {
  const unidentified = new Map([['vle', { systems: ['moodle'], studentIds: new Set(['0001']) }] as const]);
  const othersOn = { ...KNOWN.othersOn, vle: ['2026-10-12'] };
  const late = ledger([], [], { ...KNOWN, othersOn, unidentified });
  const why = (studentId: string) =>
    outcomeAt('2026-10-18', { ledger: late, student: student({ studentId }) }).missing.map((missing) => missing.why);
  expect(why('0001')).toEqual(['not-identified']);
  expect(why('0002')).toEqual(['before-first-act', 'after-last-act']);
});

describe('set aside', () => {
  test('is the same where no file held it', () => {
    const outcome = outcomeAt('2026-10-18', { ledger: without(['vle'], [], []) });
    expect(outcome).toMatchObject({
      classification: 'withheld',
      missing: [{ feed: 'vle', why: 'set-aside', days: YEAR_SO_FAR, event: null }],
    });
  });

  test('changes nothing where no file held it, and the plan does not list it', () => {
    const coursework = plan({ indicators: [submissionRate('50%')], feeds: listed('submissions') });
    const dues = [due({ due: '2026-10-09' }), due({ assessmentId: 'A2', due: '2026-12-02' })];
    const seen = ledger([], dues, KNOWN);
    const nothing = ledger([], dues, { ...KNOWN, feedsSetAside: [{ feed: 'meetings', files: [] }] });
    for (const on of ['2026-10-18', '2026-12-06']) {
      const [one, other] = [seen, nothing].map((it) => outcomeAt(on, { plan: coursework, ledger: it }));
      expect(other).toEqual(one);
    }
  });
});

describe('patterns over checkpoints', () => {
  const checkpoints: Readonly<Record<string, Counted>> = {
    E: { decided: 'engaged', unseen: [] },
    L: { decided: 'low-engagement', unseen: [] },
    w: { decided: null, unseen: [] },
    '?': { decided: null, unseen: [{ feed: 'vle', why: 'set-aside', days: YEAR_SO_FAR, event: null }] },
  };
  const two = { counts: 'low-or-non-engagement', count: 2, of: 2 } as const;
  const twoOfThree = { ...two, of: 3 } as const;
  test.each([
    ['L?L', [two], 'withheld'],
    ['LwL', [two], 'certain'],
    ['LEL', [two], 'none'],
    ['L?LL', [two], 'certain'],
    ['L?L', [twoOfThree], 'certain'],
    ['L??L', [twoOfThree], 'withheld'],
    ['L?L', [two, twoOfThree], 'certain'],
    ['LL?', [two], 'none'],
    ['LLw', [two], 'none'],
    ['', [two], 'none'],
  ] as const)('%s with %j: %s', (text, patterns, expected) => {
    const run = Array.from(text).flatMap((letter) => checkpoints[letter] ?? []);
    expect(patternGroundOf(patterns, run)).toBe(expected);
  });
});
