// What the rows of the timetable say of one event together.
import type { OpenEvent } from '../../engagement/ledger.js';
import { byCodeUnit } from '../../engagement/order.js';
import type { Source } from '../../engagement/student.js';
import { DELIVERIES, type EventDescription, type TimetableRow } from './event-row.js';
import { minutesBetween, momentOf } from './moment-number.js';

export interface TimetabledEvent extends EventDescription {
  /** One row is enough to cancel it. */
  readonly isCancelled: boolean;
  /** Of the row that holds. */
  readonly source: Source;
}

export interface Timetabled extends TimetabledEvent {
  readonly isConflicting: boolean;
}

/** Of several rows the greatest holds, whatever the order of rows and files. */
export function addTimetableRow(earlier: Timetabled | undefined, row: TimetableRow, source: Source): Timetabled {
  if (earlier === undefined) return { ...row, source, isConflicting: false };
  const order = byDescription(row, earlier);
  return {
    ...(order > 0 ? { ...row, source } : earlier),
    isCancelled: earlier.isCancelled || row.isCancelled,
    isConflicting: earlier.isConflicting || order !== 0 || earlier.isCancelled !== row.isCancelled,
  };
}

function byDescription(one: EventDescription, other: EventDescription): number {
  return (
    one.starts - other.starts ||
    one.ends - other.ends ||
    byCodeUnit(one.module, other.module) ||
    byCodeUnit(one.type, other.type) ||
    one.delivery - other.delivery
  );
}

/** An event of the timetable that no register names. */
export function unregisteredEvent(eventId: string, event: TimetabledEvent): OpenEvent {
  const { starts, ends, module, type, delivery, source } = event;
  return {
    feed: 'attendance',
    eventId,
    module,
    type,
    starts: momentOf(starts),
    isOnline: DELIVERIES[delivery] === 'online',
    minutes: minutesBetween(starts, ends),
    why: 'no-register',
    source,
  };
}
