// Reads the timetable and the allocations: which registers should exist, and who was expected where.
import { mondayOf, type Period } from './days.js';
import { daytimeOf, minutesBetween, momentOf } from './moments.js';
import type { TimetabledEvent } from './sessions.js';
import { cell, groupedBy, optionalMoment, readTable, type Row } from './tables.js';

export interface Timetable {
  readonly events: ReadonlyMap<string, TimetabledEvent>;
  /** From the first to the last timetabled day; null where nothing is timetabled. */
  readonly span: Period | null;
  /** The days of the week with events, from 0 for Monday. */
  readonly weekdays: ReadonlySet<number>;
  readonly modules: ReadonlySet<string>;
  /** By event, the students; null where there is no such table. */
  readonly allocations: ReadonlyMap<string, ReadonlySet<string>> | null;
}

export function readTimetable(folder: string): Timetable {
  const rows = (readTable(folder, 'timetable') ?? []).flat();
  const events = [...groupedBy(rows, (row) => cell(row, 'event_id'))].map(([event, equal]) => eventOf(event, equal));
  const days = events.map(({ day }) => day);
  return {
    events: new Map(events.map((event) => [event.event, event])),
    span: days.length === 0 ? null : { from: Math.min(...days), to: Math.max(...days) },
    weekdays: new Set(days.map((day) => day - mondayOf(day))),
    modules: new Set(events.map(({ module }) => module)),
    allocations: readAllocations(folder),
  };
}

function readAllocations(folder: string): Map<string, Set<string>> | null {
  const files = readTable(folder, 'allocations');
  if (files === null) return null;
  const byEvent = groupedBy(files.flat(), (row) => cell(row, 'event_id'));
  return new Map([...byEvent].map(([event, rows]) => [event, new Set(rows.map((row) => cell(row, 'student_id')))]));
}

const ORDER = ['starts_at', 'ends_at', 'module_code', 'event_type', 'delivery'] as const;

/** Of several rows a cancelled one wins, else the greatest. */
function eventOf(event: string, rows: readonly Row[]): TimetabledEvent {
  const cancelled = rows.filter((row) => cell(row, 'cancelled') === 'yes');
  const keyOf = (row: Row): string => ORDER.map((column) => cell(row, column)).join('\u0001');
  const candidates = cancelled.length > 0 ? cancelled : rows;
  const row = candidates.reduce((greatest, one) => (keyOf(one) > keyOf(greatest) ? one : greatest));
  const starts = momentOf(cell(row, 'starts_at'));
  const minutes = minutesBetween(starts, optionalMoment(row, 'ends_at'));
  return {
    event,
    day: starts.day,
    module: cell(row, 'module_code'),
    type: cell(row, 'event_type'),
    minutes,
    daytime: daytimeOf(starts, minutes),
    delivery: cell(row, 'delivery'),
    endsAt: cell(row, 'ends_at'),
    isCancelled: cancelled.length > 0,
  };
}
