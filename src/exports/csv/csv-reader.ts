// The reader of events in TypeScript: the oracle of the tests, and what runs where DuckDB is not installed.
import type { Act, ActKind, FeedRecord } from '../../engagement/ledger.js';
import type { Feed } from '../../engagement/feed.js';
import { byCodeUnit } from '../../engagement/order.js';
import { FaultList } from '../fault-list.js';
import type { GuardedFile } from '../guard/guarded-file.js';
import { eachRecord } from '../records-of.js';
import type { Progress } from '../reader.js';
import type { EventTable } from '../tables.js';
import type { DueColumns, EventReader, Fold, SheetColumns, TextRecord } from '../events/fold.js';
import { sortedNames } from '../events/fold.js';
import { startsOf } from '../events/folded-ledger.js';
import { tableFindings } from '../events/table-findings.js';
import { foldSubmissions, isConflicting, type SubmissionEntry, type SubmissionsFold } from './submissions-fold.js';
import { foldVle, type VleFold, type VleGroup } from './vle-fold.js';

const REPORT_EVERY_RECORDS = 10_000;

const NOTHING: VleFold & SubmissionsFold = {
  groups: [],
  entries: [],
  actDays: new Set(),
  rowsOf: new Map(),
  repeatedRows: 0,
};

export function createCsvReader(): EventReader {
  let known: readonly VleGroup[] = [];
  return {
    name: 'csv-parse',
    fold: async ({ studentIds, files, progress }) => {
      const faults = new FaultList();
      const indexOf = new Map(studentIds.map((studentId, index) => [studentId, index]));
      const submissionFiles = files.get('submissions');
      const vleFiles = files.get('vle');
      const submissions =
        submissionFiles === undefined
          ? NOTHING
          : await foldSubmissions(submissionFiles, faults, counting('submissions', submissionFiles, progress));
      const vle =
        vleFiles === undefined ? NOTHING : await foldVle(vleFiles, faults, counting('vle', vleFiles, progress));
      faults.refuse();
      const acts = vle.groups.filter(({ acts }) => acts > 0);
      known = acts.filter(({ studentId }) => indexOf.has(studentId));
      const kinds = kindsOf(known);
      const entries = submissions.entries.filter(({ studentId }) => indexOf.has(studentId));
      const feeds = new Map<Feed, FeedRecord>();
      if (submissionFiles !== undefined) feeds.set('submissions', feedRecord(submissions.actDays, submissionFiles));
      if (vleFiles !== undefined) feeds.set('vle', feedRecord(new Set(acts.map(({ day }) => day)), vleFiles));
      return {
        kinds,
        feeds,
        sheets: sheetColumns(known, kinds, indexOf),
        dues: dueColumns(entries, indexOf),
        findings: [
          ...tableFindings('submissions', {
            ...tally(submissions, indexOf),
            conflicts: entries.filter(isConflicting).length,
          }),
          ...tableFindings('vle', { ...tally(vle, indexOf), conflicts: 0 }),
        ],
      } satisfies Fold;
    },
    acts: () => Promise.resolve(known.map(actOf)),
    recordsOf: textRecords,
    close: () => Promise.resolve(),
  };
}

/** Reports progress every so many records. */
function counting(table: EventTable, files: readonly GuardedFile[], progress: Progress): () => void {
  const all = recordsIn(files);
  let done = 0;
  return () => {
    done += 1;
    if (done % REPORT_EVERY_RECORDS === 0 || done === all) progress(`reading ${table}`, done, all);
  };
}

function recordsIn(files: readonly GuardedFile[]): number {
  return files.reduce((sum, { report }) => sum + report.records, 0);
}

function feedRecord(days: ReadonlySet<number>, files: readonly GuardedFile[]): FeedRecord {
  return {
    actDays: [...days].sort((one, other) => one - other) as FeedRecord['actDays'][number][],
    records: recordsIn(files),
  };
}

function tally({ rowsOf, repeatedRows }: VleFold | SubmissionsFold, indexOf: ReadonlyMap<string, number>) {
  const unknown = [...rowsOf].filter(([studentId]) => !indexOf.has(studentId));
  const unknownRows = unknown.reduce((sum, [, rows]) => sum + rows, 0);
  return { unknownRows, unknownStudents: unknown.length, repeatedRows };
}

function kindsOf(groups: readonly VleGroup[]): readonly ActKind[] {
  const types = [...new Set(groups.map(({ type }) => type))].sort(byCodeUnit);
  return types.map((type) => ({ feed: 'vle', type, standing: 'done', isOnline: false }));
}

function sheetColumns(
  groups: readonly VleGroup[],
  kinds: readonly ActKind[],
  indexOf: ReadonlyMap<string, number>,
): SheetColumns {
  const kindOf = new Map(kinds.map(({ type }, index) => [type, index]));
  const entries = new Map<string, { student: number; day: number; kind: number; acts: number }>();
  for (const { studentId, day, type, acts } of groups) {
    const [student, kind] = [indexOf.get(studentId) ?? 0, kindOf.get(type) ?? 0];
    const key = `${student} ${day} ${kind}`;
    const entry = entries.get(key) ?? { student, day, kind, acts: 0 };
    entry.acts += acts;
    entries.set(key, entry);
  }
  const sorted = [...entries.values()].sort(
    (one, other) => one.student - other.student || one.day - other.day || one.kind - other.kind,
  );
  return {
    starts: startsOf(
      Int32Array.from(sorted, ({ student }) => student),
      indexOf.size,
    ),
    days: Int32Array.from(sorted, ({ day }) => day),
    kinds: Int32Array.from(sorted, ({ kind }) => kind),
    acts: Float64Array.from(sorted, ({ acts }) => acts),
  };
}

function dueColumns(entries: readonly SubmissionEntry[], indexOf: ReadonlyMap<string, number>): DueColumns {
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

function actOf({ studentId, day, type, module, acts, untimedActs }: VleGroup): Act {
  const unmeasured = { standing: 'done', isOnline: false, minutes: 0, daytimeMinutes: 0 } as const;
  return { studentId, day, feed: 'vle', type, module, acts, untimedActs, ...unmeasured };
}

async function textRecords(table: EventTable, file: GuardedFile, studentId: string): Promise<readonly TextRecord[]> {
  const records: TextRecord[] = [];
  await eachRecord(table, file, (cells, record) => {
    if (cells.student_id === studentId) records.push({ record, cells });
  });
  return records;
}
