// Students, plans and ledgers for tests, in as few words as a test needs: only what matters is said.
import { isDeepStrictEqual } from 'node:util';
import { formatDay, parseDay, type Day } from '../../src/calendar/day.js';
import type { Calendar, Vacation } from '../../src/calendar/calendar.js';
import { daysOf, type Period } from '../../src/calendar/period.js';
import type { Circumstance } from '../../src/engagement/circumstance.js';
import { FEEDS, type Feed } from '../../src/engagement/feed.js';
import { parsePercent } from '../../src/engagement/fraction.js';
import type {
  ActKind,
  DaySheet,
  Due,
  FeedRecord,
  FeedSetAside,
  Ledger,
  OpenEvent,
  Timetabled,
} from '../../src/engagement/ledger.js';
import { byCodeUnit } from '../../src/engagement/order.js';
import type { ModuleEnrolment, Student } from '../../src/engagement/student.js';
import { always } from '../../src/plan/dated.js';
import type {
  AmountIndicator,
  ListedFeed,
  Plan,
  RateIndicator,
  RecencyIndicator,
  SponsorRules,
} from '../../src/plan/plan.js';

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
    joint: null,
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

const everywhere = { only: null, except: [], at: null, scope: 'programme', support: '' } as const;

/** QMplus on at least so many days. */
export function activeDays(minimum: number, over: Partial<AmountIndicator> = {}): AmountIndicator {
  return amount('active_days', minimum, { id: 'qmplus', title: 'QMplus', ...over });
}

/** At least so much of something; of QMplus unless said otherwise. */
export function amount(
  measure: AmountIndicator['measure'],
  minimum: number,
  over: Partial<AmountIndicator> = {},
): AmountIndicator {
  const id = { ...everywhere, id: 'qmplus', title: 'QMplus', feed: 'vle' } as const;
  return { ...id, measure, minimum: always(minimum), per: 'window', isProrated: true, ...over };
}

/** At least such a share of what is due. */
export function submissionRate(percent: string, over: Partial<RateIndicator> = {}): RateIndicator {
  return rate('submissions', percent, { id: 'coursework', title: 'Coursework', feed: 'submissions', ...over });
}

/** At least such a share of the events expected. */
export function attendanceRate(percent: string, over: Partial<RateIndicator> = {}): RateIndicator {
  return rate('events', percent, { id: 'labs', title: 'labs', feed: 'attendance', ...over });
}

export function rate(
  of: RateIndicator['of'],
  percent: string,
  over: Partial<RateIndicator> & Pick<RateIndicator, 'id' | 'title' | 'feed'>,
): RateIndicator {
  const minimum = parsePercent(percent);
  if (minimum === undefined) throw new Error(`the test names no rate: ${percent}`);
  return { ...everywhere, measure: 'rate', of, isOnTimeAsked: false, minimum: always(minimum), ...over };
}

export function recency(maximum: number, over: Partial<RecencyIndicator> = {}): RecencyIndicator {
  const id = { ...everywhere, id: 'recent', title: 'QMplus', feed: 'vle' } as const;
  return { ...id, measure: 'recency', maximum: always(maximum), ...over };
}

/** Vacations and nothing else, from 28 September 2026. */
export function calendar(over: Partial<Calendar> = {}): Calendar {
  return {
    teachingStartsOn: d('2026-09-28'),
    terms: [],
    vacations: [],
    kinds: { reading_weeks: [], exam_weeks: [], closures: [] },
    disruptions: [],
    ...over,
  };
}

/** Feeds as a plan lists them. */
export function listed(...feeds: readonly Feed[]): readonly ListedFeed[] {
  return feeds.map((feed) => ({ feed, confirmedBy: null, confirmedOn: null }));
}

/** A vacation of every level. */
export function vacation(from: string, to: string, levels: readonly string[] | null = null): Vacation {
  return { ...period(from, to), levels };
}

/** As of a plan that says nothing of sponsored students. */
export const SPONSOR_RULES: SponsorRules = {
  clauseOfOthers: null,
  foundationYears: [],
  classroom: null,
  authorisedAbsence: 'leaves',
  remoteApproved: [],
  reportWithinWorkingDays: 10,
};

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
    replyWithin: { count: 7, unit: 'days' },
    calendar: calendar(),
    bankHolidays: [],
    levels: new Map(),
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
    registers: null,
    allAbsentRegisters: 'unknown',
    eventMinutes: 60,
    clock: { vacation: 'pauses', authorisedAbsence: 'pauses' },
    indicators,
    groups: [],
    rule: { kind: 'all', of: indicators.map(({ id }) => ({ kind: 'indicator', indicatorId: id })) },
    sponsored: SPONSOR_RULES,
    patterns: [{ counts: 'non-engagement', count: 2, of: 2 }],
    moduleAlerts: null,
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

export function circumstance(
  over: Partial<Omit<Circumstance, 'from' | 'to'>> & { from: string; to?: string },
): Circumstance {
  return {
    studentId: '0001',
    kind: 'authorised-absence',
    assessmentId: '',
    reference: '',
    source: { file: 'circumstances.csv', record: 1 },
    ...over,
    from: d(over.from),
    to: over.to === undefined ? null : d(over.to),
  };
}

/** An event of which nobody knows who attended; of a register that says nothing, unless said otherwise. */
export function openEvent(over: Partial<Omit<OpenEvent, 'starts'>> & { on: string }): OpenEvent {
  const { on, ...rest } = over;
  return {
    feed: 'attendance',
    eventId: 'E1',
    module: 'M1',
    type: 'lab',
    starts: { day: d(on), minute: 600 },
    isOnline: false,
    minutes: 60,
    why: 'not-recorded',
    source: null,
    ...rest,
  };
}

/** One act, or several on one day. */
export interface ActSpec {
  readonly on: string;
  readonly studentId?: string;
  readonly feed?: Feed;
  readonly type?: string;
  readonly module?: string;
  readonly standing?: ActKind['standing'];
  readonly isOnline?: boolean;
  readonly acts?: number;
  readonly minutes?: number;
  readonly daytimeMinutes?: number;
  readonly unmeasuredActs?: number;
}

/**
 * A ledger of the acts and dues given. Other students are taken to have acted on `othersOn`, so that the feeds are known;
 * `without` names feeds that no file feeds.
 */
export function ledger(
  acts: readonly ActSpec[],
  dues: readonly Due[] = [],
  {
    othersOn = {},
    strangersOn = {},
    without = [],
    open = {},
    unregistered = [],
    unallocated = unregistered,
    hasAllocations = false,
    feedsSetAside = [],
    covered = new Map(),
    unidentified = new Map(),
    timetabled = null,
  }: LedgerOptions = {},
): Ledger {
  const kinds: ActKind[] = [];
  const kindOf = (act: ActSpec): number => {
    const { feed = 'vle', type = '', module = '', standing = 'done', isOnline = false } = act;
    const kind: ActKind = { feed, type, module, standing, isOnline };
    const index = kinds.findIndex((it) => isDeepStrictEqual(it, kind));
    return index >= 0 ? index : kinds.push(kind) - 1;
  };
  const rows = acts
    .map((act) => ({
      studentId: '0001',
      acts: 1,
      minutes: 0,
      daytimeMinutes: 0,
      unmeasuredActs: 0,
      ...act,
      day: d(act.on),
      kind: kindOf(act),
    }))
    .sort((one, other) => one.day - other.day || one.kind - other.kind);
  const sheetOf = (studentId: string): DaySheet => {
    const own = rows.filter((row) => row.studentId === studentId);
    return {
      days: Int32Array.from(own, ({ day }) => day),
      kinds: Int32Array.from(own, ({ kind }) => kind),
      acts: Float64Array.from(own, (row) => row.acts),
      minutes: Int32Array.from(own, ({ minutes }) => minutes),
      daytimeMinutes: Int32Array.from(own, (row) => row.daytimeMinutes),
      unmeasuredActs: Int32Array.from(own, ({ unmeasuredActs }) => unmeasuredActs),
    };
  };
  const submittedDays = dues.flatMap(({ submitted }) => (submitted === null ? [] : [submitted.day]));
  const feeds = new Map<Feed, FeedRecord>();
  for (const feed of FEEDS.filter((it) => !without.includes(it))) {
    const own = rows.filter(({ kind }) => kinds[kind]?.feed === feed).map(({ day }) => day);
    const days = [...own, ...(feed === 'submissions' ? submittedDays : []), ...(othersOn[feed] ?? []).map(d)];
    const strangerDays = (strangersOn[feed] ?? []).map(d);
    if (days.length + strangerDays.length > 0 || ALWAYS_THERE.includes(feed)) {
      feeds.set(feed, feedRecord(days, strangerDays));
    }
  }
  const ofRegisters = rows.flatMap(({ day, kind }) => {
    const { feed, module } = kinds[kind] ?? {};
    return feed === 'attendance' ? [[module ?? '', day] as const] : [];
  });
  return {
    kinds,
    feeds,
    timetabled: timetabled === null ? null : { ...ALL_WEEK, ...timetabled },
    unregistered,
    unallocated,
    // Rows are in order of day, and the last entry of a map holds.
    registeredFrom: new Map(ofRegisters.reverse()),
    hasAllocations,
    feedsSetAside,
    covered,
    unidentified,
    sheetOf,
    openEventsOf: (studentId) => open[studentId] ?? [],
    typesOf: (feed) => {
      const typed = [...kinds, ...Object.values(open).flat(), ...unregistered].filter((it) => it.feed === feed);
      return [...new Set([...typed, ...(feed === 'submissions' ? dues : [])].map(({ type }) => type))].sort(byCodeUnit);
    },
    duesOf: (studentId) => dues.filter((it) => it.studentId === studentId),
  };
}

const ALL_WEEK = { weekdays: [0, 1, 2, 3, 4, 5, 6], modules: ['M1'] };

/** The feeds of a plan that a test does not describe: there, though nobody may have acted. */
const ALWAYS_THERE: readonly Feed[] = ['vle', 'submissions'];

function feedRecord(ofStudents: readonly Day[], ofStrangers: readonly Day[]): FeedRecord {
  const days = [...ofStudents, ...ofStrangers];
  const actDays = [...new Set(days)].sort((one, other) => one - other);
  return {
    actDays,
    actsOfDay: actDays.map((day) => days.filter((it) => it === day).length),
    firstOfStudents: actDays.find((day) => ofStudents.includes(day)) ?? null,
    records: days.length,
  };
}

export interface LedgerOptions {
  /** Students whom `students` has. */
  readonly othersOn?: Partial<Record<Feed, readonly string[]>>;
  /** Ids that it does not have. */
  readonly strangersOn?: Partial<Record<Feed, readonly string[]>>;
  readonly without?: readonly Feed[];
  /** By student id. */
  readonly open?: Readonly<Record<string, readonly OpenEvent[]>>;
  readonly unregistered?: readonly OpenEvent[];
  readonly unallocated?: readonly OpenEvent[];
  readonly hasAllocations?: boolean;
  readonly feedsSetAside?: readonly FeedSetAside[];
  readonly covered?: Ledger['covered'];
  readonly unidentified?: Ledger['unidentified'];
  /** Events on every day of the week, of module M1, unless it says otherwise. */
  readonly timetabled?: (Period & Partial<Timetabled>) | null;
}

export function everyDay(from: string, to: string): readonly string[] {
  return [...daysOf(period(from, to))].map(formatDay);
}

/** Other students' activity that keeps all feeds known for the whole of the plan's autumn. */
export const KNOWN: LedgerOptions = {
  othersOn: {
    vle: everyDay('2026-09-28', '2027-01-31'),
    attendance: everyDay('2026-09-28', '2027-01-31'),
    lecture_capture: everyDay('2026-09-28', '2027-01-31'),
    submissions: ['2026-09-28'],
    meetings: ['2026-09-28'],
    activities: ['2026-09-28'],
  },
};
