// A student's records, one by one, for explain: the same rows, and the same rules for which of them count, as in the fold.
import { FEEDS, type Feed } from '../../engagement/feed.js';
import type { EventRecord, RecordStanding } from '../../engagement/ledger.js';
import { by } from '../../engagement/order.js';
import type { GuardedFile } from '../guarded-file.js';
import { type EventTable, rowKey } from '../../engagement/tables.js';
import { ACT_STANDINGS } from './act-order.js';
import { parseAttendanceRow, parseSubmissionRow } from './event-row.js';
import type { EventReader } from './fold.js';
import { attendanceKey, byPreference, markOf, standingOf, type Mark } from './mark.js';
import { momentOf } from './moment-number.js';
import { OCCURRENCE_STANDINGS, occurrenceKey, parseOccurrenceRow, type OccurrenceTable } from './occurrence.js';
import { mostInOneFile, overruledRows, tracedRows, type TracedRow } from './traced-rows.js';

/** The student's rows of one feed's table. */
interface Traced {
  readonly reader: EventReader;
  readonly files: readonly GuardedFile[];
  readonly studentId: string;
}

export async function traceStudent(
  reader: EventReader,
  files: ReadonlyMap<EventTable, readonly GuardedFile[]>,
  studentId: string,
): Promise<readonly EventRecord[]> {
  const records: (readonly EventRecord[])[] = [];
  for (const feed of FEEDS) {
    const tableFiles = files.get(feed);
    if (tableFiles !== undefined) records.push(await recordsOf(feed, { reader, files: tableFiles, studentId }));
  }
  // Stable: within a file the records are in order already.
  return records.flat().sort(by(({ file }) => file));
}

function recordsOf(feed: Feed, traced: Traced): Promise<readonly EventRecord[]> {
  switch (feed) {
    case 'attendance':
      return attendanceRecords(traced);
    case 'submissions':
      return submissionRecords(traced);
    case 'vle':
    case 'meetings':
    case 'lecture_capture':
    case 'activities':
      return occurrenceRecords(feed, traced);
  }
}

async function attendanceRecords({ reader, files, studentId }: Traced): Promise<readonly EventRecord[]> {
  const rows = await tracedRows(reader, 'attendance', files, studentId, {
    parse: parseAttendanceRow,
    keyOf: attendanceKey,
  });
  const overruled = overruledRows(
    rows,
    ({ row }) => row.eventId,
    byPreference,
    () => 1,
  );
  const timetabled = await reader.timetabledEvents([...new Set(rows.map(({ row }) => row.eventId))]);
  return rows.map((traced) => {
    const { eventId } = traced.row;
    const mark = markOf(traced.row, timetabled.get(eventId));
    const { type, module, starts, minutes } = mark;
    const standing = recordStanding(mark);
    const common = recordOf('attendance', traced, standing, overruled.has(traced));
    return { ...common, at: momentOf(starts), type, module, minutes, eventId };
  });
}

function recordStanding(mark: Mark): RecordStanding {
  return standingOf(mark) ?? (mark.status === 'cancelled' ? 'cancelled' : 'unrecorded');
}

async function submissionRecords({ reader, files, studentId }: Traced): Promise<readonly EventRecord[]> {
  const rows = await tracedRows(reader, 'submissions', files, studentId, {
    parse: parseSubmissionRow,
    keyOf: (_, cells) => rowKey('submissions', cells),
  });
  return rows.map((traced) => {
    const { cells, row } = traced;
    const standing = row.submitted === null ? 'not-submitted' : 'done';
    return {
      ...recordOf('submissions', traced, standing, false),
      at: row.submitted ?? row.due,
      type: cells.kind,
      module: cells.module_code,
      assessmentId: cells.assessment_id,
    };
  });
}

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- ties the rows to their own columns
async function occurrenceRecords<T extends OccurrenceTable>(
  table: T,
  { reader, files, studentId }: Traced,
): Promise<readonly EventRecord[]> {
  const rows = await tracedRows(reader, table, files, studentId, {
    parse: (cells, source) => parseOccurrenceRow(table, cells, source),
    keyOf: (_, cells) => rowKey(table, cells),
  });
  const overruled = overruledRows(
    rows,
    ({ cells, row }) => occurrenceKey(table, cells, row),
    (one, other) => one.standing - other.standing,
    (keyed) => {
      const best = keyed.reduce((least, { row }) => Math.min(least, row.standing), Infinity);
      return mostInOneFile(keyed.filter(({ row }) => row.standing === best));
    },
  );
  return rows.map((traced) => {
    const { at, type, module, acts, minutes, standing } = traced.row;
    const common = recordOf(table, traced, OCCURRENCE_STANDINGS[standing] ?? 'unrecorded', overruled.has(traced));
    return { ...common, at, type, module, minutes, acts: common.acts * acts };
  });
}

/** What all records have; nothing measured, and one act where the record says what became of it. */
function recordOf<T extends Feed>(
  feed: T,
  { file, record, isRepeated }: TracedRow<T, unknown>,
  standing: RecordStanding,
  isOverruled: boolean,
) {
  const acts = ACT_STANDINGS.some((one) => one === standing) ? 1 : 0;
  return { feed, file, record, standing, acts, minutes: null, isRepeated, isOverruled, eventId: '', assessmentId: '' };
}
