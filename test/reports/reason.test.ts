// Why a student is on a list, is not decided or is not assessed: the exact sentences.
import { describe, expect, it } from 'vitest';
import { NOT_ASSESSED_REASONS, type Missing, type Outcome } from '../../src/engagement/outcome.js';
import { LONGEST_CELL } from '../../src/reports/fitted.js';
import { reasonText } from '../../src/reports/reason.js';
import { openEvent } from '../support/build.js';
import {
  days,
  dueOf,
  LABS,
  labsResult,
  measuredOf,
  missedEvent,
  missingEvent,
  outcomeOf,
  planOf,
  rateOf,
  resultOf,
  studentOf,
  SUBMISSIONS,
  submissionsResult,
  VLE,
  vleResult,
} from './builder.js';

function reasonOf(some: Partial<Outcome>): string {
  return reasonText({
    plan: planOf({ indicators: [VLE, SUBMISSIONS, LABS] }),
    student: studentOf('1'),
    circumstances: [],
    contacts: [],
    outcome: outcomeOf(some),
    earlier: [],
  });
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

  it('names what was missed, for low engagement', () => {
    const labs = { missed: [missedEvent('2013-10-08'), missedEvent('2013-10-15')] };
    const indicators = [
      labsResult('not-met', rateOf(1, 3, 60, labs)),
      submissionsResult('not-met', 0, 1, [dueOf('1752', '2013-10-26')]),
    ];
    expect(reasonOf({ classification: 'low-engagement', indicators })).toBe(
      'Below the minimum. Submissions: 0 of 1 submitted; at least 50% expected. Not received: 1752 (due 26 October 2013). ' +
        'Labs and seminars: 1 of 3 attended; at least 60% expected. Not attended: lab (ENG101) on 8 and 15 October 2013.',
    );
  });

  it('names equally many of each indicator, as far as there is room', () => {
    const missed = ['01', '08', '15', '22', '29'].map((text) => missedEvent(`2013-10-${text}`, { module: `M${text}` }));
    const dues = ['01', '08', '15'].map((text) => dueOf(`A${text}`, `2013-10-${text}`));
    const indicators = [labsResult('not-met', rateOf(0, 5, 60, { missed })), submissionsResult('not-met', 0, 3, dues)];
    expect(reasonOf({ classification: 'low-engagement', indicators })).toBe(
      'Below the minimum. Submissions: 0 of 3 submitted; at least 50% expected. Not received: A01 (due 1 October 2013) and 2 more. ' +
        'Labs and seminars: 0 of 5 attended; at least 60% expected. Not attended: lab (M01) on 1 October 2013 and 4 more.',
    );
  });

  it('names fewer modules, then fewer indicators, where there are many', () => {
    const modules = Array.from({ length: 12 }, (_, index) => {
      const module = `ENGINEERING-${100 + index}`;
      return { module, result: 'not-met' as const, measured: rateOf(1, 4, 60, { module }) };
    });
    const labs = { ...labsResult('not-met', rateOf(1, 4, 60, { module: 'ENGINEERING-100' })), modules };
    expect(reasonOf({ classification: 'low-engagement', indicators: [labs] })).toBe(
      'Below the minimum. Labs and seminars: 1 of 4 attended in ENGINEERING-100, and 11 more modules; at least 60% expected.',
    );
    const long = labsResult('not-met', rateOf(1, 4, 60, { module: 'M'.repeat(150) }));
    const both = [vleResult('not-met', measuredOf(1, 1, 4)), long];
    expect(reasonOf({ classification: 'low-engagement', indicators: both })).toBe(
      'Below the minimum. QMplus: active on 1 day; at least 4 expected. And 1 more indicator.',
    );
    const indicators = [labsResult('not-met', rateOf(1, 4, 60, { module: 'M'.repeat(250) }))];
    expect(reasonOf({ classification: 'low-engagement', indicators })).toBe('Below the minimum.');
  });

  it('is the days without anything, for non-engagement', () => {
    const classification = 'non-engagement';
    expect(reasonOf({ classification, studentWindow: days('2013-10-21', '2013-11-03') })).toBe(
      'No engagement of any kind is recorded from 21 October to 3 November 2013.',
    );
    expect(reasonOf({ classification, studentWindow: days('2013-11-03', '2013-11-03') })).toBe(
      'No engagement of any kind is recorded on 3 November 2013.',
    );
    expect(reasonOf({ classification, studentWindow: null })).toContain('from 7 October to 3 November 2013.');
  });

  it('names what was missed, for non-engagement, each thing once', () => {
    const missed = [missedEvent('2013-10-08'), missedEvent('2013-10-15')];
    const indicators = [
      labsResult('not-met', rateOf(0, 2, 60, { missed })),
      vleResult('not-met', measuredOf(0, 0, 4, { missed })),
      submissionsResult('not-met', 0, 1, [dueOf('1752', '2013-10-26')]),
    ];
    expect(reasonOf({ classification: 'non-engagement', indicators })).toBe(
      'No engagement of any kind is recorded from 7 October to 3 November 2013. ' +
        'Not attended: lab (ENG101) on 8 and 15 October 2013. Not received: 1752 (due 26 October 2013).',
    );
  });

  it('counts the classes and the assessments that it does not name apart', () => {
    const missed = Array.from({ length: 188 }, (_, index) => missedEvent('2013-10-08', { module: `M${index}` }));
    const dues = Array.from({ length: 12 }, (_, index) => dueOf(`A${index}`, '2013-10-26'));
    const indicators = [
      labsResult('not-met', rateOf(0, 188, 60, { missed })),
      submissionsResult('not-met', 0, 12, dues),
    ];
    expect(reasonOf({ classification: 'non-engagement', indicators })).toBe(
      'No engagement of any kind is recorded from 7 October to 3 November 2013. ' +
        'Not received: A0 (due 26 October 2013), A1 (due 26 October 2013) and 10 more. ' +
        'Not attended: lab (M0) on 8 October 2013, lab (M1) on 8 October 2013 and 186 more.',
    );
  });

  it('is what is missing, where nothing is decided', () => {
    const missing: Missing[] = [{ feed: 'vle', why: 'no-acts', days: days('2013-10-07', '2013-11-03'), event: null }];
    const indicators = [vleResult('unknown', measuredOf(0, 'unbounded', 4)), submissionsResult('met', 1, 1)];
    expect(reasonOf({ classification: 'withheld', indicators, missing })).toBe(
      'Not decided, because records are missing. QMplus: active on 0 or more days; at least 4 expected. ' +
        'VLE: no records at all from 7 October to 3 November 2013 (28 days).',
    );
    const registers = ['2013-10-08', '2013-10-15'].map((on) =>
      missingEvent(openEvent({ on, eventId: on, module: 'ENG101' })),
    );
    const open = { ...rateOf(0, 2, 60), best: { numerator: 2, denominator: 2 } };
    expect(
      reasonOf({ classification: 'withheld', indicators: [labsResult('unknown', open)], missing: registers }),
    ).toBe(
      'Not decided, because records are missing. Labs and seminars: 0 to 2 of 2 attended; at least 60% expected. ' +
        'Attendance: nothing recorded for lab (ENG101) on 8 and 15 October 2013.',
    );
    expect(reasonOf({ classification: 'withheld', indicators: [], missing: registers })).toBe(
      'Not decided, because records are missing. Attendance: nothing recorded for lab (ENG101) on 8 and 15 October 2013.',
    );
    expect(reasonOf({ classification: 'withheld', indicators: [], missing: [] })).toBe(
      'Not decided, because records are missing.',
    );
  });

  it('fits a merge field however much is missing', () => {
    const events = Array.from({ length: 40 }, (_, index) => {
      return missingEvent(openEvent({ on: '2013-10-08', eventId: `E${index}`, module: `MODULE-${index}` }));
    });
    const open = { ...rateOf(0, 40, 60), best: { numerator: 40, denominator: 40 } };
    const reason = reasonOf({ classification: 'withheld', indicators: [labsResult('unknown', open)], missing: events });
    expect(reason.length).toBeLessThanOrEqual(LONGEST_CELL);
    expect(reason).toMatch(/lab \(MODULE-0\) on 8 October 2013, lab \(MODULE-1\) on 8 October 2013 and 38 more\.$/);
  });

  it('does not count what was due where the submissions themselves are missing', () => {
    const nothing = measuredOf(0, 1, 0, { isOpenEnded: true, threshold: { numerator: 50, denominator: 100 } });
    const indicators = [resultOf('submissions', 'unknown', nothing)];
    expect(reasonOf({ classification: 'withheld', indicators })).toBe(
      'Not decided, because records are missing. Submissions: the records do not say what was submitted; at least 50% expected.',
    );
  });

  it('is a plain sentence for every way of not being assessed', () => {
    const sentences = NOT_ASSESSED_REASONS.map((notAssessedReason) => {
      return reasonOf({
        classification: 'not-assessed',
        notAssessedReason,
        indicators: [],
        studentMonitoredDays: 5,
        authorisedDays: 2,
      });
    });
    expect(sentences).toEqual([
      'Not assessed: on a research programme, which has its own code of practice.',
      'Not assessed: had withdrawn by the checkpoint date.',
      'Not assessed: serving as a sabbatical officer.',
      'Not assessed: had not started by the checkpoint date.',
      'Not assessed: had completed the course by the checkpoint date.',
      'Not assessed: studies are interrupted on the checkpoint date.',
      'Not assessed: on placement or study abroad, for which the plan has no section.',
      'Not assessed: studies overseas, and no section of the plan for that applies.',
      'Not assessed yet: only 5 monitored days in this window; at least 7 are needed.',
      'Not assessed: away with permission for most of this window; 3 monitored days are left, and at least 7 are needed.',
      'Not assessed: nothing that the plan measures was expected in this window.',
    ]);
    expect(reasonOf({ classification: 'not-assessed', notAssessedReason: null })).toBe('');
    const oneDayLeft = { studentMonitoredDays: 5, authorisedDays: 4 };
    expect(
      reasonOf({ classification: 'not-assessed', notAssessedReason: 'authorised-absence', ...oneDayLeft }),
    ).toContain('; 1 monitored day is left, and');
    const backForDays = { indicators: [labsResult('not-met', rateOf(0, 1, 60))] };
    expect(
      reasonOf({ classification: 'not-assessed', notAssessedReason: 'no-placement-section', ...backForDays }),
    ).toContain('for part of this window, for which the plan has no section; too few other days are left.');
  });
});
