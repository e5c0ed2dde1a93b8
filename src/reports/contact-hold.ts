// Who must not be written to, whatever their outcome: bereavement, safeguarding (reading.md, contact-hold).
import { latestOf, type Day } from '../calendar/day.js';
import type { Circumstance } from '../engagement/circumstance.js';
import type { Row } from './row.js';

/** All holds of a student that keep them off the letter lists, taken together. */
export interface ContactHold {
  readonly from: Day;
  /** Null: one of them has no end so far. */
  readonly to: Day | null;
  /** Distinct, in order of their first day; blank ones are left out. */
  readonly references: readonly string[];
}

export function contactHoldOf({ circumstances, outcome }: Row): ContactHold | null {
  const holds = circumstances
    .filter((it) => keepsUncontacted(it, outcome.checkpointOn))
    .sort((one, other) => one.from - other.from);
  const [first] = holds;
  if (first === undefined) return null;
  return {
    from: first.from,
    to: holds
      .map(({ to }) => to)
      .reduce((one, other) => (one === null || other === null ? null : latestOf(one, other))),
    references: [...new Set(holds.map(({ reference }) => reference))].filter((reference) => reference !== ''),
  };
}

/** Whether any of the circumstances keeps the student from being written to. */
export function isHeld(circumstances: readonly Circumstance[], checkpointOn: Day): boolean {
  return circumstances.some((it) => keepsUncontacted(it, checkpointOn));
}

/** Any hold counts that has not ended before the checkpoint, one that is to begin too: nobody is written to by mistake. */
export function keepsUncontacted({ kind, to }: Circumstance, checkpointOn: Day): boolean {
  return kind === 'contact-hold' && (to === null || to >= checkpointOn);
}
