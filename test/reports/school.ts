// A small school at week 8, in which every kind of line occurs once; the golden files are its reports.
import { fault } from '../../src/diagnostics/catalogue.js';
import type { Missing, NotAssessedReason, Outcome } from '../../src/engagement/outcome.js';
import type { AssessedStudent, ReportInput } from '../../src/reports/input.js';
import {
  clockOf,
  day,
  days,
  dueOf,
  earlierOf,
  inputOf,
  measuredOf,
  outcomeOf,
  studentOf,
  submissionsResult,
  vleResult,
} from './builder.js';

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

const VLE_ENDS: Missing = { feed: 'vle', why: 'after-last-act', days: days('2013-10-21', '2013-11-03') };
const UNCONFIRMED: Missing = { feed: 'meetings', why: 'unconfirmed-evidence', days: days('2013-10-16', '2013-10-16') };

const SINCE_TEACHING_STARTED = clockOf({
  startsAfter: day('2013-09-01'),
  startsBecause: 'teaching-start',
  calendarDays: 63,
  longestMonitoredDays: 63,
  shortestMonitoredDays: 63,
  reachesLimitOn: day('2013-10-31'),
});

function notAssessed(notAssessedReason: NotAssessedReason, some: Partial<Outcome> = {}): Outcome {
  const unmeasured = { classification: 'not-assessed', indicators: [], ruleResult: null, clock: null } as const;
  return outcomeOf({ ...unmeasured, notAssessedReason, studentWindow: null, lastEvidenceOn: null, ...some });
}

const ASSESSED: readonly AssessedStudent[] = [
  // Engaged; a quote, a comma and letters beyond ASCII in the names.
  {
    student: studentOf('0100', { firstName: 'Zoë "Zo"', lastName: 'Ní Bhriain, PhD', preferredName: 'Zo' }),
    history: [earlierOf(), outcomeOf()],
  },
  // Low for the first time, with two assessments not received.
  { student: studentOf('0101', { preferredName: 'Benny' }), history: [earlierOf(), outcomeOf(LOW)] },
  // Low for the second time; joined in the middle of the window, so a smaller minimum.
  {
    student: studentOf('0102', { firstName: 'Mei\nLing', lastName: '王', startsOn: day('2013-10-21') }),
    history: [
      earlierOf(LOW),
      outcomeOf({
        ...LOW,
        studentWindow: days('2013-10-21', '2013-11-03'),
        indicators: [
          vleResult('not-met', measuredOf(1, 1, 2, { plannedThreshold: 4 })),
          submissionsResult('met', 1, 2),
        ],
      }),
    ],
  },
  // No evidence at two checkpoints in a row, and for 60 days: the panel, at its discretion.
  {
    student: studentOf('0103', { firstName: 'Ada', lastName: '=HYPERLINK("x")' }),
    history: [
      earlierOf(NON),
      outcomeOf({
        ...NON,
        grounds: ['10.6-days', '10.6-pattern'],
        clock: SINCE_TEACHING_STARTED,
      }),
    ],
  },
  // An associate student: no letter from the school (6.5).
  { student: studentOf('0104', { category: 'associate' }), history: [earlierOf(), outcomeOf(LOW)] },
  // Withheld, and the ground too: the VLE export ends early, and a meeting is unconfirmed.
  {
    student: studentOf('0105', { isSponsored: true }),
    history: [
      earlierOf(),
      outcomeOf({
        classification: 'withheld',
        ruleResult: 'unknown',
        indicators: [
          vleResult('unknown', measuredOf(0, 14, 4)),
          { indicatorId: 'submissions', result: 'not-applicable' },
        ],
        hasEvidenceInWindow: false,
        lastEvidenceOn: null,
        groundsWithheld: ['10.6-days'],
        clock: { ...SINCE_TEACHING_STARTED, shortestMonitoredDays: 0 },
        // Stated once for the classification and once for the ground.
        missing: [VLE_ENDS, VLE_ENDS, UNCONFIRMED],
      }),
    ],
  },
  // A sponsored student with a ground: mandatory or not is for the sponsor rules to say.
  {
    student: studentOf('0106', { isSponsored: true, preferredName: '', firstName: '' }),
    history: [
      earlierOf(LOW),
      outcomeOf({
        ...NON,
        lastEvidenceOn: day('2013-09-05'),
        grounds: ['10.6-pattern'],
        clock: clockOf({
          startsAfter: day('2013-09-05'),
          calendarDays: 59,
          longestMonitoredDays: 59,
          shortestMonitoredDays: 59,
          reachesLimitOn: day('2013-11-04'),
        }),
      }),
    ],
  },
  // Nothing due: one indicator drops out.
  {
    student: studentOf('0107'),
    history: [
      earlierOf(),
      outcomeOf({
        indicators: [
          vleResult('met', measuredOf(4, 'unbounded', 4)),
          { indicatorId: 'submissions', result: 'not-applicable' },
        ],
      }),
    ],
  },
  {
    student: studentOf('0108', { status: 'withdrawn' }),
    history: [earlierOf(), notAssessed('withdrawn')],
  },
  {
    student: studentOf('0109'),
    history: [
      notAssessed('not-started'),
      notAssessed('grace', {
        studentWindow: days('2013-10-30', '2013-11-03'),
        studentMonitoredDays: 5,
        clock: clockOf({ startsAfter: day('2013-10-29'), startsBecause: 'student-start' }),
      }),
    ],
  },
  // First in every list, though given last.
  { student: studentOf('0099'), history: [outcomeOf()] },
];

export function schoolAtWeek8(): ReportInput {
  return inputOf(ASSESSED, {
    findings: [fault('cell-guarded', {}, { file: 'students.csv', record: 4, column: 'email' }, 3)],
  });
}
