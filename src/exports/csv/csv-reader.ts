// The reader of events in TypeScript: the oracle of the tests, and what runs where DuckDB is not installed.
import type { Day } from '../../calendar/day.js';
import { FEEDS, type Feed } from '../../engagement/feed.js';
import type { Act, FeedRecord, OpenEvent } from '../../engagement/ledger.js';
import { eventFindings, type TableTally } from '../events/event-findings.js';
import type { EventReader, EventSources, Fold, TextRecord } from '../events/fold.js';
import type { OccurrenceRow, OccurrenceTable } from '../events/occurrence.js';
import { openColumns } from '../events/open-events.js';
import type { TimetabledEvent } from '../events/timetabled-event.js';
import { FaultList } from '../fault-list.js';
import type { GuardedFile } from '../guard/guarded-file.js';
import { eachRecord } from '../records-of.js';
import type { Progress } from '../reader.js';
import type { EventTable } from '../tables.js';
import { dueColumns, feedRecord, kindsOf, sheetColumns } from './columns.js';
import type { CsvRun, RowCount } from './each-row.js';
import { foldAllocations, foldAttendance, foldTimetable, type DaysOfEvents, type EventsFold } from './events-fold.js';
import { foldOccurrences, type OccurrencesFold } from './occurrences-fold.js';
import { resolveRegisters, type OpenOf } from './registers.js';
import { foldSubmissions, isConflicting, type SubmissionsFold } from './submissions-fold.js';

/** What explain may still ask for. */
interface Folded extends Fold {
  /** Of known students. */
  readonly acts: readonly Act[];
  readonly events: ReadonlyMap<string, TimetabledEvent>;
}

export function createCsvReader(): EventReader {
  let folded: Folded | null = null;
  return {
    name: 'csv-parse',
    fold: async (sources) => {
      folded = await foldAll(sources);
      return folded;
    },
    acts: () => Promise.resolve(folded?.acts ?? []),
    recordsOf: textRecords,
    timetabledEvents: (eventIds) => {
      const named = eventIds.flatMap((eventId) => {
        const event = folded?.events.get(eventId);
        return event === undefined ? [] : [[eventId, event] as const];
      });
      return Promise.resolve(new Map(named));
    },
    close: () => Promise.resolve(),
  };
}

async function foldAll(sources: EventSources): Promise<Folded> {
  const { studentIds } = sources;
  const indexOf = new Map(studentIds.map((studentId, index) => [studentId, index]));
  const isKnown = (studentId: string): boolean => indexOf.has(studentId);
  const { submissions, occurrences, events } = await readTables(sources);
  const registers = resolveRegisters(events, isKnown);
  const acts = [...[...occurrences.values()].flatMap((fold) => fold.acts), ...registers.acts];
  const known = acts.filter(({ studentId }) => isKnown(studentId));
  const kinds = kindsOf(known);
  const entries = submissions.entries.filter(({ studentId }) => isKnown(studentId));
  const meetings = occurrences.get('meetings')?.unrecorded.map(openMeeting) ?? [];
  const open = [...registers.open, ...meetings].filter(({ studentId }) => isKnown(studentId));
  const tally = tallyWith(isKnown);
  return {
    kinds,
    feeds: feedsOf(sources, actsOfDays(acts, registers.marksOfDay, submissions)),
    sheets: sheetColumns(known, kinds, indexOf),
    dues: dueColumns(entries, indexOf),
    open: openColumns(
      open.map(({ event }) => event),
      open.map(({ studentId }, event) => ({ student: indexOf.get(studentId) ?? 0, event })),
      studentIds.length,
    ),
    unregistered: registers.unregistered,
    timetabled: registers.timetabled,
    findings: eventFindings(
      new Map<EventTable, TableTally>([
        ...[...occurrences].map(([table, fold]) => [table, tally(fold, conflictsOf(fold, isKnown))] as const),
        ['allocations', tally(events.allocations, 0)],
        ['attendance', tally(events.attendance, conflictingMarks(events.attendance, isKnown))],
        ['submissions', tally(submissions, entries.filter(isConflicting).length)],
        ['timetable', tally(events.timetable, conflictingEvents(events.timetable))],
      ]),
      registers.tally,
    ),
    acts: known,
    events: events.timetable.events,
  };
}

interface TablesRead {
  readonly submissions: SubmissionsFold;
  readonly occurrences: ReadonlyMap<OccurrenceTable, OccurrencesFold>;
  readonly events: EventsFold;
}

/** A table without files is read like one whose files have no rows. */
async function readTables({ files, progress }: EventSources): Promise<TablesRead> {
  const faults = new FaultList();
  const daysOf: DaysOfEvents = new Map();
  const occurrences = new Map<OccurrenceTable, OccurrencesFold>();
  const read = <F>(table: EventTable, fold: (files: readonly GuardedFile[], run: CsvRun) => Promise<F>): Promise<F> => {
    const tableFiles = files.get(table) ?? [];
    return fold(tableFiles, { faults, onRecord: counting(table, tableFiles, progress) });
  };
  const readOccurrences = async (table: OccurrenceTable): Promise<void> => {
    occurrences.set(table, await read(table, (tableFiles, run) => foldOccurrences(table, tableFiles, run)));
  };
  // In the order of the tables' names, in which their faults are told.
  await readOccurrences('activities');
  const allocations = await read('allocations', foldAllocations);
  const attendance = await read('attendance', (tableFiles, run) => foldAttendance(tableFiles, daysOf, run));
  await readOccurrences('lecture_capture');
  await readOccurrences('meetings');
  const submissions = await read('submissions', foldSubmissions);
  const timetable = await read('timetable', (tableFiles, run) => foldTimetable(tableFiles, daysOf, run));
  await readOccurrences('vle');
  faults.refuse();
  return { submissions, occurrences, events: { timetable, allocations, attendance, daysOf } };
}

const REPORT_EVERY_RECORDS = 10_000;

/** Reports progress every so many records. */
function counting(table: EventTable, files: readonly GuardedFile[], progress: Progress): () => void {
  const all = recordsIn(files);
  let done = 0;
  return () => {
    done += 1;
    if (done % REPORT_EVERY_RECORDS === 0 || done === all) progress(`reading ${table}`, done, all);
  };
}

function recordsIn(files: readonly GuardedFile[]): number {
  return files.reduce((sum, { report }) => sum + report.records, 0);
}

type DayCounts = ReadonlyMap<Feed, ReadonlyMap<Day, number>>;

function feedsOf({ files }: EventSources, days: DayCounts): ReadonlyMap<Feed, FeedRecord> {
  const fed = FEEDS.flatMap((feed) => {
    const feedFiles = files.get(feed);
    return feedFiles === undefined
      ? []
      : [[feed, feedRecord(days.get(feed) ?? new Map(), recordsIn(feedFiles))] as const];
  });
  return new Map(fed);
}

function actsOfDays(
  acts: readonly Act[],
  marksOfDay: ReadonlyMap<Day, number>,
  { entries }: SubmissionsFold,
): DayCounts {
  const days = new Map(FEEDS.map((feed) => [feed, new Map<Day, number>()]));
  const add = (feed: Feed, day: Day, count: number): void => {
    days.get(feed)?.set(day, (days.get(feed)?.get(day) ?? 0) + count);
  };
  // Attendance counts before registers with everyone absent are doubted.
  for (const act of acts) if (act.feed !== 'attendance') add(act.feed, act.day, act.acts);
  for (const [day, marks] of marksOfDay) add('attendance', day, marks);
  for (const { submittedDays } of entries) for (const day of submittedDays) add('submissions', day, 1);
  return days;
}

function openMeeting({ studentId, at, type }: OccurrenceRow): OpenOf {
  const event: OpenEvent = {
    feed: 'meetings',
    eventId: '',
    module: '',
    type,
    starts: at,
    isOnline: false,
    minutes: null,
    why: 'not-recorded',
    source: null,
  };
  return { studentId, event };
}

function tallyWith(isKnown: (studentId: string) => boolean) {
  return ({ rowsOf, repeatedRows }: RowCount, conflicts: number): TableTally => {
    const unknown = [...rowsOf].filter(([studentId]) => !isKnown(studentId));
    const unknownRows = unknown.reduce((sum, [, rows]) => sum + rows, 0);
    return { unknownRows, unknownStudents: unknown.length, repeatedRows, conflicts };
  };
}

function conflictsOf({ conflictsOf: byStudent }: OccurrencesFold, isKnown: (studentId: string) => boolean): number {
  return [...byStudent].filter(([studentId]) => isKnown(studentId)).reduce((sum, [, conflicts]) => sum + conflicts, 0);
}

function conflictingMarks({ marks }: EventsFold['attendance'], isKnown: (studentId: string) => boolean): number {
  return marks.filter(({ holding, statuses }) => statuses.size > 1 && isKnown(holding.studentId)).length;
}

function conflictingEvents({ events }: EventsFold['timetable']): number {
  return [...events.values()].filter(({ isConflicting }) => isConflicting).length;
}

async function textRecords(table: Feed, file: GuardedFile, studentId: string): Promise<readonly TextRecord[]> {
  const records: TextRecord[] = [];
  await eachRecord(table, file, (cells, record) => {
    if (cells.student_id === studentId) records.push({ record, cells });
  });
  return records;
}
