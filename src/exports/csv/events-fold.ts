// Timetable, allocations and attendance read row by row in TypeScript, before they are looked at together.
import { rowKey } from '../../engagement/tables.js';
import type { Day } from '../../calendar/day.js';
import { parseAllocationRow, parseAttendanceRow, parseTimetableRow, type AttendanceRow } from '../events/event-row.js';
import { attendanceKey, byPreference } from '../events/mark.js';
import { dayOfNumber } from '../events/moment-number.js';
import { addTimetableRow, type Timetabled } from '../events/timetabled-event.js';
import type { GuardedFile } from '../guarded-file.js';
import { eachRow, type CsvRun, type RowCount } from './each-row.js';

/** The days on which the rows say that each event begins. */
export type DaysOfEvents = Map<string, Set<Day>>;

/** One student at one event. */
export interface MarkRows {
  readonly holding: AttendanceRow;
  /** Every status that the rows give. */
  readonly statuses: ReadonlySet<number>;
}

export interface EventsFold {
  readonly timetable: RowCount & { readonly events: ReadonlyMap<string, Timetabled> };
  readonly allocations: RowCount & { readonly studentsOf: ReadonlyMap<string, ReadonlySet<string>> };
  readonly attendance: RowCount & { readonly marks: readonly MarkRows[] };
  readonly daysOf: DaysOfEvents;
}

export async function foldTimetable(
  files: readonly GuardedFile[],
  daysOf: DaysOfEvents,
  run: CsvRun,
): Promise<EventsFold['timetable']> {
  const events = new Map<string, Timetabled>();
  const count = await eachRow(
    'timetable',
    files,
    {
      parse: parseTimetableRow,
      visit: (row, source) => {
        events.set(row.eventId, addTimetableRow(events.get(row.eventId), row, source));
        addDay(daysOf, row.eventId, row.starts);
      },
      keyOf: (_, cells) => rowKey('timetable', cells),
    },
    run,
  );
  return { ...count, events };
}

export async function foldAllocations(files: readonly GuardedFile[], run: CsvRun): Promise<EventsFold['allocations']> {
  const studentsOf = new Map<string, Set<string>>();
  const count = await eachRow(
    'allocations',
    files,
    {
      parse: parseAllocationRow,
      visit: ({ studentId, eventId }) => {
        studentsOf.set(eventId, (studentsOf.get(eventId) ?? new Set()).add(studentId));
      },
      keyOf: (_, cells) => rowKey('allocations', cells),
    },
    run,
  );
  return { ...count, studentsOf };
}

export async function foldAttendance(
  files: readonly GuardedFile[],
  daysOf: DaysOfEvents,
  run: CsvRun,
): Promise<EventsFold['attendance']> {
  const marks = new Map<string, { holding: AttendanceRow; statuses: Set<number> }>();
  const count = await eachRow(
    'attendance',
    files,
    {
      parse: parseAttendanceRow,
      visit: (row) => {
        const key = `${row.studentId}\u0000${row.eventId}`;
        const mark = marks.get(key) ?? { holding: row, statuses: new Set<number>() };
        mark.statuses.add(row.status);
        if (byPreference(row, mark.holding) < 0) mark.holding = row;
        marks.set(key, mark);
        addDay(daysOf, row.eventId, row.starts);
      },
      keyOf: attendanceKey,
    },
    run,
  );
  return { ...count, marks: [...marks.values()] };
}

function addDay(daysOf: DaysOfEvents, eventId: string, starts: number): void {
  daysOf.set(eventId, (daysOf.get(eventId) ?? new Set()).add(dayOfNumber(starts)));
}
