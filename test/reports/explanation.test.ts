// Everything that an outcome rests on, as JSON (5.1b, 10.2): circumstances, contacts, groups, arithmetic, records.
import { describe, expect, it } from 'vitest';
import type { Circumstance } from '../../src/engagement/circumstance.js';
import type { Plan } from '../../src/plan/plan.js';
import {
  activeDays,
  amount,
  attendanceRate,
  calendar,
  circumstance,
  d,
  due,
  enrolment,
  KNOWN,
  ledger,
  openEvent,
  period,
  plan,
  rate,
  recency,
  student,
  submissionRate,
  vacation,
} from '../support/build.js';
import { attended, explanation, type ExplainedCase } from './explained.js';
import { shortfallText } from '../../src/reports/shortfall-text.js';

const ATTENDANCE: Plan['feeds'] = ['attendance', 'vle', 'submissions', 'meetings'].map((feed) => {
  return { feed: feed as Plan['feeds'][number]['feed'], confirmedBy: null, confirmedOn: null };
});

function planOf(some: Partial<Plan>): Plan {
  return plan({ feeds: ATTENDANCE, ...some });
}

/** The first indicator's figures. */
function measuredOf(it: ExplainedCase) {
  const [indicator] = explanation(it).indicators;
  if (indicator === undefined || indicator.measured === null) throw new Error('the indicator applies');
  return indicator.measured;
}

describe('who decides', () => {
  it('is the plan’s rule, or that of the group that claims the student', () => {
    const group = {
      id: 'part_time',
      title: 'part-time students',
      when: { modes: ['part-time' as const] },
      rule: { kind: 'indicator', indicatorId: 'qmplus' } as const,
    };
    const indicators = [activeDays(3), submissionRate('50%')];
    const grouped = planOf({ indicators, groups: [group] });
    expect(explanation({ plan: grouped })).toMatchObject({ group: null, rule: { text: 'QMplus and Coursework' } });
    const partTime = explanation({ plan: grouped, student: student({ mode: 'part-time' }) });
    expect(partTime).toMatchObject({
      group: { id: 'part_time', title: 'part-time students' },
      rule: { text: 'QMplus', result: 'not-met' },
      indicators: [{ id: 'qmplus' }],
    });
    expect(partTime.indicators).toHaveLength(1);
    expect(partTime.indicators[0]?.deciding).toBe(true);
  });

  it('names the calendar level where vacations differ by level (9.5)', () => {
    expect(explanation().calendar_level).toBeNull();
    const levels = calendar({ vacations: [vacation('2026-12-14', '2027-01-08', ['undergraduate'])] });
    expect(explanation({ plan: planOf({ calendar: levels }) }).calendar_level).toEqual({ level: 'undergraduate' });
    const unknown = student({ targetAwardRqf: null });
    expect(explanation({ plan: planOf({ calendar: levels }), student: unknown }).calendar_level).toEqual({
      level: null,
    });
  });
});

describe('a circumstance', () => {
  const effectOf = (it: Circumstance, some: ExplainedCase = {}): string | undefined => {
    return explanation({ circumstances: [it], ...some }).circumstances[0]?.effect;
  };

  it('is shown with its record', () => {
    const hold = circumstance({ from: '2026-10-01', kind: 'contact-hold', reference: 'SW-17' });
    expect(explanation({ circumstances: [hold] }).circumstances).toEqual([
      {
        kind: 'contact-hold',
        from: '2026-10-01',
        to: null,
        assessment_id: null,
        reference: 'SW-17',
        effect: 'keeps the student off both letter lists (held.csv); the outcome is as anybody’s',
        file: 'circumstances.csv',
        record: 1,
      },
    ]);
  });

  const about = { assessmentId: 'A1' };
  const dues: ExplainedCase = { ledger: ledger([], [due({ due: '2026-10-10' })], KNOWN) };

  it.each<[string, Circumstance, string, ExplainedCase?]>([
    [
      'a hold that is over',
      circumstance({ from: '2026-10-01', to: '2026-10-17', kind: 'contact-hold' }),
      'ended before the checkpoint: no effect',
    ],
    [
      'a hold that is to begin',
      circumstance({ from: '2026-11-01', kind: 'contact-hold' }),
      'keeps the student off both letter lists (held.csv); the outcome is as anybody’s',
    ],
    [
      'anything else that is to begin',
      circumstance({ from: '2026-10-19' }),
      'begins after the checkpoint: no effect yet',
    ],
    [
      'authorised absence',
      circumstance({ from: '2026-10-05', to: '2026-10-07' }),
      'on 3 days of the student’s window unattended events are not counted and minima are in proportion; the clock of 10.6 pauses',
    ],
    [
      'authorised absence that the clock counts',
      circumstance({ from: '2026-10-05', to: '2026-10-05' }),
      'on 1 day of the student’s window unattended events are not counted and minima are in proportion',
      { plan: planOf({ clock: { vacation: 'pauses', authorisedAbsence: 'counts' } }) },
    ],
    [
      'an interruption that is over',
      circumstance({ from: '2026-10-05', to: '2026-10-09', kind: 'interruption' }),
      '5 days of the window not monitored; clocks start anew on the return on 2026-10-10',
    ],
    [
      'an interruption',
      circumstance({ from: '2026-10-05', kind: 'interruption' }),
      '14 days of the window not monitored',
    ],
    [
      'a sabbatical',
      circumstance({ from: '2026-09-01', kind: 'sabbatical-officer' }),
      'in force on the checkpoint date: the student is not assessed (9.3)',
    ],
    [
      'a sabbatical that is over',
      circumstance({ from: '2026-09-01', to: '2026-10-01', kind: 'sabbatical-officer' }),
      'not in force on the checkpoint date: no effect',
    ],
    [
      'a placement',
      circumstance({ from: '2026-10-01', kind: 'placement' }),
      'in force on the checkpoint date, and the plan has no section for it: the student is not assessed (9.4)',
    ],
    [
      'study abroad',
      circumstance({ from: '2026-10-01', kind: 'study-abroad' }),
      'in force on the checkpoint date, and the plan has no section for it: the student is not assessed (9.4)',
    ],
    [
      'a placement that is over',
      circumstance({ from: '2026-10-01', to: '2026-10-04', kind: 'placement' }),
      '4 days of the student’s window: no section of the plan is for it, so they are not judged (9.4)',
    ],
    [
      'a placement before the window',
      circumstance({ from: '2026-09-01', to: '2026-09-27', kind: 'placement' }),
      'on no day of the student’s window: no effect',
    ],
    [
      'remote study',
      circumstance({ from: '2026-10-12', kind: 'remote-approved' }),
      'attending online counts as attended (8.5) on 7 days of the student’s window',
    ],
    [
      'an extension',
      circumstance({ from: '2026-10-01', to: '2026-10-20', kind: 'extension', ...about }),
      'A1 is due on 2026-10-20',
      dues,
    ],
    [
      'an extension to an earlier day',
      circumstance({ from: '2026-10-01', to: '2026-10-09', kind: 'extension', ...about }),
      'moves no due date',
      dues,
    ],
    [
      'an extension of everything',
      circumstance({ from: '2026-10-10', to: '2026-10-20', kind: 'extension' }),
      'A1 is due on 2026-10-20',
      dues,
    ],
    [
      'extenuating circumstances',
      circumstance({ from: '2026-10-01', kind: 'extenuating', ...about }),
      'A1 is not counted unless submitted',
      dues,
    ],
    [
      'extenuating circumstances of no assessment',
      circumstance({ from: '2026-10-01', kind: 'extenuating' }),
      'changes no figure',
    ],
  ])('%s', (_, it, effect, some) => {
    expect(effectOf(it, some)).toBe(effect);
  });
});

it('contacts are shown with their record', () => {
  const contact = {
    studentId: '0001',
    contactedOn: d('2026-10-20'),
    checkpoint: 'week_3',
    stage: '1',
    channel: 'letter',
    respondedOn: d('2026-10-21'),
    outcome: 'will attend',
    source: { file: 'contacts.csv', record: 4 },
  };
  expect(explanation({ contacts: [contact] }).contacts).toEqual([
    {
      contacted_on: '2026-10-20',
      checkpoint: 'week_3',
      stage: '1',
      channel: 'letter',
      responded_on: '2026-10-21',
      outcome: 'will attend',
      file: 'contacts.csv',
      record: 4,
    },
  ]);
});

describe('the arithmetic of an indicator', () => {
  const labs = attendanceRate('60%', { only: ['lab'] });
  const open = openEvent({
    on: '2026-10-15',
    eventId: 'E4',
    why: 'no-register',
    source: { file: 'timetable.csv', record: 9 },
  });
  const acts = [
    { on: '2026-10-01', feed: 'attendance', type: 'lab', module: 'M1' },
    { on: '2026-10-08', feed: 'attendance', type: 'lab', module: 'M1', standing: 'missed' },
    { on: '2026-10-09', feed: 'attendance', type: 'lab', module: 'M1', standing: 'authorised' },
  ] as const;
  const records = [
    attended('2026-10-01'),
    attended('2026-10-08', { record: 2, eventId: 'E2', standing: 'missed', acts: 0 }),
    attended('2026-10-09', { record: 3, eventId: 'E3', standing: 'authorised', acts: 0 }),
    attended('2026-10-09', { record: 4, type: 'seminar', eventId: 'S1' }),
    attended('2026-10-01', { record: 5, isOverruled: true }),
  ];
  const labsOf: ExplainedCase = {
    plan: planOf({ indicators: [labs] }),
    ledger: ledger(acts, [], { ...KNOWN, open: { '0001': [open] } }),
    records,
  };

  it('shows what counted, what was missed, what is open and what was set aside', () => {
    expect(measuredOf(labsOf)).toMatchObject({
      module_code: null,
      measure: '0.3333',
      best_case: '0.6666',
      exact: { measure: '1/3', best_case: '2/3' },
      minimum: '0.6000',
      open_ended: false,
      missed: [{ kind: 'event', name: 'lab', module_code: 'M1', date: '2026-10-08', count: 1 }],
      open_events: [
        { event_id: 'E4', date: '2026-10-15', time: '10:00', why: 'no-register', file: 'timetable.csv', record: 9 },
      ],
      set_aside: [{ why: 'authorised', count: 1 }],
      would_have_met: '1 more event attended',
    });
  });

  it('rests on the records of its kind, those that count for nothing too', () => {
    expect(measuredOf(labsOf).records.map(({ record, effect }) => [record, effect])).toEqual([
      [1, 'in-window'],
      [2, 'not-attended'],
      [3, 'authorised'],
    ]);
    expect(explanation(labsOf).records.map(({ effect }) => effect)).toEqual([
      'in-window',
      'not-attended',
      'authorised',
      'in-window',
      'overruled',
    ]);
  });

  it('leaves out the records of days that it leaves out', () => {
    const reading = calendar({
      kinds: { reading_weeks: [period('2026-10-05', '2026-10-11')], exam_weeks: [], closures: [] },
    });
    const except = { ...labs, except: ['reading_weeks' as const] };
    const measured = measuredOf({ ...labsOf, plan: planOf({ indicators: [except], calendar: reading }) });
    expect(measured.records.map(({ record }) => record)).toEqual([1]);
    expect(measured.set_aside).toEqual([{ why: 'excepted', count: 2 }]);
  });

  it('lists the events of the student’s window that are open, and what is missing', () => {
    const it = explanation(labsOf);
    expect(it.open_events).toMatchObject([{ feed: 'attendance', event_id: 'E4', type: 'lab', module_code: 'M1' }]);
    expect(it.missing).toMatchObject([
      { feed: 'attendance', why: 'no-register', from: '2026-10-15', to: '2026-10-15', event: { event_id: 'E4' } },
    ]);
    const stale = { ...KNOWN, othersOn: { ...KNOWN.othersOn, vle: ['2026-09-28'] } };
    expect(explanation({ ledger: ledger([], [], stale) }).missing).toEqual([
      { feed: 'vle', why: 'after-last-act', from: '2026-10-02', to: '2026-10-18', event: null },
    ]);
  });

  it('says how the minimum was prorated', () => {
    const late = student({ startsOn: d('2026-10-05') });
    expect(measuredOf({ plan: planOf({ indicators: [activeDays(6)] }), student: late })).toMatchObject({
      minimum: '4',
      planned_minimum: 6,
      exact: null,
      asked: { in_force_since: null, per_teaching_week: null, prorated: { student_days: 14, window_days: 21 } },
    });
    const whole = planOf({ indicators: [activeDays(6, { isProrated: false })] });
    expect(measuredOf({ plan: whole, student: late })).toMatchObject({ minimum: '6', asked: { prorated: null } });
  });

  it('says what a teaching week asks, and since when', () => {
    const weekly = amount('active_days', 2, {
      per: 'teaching_week',
      minimum: [
        { from: d('2026-09-28'), value: 2 },
        { from: d('2026-10-12'), value: 3 },
        { from: d('2026-11-01'), value: 4 },
      ],
    });
    expect(measuredOf({ plan: planOf({ indicators: [weekly] }) })).toMatchObject({
      minimum: '9',
      asked: { in_force_since: '2026-10-12', per_teaching_week: { minimum: 3, teaching_weeks: 3 } },
    });
  });

  it('shows the last evidence of a recency, before the window too', () => {
    const records = ['2026-10-01', '2026-10-10', '2026-10-10'].map((on, index) => {
      return attended(on, { feed: 'vle', record: index + 1, eventId: '' });
    });
    const some = { plan: planOf({ indicators: [recency(14)] }), records };
    expect(measuredOf(some).records.map(({ record }) => record)).toEqual([2, 3]);
    expect(measuredOf({ ...some, on: '2026-11-08' }).records.map(({ effect }) => effect)).toEqual([
      'before-window',
      'before-window',
    ]);
    expect(measuredOf(some).asked).toEqual({ in_force_since: null, per_teaching_week: null, prorated: null });
  });

  it('shows each module', () => {
    const each = attendanceRate('60%', { scope: 'each_module' });
    const two = [...acts, { on: '2026-10-01', feed: 'attendance', type: 'lab', module: 'M2' } as const];
    const it = explanation({
      plan: planOf({ indicators: [each] }),
      enrolments: [enrolment(), enrolment({ moduleCode: 'M2' })],
      ledger: ledger(two, [], KNOWN),
      records: [...records, attended('2026-10-01', { record: 9, module: 'M2', eventId: 'E9' })],
    });
    expect(it.indicators[0]).toMatchObject({
      result: 'not-met',
      text: '1 of 2 attended in M1; at least 60% expected in each module',
      measured: { module_code: 'M1' },
      modules: [
        { module_code: 'M1', result: 'not-met', measured: { measure: '0.5000' } },
        { module_code: 'M2', result: 'met', text: '1 of 1 attended in M2; at least 60% expected in each module' },
      ],
    });
    expect(it.indicators[0]?.modules[1]?.measured.records.map(({ record }) => record)).toEqual([9]);
  });

  it('shows what was due, extended or extenuated, and when it was submitted', () => {
    const dues = [
      due({ assessmentId: 'A1', due: '2026-10-10', extendedTo: '2026-10-12', submitted: '2026-10-11' }),
      due({ assessmentId: 'A2', due: '2026-10-10', submitted: '2026-10-20' }),
      due({ assessmentId: 'A3', due: '2026-11-10', submitted: '2026-10-11' }),
    ];
    const submission = { feed: 'submissions', eventId: '', file: 'submissions.csv', minutes: null } as const;
    const measured = measuredOf({
      plan: planOf({ indicators: [submissionRate('50%')] }),
      ledger: ledger([], dues, KNOWN),
      circumstances: [circumstance({ from: '2026-10-01', kind: 'extenuating', assessmentId: 'A2' })],
      records: [
        attended('2026-10-11', { ...submission, assessmentId: 'A1' }),
        attended('2026-10-20', { ...submission, record: 2, assessmentId: 'A2' }),
        attended('2026-10-11', { ...submission, record: 3, assessmentId: 'A3' }),
      ],
    });
    expect(measured.assessments).toEqual([
      {
        assessment_id: 'A1',
        module_code: 'M1',
        due_on: '2026-10-12',
        extended: true,
        extenuated: false,
        submitted_on: '2026-10-11',
      },
      {
        assessment_id: 'A2',
        module_code: 'M1',
        due_on: '2026-10-10',
        extended: false,
        extenuated: true,
        submitted_on: null,
      },
    ]);
    expect(measured.records.map(({ record }) => record)).toEqual([1, 2]);
    expect(measured.set_aside).toEqual([{ why: 'extenuating', count: 1 }]);
  });

  it('says why an indicator does not apply', () => {
    const notApplicable = (some: Partial<Plan>): string | undefined =>
      explanation({ plan: planOf(some) }).indicators[0]?.text;
    const other = [activeDays(3, { at: ['week_6'] }), activeDays(2, { id: 'other' })];
    expect(notApplicable({ indicators: other })).toBe('not asked at this checkpoint');
    const meetings = [rate('meetings', '50%', { id: 'advisor', title: 'advisor', feed: 'meetings' }), activeDays(2)];
    expect(notApplicable({ indicators: meetings })).toBe('nothing was expected of this student in the window');
  });
});

it.each([
  [{ kind: 'more', of: 'days', count: 1 }, 'an act on 1 more day'],
  [{ kind: 'more', of: 'weeks', count: 2 }, 'an act in 2 more weeks'],
  [{ kind: 'more', of: 'teaching_weeks', count: 2 }, 'an act in 2 more teaching weeks'],
  [{ kind: 'more', of: 'acts', count: 2 }, '2 more acts'],
  [{ kind: 'more', of: 'minutes', count: 30 }, '30 more minutes'],
  [{ kind: 'more', of: 'submissions', count: 1 }, '1 more submission'],
  [{ kind: 'more', of: 'events', count: 2 }, '2 more events attended'],
  [{ kind: 'more', of: 'meetings', count: 1 }, '1 more meeting attended'],
  [{ kind: 'since', day: d('2026-10-14') }, 'an act on 14 October 2026 or later'],
] as const)('what would have met a minimum: %j', (shortfall, text) => {
  expect(shortfallText(shortfall)).toBe(text);
});
