// The exact search for faulty cells. Both readers name faults with it, so that they say the same.
import type { Source } from '../../engagement/student.js';
import type { FaultList } from '../fault-list.js';
import type { GuardedFile } from '../guarded-file.js';
import { eachRecord } from '../records-of.js';
import type { CellsOf, EventTable } from '../../engagement/tables.js';
import { parseAllocationRow, parseAttendanceRow, parseSubmissionRow, parseTimetableRow } from './event-row.js';
import { parseOccurrenceRow } from './occurrence.js';
import type { ParsedRow } from './row-cells.js';

type Parsers = { readonly [T in EventTable]: (cells: CellsOf<T>, source: Source) => ParsedRow<unknown> };

const PARSERS: Parsers = {
  activities: (cells, source) => parseOccurrenceRow('activities', cells, source),
  allocations: parseAllocationRow,
  attendance: parseAttendanceRow,
  lecture_capture: (cells, source) => parseOccurrenceRow('lecture_capture', cells, source),
  meetings: (cells, source) => parseOccurrenceRow('meetings', cells, source),
  submissions: parseSubmissionRow,
  timetable: parseTimetableRow,
  vle: (cells, source) => parseOccurrenceRow('vle', cells, source),
};

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- ties the rows to their own parser
export async function addRowFaults<T extends EventTable>(
  table: T,
  file: GuardedFile,
  faults: FaultList,
): Promise<void> {
  const parse: Parsers[T] = PARSERS[table];
  await eachRecord(table, file, (cells, record) => {
    const parsed = parse(cells, { file: file.file, record });
    if ('faults' in parsed) faults.addAll(parsed.faults);
  });
}
