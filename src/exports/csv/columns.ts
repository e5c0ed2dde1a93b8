// Folded acts and submissions as the columns that the ledger is made of.
import type { Act, ActKind } from '../../engagement/ledger.js';
import { byCodeUnit } from '../../engagement/order.js';
import { byKind } from '../events/act-order.js';
import { sortedNames, type DueColumns, type SheetColumns } from '../events/fold.js';
import { startsOf } from '../events/student-entries.js';
import type { SubmissionEntry } from './submissions-fold.js';

export function kindsOf(acts: readonly Act[]): readonly ActKind[] {
  const kinds = new Map(acts.map((act) => [kindKey(act), kindOf(act)]));
  return [...kinds.values()].sort(byKind);
}

function kindOf({ feed, type, module, standing, isOnline }: ActKind): ActKind {
  return { feed, type, module, standing, isOnline };
}

function kindKey({ feed, type, module, standing, isOnline }: ActKind): string {
  return [feed, type, module, standing, isOnline].join('\u0000');
}

/** Each act of a key of its own. */
export function sheetColumns(
  acts: readonly Act[],
  kinds: readonly ActKind[],
  indexOf: ReadonlyMap<string, number>,
): SheetColumns {
  const numberOf = new Map(kinds.map((kind, index) => [kindKey(kind), index]));
  const sorted = acts
    .map((act) => ({ ...act, student: indexOf.get(act.studentId) ?? 0, kind: numberOf.get(kindKey(act)) ?? 0 }))
    .sort((one, other) => one.student - other.student || one.day - other.day || one.kind - other.kind);
  return {
    starts: startsOf(
      sorted.map(({ student }) => student),
      indexOf.size,
    ),
    days: Int32Array.from(sorted, ({ day }) => day),
    kinds: Int32Array.from(sorted, ({ kind }) => kind),
    acts: Float64Array.from(sorted, (act) => act.acts),
    minutes: Int32Array.from(sorted, ({ minutes }) => minutes),
    daytimeMinutes: Int32Array.from(sorted, (act) => act.daytimeMinutes),
    unmeasuredActs: Int32Array.from(sorted, ({ unmeasuredActs }) => unmeasuredActs),
  };
}

export function dueColumns(entries: readonly SubmissionEntry[], indexOf: ReadonlyMap<string, number>): DueColumns {
  const assessmentNames = [...new Set(entries.map(({ assessmentId }) => assessmentId))].sort(byCodeUnit);
  const moduleNames = sortedNames(new Set(entries.flatMap(({ modules }) => [...modules])));
  const assessmentOf = new Map(assessmentNames.map((name, index) => [name, index]));
  const moduleOf = new Map(moduleNames.map((name, index) => [name, index]));
  const rows = entries.map((entry) => ({
    student: indexOf.get(entry.studentId) ?? 0,
    assessment: assessmentOf.get(entry.assessmentId) ?? 0,
    module: Math.min(...[...entry.modules].map((module) => moduleOf.get(module) ?? 0)),
    kind: Math.min(...entry.kinds),
    due: Math.max(...entry.dues),
    extendedTo: entry.extendedTo,
    submitted: entry.submitted,
  }));
  rows.sort((one, other) => one.student - other.student || one.assessment - other.assessment);
  const column = (read: (row: (typeof rows)[number]) => number): Int32Array => Int32Array.from(rows, read);
  return {
    starts: startsOf(
      column(({ student }) => student),
      indexOf.size,
    ),
    assessments: column(({ assessment }) => assessment),
    modules: column(({ module }) => module),
    kinds: column(({ kind }) => kind),
    due: column(({ due }) => due),
    extendedTo: column(({ extendedTo }) => extendedTo),
    submitted: column(({ submitted }) => submitted),
    assessmentNames,
    moduleNames,
  };
}
