// Students, outcomes and plans for the report tests: complete ones, of which a test states only what it is about.
import { parseDay, type Day } from '../../src/calendar/day.js';
import type { Period } from '../../src/calendar/period.js';
import { whole } from '../../src/engagement/fraction.js';
import type { Clock, IndicatorOutcome, Measured, MissingDue, Outcome } from '../../src/engagement/outcome.js';
import type { Student } from '../../src/engagement/student.js';
import type { NumberIndicator, Plan, RateIndicator } from '../../src/plan/plan.js';
import type { AssessedStudent, ReportInput } from '../../src/reports/input.js';

export function day(text: string): Day {
  const found = parseDay(text);
  if (found === undefined) throw new RangeError(`not a day: ${text}`);
  return found;
}

export function days(from: string, to: string): Period {
  return { from: day(from), to: day(to) };
}

export const VLE: NumberIndicator = {
  id: 'vle',
  title: 'QMplus',
  feed: 'vle',
  only: null,
  support: '',
  measure: 'active_days',
  minimum: 4,
  isProrated: true,
};

export const SUBMISSIONS: RateIndicator = {
  id: 'submissions',
  title: 'submissions',
  feed: 'submissions',
  only: null,
  support: 'Your tutor can help you to plan.',
  measure: 'rate',
  minimum: { numerator: 50, denominator: 100 },
};

export function planOf(some: Partial<Plan> = {}): Plan {
  return {
    name: 'ENG',
    title: 'School of Engineering, Physics & Design',
    policyVersion: '2.0',
    students: { schools: ['ENG'] },
    leads: [{ name: 'Dr Ama Boateng', email: 'a.boateng@example.ac.uk' }],
    contacts: {
      supportName: 'Engineering Student Support',
      supportEmail: 'eng@example.ac.uk',
      wellbeingUrl: 'https://example.ac.uk/wellbeing',
      adviceUrl: 'https://example.ac.uk/advice',
      appealsUrl: 'https://example.ac.uk/appeals',
    },
    replyWithinDays: 7,
    calendar: { teachingStartsOn: day('2013-09-02'), vacations: [] },
    checkpoints: [
      { id: 'week_4', on: day('2013-10-06') },
      { id: 'week_8', on: day('2013-11-03') },
    ],
    graceDays: 7,
    toleranceDays: 3,
    feeds: [],
    indicators: [VLE, SUBMISSIONS],
    rule: { kind: 'all', of: [] },
    patterns: [],
    files: [{ file: 'plans/eng.yaml', sha256: 'a1'.repeat(32) }],
    ...some,
  };
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
    jointSchool: '',
    jointDecidedBy: '',
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

export function measuredOf(
  worst: number,
  best: number | 'unbounded',
  minimum: number,
  some: Partial<Measured> = {},
): Measured {
  return {
    worst: whole(worst),
    best: best === 'unbounded' ? best : whole(best),
    threshold: whole(minimum),
    missing: [],
    unknownDays: [],
    ...some,
  };
}

export function vleResult(result: IndicatorOutcome['result'], measured: Measured): IndicatorOutcome {
  return { indicatorId: 'vle', result, measured };
}

export function submissionsResult(
  result: IndicatorOutcome['result'],
  submitted: number,
  due: number,
  missing: readonly MissingDue[] = [],
): IndicatorOutcome {
  const rate = { numerator: submitted, denominator: due };
  const threshold = { numerator: 50, denominator: 100 };
  return {
    indicatorId: 'submissions',
    result,
    measured: { worst: rate, best: rate, threshold, missing, unknownDays: [] },
  };
}

export function dueOf(assessmentId: string, dueOn: string): MissingDue {
  return { assessmentId, module: 'ENG101', dueOn: day(dueOn) };
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
    classification: 'engaged',
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
    ...some,
  };
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
    findings: [],
    files: [{ table: 'students', file: 'students.csv', sha256: 'b2'.repeat(32), bytes: 1234, records: 11 }],
    reader: 'csv-parse',
    tool: { name: 'engagement-checkpoint', version: '0.1.0' },
    ...some,
  };
}
