// The days that are easily miscounted: both clock changes and a leap day, at the edges of windows, coverage and clocks.
import { describe, expect, test } from 'vitest';
import { addDays, formatDay, type Day } from '../../src/calendar/day.js';
import type { Outcome } from '../../src/engagement/outcome.js';
import type { Plan } from '../../src/plan/plan.js';
import { activeDays, calendar, d, everyDay, ledger, plan, student, type ActSpec, listed } from '../support/build.js';
import { outcomeAt } from '../support/judge.js';

const feeds = listed('vle');

/** At degree level the days of 10.6 are those of 9.2, where nothing pauses one count alone. */
function withSponsors(grounds: readonly string[]): readonly string[] {
  return grounds.length === 0 ? [] : ['9.2', ...grounds];
}

describe.each([
  ['the day that has 25 hours', '2026-10-25'],
  ['the day that has 23 hours', '2027-03-28'],
  ['a leap day', '2028-02-29'],
])('%s, %s', (_, unusual) => {
  const day = d(unusual);
  const start = addDays(day, -100);
  const on = (offset: number): string => formatDay(addDays(day, offset));

  /** QMplus on a day at least, from 100 days before the unusual day; others are active every day up to `knownTo`. */
  function judged(
    checkpoints: Plan['checkpoints'],
    at: Day,
    acts: readonly ActSpec[],
    { knownTo = 200, isSponsored = false } = {},
  ): Outcome {
    return outcomeAt(formatDay(at), {
      plan: plan({ feeds, calendar: calendar({ teachingStartsOn: start }), checkpoints, indicators: [activeDays(1)] }),
      student: student({ startsOn: start, isSponsored }),
      ledger: ledger(acts, [], { othersOn: { vle: everyDay(formatDay(start), on(knownTo)) } }),
      enrolments: null,
    });
  }
  const one = [{ id: 'c1', on: day }];

  test.each([
    [-1, 'engaged'],
    [0, 'engaged'],
    [1, 'non-engagement'],
  ])('a window that ends on it: evidence %i days from it, %s', (offset, classification) => {
    expect(judged(one, day, [{ on: on(offset) }]).classification).toBe(classification);
  });

  test.each([
    [-1, 'non-engagement'],
    [0, 'engaged'],
    [1, 'engaged'],
  ])('a window that begins on it: evidence %i days from it, %s', (offset, classification) => {
    const second = addDays(day, 20);
    const both = [
      { id: 'c1', on: addDays(day, -1) },
      { id: 'c2', on: second },
    ];
    expect(judged(both, second, [{ on: on(offset) }]).classification).toBe(classification);
  });

  test.each([
    [-4, 'withheld'],
    [-3, 'non-engagement'],
    [-2, 'non-engagement'],
  ])('three days of tolerance that end on it: last act of anybody %i days from it, %s', (offset, classification) => {
    const outcome = judged(one, day, [], { knownTo: offset });
    expect(outcome.classification).toBe(classification);
    const gap = { why: 'after-last-act', days: { from: day, to: day } };
    expect(outcome.missing).toMatchObject(classification === 'withheld' ? [gap] : []);
  });

  test.each([
    [-59, 59, []],
    [-60, 60, ['10.6-days']],
    [-61, 61, ['10.6-days']],
  ])('sixty days that end on it: last evidence %i days from it', (offset, monitored, grounds) => {
    const outcome = judged(one, day, [{ on: on(offset) }]);
    expect(outcome.clock?.longestMonitoredDays).toBe(monitored);
    expect(outcome.grounds).toEqual(grounds);
    const ofSponsor = judged(one, day, [{ on: on(offset) }], { isSponsored: true });
    expect(ofSponsor.sponsorship?.clock?.longestMonitoredDays).toBe(monitored);
    expect(ofSponsor.grounds).toEqual(withSponsors(grounds));
  });

  test.each([
    [28, 58, []],
    [29, 59, []],
    [30, 60, ['10.6-days']],
    [31, 61, ['10.6-days']],
  ])('sixty days across it: evidence 30 days before, the checkpoint %i days after', (after, monitored, grounds) => {
    const at = addDays(day, after);
    const outcome = judged([{ id: 'c1', on: at }], at, [{ on: on(-30) }]);
    const clock = { longestMonitoredDays: monitored, reachesLimitOn: addDays(day, 30) };
    expect(outcome.clock).toMatchObject(clock);
    expect(outcome.grounds).toEqual(grounds);
    const ofSponsor = judged([{ id: 'c1', on: at }], at, [{ on: on(-30) }], { isSponsored: true });
    expect(ofSponsor.sponsorship?.clock).toMatchObject(clock);
    expect(ofSponsor.grounds).toEqual(withSponsors(grounds));
  });

  // One day more, now that the vacation has paused both.
  test.each([
    [29, 58, []],
    [30, 59, []],
    [31, 60, ['10.6-days']],
    [32, 61, ['10.6-days']],
  ])('sixty days across it, in a vacation of that day: the checkpoint %i days after', (after, monitored, grounds) => {
    const at = addDays(day, after);
    const outcome = outcomeAt(formatDay(at), {
      plan: plan({
        feeds,
        calendar: calendar({ teachingStartsOn: start, vacations: [{ from: day, to: day, levels: null }] }),
        checkpoints: [{ id: 'c1', on: at }],
        indicators: [activeDays(1)],
      }),
      student: student({ startsOn: start, isSponsored: true }),
      ledger: ledger([{ on: on(-30) }], [], { othersOn: { vle: everyDay(formatDay(start), on(200)) } }),
      enrolments: null,
    });
    expect(outcome.clock?.longestMonitoredDays).toBe(monitored);
    expect(outcome.sponsorship?.clock?.longestMonitoredDays).toBe(monitored);
    expect(outcome.grounds).toEqual(withSponsors(grounds));
  });
});
