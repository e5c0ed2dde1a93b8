// The reader of events in SQL: no JavaScript runs for an event row.
import type { Fault } from '../../diagnostics/catalogue.js';
import type { Feed } from '../../engagement/feed.js';
import type { FeedRecord } from '../../engagement/ledger.js';
import type { EventReader, EventSources, Fold, TextRecord } from '../events/fold.js';
import { addRowFaults } from '../events/row-faults.js';
import { tableFindings, type TableTally } from '../events/table-findings.js';
import { FaultList } from '../fault-list.js';
import type { GuardedFile } from '../guard/guarded-file.js';
import { columnsOf, type EventTable } from '../tables.js';
import type { Database } from './database.js';
import { readActs, readDays, readDues, readSheets } from './fold-columns.js';
import { pathOf, relationSql } from './relation-sql.js';
import { readNumbers } from './result-columns.js';
import { foldSubmissions } from './submissions-fold.js';
import { foldVle, type FoldedTable } from './vle-fold.js';

/** A table without files folds like one whose files have no rows. */
const NO_FILES: readonly GuardedFile[] = [];

export function createDuckdbReader(database: Database): EventReader {
  return {
    name: 'duckdb',
    fold: (sources) => fold(database, sources),
    acts: () => readActs(database),
    recordsOf: (table, file, studentId) => recordsOf(database, table, file, studentId),
    close: () => database.close(),
  };
}

async function fold(database: Database, sources: EventSources): Promise<Fold> {
  const { studentIds, files } = sources;
  await database.upload('students', studentIds);
  const submissionFiles = files.get('submissions') ?? NO_FILES;
  const vleFiles = files.get('vle') ?? NO_FILES;
  const submissions = await withProgress(database, sources, 'submissions', foldSubmissions);
  const vle = await withProgress(database, sources, 'vle', foldVle);
  demandEveryRow(submissionFiles, submissions);
  demandEveryRow(vleFiles, vle);
  await nameFaults([
    ['submissions', submissionFiles, submissions],
    ['vle', vleFiles, vle],
  ]);
  const { conflicts, ...dues } = await readDues(database, studentIds.length);
  const { kinds, sheets } = await readSheets(database, studentIds.length);
  const feeds = new Map<Feed, FeedRecord>();
  if (files.has('submissions')) {
    const actDays = await readDays(
      database,
      `SELECT DISTINCT CAST(submitted // 1441 AS INTEGER) AS day FROM submission_rows WHERE submitted >= 0 ORDER BY day`,
    );
    feeds.set('submissions', { actDays, records: total(submissions) });
  }
  if (files.has('vle')) {
    const actDays = await readDays(database, 'SELECT DISTINCT day FROM vle_acts ORDER BY day');
    feeds.set('vle', { actDays, records: total(vle) });
  }
  const findings: readonly Fault[] = [
    ...tableFindings('submissions', await tally(database, submissions, 'submission_rows', '1', conflicts)),
    ...tableFindings('vle', await tally(database, vle, 'vle_groups', 'row_count', 0)),
  ];
  return { kinds, feeds, sheets, dues, findings };
}

/** How often the terminal may look at a query that runs for seconds. */
const LOOK_EVERY_MILLISECONDS = 200;

async function withProgress(
  database: Database,
  { files, progress }: EventSources,
  table: EventTable,
  foldTable: (
    database: Database,
    files: readonly GuardedFile[],
    onFile: (file: GuardedFile) => void,
  ) => Promise<FoldedTable>,
): Promise<FoldedTable> {
  const tableFiles = files.get(table) ?? NO_FILES;
  const all = tableFiles.reduce((sum, { report }) => sum + report.records, 0);
  const stage = `reading ${table}`;
  let before = 0;
  let current = 0;
  let furthest = 0;
  const tell = (done: number): void => {
    furthest = Math.max(furthest, done);
    progress(stage, furthest, all);
  };
  const look = setInterval(() => {
    try {
      tell(before + Math.floor(current * database.progress()));
    } catch {
      // Stopped: the query is being interrupted, and its own error says so.
      clearInterval(look);
    }
  }, LOOK_EVERY_MILLISECONDS);
  try {
    const folded = await foldTable(database, tableFiles, ({ report }) => {
      before += current;
      current = report.records;
      tell(before);
    });
    tell(all);
    return folded;
  } finally {
    clearInterval(look);
  }
}

/** What the guard counted must have been folded: a row that is lost without an error is our own fault. */
function demandEveryRow(files: readonly GuardedFile[], { rowsByFile }: FoldedTable): void {
  files.forEach(({ file, report }, index) => {
    if (rowsByFile[index] === report.records) return;
    throw new Error(`${file}: the guard counted ${report.records} records, DuckDB ${rowsByFile[index] ?? 0}`);
  });
}

async function nameFaults(
  tables: readonly (readonly [EventTable, readonly GuardedFile[], FoldedTable])[],
): Promise<void> {
  const faults = new FaultList();
  for (const [table, files, { hasFaultyRows }] of tables) {
    if (!hasFaultyRows) continue;
    for (const file of files) await addRowFaults(table, file, faults);
    if (faults.isEmpty) throw new Error(`DuckDB found faulty rows in ${table} that csv-parse does not find`);
  }
  faults.refuse();
}

function total({ rowsByFile }: FoldedTable): number {
  return rowsByFile.reduce((sum, rows) => sum + rows, 0);
}

async function tally(
  database: Database,
  { repeatedRows }: FoldedTable,
  relation: string,
  rows: string,
  conflicts: number,
): Promise<TableTally> {
  const [unknownRows = 0, unknownStudents = 0] = readNumbers(
    await database.run(`SELECT coalesce(sum(${rows}), 0)::BIGINT, count(DISTINCT student_id) FROM ${relation}
      ANTI JOIN students ON students.text = student_id`),
  );
  return { unknownRows, unknownStudents, repeatedRows, conflicts };
}

async function recordsOf(
  database: Database,
  table: EventTable,
  file: GuardedFile,
  studentId: string,
): Promise<readonly TextRecord[]> {
  const columns: readonly string[] = columnsOf(table);
  const result = await database.run(
    `SELECT * FROM (${relationSql(table, file, 'CAST(row_number() OVER () AS INTEGER) AS record, ')})
      WHERE student_id = $student ORDER BY record`,
    { path: pathOf(file), student: studentId },
  );
  const records: TextRecord[] = [];
  for (let index = 0; index < result.chunkCount; index += 1) {
    for (const [record, ...cells] of result.getChunk(index).getRows()) {
      const named = columns.map((column, position) => [column, cells[position] as string] as const);
      records.push({ record: record as number, cells: Object.fromEntries(named) });
    }
  }
  return records;
}
