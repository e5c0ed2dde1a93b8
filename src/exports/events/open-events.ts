// Events that leave open who attended: those of each student, as columns that point into one list.
import type { OpenEvent } from '../../engagement/ledger.js';
import { at } from '../../engagement/columns.js';
import { byCodeUnit } from '../../engagement/order.js';
import { momentNumber } from './moment-number.js';
import { startsOf } from './student-entries.js';

/** Those of student `i` are the entries `starts[i]` to `starts[i + 1]`, in order. */
export interface OpenColumns {
  readonly starts: Int32Array;
  /** Indices into `list`. */
  readonly events: Int32Array;
  /** Sorted by start, then event id, then all else. */
  readonly list: readonly OpenEvent[];
}

/** An open event of a student; `event` is an index into a list in any order. */
export interface OpenEntry {
  readonly student: number;
  readonly event: number;
}

export function openColumns(
  events: readonly OpenEvent[],
  entries: readonly OpenEntry[],
  studentCount: number,
): OpenColumns {
  const order = events.map((_, index) => index).sort((one, other) => byStart(at(events, one), at(events, other)));
  const rankOf = new Int32Array(events.length);
  order.forEach((index, rank) => (rankOf[index] = rank));
  const ranked = entries.map(({ student, event }) => ({ student, rank: rankOf[event] ?? 0 }));
  ranked.sort((one, other) => one.student - other.student || one.rank - other.rank);
  return {
    starts: startsOf(
      ranked.map(({ student }) => student),
      studentCount,
    ),
    events: Int32Array.from(ranked, ({ rank }) => rank),
    list: order.map((index) => at(events, index)),
  };
}

function byStart(one: OpenEvent, other: OpenEvent): number {
  return (
    momentNumber(one.starts) - momentNumber(other.starts) ||
    byCodeUnit(one.eventId, other.eventId) ||
    byCodeUnit(one.feed, other.feed) ||
    byCodeUnit(one.module, other.module) ||
    byCodeUnit(one.type, other.type) ||
    Number(one.isOnline) - Number(other.isOnline) ||
    (one.minutes ?? -1) - (other.minutes ?? -1) ||
    byCodeUnit(one.why, other.why)
  );
}
