// What was tolerated of each table, counted.
import type { TableTally } from '../events/event-findings.js';
import type { EventTable } from '../../engagement/tables.js';
import type { RowCount } from './each-row.js';
import type { EventsFold } from './events-fold.js';
import type { OccurrencesFold } from './occurrences-fold.js';
import type { TablesRead } from './read-tables.js';
import { isConflicting } from './submissions-fold.js';

type IsKnown = (studentId: string) => boolean;

export function talliesOf(
  { submissions, occurrences, events }: TablesRead,
  isKnown: IsKnown,
): ReadonlyMap<EventTable, TableTally> {
  const entries = submissions.entries.filter(({ studentId }) => isKnown(studentId));
  const tally = (count: RowCount, conflicts: number): TableTally => tallyOf(count, conflicts, isKnown);
  return new Map<EventTable, TableTally>([
    ...[...occurrences].map(([table, fold]) => [table, tally(fold, conflictsOf(fold, isKnown))] as const),
    ['allocations', tally(events.allocations, 0)],
    ['attendance', tally(events.attendance, conflictingMarks(events.attendance, isKnown))],
    ['submissions', tally(submissions, entries.filter(isConflicting).length)],
    ['timetable', tally(events.timetable, conflictingEvents(events.timetable))],
  ]);
}

function tallyOf({ accounts, idsOf, skippedTimes }: RowCount, conflicts: number, isKnown: IsKnown): TableTally {
  const unknown = new Set([...idsOf.values()].flatMap((ids) => [...ids].filter((id) => !isKnown(id))));
  return { accounts: accounts.all(), unknownStudents: unknown.size, skippedTimes, conflicts };
}

function conflictsOf({ conflictsOf: byStudent }: OccurrencesFold, isKnown: IsKnown): number {
  return [...byStudent].filter(([studentId]) => isKnown(studentId)).reduce((sum, [, conflicts]) => sum + conflicts, 0);
}

function conflictingMarks({ marks }: EventsFold['attendance'], isKnown: IsKnown): number {
  return marks.filter(({ holding, statuses }) => statuses.size > 1 && isKnown(holding.studentId)).length;
}

function conflictingEvents({ events }: EventsFold['timetable']): number {
  return [...events.values()].filter(({ isConflicting }) => isConflicting).length;
}
