// What each circumstance on record did to the outcome of one checkpoint (6.1b): all are shown, with or without effect.
import { addDays, formatDay } from '../calendar/day.js';
import { daysOf } from '../calendar/period.js';
import { counted } from '../diagnostics/fault.js';
import { isInForce, type Circumstance } from '../engagement/circumstance.js';
import { extendsDue } from '../evaluate/assessments.js';
import type { Situation } from '../evaluate/situation.js';
import { keepsUncontacted } from './contact-hold.js';
import { dayOrNull } from './json-days.js';

export function explainedCircumstance(circumstance: Circumstance, situation: Situation) {
  const { kind, from, to, assessmentId, reference, source } = circumstance;
  return {
    kind,
    from: formatDay(from),
    to: dayOrNull(to),
    assessment_id: assessmentId === '' ? null : assessmentId,
    reference,
    effect: effectText(circumstance, situation),
    file: source.file,
    record: source.record,
  };
}

function effectText(circumstance: Circumstance, situation: Situation): string {
  const { kind, from } = circumstance;
  // A hold that is to begin keeps letters back already: nobody is written to by mistake.
  if (kind === 'contact-hold') return holdText(circumstance, situation);
  if (from > situation.on) return 'begins after the checkpoint: no effect yet';
  switch (kind) {
    case 'authorised-absence':
      return absenceText(circumstance, situation);
    case 'interruption':
      return interruptionText(circumstance, situation);
    case 'sabbatical-officer':
      return stateText(circumstance, situation, 'the student is not assessed (9.3)');
    case 'placement':
    case 'study-abroad':
      return awayText(circumstance, situation);
    case 'remote-approved':
      return `attending online counts as attended (8.5) on ${windowDays(circumstance, situation)}`;
    case 'extension':
      return extensionText(circumstance, situation);
    case 'extenuating':
      return extenuatingText(circumstance, situation);
  }
}

function holdText(hold: Circumstance, { on }: Situation): string {
  return keepsUncontacted(hold, on)
    ? 'keeps the student off both letter lists (held.csv); the outcome is as anybody’s'
    : 'ended before the checkpoint: no effect';
}

function absenceText(absence: Circumstance, situation: Situation): string {
  const { plan } = situation;
  const clock = plan.clock.authorisedAbsence === 'pauses' ? '; the clock of 10.6 pauses' : '';
  return `on ${windowDays(absence, situation)} unattended events are not counted and minima are in proportion${clock}`;
}

function interruptionText(interruption: Circumstance, { target, on }: Situation): string {
  const days = daysOf(target.window).filter((day) => isInForce(interruption, day)).length;
  const { to } = interruption;
  const isBack = to !== null && addDays(to, 1) <= on;
  const back = isBack ? `; clocks start anew on the return on ${formatDay(addDays(to, 1))}` : '';
  return `${counted(days, 'day')} of the window not monitored${back}`;
}

/** Circumstances that matter on the checkpoint date alone. */
function stateText(circumstance: Circumstance, { on }: Situation, effect: string): string {
  return isInForce(circumstance, on)
    ? `in force on the checkpoint date: ${effect}`
    : 'not in force on the checkpoint date: no effect';
}

/** 9.4: its days fall to the section for them, if the plan has one; explained-sections.ts says which section judges. */
function awayText(away: Circumstance, situation: Situation): string {
  const { sections, isWithoutSection, on } = situation;
  if (isWithoutSection && isInForce(away, on)) {
    return 'in force on the checkpoint date, and the plan has no section for it: the student is not assessed (9.4)';
  }
  const own = sections.filter(({ days }) => days.some((day) => isInForce(away, day)));
  if (own.length === 0) return 'on no day of the student’s window: no effect';
  const titles = own.flatMap(({ section }) => (section?.group ? [section.group.title] : []));
  const fate =
    titles.length === 0 ? 'no section of the plan is for it, so they are not judged' : `for ${titles.join(', ')}`;
  return `${windowDays(away, situation)}: ${fate} (9.4)`;
}

function extensionText(extension: Circumstance, { ledger, student, assessments }: Situation): string {
  const moved = ledger.duesOf(student.studentId).filter((due) => {
    return extendsDue(extension, due) && extension.to !== null && extension.to > due.due.day;
  });
  if (moved.length === 0) return 'moves no due date';
  const dueOn = new Map(assessments.map(({ assessmentId, dueAt }) => [assessmentId, formatDay(dueAt.day)]));
  return moved.map(({ assessmentId }) => `${assessmentId} is due on ${dueOn.get(assessmentId) ?? ''}`).join(', ');
}

function extenuatingText({ assessmentId }: Circumstance, { assessments }: Situation): string {
  const isKnown = assessments.some((it) => it.assessmentId === assessmentId);
  return isKnown ? `${assessmentId} is not counted unless submitted` : 'changes no figure';
}

function windowDays(circumstance: Circumstance, { presentDays }: Situation): string {
  const days = presentDays.filter((day) => isInForce(circumstance, day)).length;
  return `${counted(days, 'day')} of the student’s window`;
}
