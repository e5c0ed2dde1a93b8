// All event tables read row by row, every faulty cell of them told together.
import type { EventSources } from '../events/fold.js';
import type { OccurrenceTable } from '../events/occurrence.js';
import { FaultList } from '../fault-list.js';
import { KnownIds, lostZeros } from '../lost-zeros.js';
import type { GuardedFile } from '../guarded-file.js';
import type { Progress } from '../reader.js';
import { EVENT_TABLES, type EventTable } from '../../engagement/tables.js';
import type { CsvRun, RowCount } from './each-row.js';
import { foldAllocations, foldAttendance, foldTimetable, type DaysOfEvents, type EventsFold } from './events-fold.js';
import { foldOccurrences, type OccurrencesFold } from './occurrences-fold.js';
import { foldSubmissions, type SubmissionsFold } from './submissions-fold.js';

export interface TablesRead {
  readonly submissions: SubmissionsFold;
  readonly occurrences: ReadonlyMap<OccurrenceTable, OccurrencesFold>;
  readonly events: EventsFold;
}

/** A table without files is read like one whose files have no rows. */
export async function readTables(
  { files, progress, studentIds }: EventSources,
  isKnown: CsvRun['isKnown'],
): Promise<TablesRead> {
  const faults = new FaultList();
  const daysOf: DaysOfEvents = new Map();
  const occurrences = new Map<OccurrenceTable, OccurrencesFold>();
  const read = <F>(table: EventTable, fold: (files: readonly GuardedFile[], run: CsvRun) => Promise<F>): Promise<F> => {
    const tableFiles = files.get(table) ?? [];
    return fold(tableFiles, { faults, onRecord: counting(table, tableFiles, progress), isKnown });
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
  const tables = { submissions, occurrences, events: { timetable, allocations, attendance, daysOf } };
  refuseLostZeros(tables, new KnownIds(studentIds));
  return tables;
}

/** By table, then file. */
function refuseLostZeros({ submissions, occurrences, events }: TablesRead, knownIds: KnownIds): void {
  const { allocations, attendance } = events;
  const counts = new Map<string, RowCount>([
    ...occurrences,
    ...Object.entries({ allocations, attendance, submissions }),
  ]);
  const faults = new FaultList();
  for (const table of EVENT_TABLES) {
    for (const [file, ids] of counts.get(table)?.idsOf ?? []) faults.addAll(lostZeros(file, ids, knownIds));
  }
  faults.refuse();
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

export function recordsIn(files: readonly GuardedFile[]): number {
  return files.reduce((sum, { report }) => sum + report.records, 0);
}
