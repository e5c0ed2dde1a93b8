// What both readers of events fold the exports into. TypeScript sees this and never an event row.
import type { Day } from '../calendar/day.js';
import type { Moment } from '../calendar/moment.js';
import type { Feed } from './feed.js';

/** What became of an opportunity; only what was done is evidence. */
export type Standing = 'done' | 'done-remotely' | 'missed' | 'missed-by-all' | 'authorised' | 'unrecorded';

/** A row of the ledger: all acts of one student on one day in one module of one kind. Sorted by its key, in this order. */
export interface Act {
  readonly studentId: string;
  readonly day: Day;
  readonly feed: Feed;
  /** Event type, component or kind, as exported; `''` where the export has none. */
  readonly type: string;
  readonly module: string;
  readonly standing: Standing;
  readonly isOnline: boolean;
  readonly acts: number;
  readonly minutes: number;
  /** Of `minutes`, those within 08:00–18:00, Monday to Friday (9.1). */
  readonly daytimeMinutes: number;
  /** Of `acts`, those whose export gave a date without a time. */
  readonly untimedActs: number;
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

/** What tells one act from another, apart from student, day and module; day sheets point into a list of these. */
export interface ActKind {
  readonly feed: Feed;
  readonly type: string;
  readonly standing: Standing;
  readonly isOnline: boolean;
}

/** One student's acts in parallel columns, ordered by day, then kind; one entry a day and kind, modules added up. */
export interface DaySheet {
  readonly days: Int32Array;
  /** Indices into the ledger's `kinds`. */
  readonly kinds: Int32Array;
  readonly acts: Float64Array;
}

/** What the reader of one feed saw, all students together, those unknown to `students` among them. */
export interface FeedRecord {
  /** The distinct days with at least one act, ascending. */
  readonly actDays: readonly Day[];
  /** Data records read, repeated ones included; 0 where no file feeds the table. */
  readonly records: number;
}

/** Everything the exports say about engagement. Independent of plans, checkpoints and calendars. */
export interface Ledger {
  readonly kinds: readonly ActKind[];
  /** A feed without any file is absent. */
  readonly feeds: ReadonlyMap<Feed, FeedRecord>;
  /** Empty columns for a student without acts. */
  sheetOf(studentId: string): DaySheet;
  /** Sorted by assessment id by code unit. */
  duesOf(studentId: string): readonly Due[];
}

/** One record of an export, as `explain` shows it. */
export interface EventRecord {
  readonly feed: Feed;
  readonly file: string;
  readonly record: number;
  /** The moment that counts: when it occurred or was submitted, else when it is due. */
  readonly at: Moment;
  readonly type: string;
  readonly module: string;
  readonly acts: number;
  /** The same row stands in an earlier file too, so this one counts for nothing. */
  readonly isRepeated: boolean;
  /** Submissions only. */
  readonly assessmentId: string;
}
