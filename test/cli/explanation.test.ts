// An explanation on the terminal: what the student's advisor reads before answering.
import { Chalk } from 'chalk';
import { expect, test } from 'vitest';
import { describeExplanation } from '../../src/cli/explanation.js';
import type { Plan } from '../../src/plan/plan.js';
import { attended, explanation } from '../reports/explained.js';
import {
  activeDays,
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
  student,
  submissionRate,
  vacation,
} from '../support/build.js';

const plain = new Chalk({ level: 0 });

const feeds: Plan['feeds'] = (['attendance', 'vle', 'submissions', 'meetings'] as const).map((feed) => {
  return { feed, confirmedBy: null, confirmedOn: null };
});

const LABS = attendanceRate('80%', { title: 'labs', scope: 'each_module', except: ['reading_weeks'] });

test('circumstances, contacts, group, arithmetic, modules, open events and every record', () => {
  const acts = [
    { on: '2026-09-29', feed: 'attendance', type: 'lab', module: 'M1' },
    { on: '2026-09-30', feed: 'attendance', type: 'lab', module: 'M1', standing: 'missed', acts: 2 },
    { on: '2026-10-01', feed: 'attendance', type: 'lab', module: 'M1', standing: 'authorised' },
    { on: '2026-10-06', feed: 'attendance', type: 'lab', module: 'M1', standing: 'missed' },
    { on: '2026-10-15', feed: 'attendance', type: 'lab', module: '' },
    { on: '2026-10-12', feed: 'vle' },
  ] as const;
  const open = [
    openEvent({ on: '2026-10-13', eventId: 'L7', why: 'no-register', source: { file: 'timetable.csv', record: 9 } }),
    openEvent({ on: '2026-10-14', feed: 'meetings', eventId: '', module: '', type: '' }),
  ];
  const text = describeExplanation(
    explanation({
      plan: plan({
        feeds,
        indicators: [
          activeDays(2, { per: 'teaching_week', minimum: [{ from: d('2026-09-28'), value: 2 }] }),
          LABS,
          submissionRate('50%', { title: 'coursework' }),
        ],
        calendar: calendar({
          vacations: [vacation('2026-12-14', '2027-01-08', ['undergraduate'])],
          kinds: { reading_weeks: [period('2026-10-05', '2026-10-11')], exam_weeks: [], closures: [] },
        }),
        groups: [
          {
            id: 'part_time',
            title: 'part-time students',
            when: { modes: ['part-time'] },
            rule: {
              kind: 'all',
              of: ['qmplus', 'labs', 'coursework'].map((indicatorId) => ({ kind: 'indicator', indicatorId })),
            },
          },
        ],
      }),
      student: student({ mode: 'part-time' }),
      enrolments: [enrolment()],
      ledger: ledger(
        acts,
        [due({ due: '2026-10-10', submitted: '2026-10-09' }), due({ assessmentId: 'A2', due: '2026-10-12' })],
        {
          ...KNOWN,
          open: { '0001': open },
        },
      ),
      circumstances: [
        circumstance({ from: '2026-10-01', to: '2026-10-04' }),
        circumstance({
          from: '2026-10-05',
          kind: 'extenuating',
          assessmentId: 'A2',
          reference: 'EC-9',
          source: { file: 'circumstances.csv', record: 2 },
        }),
      ],
      contacts: [
        {
          studentId: '0001',
          contactedOn: d('2026-10-05'),
          checkpoint: 'week_2',
          stage: '1',
          channel: 'letter',
          respondedOn: d('2026-10-07'),
          outcome: 'will catch up',
          source: { file: 'contacts.csv', record: 4 },
        },
        {
          studentId: '0001',
          contactedOn: d('2026-10-12'),
          checkpoint: '',
          stage: '',
          channel: '',
          respondedOn: null,
          outcome: '',
          source: { file: 'contacts.csv', record: 5 },
        },
      ],
      records: [
        attended('2026-09-29'),
        attended('2026-09-30', { record: 2, eventId: 'E2', standing: 'missed', acts: 0 }),
        attended('2026-10-01', { record: 3, eventId: 'E3', standing: 'authorised', acts: 0 }),
        attended('2026-10-06', { record: 4, eventId: 'E4', standing: 'missed', acts: 0 }),
        attended('2026-10-15', { record: 5, eventId: 'E5', module: '' }),
        attended('2026-10-15', { record: 6, eventId: 'E5', module: '', isOverruled: true }),
        attended('2026-10-12', { feed: 'vle', file: 'vle.csv', type: '', module: '', eventId: '', minutes: null }),
      ],
    }),
    plain,
  );
  expect(text).toMatchInlineSnapshot(`
    "0001  Ada Obi
    School of Engineering (ENG), week_3, Sunday 18 October 2026

    Outcome
      low-engagement
      Below the minimum. QMplus: active on 1 day; at least 3 expected (4 in a full period). Labs: 1 to 2 of 4 attended in M1; at least 80% expected in each module. Not attended: lab (M1) twice on 30 September 2026.
      enters the non-engagement process (10.5)

    Days
      window 2026-09-28 to 2026-10-18, 21 monitored days
      of these the student’s: 2026-09-28 to 2026-10-18, 21 monitored days, 4 of them authorised absence
      enrolled, started 2026-09-28 (students.csv, record 1)
      vacations of level undergraduate (9.5)

    Circumstances
      2026-10-01 to 2026-10-04  authorised-absence (circumstances.csv, record 1): on 4 days of the student’s window unattended events are not counted and minima are in proportion; the clock of 10.6 pauses
      2026-10-05 without an end  extenuating EC-9 (circumstances.csv, record 2): A2 is not counted unless submitted

    Rule
      of the group part-time students (part_time), which claims this student
      QMplus and labs and coursework: not-met

    QMplus (7.1c): not-met
      active on 1 day; at least 3 expected (4 in a full period)
      the minimum in force since 2026-09-28
      the plan asks for 2 a teaching week, of which the window has 2
      the plan asks for 4 in a full window; 17 of its 21 monitored days count for the student, so for 3
      would have met it: an act on 2 more days
      2026-10-12  vle.csv, record 1

    labs (7.1a): not-met
      1 to 2 of 4 attended in M1; at least 80% expected in each module
      outside any module: met, 1 of 1 attended outside any module; at least 80% expected in each module
      M1: not-met, 1 to 2 of 4 attended in M1; at least 80% expected in each module
      would have met it: 3 more events attended
      missed 2026-09-30  lab (M1), 2 times
      open 2026-10-13 10:00  lab (M1) L7: no register was made (timetable.csv, record 9)
      not counted: 1, absent with permission
      not counted: 1, on days that the indicator leaves out
      evidence in the window
        2026-09-29  attendance.csv, record 1
      expected and not attended
        2026-09-30  attendance.csv, record 2
      not attended, with permission: not counted
        2026-10-01  attendance.csv, record 3

    coursework (7.1b): met
      1 of 1 submitted; at least 50% expected
      not counted: 1, with extenuating circumstances, not submitted
      A1, due 2026-10-10: submitted 2026-10-09
      A2, due 2026-10-12 (extenuating circumstances): not submitted by the checkpoint

    Clock (10.6)
      last evidence Thursday 15 October 2026
      day 0 is 2026-10-15 (the last evidence): 3 days since, 3 of them monitored
      60 monitored days without evidence are reached on Saturday 9 January 2027

    Year so far
      2026-10-18  week_3: low-engagement

    Contacts
      2026-10-05  letter, week_2, stage 1 (contacts.csv, record 4): replied 2026-10-07; will catch up
      2026-10-12  (contacts.csv, record 5): no reply recorded

    Records of this student
      evidence in the window: 3 records
        2026-09-29  attendance.csv, record 1
        2026-10-12  vle.csv, record 1
        2026-10-15  attendance.csv, record 5
      expected and not attended: 2 records
        2026-09-30  attendance.csv, record 2
        2026-10-06  attendance.csv, record 4
      not attended, with permission: not counted: 1 record
        2026-10-01  attendance.csv, record 3
      another record of the same event counts in its place: 1 record
        2026-10-15  attendance.csv, record 6

    Events of which nobody knows whether the student attended
      2026-10-13 10:00  lab (M1) L7: no register was made (timetable.csv, record 9)
      2026-10-14 10:00  meeting: nothing recorded of this student
    "
  `);
});

test('a clock with bounds counts the days, and then what they may come to', () => {
  const text = describeExplanation(
    explanation({
      plan: plan({ feeds: feeds.slice(1, 2), indicators: [activeDays(2)] }),
      ledger: ledger([{ on: '2026-09-30', feed: 'vle' }], [], {}),
    }),
    plain,
  );
  expect(text).toContain(
    [
      '  day 0 is 2026-09-30 (the last evidence): 18 days since, 18 of them monitored',
      '  0 to 18 monitored days without evidence, depending on what is missing',
      '  60 monitored days without evidence are reached on Sunday 29 November 2026, unless what is missing holds some',
    ].join('\n'),
  );
});
