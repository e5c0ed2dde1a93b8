// Who is on which list, in which order, and what the cells say that golden files show only once.
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Circumstance } from '../../src/engagement/circumstance.js';
import type { Contact } from '../../src/engagement/contact.js';
import type { Outcome } from '../../src/engagement/outcome.js';
import type { Sponsorship } from '../../src/engagement/sponsorship.js';
import { buildReports } from '../../src/reports/build.js';
import type { AssessedStudent, ReportInput } from '../../src/reports/input.js';
import { calendar, circumstance, listed } from '../support/build.js';
import {
  assessedOf,
  clockOf,
  day,
  days,
  earlierOf,
  inputOf,
  LABS,
  labsResult,
  measuredOf,
  notApplicable,
  outcomeOf,
  planOf,
  rateOf,
  sponsorClockOf,
  sponsorshipOf,
  studentOf,
  submissionsResult,
  VLE,
  vleResult,
} from './builder.js';

function contactOn(text: string): Contact {
  return {
    studentId: '1',
    contactedOn: day(text),
    checkpoint: '',
    stage: '',
    channel: 'letter',
    respondedOn: null,
    outcome: '',
    source: { file: 'contacts.csv', record: 1 },
  };
}

type Line = Readonly<Record<string, string>>;

const LOW: Partial<Outcome> = { classification: 'low-engagement', process: 'non-engagement' };
const NON: Partial<Outcome> = { classification: 'non-engagement', process: 'non-engagement' };

function linesOf(file: string, assessed: readonly AssessedStudent[], some: Partial<ReportInput> = {}): readonly Line[] {
  const report = buildReports(inputOf(assessed, some)).reports.find((it) => it.file === file);
  return parse(report?.content ?? '', { bom: true, columns: true });
}

function low(studentId: string, history: readonly Outcome[] = [outcomeOf(LOW)]): AssessedStudent {
  return assessedOf(studentOf(studentId), history);
}

describe('a letter list', () => {
  it('is sorted by student id by code unit, and numbers its rows', () => {
    const lines = linesOf(
      'low-engagement.csv',
      ['b', 'é', '10', 'B', '9', 'a'].map((id) => low(id)),
    );
    expect(lines.map((line) => line['student_id'])).toEqual(['10', '9', 'B', 'a', 'b', 'é']);
    expect(lines.map((line) => line['row_number'])).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(new Set(lines.map((line) => line['row_count']))).toEqual(new Set(['6']));
  });

  it('leaves associate students to Global Partnerships (6.5), who stay in outcomes and panel referral', () => {
    const history = [outcomeOf({ ...NON, grounds: ['10.6-days'] })];
    const assessed = [assessedOf(studentOf('1', { category: 'associate' }), history)];
    expect(linesOf('non-engagement.csv', assessed)).toEqual([]);
    expect(linesOf('outcomes.csv', assessed)).toHaveLength(1);
    expect(linesOf('panel-referral.csv', assessed)).toHaveLength(1);
  });

  it('says which records it speaks of where later ones are missing, or the plan does not list them', () => {
    const plan = planOf({
      feeds: listed('attendance', 'vle'),
    });
    const clock = clockOf({ startsAfter: day('2013-10-06'), mayStartAfter: day('2013-10-20') });
    const lastEvidence = (some: Partial<Outcome>): string | undefined =>
      linesOf('low-engagement.csv', [low('1', [outcomeOf({ ...LOW, ...some })])], { plan })[0]?.['last_evidence_text'];
    expect(lastEvidence({})).toBe('your most recent activity on Monday 28 October 2013');
    expect(lastEvidence({ lastEvidenceOn: null })).toBe('no activity since Tuesday 29 October 2013');
    expect(lastEvidence({ lastEvidenceOn: day('2013-10-06'), clock })).toBe(
      'your most recent activity on Sunday 6 October 2013, as far as our records of attendance and VLE go',
    );
    expect(lastEvidence({ lastEvidenceOn: null, clock })).toBe(
      'no activity since Monday 7 October 2013, as far as our records of attendance and VLE go',
    );
  });

  it('counts the checkpoints at which the student was listed, this one included', () => {
    const lines = linesOf('low-engagement.csv', [
      low('1', [outcomeOf(LOW)]),
      low('2', [earlierOf(), earlierOf({ classification: 'withheld' }), outcomeOf(LOW)]),
      low('3', [earlierOf(NON), earlierOf(), earlierOf(LOW), outcomeOf(LOW)]),
    ]);
    expect(lines.map((line) => [line['stage'], line['listed_before']])).toEqual([
      ['1', 'no'],
      ['1', 'no'],
      ['3', 'yes'],
    ]);
  });

  it('calls an ad-hoc date so, and dates the reply from it', () => {
    const [line] = linesOf(
      'low-engagement.csv',
      [low('1', [outcomeOf({ ...LOW, isAdHoc: true, checkpointId: 'x' })])],
      {
        plan: planOf({ replyWithin: { count: 10, unit: 'days' } }),
      },
    );
    expect(line).toMatchObject({
      checkpoint: 'ad-hoc',
      reply_by: '2013-11-13',
      reply_by_text: 'Wednesday 13 November 2013',
    });
  });

  it('dates the reply in working days where the plan counts those', () => {
    const plan = planOf({
      replyWithin: { count: 3, unit: 'working_days' },
      calendar: calendar({
        kinds: { reading_weeks: [], exam_weeks: [], closures: [days('2013-11-05', '2013-11-05')] },
      }),
      bankHolidays: [day('2013-11-06')],
    });
    // Sunday 3 November: Monday, then Thursday and Friday.
    const [line] = linesOf('low-engagement.csv', [low('1')], { plan });
    expect(line).toMatchObject({ reply_by: '2013-11-08', reply_by_text: 'Friday 8 November 2013' });
  });

  it('counts the contacts from the start of teaching to the checkpoint', () => {
    const contactsOn = (...texts: string[]): AssessedStudent => {
      return assessedOf(studentOf('1'), [outcomeOf(LOW)], { contacts: texts.map(contactOn) });
    };
    const sent = (...texts: string[]): string | undefined => {
      return linesOf('low-engagement.csv', [contactsOn(...texts)])[0]?.['letters_sent'];
    };
    expect([sent(), sent('2013-09-01'), sent('2013-09-02'), sent('2013-11-03'), sent('2013-11-04')]).toEqual([
      '0',
      '0',
      '1',
      '1',
      '0',
    ]);
    expect(sent('2013-10-08', '2013-10-08', '2013-10-20')).toBe('3');
  });

  it('greets by preferred name, else by first or only name, else as a student', () => {
    const greet = (
      studentId: string,
      firstName: string,
      preferredName: string,
      lastName = 'Okafor',
    ): AssessedStudent => {
      return assessedOf(studentOf(studentId, { firstName, preferredName, lastName }), [outcomeOf(LOW)]);
    };
    const lines = linesOf('low-engagement.csv', [
      greet('1', 'Benjamin', 'Ben'),
      greet('2', 'Ann', ''),
      greet('3', '', ''),
      greet('4', '', '', ''),
    ]);
    expect(lines.map((line) => line['salutation'])).toEqual(['Ben', 'Ann', 'Okafor', 'Student']);
  });

  it('names the indicators that are not met, and only those', () => {
    const indicators = [vleResult('met', measuredOf(5, 5, 4)), submissionsResult('not-met', 0, 2)];
    const [line] = linesOf('low-engagement.csv', [low('1', [outcomeOf({ ...LOW, indicators })])]);
    expect(line).toMatchObject({ below: 'submissions', point_2: '', letters_sent: '0' });
    expect(line?.['point_1']).toMatch(/^Submissions: 0 of 2 submitted by 3 November 2013; at least 50% expected\./);
  });
});

describe('held.csv', () => {
  const held = (kind: Partial<Outcome>, ...holds: readonly Circumstance[]): AssessedStudent => {
    return assessedOf(studentOf('1'), [outcomeOf(kind)], { circumstances: holds });
  };
  const hold = (from: string, to?: string, reference = ''): Circumstance => {
    return circumstance({ from, ...(to === undefined ? {} : { to }), kind: 'contact-hold', reference });
  };

  it('has who would have been on a letter list, and these have them no more', () => {
    for (const [file, kind] of [
      ['low-engagement.csv', LOW],
      ['non-engagement.csv', NON],
    ] as const) {
      const assessed = [held(kind, hold('2013-10-20', '2013-12-01', 'SW-17'))];
      expect(linesOf(file, assessed)).toEqual([]);
      expect(linesOf('contacts-to-record.csv', assessed)).toEqual([]);
      expect(linesOf('held.csv', assessed)).toMatchObject([
        {
          student_id: '1',
          classification: kind.classification,
          held_from: '2013-10-20',
          held_to: '2013-12-01',
          reference: 'SW-17',
        },
      ]);
      expect(linesOf('outcomes.csv', assessed)).toHaveLength(1);
    }
  });

  it.each([
    ['ended the day before the checkpoint', hold('2013-10-20', '2013-11-02'), 0],
    ['ends on the checkpoint', hold('2013-10-20', '2013-11-03'), 1],
    ['has no end', hold('2013-10-20'), 1],
    ['begins after the checkpoint', hold('2013-12-01', '2013-12-24'), 1],
    ['is another circumstance', { ...hold('2013-10-20'), kind: 'extenuating' as const }, 0],
  ])('a hold that %s', (_, it, count) => {
    expect(linesOf('held.csv', [held(LOW, it)])).toHaveLength(count);
    expect(linesOf('low-engagement.csv', [held(LOW, it)])).toHaveLength(1 - count);
  });

  it('takes several holds together', () => {
    const [line] = linesOf('held.csv', [
      held(
        LOW,
        hold('2013-11-01', '2013-11-20', 'B'),
        hold('2013-10-20', '2013-11-10', 'A'),
        hold('2013-10-25', '2013-11-30', 'A'),
      ),
    ]);
    expect(line).toMatchObject({ held_from: '2013-10-20', held_to: '2013-11-30', reference: 'A;B' });
    const [open] = linesOf('held.csv', [
      held(LOW, hold('2013-10-20', '2013-11-10'), hold('2013-11-01'), hold('2013-11-02', '2013-11-30')),
    ]);
    expect(open).toMatchObject({ held_from: '2013-10-20', held_to: '', reference: '' });
  });

  it('has nobody whom the school would not have written to', () => {
    expect(linesOf('held.csv', [held({}, hold('2013-10-20'))])).toEqual([]);
    const associate = { ...held(LOW, hold('2013-10-20')), student: studentOf('1', { category: 'associate' }) };
    expect(linesOf('held.csv', [associate])).toEqual([]);
    expect(linesOf('low-engagement.csv', [associate])).toEqual([]);
  });
});

describe('the panel list (6.6)', () => {
  it('calls a review mandatory on grounds 9.1 and 9.2, and says nothing where only what is missing can tell', () => {
    const referred = (studentId: string, sponsorship: Sponsorship | null): AssessedStudent => {
      const grounds = [...(sponsorship?.grounds ?? []), '10.6-days'] as const;
      return assessedOf(studentOf(studentId, { isSponsored: sponsorship !== null }), [
        outcomeOf({ grounds, sponsorship }),
      ]);
    };
    const lines = linesOf('panel-referral.csv', [
      referred('1', sponsorshipOf({ grounds: ['9.1'] })),
      referred('2', sponsorshipOf({ grounds: ['9.2'] })),
      referred('3', sponsorshipOf({ groundsWithheld: ['9.2'] })),
      referred('4', sponsorshipOf({ clock: null })),
      referred('5', null),
    ]);
    expect(lines.map((line) => line['mandatory_review'])).toEqual(['yes', 'yes', '', 'no', 'no']);
    expect(lines.map((line) => line['sponsored'])).toEqual(['yes', 'yes', 'yes', 'yes', 'no']);
    expect(lines.map((line) => line['sponsor_monitored_days_without_evidence'])).toEqual(['6', '6', '6', '', '']);
  });

  it('leaves what people decide to people (5.1e)', () => {
    const [line] = linesOf('panel-referral.csv', [low('1', [outcomeOf({ ...NON, grounds: ['10.6-days'] })])]);
    expect(line).toMatchObject({ reviewer: '', decision: '', decided_on: '', decision_reason: '' });
  });
});

describe('outcomes.csv', () => {
  it('cuts rates and never rounds them up', () => {
    const rate = (numerator: number, denominator: number): string | undefined => {
      const indicators = [submissionsResult('met', numerator, denominator)];
      return linesOf('outcomes.csv', [low('1', [outcomeOf({ indicators })])])[0]?.['submissions_measure'];
    };
    expect([rate(2, 3), rate(99_999, 100_000), rate(1, 1), rate(0, 7)]).toEqual([
      '0.6666',
      '0.9999',
      '1.0000',
      '0.0000',
    ]);
  });

  it('has a best case without limit, and empty cells where nothing was measured', () => {
    const indicators = [vleResult('met', measuredOf(4, 'unbounded', 4)), notApplicable('submissions')];
    const [line] = linesOf('outcomes.csv', [low('1', [outcomeOf({ indicators })])]);
    expect(line).toMatchObject({ vle_measure: '4', vle_best_case: 'unlimited', vle_minimum: '4', vle_result: 'met' });
    expect(line).toMatchObject({
      submissions_measure: '',
      submissions_minimum: '',
      submissions_result: 'not-applicable',
    });
  });

  it('is blank where a student has no window and no clock', () => {
    const history = [
      outcomeOf({
        classification: 'not-assessed',
        notAssessedReason: 'research',
        studentWindow: null,
        clock: null,
        indicators: [],
      }),
    ];
    const [line] = linesOf('outcomes.csv', [low('1', history)]);
    expect(line).toMatchObject({
      window_from: '',
      window_to: '',
      days_without_evidence: '',
      monitored_days_without_evidence: '',
    });
    expect(line).toMatchObject({ not_assessed_reason: 'research', vle_result: '', process: 'none' });
  });

  it('leaves the columns of indicators blank that the student’s rule does not name', () => {
    const group = { id: 'part_time', title: '', when: {}, rule: { kind: 'indicator', indicatorId: 'vle' } } as const;
    const outcome = outcomeOf({ groupId: 'part_time', indicators: [vleResult('met', measuredOf(5, 5, 4))] });
    const [line] = linesOf('outcomes.csv', [low('1', [outcome])], { plan: planOf({ groups: [group] }) });
    expect(line).toMatchObject({
      group: 'part_time',
      vle_result: 'met',
      submissions_measure: '',
      submissions_result: '',
    });
  });

  it('says which module’s figures it has, where an indicator is asked of each', () => {
    const plan = planOf({ indicators: [{ ...LABS, scope: 'each_module' }] });
    const indicators = [labsResult('not-met', rateOf(2, 3, 80, { module: 'ENG101' }))];
    const [line] = linesOf('outcomes.csv', [low('1', [outcomeOf({ indicators })])], { plan });
    expect(line).toMatchObject({ labs_measure: '0.6666', labs_minimum: '0.8000', labs_module: 'ENG101' });
    const [none] = linesOf('outcomes.csv', [low('1', [outcomeOf({ indicators: [] })])], { plan });
    expect(none).toMatchObject({ labs_measure: '', labs_module: '' });
  });

  it('has the columns of the plan, in the order of its indicators', () => {
    const plan = planOf({ indicators: [{ ...VLE, id: 'qm_2' }] });
    const [line] = linesOf('outcomes.csv', [low('1')], { plan });
    expect(Object.keys(line ?? {}).slice(-5)).toEqual([
      'qm_2_measure',
      'qm_2_best_case',
      'qm_2_minimum',
      'qm_2_result',
      'group',
    ]);
  });
});

it('refuses a history without outcomes', () => {
  expect(() => buildReports(inputOf([low('1', [])]))).toThrow('a history holds at least the checkpoint asked for');
});

describe('sponsored.csv', () => {
  const lineOf = (sponsorship: Sponsorship | null, some: Partial<Outcome> = {}): Line | undefined => {
    const student = studentOf('1', { isSponsored: true, targetAwardRqf: null });
    return linesOf('sponsored.csv', [assessedOf(student, [outcomeOf({ sponsorship, ...some })])])[0];
  };

  it('has every sponsored student and nobody else', () => {
    const sponsored = assessedOf(studentOf('2', { isSponsored: true }), [outcomeOf()]);
    expect(linesOf('sponsored.csv', [low('1'), sponsored]).map((line) => line['student_id'])).toEqual(['2']);
  });

  it.each([
    [13, ''],
    [14, '14'],
    [15, '14'],
    [29, '14'],
    [30, '30'],
    [31, '30'],
    [44, '30'],
    [45, '45'],
    [46, '45'],
    [75, '45'],
  ])('warns at %i days: %s', (longestMonitoredDays, expected) => {
    const clock = sponsorClockOf({ longestMonitoredDays });
    expect(lineOf(sponsorshipOf({ clock }))?.['days_warning']).toBe(expected);
    expect(lineOf(sponsorshipOf({ clock, clause: null }))?.['days_warning']).toBe(expected);
    // Below degree level the 60 days are no ground of the sponsor's.
    const below = lineOf(sponsorshipOf({ clock, clause: '9.1' }));
    expect(below).toMatchObject({ days_warning: '', sixty_days_reached_on: '', report_by: '', report_by_text: '' });
    expect(below?.['sponsor_monitored_days_without_evidence']).toBe(`${longestMonitoredDays}`);
  });

  it('is blank where no rule runs, and no clock while the visa is to come', () => {
    const blank = { rule: '', ground: '', sponsor_monitored_days_without_evidence: '', months: '', report_by: '' };
    expect(lineOf(null, { notAssessedReason: 'withdrawn' })).toMatchObject({
      ...blank,
      not_assessed_reason: 'withdrawn',
      target_award_rqf: '',
      weeks_under_15_hours: '',
    });
    expect(lineOf(sponsorshipOf({ clock: null }))).toMatchObject({ ...blank, rule: '9.2', days_warning: '' });
    const endless = sponsorClockOf({ reachesLimitOn: null, reportBy: null });
    expect(lineOf(sponsorshipOf({ clock: endless }))).toMatchObject({ sixty_days_reached_on: '', report_by_text: '' });
  });

  it('notes of a joint programme that nobody decides it, and no count: that is not what is missing (6.2f)', () => {
    const noteOf = (sponsorship: Sponsorship): string | undefined => {
      const student = studentOf('1', { isSponsored: true, joint: { otherSchool: 'LAW', isSettled: false } });
      const outcome = outcomeOf({ classification: 'withheld', isUnsettled: true, sponsorship });
      return linesOf('sponsored.csv', [assessedOf(student, [outcome])])[0]?.['note'];
    };
    const expected = 'Not decided: the records of ENG and LAW do not agree on which school decides.';
    expect(noteOf(sponsorshipOf({ groundsWithheld: ['9.2'] }))).toBe(expected);
    expect(noteOf(sponsorshipOf({ clause: '9.1', groundsWithheld: ['9.1'] }))).toBe(expected);
    expect(noteOf(sponsorshipOf({ clause: '9.1', process: 'withheld' }))).toBe(expected);
  });

  it('cuts hours and never rounds them up', () => {
    const weeks = [{ monday: day('2013-10-07'), minutes: 899 }];
    expect(lineOf(sponsorshipOf({ clause: '9.1', weeks }))).toMatchObject({
      fewest_weekly_hours: '14.98',
      weeks_under_15_hours: '1',
    });
    const enough = [{ monday: day('2013-10-07'), minutes: 900 }];
    expect(lineOf(sponsorshipOf({ clause: '9.1', weeks: enough }))).toMatchObject({
      fewest_weekly_hours: '15.00',
      weeks_under_15_hours: '0',
    });
  });
});
