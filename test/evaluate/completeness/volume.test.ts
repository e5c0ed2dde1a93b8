// A sudden fall in volume against the earlier teaching weeks: of 19 October to 8 November, against 28 September on.
import { describe, expect, test } from 'vitest';
import type { Feed } from '../../../src/engagement/feed.js';
import type { Plan } from '../../../src/plan/plan.js';
import { activeDays, calendar, d, ledger, period, plan, vacation, listed } from '../../support/build.js';
import { codesFound, found, students } from './found.js';

const CODE = 'volume-fell';
const MONDAYS = ['2026-09-28', '2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26', '2026-11-02'] as const;
const SUNDAY = '2026-11-08';

const vle = plan({ feeds: listed('vle'), indicators: [activeDays(1)] });

/** The weeks' acts, by everybody, on Mondays; on each Sunday of the window too, so that the feed is known. */
function weeks(counts: readonly number[], feed: Feed = 'vle', last: readonly string[] = [SUNDAY]) {
  const days = counts.flatMap((count, index) => Array<string>(count).fill(MONDAYS[index] ?? ''));
  return ledger([], [], { othersOn: { [feed]: [...days, ...last] } });
}

function fallen(counts: readonly number[], over: Partial<Plan> = {}, on = SUNDAY): readonly string[] {
  return codesFound(weeks(counts), { plan: { ...vle, ...over }, on }, CODE);
}

describe('a week below a third of the median', () => {
  // The Sunday adds one to the last week.
  test.each([
    [[60, 60, 60, 60, 60, 18], 1],
    [[60, 60, 60, 60, 60, 19], 0],
    [[60, 60, 60, 60, 60, 20], 0],
  ])('%j', (counts, expected) => {
    expect(fallen(counts)).toHaveLength(expected);
  });

  test('of an even number of weeks the median lies between the two in the middle', () => {
    expect(fallen([60, 62, 60, 62, 20, 60])).toHaveLength(1);
    expect(fallen([60, 60, 60, 60, 20, 60])).toHaveLength(0);
  });

  test('every such week of the window, in which the order of earlier weeks is nothing', () => {
    expect(fallen([90, 30, 60, 0, 60, 0])).toHaveLength(2);
    expect(fallen([30, 60, 90, 0, 60, 0])).toHaveLength(2);
  });
});

test('the finding names the week, the numbers and those who are listed', () => {
  expect(found(weeks([60, 61, 60, 61, 0, 60]), { plan: vle, on: SUNDAY, subjects: students(2) })).toEqual([
    'volume-fell ×1: vle fell suddenly: 0 acts in the week from Monday 2026-10-26, where the median of the 4 teaching weeks before it is 60.5. The week counts as known. 2 students of this plan have low- or non-engagement.',
  ]);
});

describe('a median of at least 20 acts', () => {
  test.each([
    [19, 0],
    [20, 1],
    [21, 1],
  ])('%i', (median, expected) => {
    expect(fallen([median, median, median, 0, median, median])).toHaveLength(expected);
  });
});

describe('at least three earlier teaching weeks', () => {
  const from = (startsOn: string): Partial<Plan> => ({ calendar: calendar({ teachingStartsOn: d(startsOn) }) });

  test.each([
    ['2026-09-28', 1],
    // One day of its first week is missing.
    ['2026-09-29', 0],
    ['2026-10-05', 0],
  ])('teaching from %s', (startsOn, expected) => {
    expect(fallen([60, 60, 60, 0, 60, 60], from(startsOn))).toHaveLength(expected);
  });

  test('weeks before the first act are not known, and do not count', () => {
    expect(fallen([0, 60, 60, 60, 0, 60])).toHaveLength(1);
    expect(fallen([0, 60, 60, 0, 60, 60])).toHaveLength(0);
  });

  test.each(['reading_weeks', 'exam_weeks'] as const)('%s do not count, and do not fall', (kind) => {
    const out = (weekFrom: string, weekTo: string): Partial<Plan> => {
      const kinds = { reading_weeks: [], exam_weeks: [], closures: [], [kind]: [period(weekFrom, weekTo)] };
      return { calendar: calendar({ kinds }) };
    };
    expect(fallen([60, 60, 60, 0, 60, 60], out('2026-10-05', '2026-10-11'))).toHaveLength(0);
    expect(fallen([60, 60, 60, 0, 60, 60], out('2026-10-19', '2026-10-25'))).toHaveLength(0);
  });

  test('nor do weeks in which any level has vacation', () => {
    const out = (weekFrom: string, weekTo: string): Partial<Plan> => {
      return { calendar: calendar({ vacations: [vacation(weekFrom, weekTo, ['undergraduate'])] }) };
    };
    expect(fallen([60, 60, 60, 0, 60, 60], out('2026-10-05', '2026-10-11'))).toHaveLength(0);
    expect(fallen([60, 60, 60, 0, 60, 60], out('2026-10-19', '2026-10-25'))).toHaveLength(0);
    expect(fallen([60, 60, 60, 0, 60, 60], out('2026-12-21', '2027-01-10'))).toHaveLength(1);
  });
});

describe('a full week of the window', () => {
  const upTo = (on: string, from?: string): Partial<Plan> => {
    return { checkpoints: [{ id: 'only', on: d(on), ...(from === undefined ? {} : { from: d(from) }) }] };
  };

  test.each([
    ['2026-10-26', 1],
    ['2026-10-27', 0],
  ])('that begins on %s, asked of the week from 26 October', (from, expected) => {
    expect(fallen([60, 60, 60, 60, 0, 60], upTo(SUNDAY, from))).toHaveLength(expected);
  });

  test.each([
    ['2026-11-08', 1],
    ['2026-11-07', 0],
  ])('that ends on %s, asked of the week from 2 November', (on, expected) => {
    // The act on the Friday keeps the weekend known.
    const seen = weeks([60, 60, 60, 60, 60, 0], 'vle', ['2026-11-06']);
    expect(codesFound(seen, { plan: { ...vle, ...upTo(on) }, on }, CODE)).toHaveLength(expected);
  });
});

test('a week that is not known has not fallen: the gap is a finding already', () => {
  const ended = weeks([60, 60, 60, 60, 60], 'vle', []);
  expect(codesFound(ended, { plan: vle, on: SUNDAY })).toEqual(['feed-ends-early ×10']);
});

test.each([
  ['attendance', 1],
  ['vle', 1],
  ['lecture_capture', 1],
  ['submissions', 0],
  ['meetings', 0],
  ['activities', 0],
] as const)('asked of %s: %i', (feed, expected) => {
  const seen = weeks([60, 60, 60, 0, 60, 60], feed);
  const asked = (own: Feed): readonly string[] =>
    codesFound(seen, { plan: plan({ feeds: listed(own), indicators: [activeDays(1)] }), on: SUNDAY }, CODE);
  expect(asked(feed)).toHaveLength(expected);
  expect(asked(feed === 'vle' ? 'attendance' : 'vle')).toHaveLength(0);
});
