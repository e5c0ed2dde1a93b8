// The taught events of which nobody knows who attended (7.1a): which registers to ask for, those first that decide most.
import { formatDay } from '../calendar/day.js';
import type { OpenBecause, OpenEvent } from '../engagement/ledger.js';
import { byCodeUnit } from '../engagement/order.js';
import { allMissing } from '../engagement/outcome.js';
import { column, type Column } from './column.js';
import { tableOf, type Table } from './csv.js';
import type { Row } from './row.js';
import { timeText } from './time-text.js';

interface OpenRegister {
  /** As the first of the students has it who have it open. */
  readonly event: OpenEvent;
  readonly why: ReadonlySet<OpenBecause>;
  /** Of the plan, in the window of this checkpoint or where a ground is withheld. */
  readonly students: number;
  /** Of these, those of whom something is withheld that it could decide. */
  readonly undecided: number;
}

const REASONS: readonly OpenBecause[] = ['no-register', 'not-recorded', 'everyone-absent'];

const columns: readonly Column<OpenRegister>[] = [
  column('module_code', ({ event }) => event.module),
  column('event_id', ({ event }) => event.eventId),
  column('event_type', ({ event }) => event.type),
  column('starts_on', ({ event }) => formatDay(event.starts.day)),
  column('starts_at', ({ event }) => (event.starts.minute === null ? '' : timeText(event.starts.minute))),
  column('why', ({ why }) => REASONS.filter((reason) => why.has(reason)).join(';')),
  column('students', ({ students }) => `${students}`),
  column('students_undecided', ({ undecided }) => `${undecided}`),
  column('file', ({ event }) => event.source?.file ?? ''),
  column('record', ({ event }) => (event.source === null ? '' : `${event.source.record}`)),
];

export function registersToChase(rows: readonly Row[]): Table {
  return tableOf('registers-to-chase.csv', columns, openRegisters(rows).sort(inOrder));
}

/** One of each event. Meetings have no register, and are on withheld.csv alone. */
function openRegisters(rows: readonly Row[]): OpenRegister[] {
  const registers = new Map<string, OpenRegister>();
  for (const { outcome } of rows) {
    const deciding = byId(allMissing(outcome).flatMap(({ event }) => (event === null ? [] : [event])));
    for (const [id, event] of new Map([...deciding, ...byId(outcome.openEvents)])) {
      const known = registers.get(id);
      registers.set(id, {
        event: known?.event ?? event,
        why: new Set([...(known?.why ?? []), event.why]),
        students: (known?.students ?? 0) + 1,
        undecided: (known?.undecided ?? 0) + (deciding.has(id) ? 1 : 0),
      });
    }
  }
  return [...registers.values()];
}

function byId(events: readonly OpenEvent[]): ReadonlyMap<string, OpenEvent> {
  return new Map(events.filter(({ feed }) => feed === 'attendance').map((event) => [event.eventId, event]));
}

function inOrder(one: OpenRegister, other: OpenRegister): number {
  const { starts } = one.event;
  return (
    other.undecided - one.undecided ||
    byCodeUnit(one.event.module, other.event.module) ||
    starts.day - other.event.starts.day ||
    // A day without a time comes first.
    (starts.minute ?? -1) - (other.event.starts.minute ?? -1) ||
    byCodeUnit(one.event.eventId, other.event.eventId)
  );
}
