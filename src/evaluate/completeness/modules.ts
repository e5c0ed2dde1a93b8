// Registers of modules on which the student is not enrolled at all: they count for nothing, so module codes that the two
// systems write differently would leave students without any class.
import type { Day } from '../../calendar/day.js';
import { contains } from '../../calendar/period.js';
import { fault, type Fault } from '../../diagnostics/catalogue.js';
import { at } from '../../engagement/columns.js';
import type { ModuleEnrolment } from '../../engagement/student.js';
import { isListedFeed } from '../feeds.js';
import { isBelow, isExpected, whoAre, type Gate, type Judged } from './gate.js';

/** What registers say of a student in the window, by module. */
type MarksOf = ReadonlyMap<string, number>;

interface Foreign {
  readonly judged: Judged;
  readonly marks: number;
  /** The first of the modules, one that the enrolments only write differently before all others. */
  readonly module: string;
  /** As the enrolments write it; null: the student is on no such module. */
  readonly enrolledAs: string | null;
}

export function moduleFindings(gate: Gate): readonly Fault[] {
  if (!isListedFeed(gate.plan, 'attendance')) return [];
  const foreign = gate.judged.filter(isExpected).flatMap((judged) => foreignTo(judged, gate));
  const example = foreign.find(({ enrolledAs }) => enrolledAs !== null) ?? foreign[0];
  if (example === undefined) return [];
  const { module, enrolledAs } = example;
  const marks = foreign.reduce((sum, own) => sum + own.marks, 0);
  const students = foreign.map(({ judged }) => judged);
  const belowMinimum = students.filter(isBelow).length;
  const unassessed = students.filter(({ outcome }) => outcome.notAssessedReason === 'no-opportunity').length;
  const { ids, place } = whoAre(students);
  const args = { marks, ids, module, enrolledAs, belowMinimum, unassessed };
  return [fault('registers-of-other-modules', args, place, marks)];
}

function foreignTo(judged: Judged, gate: Gate): readonly Foreign[] {
  const { enrolments } = judged.subject;
  if (enrolments === null) return [];
  const own = new Set(enrolments.map(({ moduleCode }) => moduleCode));
  const foreign = [...marksOf(judged, gate)].filter(([module]) => module !== '' && !own.has(module));
  const named = foreign.map(([module]) => ({ module, enrolledAs: writtenAs(module, enrolments) }));
  const example = named.find(({ enrolledAs }) => enrolledAs !== null) ?? named[0];
  if (example === undefined) return [];
  return [{ judged, marks: foreign.reduce((sum, [, marks]) => sum + marks, 0), ...example }];
}

/** Acts, and what a register leaves open; an event without a register names nobody. */
function marksOf({ subject }: Judged, { ledger, target }: Gate): MarksOf {
  const { studentId } = subject.student;
  const { days, kinds, acts } = ledger.sheetOf(studentId);
  const marks = new Map<string, number>();
  const add = (module: string, count: number): void => void marks.set(module, (marks.get(module) ?? 0) + count);
  days.forEach((day, row) => {
    const { feed, module } = at(ledger.kinds, at(kinds, row));
    if (feed === 'attendance' && contains(target.window, day as Day)) add(module, at(acts, row));
  });
  for (const { feed, why, module, starts } of ledger.openEventsOf(studentId)) {
    if (feed === 'attendance' && why !== 'no-register' && contains(target.window, starts.day)) add(module, 1);
  }
  return marks;
}

/** The code that differs in capitals and spaces alone. */
function writtenAs(module: string, enrolments: readonly ModuleEnrolment[]): string | null {
  return enrolments.find(({ moduleCode }) => plain(moduleCode) === plain(module))?.moduleCode ?? null;
}

function plain(code: string): string {
  return code.toLowerCase().replaceAll(/\s/g, '');
}
