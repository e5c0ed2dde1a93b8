// Why a student is on a list, is not decided or is not assessed: the exact sentences.
import { describe, expect, it } from 'vitest';
import { NOT_ASSESSED_REASONS, type Missing, type Outcome } from '../../src/engagement/outcome.js';
import { classificationGaps, gapText, groundGaps, groundReason } from '../../src/reports/missing-text.js';
import { reasonText } from '../../src/reports/reason.js';
import {
  clockOf,
  day,
  days,
  measuredOf,
  outcomeOf,
  planOf,
  studentOf,
  submissionsResult,
  vleResult,
} from './builder.js';

function reasonOf(some: Partial<Outcome>): string {
  return reasonText({ plan: planOf(), student: studentOf('1'), outcome: outcomeOf(some), earlier: [] });
}

describe('the reason of a classification', () => {
  it('is short for an engaged student', () => {
    expect(reasonOf({})).toBe('The minimum is met.');
  });

  it('is what is below the minimum, for low engagement', () => {
    const indicators = [vleResult('not-met', measuredOf(2, 2, 4)), submissionsResult('not-met', 1, 3)];
    expect(reasonOf({ classification: 'low-engagement', indicators })).toBe(
      'Below the minimum. QMplus: active on 2 days; at least 4 expected. Submissions: 1 of 3 submitted; at least 50% expected.',
    );
  });

  it('is the days without anything, for non-engagement', () => {
    const classification = 'non-engagement';
    expect(reasonOf({ classification, studentWindow: days('2013-10-21', '2013-11-03') })).toBe(
      'No engagement of any kind is recorded from 21 October 2013 to 3 November 2013.',
    );
    expect(reasonOf({ classification, studentWindow: days('2013-11-03', '2013-11-03') })).toBe(
      'No engagement of any kind is recorded on 3 November 2013.',
    );
  });

  it('is what is missing, where nothing is decided', () => {
    const missing: Missing[] = [{ feed: 'vle', why: 'no-acts', days: days('2013-09-02', '2013-11-03') }];
    const indicators = [vleResult('unknown', measuredOf(0, 'unbounded', 4)), submissionsResult('met', 1, 1)];
    expect(reasonOf({ classification: 'withheld', indicators, missing })).toBe(
      'Not decided, because records are missing. QMplus: active on 0 or more days; at least 4 expected. ' +
        'VLE: no records at all, so nothing is known from 7 October 2013 to 3 November 2013 (28 days).',
    );
    expect(reasonOf({ classification: 'withheld', indicators: [], missing: [] })).toBe(
      'Not decided, because records are missing.',
    );
  });

  it('does not count what was due where the submissions themselves are missing', () => {
    const indicators = [
      {
        indicatorId: 'submissions',
        result: 'unknown' as const,
        measured: measuredOf(0, 1, 0, { threshold: { numerator: 50, denominator: 100 } }),
      },
    ];
    expect(reasonOf({ classification: 'withheld', indicators })).toBe(
      'Not decided, because records are missing. Submissions: what was due is not known; at least 50% expected.',
    );
  });

  it('is a plain sentence for every way of not being assessed', () => {
    const sentences = NOT_ASSESSED_REASONS.map((notAssessedReason) => {
      return reasonOf({ classification: 'not-assessed', notAssessedReason, studentMonitoredDays: 5 });
    });
    expect(sentences).toEqual([
      'Not assessed: on a research programme, which has its own code of practice.',
      'Not assessed: had withdrawn by the checkpoint date.',
      'Not assessed: serving as a sabbatical officer.',
      'Not assessed: had not started by the checkpoint date.',
      'Not assessed: had completed the course by the checkpoint date.',
      'Not assessed: studies are interrupted on the checkpoint date.',
      'Not assessed: on placement or study abroad, for which the plan has no section.',
      'Not assessed: studies overseas, for which the plan has no section.',
      'Not assessed yet: only 5 monitored days in this window; at least 7 are needed.',
      'Not assessed: absent with permission for most of this window.',
      'Not assessed: no module enrolment and nothing due in this window.',
    ]);
    expect(reasonOf({ classification: 'not-assessed', notAssessedReason: null })).toBe('');
  });
});

describe('what is missing', () => {
  const gap = (why: Missing['why'], ...texts: string[]): string => gapText({ feed: 'vle', why, days: texts.map(day) });

  it('is told by its cause', () => {
    expect(gap('no-acts', '2013-10-07')).toBe('VLE: no records at all, so nothing is known on 7 October 2013 (1 day)');
    expect(gap('before-first-act', '2013-10-07', '2013-10-08')).toBe(
      'VLE: the records begin too late, so nothing is known from 7 October 2013 to 8 October 2013 (2 days)',
    );
    expect(gap('after-last-act', '2013-10-07', '2013-10-08')).toBe(
      'VLE: the records end too early, so nothing is known from 7 October 2013 to 8 October 2013 (2 days)',
    );
    expect(gap('unconfirmed-evidence', '2013-10-07', '2013-10-09')).toBe(
      'VLE: activity on 2 days from 7 October 2013 to 9 October 2013 in records that nobody has confirmed accurate',
    );
  });

  it('counts a day once, and for a classification only in the student’s window', () => {
    const vle: Missing = { feed: 'vle', why: 'after-last-act', days: days('2013-10-01', '2013-10-09') };
    const unconfirmed: Missing = {
      feed: 'meetings',
      why: 'unconfirmed-evidence',
      days: days('2013-10-08', '2013-10-08'),
    };
    const outcome = outcomeOf({ missing: [vle, vle, unconfirmed], clock: clockOf({ startsAfter: day('2013-10-07') }) });
    expect(classificationGaps(outcome)).toEqual([
      { feed: 'vle', why: 'after-last-act', days: [day('2013-10-07'), day('2013-10-08'), day('2013-10-09')] },
    ]);
    expect(groundGaps(outcome)).toEqual([
      { feed: 'vle', why: 'after-last-act', days: [day('2013-10-08'), day('2013-10-09')] },
      { feed: 'meetings', why: 'unconfirmed-evidence', days: [day('2013-10-08')] },
    ]);
    expect(classificationGaps({ ...outcome, studentWindow: null })).toEqual([]);
    expect(groundGaps({ ...outcome, clock: null })).toEqual([]);
  });

  it('keeps a ground open, within bounds where a clock runs', () => {
    const outcome = outcomeOf({ clock: clockOf({ shortestMonitoredDays: 12, longestMonitoredDays: 60 }) });
    expect(groundReason('10.6-days', outcome)).toBe(
      'Ground 10.6-days is not decided: 12 to 60 monitored days without evidence, depending on what is missing; it arises at 60.',
    );
    expect(groundReason('9.1', outcome)).toBe('Ground 9.1 is not decided, because records are missing.');
    expect(groundReason('10.6-days', { ...outcome, clock: null })).toBe(
      'Ground 10.6-days is not decided, because records are missing.',
    );
  });
});
