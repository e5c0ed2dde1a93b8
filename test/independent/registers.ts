// Reads attendance: one mark a student and event, what it leaves open, and which registers were never taken.
import type { DayNumber } from './days.js';
import { compareMoments, daytimeOf, minutesBetween, momentOf } from './moments.js';
import type { Session, Standing, TimetabledEvent } from './sessions.js';
import { cell, groupedBy, optionalMoment, readTable, type Row } from './tables.js';
import type { Timetable } from './timetable.js';

export interface Registers {
  readonly hasTable: boolean;
  readonly byStudent: ReadonlyMap<string, readonly Session[]>;
  /** Timetabled, not cancelled, and named by no row of attendance. */
  readonly unregistered: readonly TimetabledEvent[];
  /** By module, the first day on which a register says of somebody whether they were there. */
  readonly firstOf: ReadonlyMap<string, DayNumber>;
  /** The days of marks that show a register was taken, by student, whoever that is. */
  readonly actDays: ReadonlyMap<string, readonly DayNumber[]>;
}

interface Mark extends Session {
  readonly student: string;
  readonly status: string;
}

const STATUSES = ['present', 'late', 'authorised', 'cancelled', 'absent', 'not-recorded'];
const REMAINING = ['starts_at', 'ends_at', 'module_code', 'event_type', 'delivery', 'attended_by'];
const SUSPECT_FROM = 5;

export function readRegisters(folder: string, timetable: Timetable): Registers {
  const files = readTable(folder, 'attendance');
  const rows = (files ?? []).flat();
  const perMark = groupedBy(rows, (row) => `${cell(row, 'student_id')}\u0001${cell(row, 'event_id')}`);
  const marks = [...perMark.values()].map((same) => markOf(winning(same), timetable));
  const sessions = [...groupedBy(marks, ({ event }) => event).values()].flatMap(withSuspicion);
  const telling = sessions.filter(({ standing, status }) => standing !== 'open' && status !== 'cancelled');
  const named = new Set(rows.map((row) => cell(row, 'event_id')));
  return {
    hasTable: files !== null,
    byStudent: groupedBy(
      sessions.filter(({ status }) => status !== 'cancelled'),
      ({ student }) => student,
    ),
    unregistered: [...timetable.events.values()].filter((event) => !event.isCancelled && !named.has(event.event)),
    actDays: new Map(
      [...groupedBy(marks.filter(isTaken), ({ student }) => student)].map(([student, own]) => [
        student,
        own.map(({ day }) => day),
      ]),
    ),
    firstOf: new Map(
      [...groupedBy(telling, ({ module }) => module)].map(([module, own]) => [
        module,
        Math.min(...own.map(({ day }) => day)),
      ]),
    ),
  };
}

function isTaken({ status }: Mark): boolean {
  return ['present', 'late', 'absent', 'authorised'].includes(status);
}

/** The latest recorded; then the kindest status; then the first by its remaining cells. */
function winning(rows: readonly Row[]): Row {
  const remaining = (row: Row): string => REMAINING.map((column) => cell(row, column)).join('\u0001');
  const isBetter = (one: Row, other: Row): boolean => {
    const recorded = compareMoments(optionalMoment(one, 'recorded_at'), optionalMoment(other, 'recorded_at'));
    if (recorded !== 0) return recorded > 0;
    const status = STATUSES.indexOf(cell(one, 'status')) - STATUSES.indexOf(cell(other, 'status'));
    if (status !== 0) return status < 0;
    return remaining(one) < remaining(other);
  };
  return rows.reduce((best, row) => (isBetter(row, best) ? row : best));
}

/** Blank cells are filled from the timetable, which may also say that the event was cancelled. */
function markOf(row: Row, timetable: Timetable): Mark {
  const event = timetable.events.get(cell(row, 'event_id'));
  const endsAt = cell(row, 'ends_at') || (event?.endsAt ?? '');
  const starts = momentOf(cell(row, 'starts_at'));
  const minutes = minutesBetween(starts, endsAt === '' ? null : momentOf(endsAt));
  const written = cell(row, 'status');
  const isThere = written === 'present' || written === 'late';
  const status = event?.isCancelled === true && !isThere ? 'cancelled' : written;
  const isOnline = (cell(row, 'delivery') || event?.delivery) === 'online';
  return {
    student: cell(row, 'student_id'),
    event: cell(row, 'event_id'),
    status,
    day: starts.day,
    module: cell(row, 'module_code') || (event?.module ?? ''),
    type: cell(row, 'event_type') || (event?.type ?? ''),
    minutes,
    daytime: daytimeOf(starts, minutes),
    isOnline,
    standing: standingOf(status, cell(row, 'attended_by') === 'online' && !isOnline),
    isEveryoneAbsent: false,
  };
}

function standingOf(status: string, isRemote: boolean): Standing {
  if (status === 'present' || status === 'late') return isRemote ? 'remote' : 'done';
  if (status === 'absent') return 'missed';
  return status === 'authorised' ? 'authorised' : 'open';
}

/** A register that marks everyone absent, five or more, is not believed. */
function withSuspicion(register: readonly Mark[]): Mark[] {
  const isAttended = register.some(({ status }) => status === 'present' || status === 'late');
  const absent = register.filter(({ status }) => status === 'absent').length;
  if (isAttended || absent < SUSPECT_FROM) return [...register];
  return register.map((mark) =>
    mark.status === 'absent' ? { ...mark, standing: 'open', isEveryoneAbsent: true } : mark,
  );
}
