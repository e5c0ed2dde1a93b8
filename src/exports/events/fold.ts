// What a reader folds the event tables into: columns of whole numbers, which the ledger hands out by student.
import type { Day } from '../../calendar/day.js';
import type { Fault } from '../../diagnostics/catalogue.js';
import type { Feed } from '../../engagement/feed.js';
import type { Act, ActKind, FeedRecord, OpenEvent, Timetabled } from '../../engagement/ledger.js';
import type { GuardedFile } from '../guarded-file.js';
import type { Survey } from '../mapped/survey.js';
import type { Progress, ReaderName } from '../reader.js';
import type { RowAccount } from '../row-account.js';
import type { EventTable } from '../../engagement/tables.js';
import type { OpenColumns } from './open-events.js';
import type { TimetabledEvent } from './timetabled-event.js';

/** All day sheets, ordered by student, day and kind. Those of student `i` are the entries `starts[i]` to `starts[i + 1]`. */
export interface SheetColumns {
  readonly starts: Int32Array;
  readonly days: Int32Array;
  readonly kinds: Int32Array;
  readonly acts: Float64Array;
  readonly minutes: Int32Array;
  readonly daytimeMinutes: Int32Array;
  readonly unmeasuredActs: Int32Array;
}

/** All assessments of all students, ordered by student and assessment; moments as in moment-number.ts. */
export interface DueColumns {
  readonly starts: Int32Array;
  /** Indices into the names below, which are sorted. */
  readonly assessments: Int32Array;
  readonly modules: Int32Array;
  /** Indices into `ASSESSMENT_KINDS`. */
  readonly kinds: Int32Array;
  readonly due: Int32Array;
  readonly extendedTo: Int32Array;
  readonly submitted: Int32Array;
  readonly assessmentNames: readonly string[];
  readonly moduleNames: readonly string[];
}

export interface Fold {
  readonly kinds: readonly ActKind[];
  readonly feeds: ReadonlyMap<Feed, FeedRecord>;
  readonly sheets: SheetColumns;
  readonly dues: DueColumns;
  readonly open: OpenColumns;
  readonly unregistered: readonly OpenEvent[];
  readonly unallocated: readonly OpenEvent[];
  readonly timetabled: Timetabled | null;
  readonly registeredFrom: ReadonlyMap<string, Day>;
  /** Of each file. */
  readonly accounts: ReadonlyMap<string, RowAccount>;
  readonly findings: readonly Fault[];
}

/** A record of an event table as text, for explain. */
export interface TextRecord {
  readonly record: number;
  /** By column of the table, as the cells count. */
  readonly cells: Readonly<Record<string, string>>;
}

export interface EventSources {
  /** Sorted; a student's index here is their index in the columns. */
  readonly studentIds: readonly string[];
  /** By table, sorted by file; copies with identical contents left out. A table without files is absent. */
  readonly files: ReadonlyMap<EventTable, readonly GuardedFile[]>;
  readonly progress: Progress;
}

/** One of the two readers of events. */
export interface EventReader {
  readonly name: ReaderName;
  /** A file whose mapping only its rows can settle. */
  survey(file: GuardedFile): Promise<Survey>;
  /** Once, before anything below. */
  fold(sources: EventSources): Promise<Fold>;
  acts(): Promise<readonly Act[]>;
  /** Of a feed's table. */
  recordsOf(feed: Feed, file: GuardedFile, studentId: string): Promise<readonly TextRecord[]>;
  /** Those of these events that the timetable names, by event id. */
  timetabledEvents(eventIds: readonly string[]): Promise<ReadonlyMap<string, TimetabledEvent>>;
  close(): Promise<void>;
}

/** Module names sorted by code unit with blank last, so that the smallest index is the name to prefer. */
export function sortedNames(names: Iterable<string>): readonly string[] {
  return [...names].sort((one, other) => {
    if (one === '' || other === '') return one === other ? 0 : one === '' ? 1 : -1;
    return one < other ? -1 : 1;
  });
}
