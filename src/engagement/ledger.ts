// What both readers of events fold the exports into. TypeScript sees this and never an event row.
import type { Day } from '../calendar/day.js';
import type { Moment } from '../calendar/moment.js';
import type { Period } from '../calendar/period.js';
import type { Feed } from './feed.js';
import type { Source } from './student.js';

/**
 * What became of an opportunity; only what was done is evidence. `done-remotely`: an in-person event attended online
 * (8.5). What nobody knows is no act but an open event; what was cancelled is neither.
 */
export type Standing = 'done' | 'done-remotely' | 'missed' | 'authorised';

/** A row of the ledger: all acts of one student on one day in one module of one kind. Sorted by its key, in this order. */
export interface Act {
  readonly studentId: string;
  readonly day: Day;
  readonly feed: Feed;
  /** Event type, component or kind, as exported; `''` where the export has none. */
  readonly type: string;
  /** `''` where the export names none. */
  readonly module: string;
  readonly standing: Standing;
  /** Attendance: the event was scheduled online. */
  readonly isOnline: boolean;
  readonly acts: number;
  /** Attendance: from start to end; lecture capture: watched; 0 for other feeds. */
  readonly minutes: number;
  /** Attendance: of `minutes`, those on Monday to Friday within 08:00 to 18:00 (9.1); 0 for other feeds. */
  readonly daytimeMinutes: number;
  /** Attendance and lecture capture: of `acts`, those whose minutes the export does not give. */
  readonly unmeasuredActs: number;
}

/** What tells one act from another, apart from student and day; day sheets point into a list of these. */
export type ActKind = Pick<Act, 'feed' | 'type' | 'module' | 'standing' | 'isOnline'>;

/** One student's acts in parallel columns, ordered by day, then kind; one entry a day and kind. */
export interface DaySheet {
  readonly days: Int32Array;
  /** Indices into the ledger's `kinds`. */
  readonly kinds: Int32Array;
  readonly acts: Float64Array;
  readonly minutes: Int32Array;
  readonly daytimeMinutes: Int32Array;
  readonly unmeasuredActs: Int32Array;
}

/** One student's assessment, never aggregated: extensions and replay need its dates. */
export interface Due {
  readonly studentId: string;
  readonly assessmentId: string;
  readonly module: string;
  /** `formative`, `summative` or `''`. */
  readonly type: string;
  /** As set, without extension. */
  readonly due: Moment;
  readonly extendedTo: Moment | null;
  readonly submitted: Moment | null;
}

/** Why an event leaves open who attended: nobody made a register, it says nothing of the student, or all are absent. */
export type OpenBecause = 'no-register' | 'not-recorded' | 'everyone-absent';

/** A taught event, or a meeting, of which nobody knows whether a student attended it. */
export interface OpenEvent {
  readonly feed: 'attendance' | 'meetings';
  /** `''` for a meeting. */
  readonly eventId: string;
  readonly module: string;
  readonly type: string;
  readonly starts: Moment;
  /** Scheduled online. */
  readonly isOnline: boolean;
  /** Null where the export gives no end. */
  readonly minutes: number | null;
  readonly why: OpenBecause;
  /** `no-register`: the record of the timetable; else null. */
  readonly source: Source | null;
}

/** What the reader of one feed saw, all students together, those unknown to `students` among them. */
export interface FeedRecord {
  /**
   * The distinct days with at least one act, ascending. Attendance: a mark of present, late, absent or authorised.
   * Meetings: attended or not. Submissions: something submitted.
   */
  readonly actDays: readonly Day[];
  /** How many acts each of these days has. */
  readonly actsOfDay: readonly number[];
  /** The first of these days with an act of a student whom `students` has; null: they are all of others. */
  readonly firstOfStudents: Day | null;
  /** Data records read, repeated ones included; 0 where no file feeds the table. */
  readonly records: number;
}

/** A feed that the run was told to go on without: unknown on every day. */
export interface FeedSetAside {
  readonly feed: Feed;
  /** The names of the exports that hold it, which nobody opened; sorted. */
  readonly files: readonly string[];
}

/** The students whom a feed's exports cannot name: these name people by ids of systems, and theirs are not known. */
export interface Unidentified {
  /** Sorted. */
  readonly systems: readonly string[];
  readonly studentIds: ReadonlySet<string>;
}

/** What the timetable holds, from its first to its last day with an event; cancelled ones are of it too. */
export interface Timetabled extends Period {
  /** On which days of the week there ever is an event, from 0 for Monday; ascending. */
  readonly weekdays: readonly number[];
  /** The modules that have events; sorted by code unit. */
  readonly modules: readonly string[];
}

/** Everything the exports say about engagement. Independent of plans, checkpoints and calendars. */
export interface Ledger {
  readonly kinds: readonly ActKind[];
  /** A feed without any file is absent, as is one that was set aside. */
  readonly feeds: ReadonlyMap<Feed, FeedRecord>;
  /** In the order of `FEEDS`. */
  readonly feedsSetAside: readonly FeedSetAside[];
  /** The days of a feed that its exports are declared to hold in full; every other day of it is unknown. */
  readonly covered: ReadonlyMap<Feed, readonly Period[]>;
  /** Of these students every day of the feed is unknown. A feed that everybody is named in is absent. */
  readonly unidentified: ReadonlyMap<Feed, Unidentified>;
  /** Null without a timetable. */
  readonly timetabled: Timetabled | null;
  /** Timetabled events without any register, cancelled ones left out; sorted by event id. */
  readonly unregistered: readonly OpenEvent[];
  /** Of these, the ones to which no allocation sends anybody, whoever it is; without such a table all of them. */
  readonly unallocated: readonly OpenEvent[];
  /** For each module, the first day on which a register says of somebody whether they were there; sorted by module. */
  readonly registeredFrom: ReadonlyMap<string, Day>;
  /** Whether an allocations table says who was expected where. */
  readonly hasAllocations: boolean;
  /** Empty columns for a student without acts. */
  sheetOf(studentId: string): DaySheet;
  /**
   * The events that are the student's because a register or an allocation names them, and that leave open whether they
   * attended; sorted by start, then event id. Unregistered ones are among them only where there are allocations.
   */
  openEventsOf(studentId: string): readonly OpenEvent[];
  /**
   * The types that the exports have of a feed, those of known students and of timetabled events without a register; sorted,
   * `''` among them where something has no type; none where the feed holds nothing.
   */
  typesOf(feed: Feed): readonly string[];
  /** Sorted by assessment id by code unit. */
  duesOf(studentId: string): readonly Due[];
}

/** What one record says became of the opportunity; `unrecorded`: it does not say. */
export type RecordStanding = Standing | 'unrecorded' | 'cancelled' | 'not-submitted';

/** One record of an export, as `explain` shows it. */
export interface EventRecord {
  readonly feed: Feed;
  readonly file: string;
  readonly record: number;
  /** The moment that counts: when it occurred, began or was submitted, else when it is due. */
  readonly at: Moment;
  readonly type: string;
  readonly module: string;
  readonly standing: RecordStanding;
  readonly acts: number;
  /** Null where the feed has none, or the record gives none. */
  readonly minutes: number | null;
  /** The same row stands in an earlier file too, so this one counts for nothing. */
  readonly isRepeated: boolean;
  /** Another record of the same student and event (or meeting) counts in its place. */
  readonly isOverruled: boolean;
  /** Attendance only; else `''`. */
  readonly eventId: string;
  /** Submissions only; else `''`. */
  readonly assessmentId: string;
}
