// What the student records leave open: who is enrolled on no module, and whose vacations nobody knows.
import { overlap } from '../../calendar/period.js';
import { fault, type Fault } from '../../diagnostics/catalogue.js';
import { byCodeUnit } from '../../engagement/order.js';
import { levelOf } from '../level.js';
import { canHaveGrounds } from '../state.js';
import { undecidedBy, whoAre, type Gate, type Judged } from './gate.js';

export function studentFindings(gate: Gate): readonly Fault[] {
  return [...withoutIdentity(gate), ...withoutModules(gate), ...withoutLevel(gate)];
}

/** What they did is unknown where exports name people by ids that nobody has matched with theirs. */
function withoutIdentity(gate: Gate): readonly Fault[] {
  return [...gate.ledger.unidentified].flatMap(([feed, { systems, studentIds }]) => {
    const own = gate.judged.filter(({ subject, outcome }) => {
      return canHaveGrounds(outcome.notAssessedReason) && studentIds.has(subject.student.studentId);
    });
    if (own.length === 0) return [];
    const { ids, place } = whoAre(own);
    const undecided = undecidedBy(gate, (missing) => missing.feed === feed && missing.why === 'not-identified');
    return [fault('students-without-identity', { feed, systems, ids, undecided }, place, ids.length)];
  });
}

function withoutModules({ judged }: Gate): readonly Fault[] {
  const own = judged.filter((it) => canHaveGrounds(it.outcome.notAssessedReason) && !isOnAModule(it));
  const unassessed = own.filter(({ outcome }) => outcome.notAssessedReason === 'no-opportunity').length;
  const { ids, place } = whoAre(own);
  return ids.length === 0 ? [] : [fault('students-without-modules', { ids, unassessed }, place, ids.length)];
}

/** On a day of the student's window; without the table, or without such a day, there is nothing to say. */
function isOnAModule({ subject: { enrolments }, outcome: { studentWindow } }: Judged): boolean {
  if (enrolments === null || studentWindow === null) return true;
  return enrolments.some(({ from, to }) => {
    return overlap({ from: from ?? studentWindow.from, to: to ?? studentWindow.to }, studentWindow) !== undefined;
  });
}

/** 9.5: every vacation counts for them, which matters only where vacations differ. */
function withoutLevel({ plan, judged }: Gate): readonly Fault[] {
  if (plan.calendar.vacations.every(({ levels }) => levels === null)) return [];
  const own = judged.filter(({ subject, outcome }) => {
    return canHaveGrounds(outcome.notAssessedReason) && levelOf(plan, subject.student) === null;
  });
  if (own.length === 0) return [];
  const programmes = [...new Set(own.map(({ subject }) => subject.student.programmeCode))].sort(byCodeUnit);
  const { ids, place } = whoAre(own);
  return [fault('calendar-level-unknown', { ids, programmes }, place, ids.length)];
}
