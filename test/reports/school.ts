// A small school at week 8, in which every kind of line occurs once; the golden files are its reports.
import { fault } from '../../src/diagnostics/catalogue.js';
import type { Circumstance } from '../../src/engagement/circumstance.js';
import type { Contact } from '../../src/engagement/contact.js';
import type { Measured, Missing, NotAssessedReason, Outcome } from '../../src/engagement/outcome.js';
import type { Sponsorship } from '../../src/engagement/sponsorship.js';
import type { ModuleAlert } from '../../src/evaluate/module-alerts.js';
import type { RateIndicator } from '../../src/plan/plan.js';
import type { AssessedStudent, ReportInput } from '../../src/reports/input.js';
import {
  assessedOf,
  clockOf,
  day,
  days,
  dueOf,
  earlierOf,
  inputOf,
  LABS,
  labsResult,
  measuredOf,
  missedEvent,
  missingEvent,
  monthAttendance,
  monthOf,
  notApplicable,
  outcomeOf,
  planOf,
  rateOf,
  sponsorClockOf,
  sponsorshipOf,
  studentOf,
  submissionsResult,
  SUBMISSIONS,
  VLE,
  vleResult,
} from './builder.js';
import { circumstance, openEvent } from '../support/build.js';

const LOW: Partial<Outcome> = {
  classification: 'low-engagement',
  process: 'non-engagement',
  ruleResult: 'not-met',
  indicators: [
    vleResult('not-met', measuredOf(2, 2, 4)),
    submissionsResult('not-met', 1, 3, [dueOf('1752', '2013-10-26'), dueOf('1753', '2013-11-02')]),
  ],
};

const NON: Partial<Outcome> = {
  classification: 'non-engagement',
  process: 'non-engagement',
  ruleResult: 'not-met',
  indicators: [
    vleResult('not-met', measuredOf(0, 0, 4)),
    submissionsResult('not-met', 0, 1, [dueOf('1752', '2013-10-26')]),
  ],
  hasEvidenceInWindow: false,
  lastEvidenceOn: null,
};

const VLE_ENDS: Missing = { feed: 'vle', why: 'after-last-act', days: days('2013-10-21', '2013-11-03'), event: null };
const UNCONFIRMED: Missing = {
  feed: 'meetings',
  why: 'unconfirmed-evidence',
  days: days('2013-10-16', '2013-10-16'),
  event: null,
};

/** A lab of which no register exists, a seminar whose register names nobody, and a lab at which everyone is absent. */
const LAB = openEvent({
  on: '2013-10-08',
  eventId: 'L2',
  module: 'ENG101',
  why: 'no-register',
  source: { file: 'timetable.csv', record: 12 },
});
const SEMINAR = openEvent({ on: '2013-10-09', eventId: 'S2', module: 'ENG102', type: 'seminar' });
const EMPTY_LAB = openEvent({ on: '2013-10-15', eventId: 'L3', module: 'ENG101', why: 'everyone-absent' });
const ADVISOR = openEvent({ on: '2013-10-10', feed: 'meetings', eventId: '', module: '', type: 'advisor' });
const OPEN = [LAB, SEMINAR, EMPTY_LAB];

const LABS_EACH: RateIndicator = { ...LABS, scope: 'each_module', support: 'Talk to your demonstrator.' };

const PLAN = planOf({
  patterns: [
    { counts: 'non-engagement', count: 2, of: 2 },
    { counts: 'low-or-non-engagement', count: 3, of: 4 },
    { counts: 'low-or-non-engagement', count: 4, of: 'in-year' },
  ],
  indicators: [VLE, SUBMISSIONS, LABS_EACH],
  groups: [
    {
      id: 'part_time',
      title: 'part-time students',
      when: { modes: ['part-time'] },
      rule: { kind: 'indicator', indicatorId: 'vle' },
    },
  ],
});

const IN_ENG101 = {
  ...rateOf(1, 5, 60, {
    module: 'ENG101',
    missed: [missedEvent('2013-10-15'), missedEvent('2013-10-22', { count: 2 })],
    openEvents: [LAB],
  }),
  best: { numerator: 2, denominator: 5 },
};
const IN_ENG102 = rateOf(1, 2, 60, {
  module: 'ENG102',
  missed: [missedEvent('2013-10-16', { name: 'seminar', module: 'ENG102' })],
});

const SINCE_TEACHING_STARTED = clockOf({
  startsAfter: day('2013-09-01'),
  startsBecause: 'teaching-start',
  calendarDays: 63,
  longestMonitoredDays: 63,
  shortestMonitoredDays: 63,
  reachesLimitOn: day('2013-10-31'),
});

const NOTHING_EXPECTED = { attendance: null, otherwise: null, teachingWeeks: 0 } as const;

const LOW_MONTHS: Sponsorship = sponsorshipOf({
  clause: '9.1',
  clock: sponsorClockOf({ longestMonitoredDays: 59, shortestMonitoredDays: 59 }),
  lastInPersonOn: null,
  months: [
    monthOf('2013-08-01', '2013-08-31', 690, { isNew: false, isInPart: true, teachingWeeks: 2 }),
    monthOf('2013-09-01', '2013-09-30', 699, { isNew: false }),
    monthOf('2013-10-01', '2013-10-31', 333, { attendance: monthAttendance(1, 1, 3) }),
    monthOf('2013-11-01', '2013-11-30', 0, { isComplete: false, isNew: false }),
  ],
  weeks: [
    { monday: day('2013-09-30'), minutes: 899 },
    { monday: day('2013-10-07'), minutes: 900 },
  ],
  process: 'certain',
  grounds: ['9.1'],
});

function notAssessed(notAssessedReason: NotAssessedReason, some: Partial<Outcome> = {}): Outcome {
  const unmeasured = { classification: 'not-assessed', indicators: [], ruleResult: null, clock: null } as const;
  return outcomeOf({ ...unmeasured, notAssessedReason, studentWindow: null, lastEvidenceOn: null, ...some });
}

function contactOf(contactedOn: string): Contact {
  return {
    studentId: '0110',
    contactedOn: day(contactedOn),
    checkpoint: 'week_4',
    stage: '1',
    channel: 'letter',
    respondedOn: null,
    outcome: '',
    source: { file: 'contacts.csv', record: 1 },
  };
}

const ASSESSED: readonly AssessedStudent[] = [
  // Engaged; a quote, a comma and letters beyond ASCII in the names.
  assessedOf(studentOf('0100', { firstName: 'Zoë "Zo"', lastName: 'Ní Bhriain, PhD', preferredName: 'Zo' }), [
    earlierOf(),
    outcomeOf(),
  ]),
  // Low for the first time, with two assessments not received.
  assessedOf(studentOf('0101', { preferredName: 'Benny' }), [earlierOf(), outcomeOf(LOW)]),
  // Low for the second time; joined in the middle of the window, so a smaller minimum.
  assessedOf(studentOf('0102', { firstName: 'Mei\nLing', lastName: '王', startsOn: day('2013-10-21') }), [
    earlierOf(LOW),
    outcomeOf({
      ...LOW,
      studentWindow: days('2013-10-21', '2013-11-03'),
      indicators: [vleResult('not-met', measuredOf(1, 1, 2, { plannedThreshold: 4 })), submissionsResult('met', 1, 2)],
    }),
  ]),
  // No evidence at two checkpoints in a row, and for 60 days: the panel, at its discretion. Replied after the checkpoint.
  assessedOf(
    studentOf('0103', { firstName: 'Ada', lastName: '=HYPERLINK("x")', funding: 'slc' }),
    [
      earlierOf(NON),
      outcomeOf({
        ...NON,
        grounds: ['10.6-days', '10.6-pattern'],
        clock: SINCE_TEACHING_STARTED,
      }),
    ],
    {
      contacts: [
        { ...contactOf('2013-10-09'), outcome: '<b>Wrote "later"</b>', respondedOn: day('2013-11-05') },
        { ...contactOf('2013-11-04'), checkpoint: 'week_8', stage: '2', channel: 'telephone' },
      ],
      circumstances: [
        circumstance({ kind: 'extenuating', from: '2013-11-06', assessmentId: '1752', reference: 'EC-9' }),
        circumstance({ kind: 'authorised-absence', from: '2013-10-14', to: '2013-10-15', reference: 'AB & 4' }),
      ],
    },
  ),
  // An associate student: no letter from the school (6.5).
  assessedOf(studentOf('0104', { category: 'associate' }), [earlierOf(), outcomeOf(LOW)]),
  // Withheld, and the ground too: the VLE export ends early, and a meeting is unconfirmed.
  assessedOf(studentOf('0105', { isSponsored: true, visaFrom: day('2013-08-01'), visaTo: day('2016-09-30') }), [
    earlierOf(),
    outcomeOf({
      classification: 'withheld',
      ruleResult: 'unknown',
      indicators: [vleResult('unknown', measuredOf(0, 14, 4)), notApplicable('submissions')],
      hasEvidenceInWindow: false,
      lastEvidenceOn: null,
      groundsWithheld: ['9.2', '10.6-days'],
      clock: { ...SINCE_TEACHING_STARTED, shortestMonitoredDays: 0 },
      sponsorship: sponsorshipOf({
        clock: sponsorClockOf({
          ...SINCE_TEACHING_STARTED,
          shortestMonitoredDays: 0,
          authorisedDays: 2,
          reportBy: day('2013-11-14'),
        }),
        lastInPersonOn: null,
        groundsWithheld: ['9.2'],
        missing: [VLE_ENDS, UNCONFIRMED],
      }),
      missing: [VLE_ENDS],
      missingForGrounds: [VLE_ENDS, UNCONFIRMED],
    }),
  ]),
  // Sponsored below degree level: three months below 70 %, one in part, and an open one; a timetable with too few hours.
  assessedOf(studentOf('0106', { isSponsored: true, targetAwardRqf: 3, preferredName: '', firstName: '' }), [
    earlierOf(LOW),
    outcomeOf({
      ...NON,
      lastEvidenceOn: day('2013-09-05'),
      grounds: ['9.1', '10.6-pattern'],
      sponsorship: LOW_MONTHS,
      clock: clockOf({
        startsAfter: day('2013-09-05'),
        calendarDays: 59,
        longestMonitoredDays: 59,
        shortestMonitoredDays: 59,
        reachesLimitOn: day('2013-11-04'),
      }),
    }),
  ]),
  // Nothing due: one indicator drops out.
  assessedOf(studentOf('0107'), [
    earlierOf(),
    outcomeOf({
      indicators: [vleResult('met', measuredOf(4, 'unbounded', 4)), notApplicable('submissions')],
    }),
  ]),
  assessedOf(studentOf('0108', { status: 'withdrawn', isSponsored: true }), [earlierOf(), notAssessed('withdrawn')]),
  assessedOf(studentOf('0109'), [
    notAssessed('not-started'),
    notAssessed('grace', {
      studentWindow: days('2013-10-30', '2013-11-03'),
      studentMonitoredDays: 5,
      clock: clockOf({ startsAfter: day('2013-10-29'), startsBecause: 'student-start' }),
    }),
  ]),
  // Low in the labs of two modules, one register missing; written to twice this year, and once before it.
  assessedOf(
    studentOf('0110'),
    [
      earlierOf(LOW),
      outcomeOf({
        ...LOW,
        indicators: [
          vleResult('met', measuredOf(9, 9, 4)),
          submissionsResult('met', 2, 3),
          {
            ...labsResult('not-met', IN_ENG101),
            modules: [
              { module: 'ENG101', result: 'not-met', measured: IN_ENG101 },
              { module: 'ENG102', result: 'not-met', measured: IN_ENG102 },
              { module: 'ENG103', result: 'met', measured: rateOf(4, 4, 60, { module: 'ENG103' }) },
            ],
          },
        ],
        openEvents: [LAB],
      }),
    ],
    { contacts: ['2013-09-01', '2013-10-08', '2013-11-03', '2013-11-04'].map(contactOf) },
  ),
  // Low, and not to be written to: on held.csv.
  assessedOf(studentOf('0111'), [outcomeOf(LOW)], {
    circumstances: [circumstance({ from: '2013-10-20', kind: 'contact-hold', reference: 'SW-17' })],
  }),
  // Withheld because of registers: what is missing is named, and the registers are to be chased.
  assessedOf(studentOf('0112'), [
    outcomeOf({
      classification: 'withheld',
      ruleResult: 'unknown',
      indicators: [
        vleResult('met', measuredOf(9, 9, 4)),
        notApplicable('submissions'),
        labsResult('unknown', {
          ...rateOf(1, 4, 60, { module: 'ENG101', openEvents: OPEN }),
          best: { numerator: 4, denominator: 4 },
        }),
      ],
      missing: [...OPEN, ADVISOR].map(missingEvent),
      openEvents: [...OPEN, ADVISOR],
    }),
  ]),
  // Part-time: a rule of their own, which asks for QMplus alone.
  assessedOf(studentOf('0113', { mode: 'part-time' }), [
    outcomeOf({
      ...LOW,
      groupId: 'part_time',
      indicators: [vleResult('not-met', measuredOf(2, 2, 4))],
      openEvents: [SEMINAR],
    }),
  ]),
  // Away with permission for most of the window.
  assessedOf(studentOf('0114'), [
    notAssessed('authorised-absence', {
      studentWindow: days('2013-10-07', '2013-11-03'),
      authorisedDays: 23,
      indicators: [vleResult('not-met', measuredOf(0, 0, 1, { plannedThreshold: 4 }))],
    }),
  ]),
  // Engaged; a register decides whether October was below 85 %, and so whether the process begins.
  assessedOf(studentOf('0115', { isSponsored: true, targetAwardRqf: 3 }), [
    outcomeOf({
      openEvents: [LAB],
      sponsorship: sponsorshipOf({
        clause: '9.1',
        months: [
          monthOf('2013-09-01', '2013-09-30', 900, { isNew: false, isInPart: true }),
          monthOf('2013-10-01', '2013-10-31', 840, {
            attendance: monthAttendance(840, 890),
            otherwise: monthAttendance(600, 640),
            missing: [missingEvent(LAB)],
          }),
          monthOf('2013-11-01', '2013-11-30', 0, {
            ...NOTHING_EXPECTED,
            isComplete: false,
            isNew: false,
            isInPart: true,
          }),
        ],
        process: 'withheld',
        missingForProcess: [missingEvent(LAB)],
      }),
    }),
  ]),
  // RQF 4, and the plan does not say which rule that is.
  assessedOf(studentOf('0116', { isSponsored: true, targetAwardRqf: 4 }), [
    outcomeOf({
      groundsWithheld: ['9.1', '9.2'],
      sponsorship: sponsorshipOf({
        clause: null,
        clock: sponsorClockOf({ longestMonitoredDays: 33, calendarDays: 40 }),
        groundsWithheld: ['9.1', '9.2'],
        withheldBecause: 'rule-undeclared',
      }),
    }),
  ]),
  // Of a joint programme that this school decides; the other school is told, and of the contact hold too (6.2f).
  assessedOf(studentOf('0117', { joint: { otherSchool: 'LAW', isSettled: true } }), [outcomeOf(LOW)], {
    circumstances: [circumstance({ from: '2013-10-20', kind: 'contact-hold' })],
  }),
  // Of a joint programme of which nobody knows who decides.
  assessedOf(studentOf('0118', { joint: { otherSchool: 'LAW', isSettled: false } }), [
    outcomeOf({
      ...NON,
      classification: 'withheld',
      isUnsettled: true,
      process: 'none',
      groundsWithheld: ['10.6-days'],
      clock: SINCE_TEACHING_STARTED,
    }),
  ]),
  // Of a joint programme, and engaged: nothing to tell.
  assessedOf(studentOf('0119', { joint: { otherSchool: 'LAW', isSettled: true } }), [outcomeOf()]),
  // Judged by a group for the days of a placement alone (9.4).
  assessedOf(studentOf('0120'), [
    outcomeOf({
      ...LOW,
      groupId: 'part_time',
      judgedDays: 16,
      indicators: [vleResult('not-met', measuredOf(1, 1, 2, { plannedThreshold: 4 }))],
    }),
  ]),
  // Sabbatical officers (9.3): one with a last meeting, one sponsored and without.
  assessedOf(studentOf('0121'), [notAssessed('sabbatical-officer', { lastSupportMeetingOn: day('2013-10-30') })]),
  assessedOf(studentOf('0122', { isSponsored: true }), [notAssessed('sabbatical-officer')]),
  // First in every list, though given last.
  assessedOf(studentOf('0099'), [outcomeOf()]),
];

/** Two students of Law in modules of this school; the second is not to be written to. */
const ALERTS: readonly ModuleAlert[] = [
  alertOf('0201', 'ENG102', IN_ENG102, [circumstance({ from: '2013-10-20', kind: 'contact-hold' })]),
  alertOf('0200', 'ENG102', IN_ENG102),
  alertOf('0200', 'ENG101', IN_ENG101),
];

function alertOf(
  studentId: string,
  module: string,
  measured: Measured,
  circumstances: readonly Circumstance[] = [],
): ModuleAlert {
  const student = studentOf(studentId, { school: 'LAW', programmeCode: 'M100', programmeTitle: 'Law' });
  const studentWindow = days('2013-10-07', '2013-11-03');
  return { student, circumstances, indicator: LABS_EACH, module, studentWindow, measured };
}

export function schoolAtWeek8(): ReportInput {
  return inputOf(ASSESSED, {
    plan: PLAN,
    moduleAlerts: ALERTS,
    findings: [fault('cell-guarded', {}, { file: 'students.csv', record: 4, column: 'email' }, 3)],
  });
}
