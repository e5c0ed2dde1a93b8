// The sentences of letters: what was seen, what was expected, never longer than a merge field.
import { describe, expect, it } from 'vitest';
import type { IndicatorOutcome, Measured } from '../../src/engagement/outcome.js';
import type { Indicator, Plan } from '../../src/plan/plan.js';
import { LONGEST_CELL } from '../../src/reports/fitted.js';
import { pointsOf } from '../../src/reports/points.js';
import type { Row } from '../../src/reports/row.js';
import { dueOf, measuredOf, outcomeOf, planOf, studentOf, SUBMISSIONS, submissionsResult, VLE } from './builder.js';

function rowOf(indicators: Plan['indicators'], outcomes: readonly IndicatorOutcome[]): Row {
  return {
    plan: planOf({ indicators }),
    student: studentOf('1'),
    outcome: outcomeOf({ indicators: outcomes }),
    earlier: [],
  };
}

function pointOf(indicator: Indicator, measured: Measured): string {
  return pointsOf(rowOf([indicator], [{ indicatorId: indicator.id, result: 'not-met', measured }]))[0] ?? '';
}

describe('a point of a letter', () => {
  it.each<[Indicator, Measured, string]>([
    [VLE, measuredOf(2, 2, 4), 'QMplus: active on 2 days; at least 4 expected.'],
    [VLE, measuredOf(1, 1, 4), 'QMplus: active on 1 day; at least 4 expected.'],
    [VLE, measuredOf(0, 0, 1), 'QMplus: active on 0 days; at least 1 expected.'],
    [VLE, measuredOf(1, 3, 4), 'QMplus: active on 1 to 3 days; at least 4 expected.'],
    [
      VLE,
      measuredOf(1, 1, 2, { plannedThreshold: 4 }),
      'QMplus: active on 1 day; at least 2 expected (4 in a full period).',
    ],
    [{ ...VLE, measure: 'active_weeks' }, measuredOf(1, 1, 3), 'QMplus: active in 1 week; at least 3 expected.'],
    [{ ...VLE, measure: 'active_weeks' }, measuredOf(2, 2, 3), 'QMplus: active in 2 weeks; at least 3 expected.'],
    [
      { ...VLE, measure: 'count', title: 'advisor meetings' },
      measuredOf(0, 0, 1),
      'Advisor meetings: 0 recorded; at least 1 expected.',
    ],
    [
      { id: 'r', title: 'QMplus', feed: 'vle', only: null, support: '', measure: 'recency', maximum: 14 },
      measuredOf(25, 15, 14),
      'QMplus: nothing recorded for 15 to 25 days, vacations not counted; at most 14 expected.',
    ],
    [
      { id: 'r', title: 'QMplus', feed: 'vle', only: null, support: '', measure: 'recency', maximum: 0 },
      measuredOf(1, 1, 0),
      'QMplus: nothing recorded for 1 day, vacations not counted; at most 0 expected.',
    ],
    [
      { ...VLE, support: 'Ask at the library.' },
      measuredOf(2, 2, 4),
      'QMplus: active on 2 days; at least 4 expected. Ask at the library.',
    ],
  ])('says what was seen and what was expected (%#)', (indicator, measured, sentence) => {
    expect(pointOf(indicator, measured)).toBe(sentence);
  });

  it('names what has not been received', () => {
    const { measured } = submissionsResult('not-met', 1, 2, [dueOf('1752', '2013-10-26')]);
    expect(pointOf({ ...SUBMISSIONS, support: '' }, measured ?? measuredOf(0, 0, 0))).toBe(
      'Submissions: 1 of 2 submitted by 3 November 2013; at least 50% expected. Not received by then: 1752 (due 26 October 2013).',
    );
  });

  it.each([
    [{ numerator: 625, denominator: 1000 }, '62.5%'],
    [{ numerator: 333_333, denominator: 1_000_000 }, '33.3333%'],
  ])('states a minimum as plans write it: %j', (threshold, percent) => {
    const measured = {
      ...measuredOf(0, 0, 0),
      worst: { numerator: 0, denominator: 2 },
      best: { numerator: 0, denominator: 2 },
      threshold,
    };
    expect(pointOf(SUBMISSIONS, measured)).toContain(`at least ${percent} expected`);
  });

  it('names as many assessments as fit, and counts the rest', () => {
    const missing = Array.from({ length: 12 }, (_, index) => dueOf(`ENG101-${index + 1}`, '2013-10-26'));
    const { measured } = submissionsResult('not-met', 0, 12, missing);
    const point = pointOf(SUBMISSIONS, measured ?? measuredOf(0, 0, 0));
    expect(point.length).toBeLessThanOrEqual(LONGEST_CELL);
    expect(point).toBe(
      'Submissions: 0 of 12 submitted by 3 November 2013; at least 50% expected. Not received by then: ' +
        'ENG101-1 (due 26 October 2013), ENG101-2 (due 26 October 2013), ENG101-3 (due 26 October 2013) and 9 more. ' +
        'Your tutor can help you to plan.',
    );
  });

  it('leaves out the suggestion, and then cuts, where a title is long', () => {
    const support = 'Please talk to us.';
    expect(pointOf({ ...VLE, title: 'Q'.repeat(205), support }, measuredOf(2, 2, 4))).toMatch(
      /Q: active on 2 days; at least 4 expected\.$/,
    );
    const cut = pointOf({ ...VLE, title: 'Q'.repeat(300), support }, measuredOf(2, 2, 4));
    expect(cut).toBe(`${'Q'.repeat(LONGEST_CELL - 1)}…`);
  });

  it('is the last of four where more indicators are unmet, and names them', () => {
    const indicators = ['A', 'B', 'C', 'D', 'E'].map((title) => ({ ...VLE, id: title.toLowerCase(), title }));
    const outcomes = indicators.map(({ id }) => ({
      indicatorId: id,
      result: 'not-met' as const,
      measured: measuredOf(2, 2, 4),
    }));
    expect(pointsOf(rowOf(indicators.slice(0, 4), outcomes))[3]).toBe('D: active on 2 days; at least 4 expected.');
    const points = pointsOf(rowOf(indicators, outcomes));
    expect(points.slice(2)).toEqual(['C: active on 2 days; at least 4 expected.', 'Less than expected in D, E too.']);
  });
});
