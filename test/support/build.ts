// Students, plans and ledgers for tests, in as few words as a test needs: only what matters is said.
import { formatDay, parseDay, type Day } from '../../src/calendar/day.js';
import { daysOf, type Period } from '../../src/calendar/period.js';
import type { Feed } from '../../src/engagement/feed.js';
import { parsePercent } from '../../src/engagement/fraction.js';
import type { ActKind, DaySheet, Due, FeedRecord, Ledger } from '../../src/engagement/ledger.js';
import type { ModuleEnrolment, Student } from '../../src/engagement/student.js';
import type { Indicator, Plan } from '../../src/plan/plan.js';

/** A day, or an error in the test itself. */
export function d(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new Error(`the test names no day: ${text}`);
  return day;
}

export function period(from: string, to: string): Period {
  return { from: d(from), to: d(to) };
}

const source = { file: 'students.csv', record: 1 };

/** An enrolled, taught campus student of school ENG since 28 September 2026. */
export function student(over: Partial<Student> = {}): Student {
  return {
    studentId: '0001',
    firstName: 'Ada',
    lastName: 'Obi',
    preferredName: '',
    email: 'ada@example.ac.uk',
    school: 'ENG',
    faculty: '',
    programmeCode: 'P1',
    programmeTitle: 'Engineering',
    programmeType: 'taught',
    targetAwardRqf: 6,
    yearOfStudy: '1',
    mode: 'full-time',
    registeredOn: null,
    startsOn: d('2026-09-28'),
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
    advisorName: '',
    advisorEmail: '',
    funding: null,
    source,
    ...over,
  };
}

export function enrolment(over: Partial<ModuleEnrolment> = {}): ModuleEnrolment {
  return { studentId: '0001', moduleCode: 'M1', moduleSchool: 'ENG', from: null, to: null, source, ...over };
}

/** QMplus on at least so many days. */
export function activeDays(minimum: number, over: Partial<Indicator> = {}): Indicator {
  const base = { id: 'qmplus', title: 'QMplus', feed: 'vle', only: null, support: '' } as const;
  return { ...base, measure: 'active_days', minimum, isProrated: true, ...over } as Indicator;
}

/** At least such a share of what is due. */
export function submissionRate(percent: string, over: Partial<Indicator> = {}): Indicator {
  const minimum = parsePercent(percent);
  if (minimum === undefined) throw new Error(`the test names no rate: ${percent}`);
  const base = { id: 'coursework', title: 'Coursework', feed: 'submissions', only: null, support: '' } as const;
  return { ...base, measure: 'rate', minimum, ...over } as Indicator;
}

export function recency(maximum: number, over: Partial<Indicator> = {}): Indicator {
  return {
    id: 'recent',
    title: 'QMplus',
    feed: 'vle',
    only: null,
    support: '',
    measure: 'recency',
    maximum,
    ...over,
  } as Indicator;
}

/** Teaching from 28 September 2026; checkpoints on 18 October, 8 November and 6 December; QMplus on 3 days. */
export function plan(over: Partial<Plan> = {}): Plan {
  const indicators = over.indicators ?? [activeDays(3)];
  return {
    name: 'ENG',
    title: 'School of Engineering',
    policyVersion: '2.0',
    students: { schools: ['ENG'] },
    leads: [{ name: 'Dr Ama Boateng', email: 'a.boateng@example.ac.uk' }],
    contacts: { supportName: '', supportEmail: '', wellbeingUrl: '', adviceUrl: '', appealsUrl: '' },
    replyWithinDays: 7,
    calendar: { teachingStartsOn: d('2026-09-28'), vacations: [] },
    checkpoints: [
      { id: 'week_3', on: d('2026-10-18') },
      { id: 'week_6', on: d('2026-11-08') },
      { id: 'week_10', on: d('2026-12-06') },
    ],
    graceDays: 7,
    toleranceDays: 3,
    feeds: [
      { feed: 'vle', confirmedBy: null, confirmedOn: null },
      { feed: 'submissions', confirmedBy: null, confirmedOn: null },
    ],
    indicators,
    rule: { kind: 'all', of: indicators.map(({ id }) => ({ kind: 'indicator', indicatorId: id })) },
    patterns: [{ counts: 'non-engagement', count: 2, of: 2 }],
    files: [],
    ...over,
  };
}

export function due(
  over: Partial<Omit<Due, 'due' | 'extendedTo' | 'submitted'>> & {
    due: string;
    extendedTo?: string;
    submitted?: string;
  },
): Due {
  const moment = (text: string | undefined): { day: Day; minute: null } | null => {
    return text === undefined ? null : { day: d(text), minute: null };
  };
  return {
    studentId: over.studentId ?? '0001',
    assessmentId: over.assessmentId ?? 'A1',
    module: over.module ?? 'M1',
    type: over.type ?? 'summative',
    due: { day: d(over.due), minute: null },
    extendedTo: moment(over.extendedTo),
    submitted: moment(over.submitted),
  };
}

/** One act, or several on one day. */
export interface ActSpec {
  readonly on: string;
  readonly studentId?: string;
  readonly feed?: Feed;
  readonly type?: string;
  readonly standing?: ActKind['standing'];
  readonly acts?: number;
}

/**
 * A ledger of the acts and dues given. Other students are taken to have acted on `othersOn`, so that the feeds are known;
 * `without` names feeds that no file feeds.
 */
export function ledger(
  acts: readonly ActSpec[],
  dues: readonly Due[] = [],
  { vleOthersOn = [], submissionsOthersOn = [], without = [] }: LedgerOptions = {},
): Ledger {
  const kinds: ActKind[] = [];
  const kindOf = ({ feed = 'vle', type = '', standing = 'done' }: ActSpec): number => {
    const index = kinds.findIndex((kind) => kind.feed === feed && kind.type === type && kind.standing === standing);
    return index >= 0 ? index : kinds.push({ feed, type, standing, isOnline: false }) - 1;
  };
  const rows = acts
    .map((act) => ({ studentId: act.studentId ?? '0001', day: d(act.on), kind: kindOf(act), acts: act.acts ?? 1 }))
    .sort((one, other) => one.day - other.day || one.kind - other.kind);
  const sheetOf = (studentId: string): DaySheet => {
    const own = rows.filter((row) => row.studentId === studentId);
    return {
      days: Int32Array.from(own, ({ day }) => day),
      kinds: Int32Array.from(own, ({ kind }) => kind),
      acts: Float64Array.from(own, (row) => row.acts),
    };
  };
  const record = (days: readonly Day[]): FeedRecord => {
    return { actDays: [...new Set(days)].sort((one, other) => one - other), records: days.length };
  };
  const actDaysOf = (feed: Feed): Day[] => rows.filter(({ kind }) => kinds[kind]?.feed === feed).map(({ day }) => day);
  const submittedDays = dues.flatMap(({ submitted }) => (submitted === null ? [] : [submitted.day]));
  const feeds = new Map<Feed, FeedRecord>([
    ['vle', record([...actDaysOf('vle'), ...vleOthersOn.map(d)])],
    ['submissions', record([...submittedDays, ...submissionsOthersOn.map(d)])],
  ]);
  for (const feed of without) feeds.delete(feed);
  return { kinds, feeds, sheetOf, duesOf: (studentId) => dues.filter((it) => it.studentId === studentId) };
}

export interface LedgerOptions {
  readonly vleOthersOn?: readonly string[];
  readonly submissionsOthersOn?: readonly string[];
  readonly without?: readonly Feed[];
}

export function everyDay(from: string, to: string): readonly string[] {
  return [...daysOf(period(from, to))].map(formatDay);
}

/** Other students' activity that keeps both feeds known for the whole of the plan's autumn. */
export const KNOWN: LedgerOptions = {
  vleOthersOn: everyDay('2026-09-28', '2027-01-31'),
  submissionsOthersOn: ['2026-09-28'],
};
