// A table with an occurrence a row, folded row by row in TypeScript.
import { rowKey } from '../../engagement/tables.js';
import type { Day } from '../../calendar/day.js';
import type { Act } from '../../engagement/ledger.js';
import {
  OCCURRENCE_STANDINGS,
  OCCURRENCES,
  occurrenceKey,
  parseOccurrenceRow,
  type OccurrenceRow,
  type OccurrenceTable,
} from '../events/occurrence.js';
import type { GuardedFile } from '../guarded-file.js';
import { eachRecord } from '../records-of.js';
import { ActSums } from './act-sums.js';
import { eachRow, type CsvRun, type RowCount } from './each-row.js';
import { Repeats } from '../events/repeats.js';

export interface OccurrencesFold extends RowCount {
  /** Of all students. */
  readonly acts: readonly Act[];
  /** Of all students: the occurrences of which the export does not say what became of them, each as often as it counts. */
  readonly unrecorded: readonly OccurrenceRow[];
  /** Occurrences by student id of which one row says they were attended, and another that they were not. */
  readonly conflictsOf: ReadonlyMap<string, number>;
}

/** Rows that are the same occurrence; `most`: by standing, how often the file has them that has them most. */
interface SharedRow {
  readonly row: OccurrenceRow;
  readonly most: Map<number, number>;
}

export async function foldOccurrences(
  table: OccurrenceTable,
  files: readonly GuardedFile[],
  run: CsvRun,
): Promise<OccurrencesFold> {
  const isByRow = OCCURRENCES[table].sameBy === 'row';
  const filesOfDay = new Map<Day, Set<string>>();
  const sums = new ActSums();
  const count = await eachRow(
    table,
    files,
    {
      parse: (cells, source) => parseOccurrenceRow(table, cells, source),
      visit: (row, { file }) => {
        const { day } = row.at;
        filesOfDay.set(day, (filesOfDay.get(day) ?? new Set()).add(file));
        if (isByRow) sums.add(actOf(table, row, 1));
      },
      keyOf: isByRow ? null : (_, cells) => rowKey(table, cells),
    },
    run,
  );
  if (!run.faults.isEmpty) return { ...count, acts: [], unrecorded: [], conflictsOf: new Map() };
  const days = [...filesOfDay].filter(([, having]) => !isByRow || having.size > 1).map(([day]) => day);
  const onRepeated = (studentId: string, file: string): void => {
    if (isByRow && run.isKnown(studentId)) count.accounts.foundRepeated(file);
  };
  const shared = days.length === 0 ? [] : await rowsOfDays(table, files, new Set(days), onRepeated);
  sums.forgetDays(new Set(days));
  return { ...count, ...resolved(table, shared, sums) };
}

/** Adds each occurrence as often as it counts. */
function resolved(table: OccurrenceTable, shared: readonly SharedRow[], sums: ActSums) {
  const unrecorded: OccurrenceRow[] = [];
  const conflictsOf = new Map<string, number>();
  for (const { row, most } of shared) {
    const best = { ...row, standing: Math.min(...most.keys()) };
    const times = most.get(best.standing) ?? 0;
    if (isUnrecorded(best)) for (let time = 0; time < times; time += 1) unrecorded.push(best);
    else sums.add(actOf(table, best, times));
    if (most.has(DONE) && most.has(MISSED)) {
      conflictsOf.set(row.studentId, (conflictsOf.get(row.studentId) ?? 0) + 1);
    }
  }
  return { acts: sums.acts(), unrecorded, conflictsOf };
}

const DONE = OCCURRENCE_STANDINGS.indexOf('done');
const MISSED = OCCURRENCE_STANDINGS.indexOf('missed');

async function rowsOfDays(
  table: OccurrenceTable,
  files: readonly GuardedFile[],
  days: ReadonlySet<Day>,
  onRepeated: (studentId: string, file: string) => void,
): Promise<readonly SharedRow[]> {
  const repeats = new Repeats();
  const shared = new Map<string, SharedRow>();
  for (const file of files) {
    const here = new Map<string, number>();
    await eachRecord(table, file, (cells, record) => {
      const parsed = parseOccurrenceRow(table, cells, { file: file.file, record });
      if ('faults' in parsed || !days.has(parsed.row.at.day)) return;
      const { standing, studentId } = parsed.row;
      const key = occurrenceKey(table, cells, parsed.row);
      if (repeats.isRepeated(key)) onRepeated(studentId, file.file);
      const ownKey = `${standing} ${key}`;
      const times = (here.get(ownKey) ?? 0) + 1;
      here.set(ownKey, times);
      const entry = shared.get(key) ?? { row: parsed.row, most: new Map<number, number>() };
      entry.most.set(standing, Math.max(entry.most.get(standing) ?? 0, times));
      shared.set(key, entry);
    });
    repeats.endFile();
  }
  return [...shared.values()];
}

function isUnrecorded({ standing }: OccurrenceRow): boolean {
  return OCCURRENCE_STANDINGS[standing] === 'unrecorded';
}

function actOf(feed: OccurrenceTable, row: OccurrenceRow, times: number): Act {
  const { studentId, at, type, module } = row;
  const acts = row.acts * times;
  const isUnmeasured = OCCURRENCES[feed].minutes !== null && row.minutes === null;
  return {
    studentId,
    day: at.day,
    feed,
    type,
    module,
    standing: row.standing === DONE ? 'done' : 'missed',
    isOnline: false,
    acts,
    minutes: (row.minutes ?? 0) * times,
    daytimeMinutes: 0,
    unmeasuredActs: isUnmeasured ? acts : 0,
  };
}
