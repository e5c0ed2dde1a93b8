// The classification, in the order that the reading settles, and what it is decided on.
import { describe, expect, test } from 'vitest';
import { activeDays, d, due, KNOWN, ledger, period, plan, student, submissionRate } from '../support/build.js';
import { historyAt, outcomeAt } from '../support/judge.js';

const both = plan({ indicators: [activeDays(3), submissionRate('50%')] });
const days = (...on: string[]) => on.map((day) => ({ on: day }));

describe('the order', () => {
  test('the rule met: engaged', () => {
    const acts = ledger(
      days('2026-09-28', '2026-10-05', '2026-10-18'),
      [due({ due: '2026-10-10', submitted: '2026-10-10' })],
      KNOWN,
    );
    expect(outcomeAt('2026-10-18', { plan: both, ledger: acts })).toMatchObject({
      classification: 'engaged',
      process: 'none',
    });
  });

  test('no evidence of any kind in the window: non-engagement (7.3), in the process (10.5)', () => {
    const acts = ledger(days('2026-09-27', '2026-10-19'), [due({ due: '2026-10-10' })], KNOWN);
    expect(outcomeAt('2026-10-18', { plan: both, ledger: acts })).toMatchObject({
      classification: 'non-engagement',
      process: 'non-engagement',
      hasEvidenceInWindow: false,
    });
  });

  test('some evidence and the rule not met: low engagement (7.2), in the process too', () => {
    const acts = ledger(days('2026-10-01'), [], KNOWN);
    expect(outcomeAt('2026-10-18', { plan: both, ledger: acts })).toMatchObject({
      classification: 'low-engagement',
      process: 'non-engagement',
    });
  });

  test('an indicator met without evidence in the window is not non-engagement', () => {
    const acts = ledger([], [due({ due: '2026-10-10', submitted: '2026-09-20' })], KNOWN);
    expect(outcomeAt('2026-10-18', { plan: both, ledger: acts }).classification).toBe('low-engagement');
  });

  test('nothing seen, but something unknown that could hold evidence: only the certain part is said', () => {
    const stale = ledger([], [], { othersOn: { vle: ['2026-09-28', '2026-10-10'], submissions: ['2026-09-28'] } });
    const outcome = outcomeAt('2026-10-18', { ledger: stale });
    expect(outcome.classification).toBe('withheld');
    expect(outcome.missing).toEqual([
      { feed: 'vle', why: 'after-last-act', days: period('2026-10-14', '2026-10-18'), event: null },
    ]);
    const strict = outcomeAt('2026-10-18', { plan: plan({ indicators: [activeDays(6)] }), ledger: stale });
    expect(strict).toMatchObject({ classification: 'low-engagement', missing: [] });
  });

  test('unknown days outside the student’s own window are no excuse', () => {
    const lateFeed = ledger([], [], { othersOn: { vle: ['2026-10-05', '2026-10-18'], submissions: ['2026-09-28'] } });
    expect(outcomeAt('2026-10-18', { ledger: lateFeed }).classification).toBe('withheld');
    const starter = student({ startsOn: d('2026-10-05') });
    expect(outcomeAt('2026-10-18', { ledger: lateFeed, student: starter }).classification).toBe('non-engagement');
  });
});

describe('coverage of a feed', () => {
  // With a minimum of one day, a single unknown day is enough to be undecided.
  const once = plan({ indicators: [activeDays(1)] });

  const lastHeardOn = (on: string) =>
    ledger([], [], { othersOn: { vle: ['2026-09-28', on], submissions: ['2026-09-28'] } });

  test.each([
    ['2026-10-16', 'non-engagement'],
    ['2026-10-15', 'non-engagement'],
    ['2026-10-14', 'withheld'],
  ])('three days of tolerance: last heard of on %s, at 18 October', (on, classification) => {
    expect(outcomeAt('2026-10-18', { plan: once, ledger: lastHeardOn(on) }).classification).toBe(classification);
  });

  test('acts after the checkpoint prove nothing', () => {
    const later = ledger([], [], {
      othersOn: { vle: ['2026-09-28', '2026-10-14', '2026-10-19'], submissions: ['2026-09-28'] },
    });
    expect(outcomeAt('2026-10-18', { plan: once, ledger: later }).classification).toBe('withheld');
  });

  test('a listed feed without any act is not known at all', () => {
    const silent = ledger([], [], { othersOn: { vle: ['2026-10-19'], submissions: ['2026-09-28'] } });
    expect(outcomeAt('2026-10-18', { plan: once, ledger: silent })).toMatchObject({
      classification: 'withheld',
      missing: [{ feed: 'vle', why: 'no-acts', days: period('2026-09-28', '2026-10-18') }],
    });
  });

  test('a missing file likewise', () => {
    const without = ledger([], [], { without: ['vle'], othersOn: { submissions: ['2026-09-28'] } });
    expect(outcomeAt('2026-10-18', { plan: once, ledger: without }).classification).toBe('withheld');
  });
});

test('the student’s window is the checkpoint’s, cut to the student', () => {
  const late = student({ startsOn: d('2026-10-05'), endsOn: d('2026-10-20') });
  expect(outcomeAt('2026-10-18', { student: late })).toMatchObject({
    window: period('2026-09-28', '2026-10-18'),
    studentWindow: period('2026-10-05', '2026-10-18'),
    studentMonitoredDays: 14,
    windowMonitoredDays: 21,
  });
  expect(outcomeAt('2026-11-08', { student: late }).studentWindow).toEqual(period('2026-10-19', '2026-10-20'));
  expect(outcomeAt('2026-12-06', { student: late }).studentWindow).toBeNull();
});

describe('a date that the plan does not declare (8.2)', () => {
  test('comes last, with a window of its own', () => {
    const history = historyAt('2026-10-28');
    expect(history.map(({ checkpointId, isAdHoc }) => [checkpointId, isAdHoc])).toEqual([
      ['week_3', false],
      ['ad-hoc', true],
    ]);
    expect(history[1]?.window).toEqual(period('2026-10-19', '2026-10-28'));
  });

  test('before the start of teaching there is nothing to judge', () => {
    expect(historyAt('2026-09-27')).toEqual([]);
  });
});
