// Circumstances that cannot have the effect that somebody may expect of them (6.1b).
import { fault, type Fault } from '../../diagnostics/catalogue.js';
import type { Circumstance } from '../../engagement/circumstance.js';
import type { Due } from '../../engagement/ledger.js';
import { extendsDue } from '../assessments.js';
import { whoAre, type Gate } from './gate.js';

export function circumstanceFindings(gate: Gate): readonly Fault[] {
  return [...ofAssessments(gate), ...holdsToCome(gate)];
}

/** Without the submissions table nobody can say what a circumstance names. */
function ofAssessments({ ledger, judged }: Gate): readonly Fault[] {
  if (!ledger.feeds.has('submissions')) return [];
  const named = judged.flatMap(({ subject: { student, circumstances } }) => {
    const dues = ledger.duesOf(student.studentId);
    return circumstances.map((circumstance) => ({ circumstance, dues }));
  });
  const assessments = new Set(judged.flatMap(({ subject }) => assessmentsOf(ledger.duesOf(subject.student.studentId))));
  const isUnknown = ({ kind, assessmentId }: Circumstance): boolean => {
    return (kind === 'extension' || kind === 'extenuating') && assessmentId !== '' && !assessments.has(assessmentId);
  };
  const unknown = named.filter(({ circumstance }) => isUnknown(circumstance));
  const without = named.filter(({ circumstance, dues }) => {
    return circumstance.kind === 'extension' && !isUnknown(circumstance) && !hasEffect(circumstance, dues);
  });
  return [
    ...findingOf(
      'circumstance-of-unknown-assessment',
      unknown.map(({ circumstance }) => circumstance),
    ),
    ...findingOf(
      'extension-without-effect',
      without.map(({ circumstance }) => circumstance),
    ),
  ];
}

function assessmentsOf(dues: readonly Due[]): readonly string[] {
  return dues.map(({ assessmentId }) => assessmentId);
}

/** One finding for all of them, at the first. */
function findingOf(
  code: 'circumstance-of-unknown-assessment' | 'extension-without-effect',
  circumstances: readonly Circumstance[],
): readonly Fault[] {
  const [first] = circumstances;
  if (first === undefined) return [];
  const count = circumstances.length;
  return [fault(code, { count }, { ...first.source, column: 'assessment_id' }, count)];
}

/** Whether an extension moves a due date of the student's. */
function hasEffect(extension: Circumstance, dues: readonly Due[]): boolean {
  return dues.some((due) => {
    const { to } = extension;
    const latest = Math.max(due.due.day, due.extendedTo?.day ?? due.due.day);
    return extendsDue(extension, due) && to !== null && to > latest;
  });
}

/** They keep a student off the letter lists already, so that nobody is written to by mistake. */
function holdsToCome({ judged, target }: Gate): readonly Fault[] {
  const held = judged.filter(({ subject }) => {
    return subject.circumstances.some(({ kind, from }) => kind === 'contact-hold' && from > target.on);
  });
  const { ids, place } = whoAre(held);
  return ids.length === 0 ? [] : [fault('contact-holds-to-come', { ids }, place, ids.length)];
}
