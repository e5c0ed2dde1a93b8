// The reader of events in TypeScript: the oracle of the tests, and what runs where DuckDB is not installed.
import type { Feed } from '../../engagement/feed.js';
import type { Act, OpenEvent } from '../../engagement/ledger.js';
import { accountsOf, eventFindings } from '../events/event-findings.js';
import type { EventReader, EventSources, Fold, TextRecord } from '../events/fold.js';
import type { OccurrenceRow } from '../events/occurrence.js';
import { openColumns } from '../events/open-events.js';
import type { TimetabledEvent } from '../events/timetabled-event.js';
import type { GuardedFile } from '../guarded-file.js';
import { surveyRows } from '../mapped/survey-rows.js';
import { eachRecord } from '../records-of.js';
import { dueColumns, kindsOf, sheetColumns } from './columns.js';
import { actsOfDays, feedsOf } from './feeds.js';
import { readTables } from './read-tables.js';
import { resolveRegisters, type OpenOf } from './registers.js';
import { talliesOf } from './tallies.js';

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
    survey: surveyRows,
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
  const tables = await readTables(sources, isKnown);
  const { submissions, occurrences, events } = tables;
  const registers = resolveRegisters(events, isKnown);
  const tallies = talliesOf(tables, isKnown);
  const acts = [...[...occurrences.values()].flatMap((fold) => fold.acts), ...registers.acts];
  const known = acts.filter(({ studentId }) => isKnown(studentId));
  const kinds = kindsOf(known);
  const entries = submissions.entries.filter(({ studentId }) => isKnown(studentId));
  const meetings = occurrences.get('meetings')?.unrecorded.map(openMeeting) ?? [];
  const open = [...registers.open, ...meetings].filter(({ studentId }) => isKnown(studentId));
  return {
    kinds,
    feeds: feedsOf(sources, actsOfDays(acts, registers.markDays, submissions, isKnown)),
    sheets: sheetColumns(known, kinds, indexOf),
    dues: dueColumns(entries, indexOf),
    open: openColumns(
      open.map(({ event }) => event),
      open.map(({ studentId }, event) => ({ student: indexOf.get(studentId) ?? 0, event })),
      studentIds.length,
    ),
    unregistered: registers.unregistered,
    unallocated: registers.unallocated,
    timetabled: registers.timetabled,
    registeredFrom: registers.registeredFrom,
    accounts: accountsOf(tallies),
    findings: eventFindings(tallies, registers.tally),
    acts: known,
    events: events.timetable.events,
  };
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

async function textRecords(table: Feed, file: GuardedFile, studentId: string): Promise<readonly TextRecord[]> {
  const records: TextRecord[] = [];
  await eachRecord(table, file, (cells, record) => {
    if (cells.student_id === studentId) records.push({ record, cells });
  });
  return records;
}
