// What a register says of one student: which of several rows holds, and what it comes to beside the timetable.
import type { Standing } from '../../engagement/ledger.js';
import { byCodeUnit } from '../../engagement/order.js';
import { DELIVERIES, STATUSES, type AttendanceRow, type EventDescription, type Status } from './event-row.js';
import { minutesBetween, NO_MOMENT } from './moment-number.js';
import type { TimetabledEvent } from './timetabled-event.js';

/**
 * The row that holds comes first: the one recorded last; of these the one with the better status; else the first by its
 * other cells, blanks last, so that the order of rows and files never matters.
 */
export function byPreference(one: AttendanceRow, other: AttendanceRow): number {
  return (
    other.recorded - one.recorded ||
    one.status - other.status ||
    one.starts - other.starts ||
    blankLast(one.ends === NO_MOMENT, other.ends === NO_MOMENT) ||
    one.ends - other.ends ||
    byName(one.module, other.module) ||
    byName(one.type, other.type) ||
    byDelivery(one.delivery, other.delivery) ||
    byDelivery(one.attendedBy, other.attendedBy)
  );
}

function blankLast(one: boolean, other: boolean): number {
  return Number(one) - Number(other);
}

function byName(one: string, other: string): number {
  return blankLast(one === '', other === '') || byCodeUnit(one, other);
}

function byDelivery(one: number, other: number): number {
  return blankLast(DELIVERIES[one] === '', DELIVERIES[other] === '') || one - other;
}

/** All that a row says, however it writes its times: a register is exported by several systems. */
export function attendanceKey(row: AttendanceRow): string {
  const { studentId, eventId, starts, ends, module, type, delivery, status, attendedBy, recorded } = row;
  return [studentId, eventId, starts, ends, module, type, delivery, status, attendedBy, recorded].join('\u0000');
}

/** A row that holds, with its blanks filled from the timetable. */
export interface Mark {
  readonly status: Status;
  readonly module: string;
  readonly type: string;
  readonly isOnline: boolean;
  readonly isAttendedOnline: boolean;
  readonly starts: number;
  /** Null where the event's length is not known. */
  readonly minutes: number | null;
}

/** What a cancelled event makes of marks; who came all the same keeps it. */
export const SET_ASIDE: readonly Status[] = ['absent', 'authorised', 'not-recorded'];

export function markOf(row: AttendanceRow, event: TimetabledEvent | undefined): Mark {
  const status = STATUSES[row.status] ?? 'not-recorded';
  const { module, type, ends, delivery } = filled(row, event);
  return {
    status: event?.isCancelled === true && SET_ASIDE.includes(status) ? 'cancelled' : status,
    module,
    type,
    isOnline: DELIVERIES[delivery] === 'online',
    isAttendedOnline: DELIVERIES[row.attendedBy] === 'online',
    starts: row.starts,
    minutes: minutesBetween(row.starts, ends),
  };
}

function filled(row: AttendanceRow, event: TimetabledEvent | undefined): EventDescription {
  if (event === undefined) return row;
  return {
    starts: row.starts,
    ends: row.ends === NO_MOMENT ? event.ends : row.ends,
    module: row.module === '' ? event.module : row.module,
    type: row.type === '' ? event.type : row.type,
    delivery: DELIVERIES[row.delivery] === '' ? event.delivery : row.delivery,
  };
}

/** Null: the mark says nothing that counts. */
export function standingOf({ status, isOnline, isAttendedOnline }: Mark): Standing | null {
  switch (status) {
    case 'present':
    case 'late':
      return isAttendedOnline && !isOnline ? 'done-remotely' : 'done';
    case 'absent':
      return 'missed';
    case 'authorised':
      return 'authorised';
    case 'cancelled':
    case 'not-recorded':
      return null;
  }
}

/** A register of so many absent students, and none present, is rather one that nobody took. */
export const FEWEST_ALL_ABSENT = 5;
