// What one record of an export did to an outcome (5.1b): every record that names a student has exactly one effect.
import { contains } from '../calendar/period.js';
import type { EventRecord } from '../engagement/ledger.js';
import { excuseOn, isRemoteAccepted } from './monitored.js';
import type { Situation } from './situation.js';

export type Effect =
  /** The same row stands in an earlier file. */
  | 'repeated'
  /** Another record of the same event or meeting counts in its place. */
  | 'overruled'
  /** Later rows are ignored. */
  | 'after-checkpoint'
  /** A submission that was due and not made, or a row that counts no act. */
  | 'no-act'
  /** A later submission of the same assessment: the earliest counts. */
  | 'superseded'
  /** The event did not take place: nothing was expected. */
  | 'cancelled'
  /** Nobody knows whether the student attended. */
  | 'open'
  /** Expected and not attended. */
  | 'not-attended'
  /** Not attended, with leave: nothing was expected. */
  | 'authorised'
  /** Not attended on a day of disrupted teaching: nothing was expected. */
  | 'disruption'
  /** An in-person event attended online without an approved exception: for 7.3 and the clock, not for a rate (8.5). */
  | 'remote-not-approved'
  /** Evidence in the student's window: for the minimum, for 7.3 and for the clock. */
  | 'in-window'
  /** Evidence in the window on a day that the section does not judge: for 7.3 and for the clock (9.4). */
  | 'other-section'
  /** Expected and not attended on such a day. */
  | 'not-judged'
  /** Evidence in the window on a day on which the student was not enrolled, or interrupted: for the clock alone. */
  | 'not-enrolled'
  /** Evidence before the window: for the clock alone. */
  | 'before-window';

/** @clause 6.1b */
export function effectOf(record: EventRecord, situation: Situation): Effect {
  const { on, plan } = situation;
  const { at, acts, isRepeated, isOverruled, standing } = record;
  if (isRepeated) return 'repeated';
  if (at.day > on) return 'after-checkpoint';
  if (isOverruled) return 'overruled';
  switch (standing) {
    case 'cancelled':
      return 'cancelled';
    case 'unrecorded':
      return 'open';
    case 'authorised':
      return 'authorised';
    case 'not-submitted':
      return 'no-act';
    case 'missed':
      return isOpen(record, situation)
        ? 'open'
        : (excuseOn(plan, situation, at.day) ?? missedEffect(record, situation));
    case 'done':
      if (acts === 0) return 'no-act';
      return isSuperseded(record, situation) ? 'superseded' : evidenceEffect(record, situation);
    case 'done-remotely': {
      const effect = evidenceEffect(record, situation);
      const counts = effect !== 'in-window' || isRemoteAccepted(plan, situation, at.day);
      return counts ? effect : 'remote-not-approved';
    }
  }
}

function evidenceEffect({ at }: EventRecord, { target, presentDays, sectionDays }: Situation): Effect {
  if (sectionDays.includes(at.day)) return 'in-window';
  if (presentDays.includes(at.day)) return 'other-section';
  return contains(target.window, at.day) ? 'not-enrolled' : 'before-window';
}

function missedEffect({ at }: EventRecord, { presentDays, sectionDays }: Situation): Effect {
  return presentDays.includes(at.day) && !sectionDays.includes(at.day) ? 'not-judged' : 'not-attended';
}

/** A register that marks everyone absent says nothing of anybody. */
function isOpen({ feed, eventId }: EventRecord, { openEvents }: Situation): boolean {
  return openEvents.some(
    (event) => event.feed === feed && event.eventId === eventId && event.why === 'everyone-absent',
  );
}

function isSuperseded({ feed, assessmentId, at }: EventRecord, { assessments }: Situation): boolean {
  if (feed !== 'submissions') return false;
  const kept = assessments.find((it) => it.assessmentId === assessmentId)?.submitted ?? at;
  return kept.day < at.day || (kept.day === at.day && (kept.minute ?? 0) < (at.minute ?? 0));
}
