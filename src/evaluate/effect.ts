// What one record of an export did to an outcome (5.1b): every record that names a student has exactly one effect.
import { contains } from '../calendar/period.js';
import type { EventRecord } from '../engagement/ledger.js';
import type { Situation } from './situation.js';

export type Effect =
  /** The same row stands in an earlier file. */
  | 'repeated'
  /** Later rows are ignored. */
  | 'after-checkpoint'
  /** A submission that was due and not made, or a row that counts no act. */
  | 'no-act'
  /** A later submission of the same assessment: the earliest counts. */
  | 'superseded'
  /** Evidence in the student's window: for the minimum, for 7.3 and for the clock. */
  | 'in-window'
  /** Evidence in the window on a day on which the student was not enrolled, or interrupted: for the clock alone. */
  | 'not-enrolled'
  /** Evidence before the window: for the clock alone. */
  | 'before-window';

export function effectOf(record: EventRecord, situation: Situation): Effect {
  const { on, target, presentDays } = situation;
  const { at, acts, isRepeated } = record;
  if (isRepeated) return 'repeated';
  if (at.day > on) return 'after-checkpoint';
  if (acts === 0) return 'no-act';
  if (isSuperseded(record, situation)) return 'superseded';
  if (presentDays.includes(at.day)) return 'in-window';
  return contains(target.window, at.day) ? 'not-enrolled' : 'before-window';
}

function isSuperseded({ feed, assessmentId, at }: EventRecord, { dues }: Situation): boolean {
  if (feed !== 'submissions') return false;
  const kept = dues.find((due) => due.assessmentId === assessmentId)?.submitted ?? at;
  return kept.day < at.day || (kept.day === at.day && (kept.minute ?? 0) < (at.minute ?? 0));
}
