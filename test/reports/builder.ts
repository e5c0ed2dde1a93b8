// Students, outcomes and plans for the report tests: complete ones, of which a test states only what it is about.
import { whole, type Fraction } from '../../src/engagement/fraction.js';
import type { OpenEvent } from '../../src/engagement/ledger.js';
import type { Clock, IndicatorOutcome, Measured, Missed, Missing, Outcome } from '../../src/engagement/outcome.js';
import type {
  Below,
  MonthAttendance,
  SponsorClock,
  SponsorMonth,
  Sponsorship,
} from '../../src/engagement/sponsorship.js';
import type { Student } from '../../src/engagement/student.js';
import type { AmountIndicator, Plan, RateIndicator } from '../../src/plan/plan.js';
import type { AssessedStudent, ReportInput } from '../../src/reports/input.js';
import {
  amount,
  attendanceRate,
  calendar,
  d as day,
  period as days,
  plan as supportPlan,
  submissionRate,
} from '../support/build.js';

export { day, days };

export const VLE: AmountIndicator = amount('active_days', 4, { id: 'vle' });

export const SUBMISSIONS: RateIndicator = submissionRate('50%', {
  id: 'submissions',
  title: 'submissions',
  support: 'Your tutor can help you to plan.',
});

export const LABS: RateIndicator = attendanceRate('60%', { title: 'labs and seminars' });

export function planOf(some: Partial<Plan> = {}): Plan {
  return supportPlan({
    title: 'School of Engineering, Physics & Design',
    contacts: {
      supportName: 'Engineering Student Support',
      supportEmail: 'eng@example.ac.uk',
      wellbeingUrl: 'https://example.ac.uk/wellbeing',
      adviceUrl: 'https://example.ac.uk/advice',
      appealsUrl: 'https://example.ac.uk/appeals',
    },
    calendar: calendar({ teachingStartsOn: day('2013-09-02') }),
    checkpoints: [
      { id: 'week_4', on: day('2013-10-06') },
      { id: 'week_8', on: day('2013-11-03') },
    ],
    feeds: [],
    indicators: [VLE, SUBMISSIONS],
    patterns: [],
    moduleAlerts: null,
    files: [{ file: 'plans/eng.yaml', sha256: 'a1'.repeat(32) }],
    ...some,
  });
}

export function studentOf(studentId: string, some: Partial<Student> = {}): Student {
  return {
    studentId,
    firstName: 'Ben',
    lastName: 'Okafor',
    preferredName: '',
    email: `${studentId}@example.ac.uk`,
    school: 'ENG',
    faculty: 'Science',
    programmeCode: 'H300',
    programmeTitle: 'Mechanical Engineering',
    programmeType: 'taught',
    targetAwardRqf: 6,
    yearOfStudy: '1',
    mode: 'full-time',
    registeredOn: null,
    startsOn: day('2013-09-02'),
    endsOn: null,
    status: 'enrolled',
    statusFrom: null,
    category: 'campus',
    isSponsored: false,
    visaFrom: null,
    visaTo: null,
    joint: null,
    schoolFrom: null,
    isRemotePermitted: null,
    advisorName: 'Dr Kim Lee',
    advisorEmail: 'k.lee@example.ac.uk',
    funding: null,
    source: { file: 'students.csv', record: 1 },
    ...some,
  };
}

export function clockOf(some: Partial<Clock> = {}): Clock {
  return {
    startsAfter: day('2013-10-28'),
    startsBecause: 'evidence',
    calendarDays: 6,
    longestMonitoredDays: 6,
    mayStartAfter: some.startsAfter ?? day('2013-10-28'),
    shortestMonitoredDays: 6,
    reachesLimitOn: day('2013-12-27'),
    ...some,
  };
}

/** At degree level with six days without evidence, unless said otherwise. */
export function sponsorshipOf(some: Partial<Sponsorship> = {}): Sponsorship {
  return {
    clause: '9.2',
    clock: sponsorClockOf(),
    lastInPersonOn: day('2013-10-21'),
    months: [],
    weeks: [],
    process: 'none',
    grounds: [],
    groundsWithheld: [],
    withheldBecause: null,
    missing: [],
    missingForProcess: [],
    ...some,
  };
}

export function sponsorClockOf(some: Partial<SponsorClock> = {}): SponsorClock {
  return { ...clockOf(some), authorisedDays: 0, reportBy: day('2014-01-14'), ...some };
}

/** A completed month of so many of 1000 minutes, and so many of 20 sessions. */
export function monthOf(from: string, to: string, attended: number, some: Partial<SponsorMonth> = {}): SponsorMonth {
  const attendance = monthAttendance(attended);
  return {
    ...days(from, to),
    isComplete: true,
    isNew: true,
    isInPart: false,
    teachingWeeks: 4,
    attendance,
    otherwise: attendance,
    missing: [],
    ...some,
  };
}

export function monthAttendance(worst: number, best = worst, expected = 1000): MonthAttendance {
  const share = (numerator: number, denominator: number): Fraction => ({ numerator, denominator });
  const below = (percent: number): Below => {
    if (best * 100 < percent * expected) return 'below';
    return worst * 100 < percent * expected ? 'open' : 'not-below';
  };
  const isOpenEnded = false;
  return {
    minutes: { worst: share(worst, expected), best: share(best, expected), isOpenEnded },
    sessions: { worst: share(Math.ceil(worst / 50), 20), best: share(Math.ceil(best / 50), 20), isOpenEnded },
    belowProcess: below(85),
    belowGround: below(70),
  };
}

const NOTHING_MORE = {
  isOpenEnded: false,
  module: null,
  missed: [],
  openEvents: [],
  unknownDays: [],
  unmeasuredDays: [],
  setAside: [],
};

export function measuredOf(
  worst: number,
  best: number | 'unbounded',
  minimum: number,
  some: Partial<Measured> = {},
): Measured {
  return {
    ...NOTHING_MORE,
    worst: whole(worst),
    best: best === 'unbounded' ? best : whole(best),
    threshold: whole(minimum),
    ...some,
  };
}

/** So much of so much, of which at least the percentage is asked. */
export function rateOf(done: number, expected: number, percent: number, some: Partial<Measured> = {}): Measured {
  const rate: Fraction = { numerator: done, denominator: expected };
  return { ...NOTHING_MORE, worst: rate, best: rate, threshold: { numerator: percent, denominator: 100 }, ...some };
}

/** Deciding, unless it is met. */
export function resultOf(
  indicatorId: string,
  result: IndicatorOutcome['result'],
  measured: Measured,
): IndicatorOutcome {
  return { indicatorId, result, isDeciding: result !== 'met', measured };
}

export function notApplicable(indicatorId: string): IndicatorOutcome {
  return { indicatorId, result: 'not-applicable', isDeciding: false };
}

export function vleResult(result: IndicatorOutcome['result'], measured: Measured): IndicatorOutcome {
  return resultOf('vle', result, measured);
}

export function submissionsResult(
  result: IndicatorOutcome['result'],
  submitted: number,
  due: number,
  missed: readonly Missed[] = [],
): IndicatorOutcome {
  return resultOf('submissions', result, rateOf(submitted, due, 50, { missed }));
}

export function labsResult(result: IndicatorOutcome['result'], measured: Measured): IndicatorOutcome {
  return resultOf('labs', result, measured);
}

export function dueOf(assessmentId: string, dueOn: string, kind: Missed['kind'] = 'submission'): Missed {
  return { kind, name: assessmentId, module: 'ENG101', on: day(dueOn), count: 1 };
}

export function missedEvent(on: string, some: Partial<Missed> = {}): Missed {
  return { kind: 'event', name: 'lab', module: 'ENG101', on: day(on), count: 1, ...some };
}

/** What an open event leaves unknown. */
export function missingEvent(event: OpenEvent): Missing {
  const { feed, why, starts } = event;
  return { feed, why, days: { from: starts.day, to: starts.day }, event };
}

/** Engaged at week 8 unless said otherwise. */
export function outcomeOf(some: Partial<Outcome> = {}): Outcome {
  return {
    studentId: '',
    checkpointId: 'week_8',
    checkpointOn: day('2013-11-03'),
    isAdHoc: false,
    window: days('2013-10-07', '2013-11-03'),
    windowMonitoredDays: 28,
    studentWindow: days('2013-10-07', '2013-11-03'),
    studentMonitoredDays: 28,
    authorisedDays: 0,
    groupId: null,
    lastSupportMeetingOn: null,
    judgedDays: 28,
    studentDays: 28,
    classification: 'engaged',
    isUnsettled: false,
    notAssessedReason: null,
    process: 'none',
    indicators: [vleResult('met', measuredOf(9, 9, 4)), submissionsResult('met', 2, 3)],
    ruleResult: 'met',
    hasEvidenceInWindow: true,
    lastEvidenceOn: day('2013-10-28'),
    clock: clockOf(),
    grounds: [],
    groundsWithheld: [],
    missing: [],
    missingForGrounds: [],
    openEvents: [],
    sponsorship: null,
    ...some,
  };
}

/** A student with nothing on record beside the outcomes. */
export function assessedOf(
  student: Student,
  history: readonly Outcome[] = [outcomeOf()],
  some: Partial<AssessedStudent> = {},
): AssessedStudent {
  return { student, history, circumstances: [], contacts: [], ...some };
}

/** At week 4, the checkpoint before. */
export function earlierOf(some: Partial<Outcome> = {}): Outcome {
  return outcomeOf({
    checkpointId: 'week_4',
    checkpointOn: day('2013-10-06'),
    window: days('2013-09-02', '2013-10-06'),
    studentWindow: days('2013-09-02', '2013-10-06'),
    ...some,
  });
}

export function inputOf(assessed: readonly AssessedStudent[], some: Partial<ReportInput> = {}): ReportInput {
  return {
    plan: planOf(),
    checkpoint: { id: 'week_8', on: day('2013-11-03'), isAdHoc: false },
    window: days('2013-10-07', '2013-11-03'),
    assessed,
    moduleAlerts: [],
    findings: [],
    files: [
      {
        table: 'students',
        file: 'students.csv',
        sha256: 'b2'.repeat(32),
        bytes: 1234,
        records: 11,
        madeFrom: null,
        rows: { used: 9, repeated: 2, ofUnknownStudents: 0, setAside: 0 },
        mapped: null,
      },
    ],
    sourcesFiles: [],
    feedsSetAside: [],
    reader: 'csv-parse',
    tool: { name: 'engagement-checkpoint', version: '0.1.0' },
    ...some,
  };
}
