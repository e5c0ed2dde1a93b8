// The exports, opened once for all plans: found, guarded, checked, folded.
import { fault, type Fault } from '../diagnostics/catalogue.js';
import { EXIT, Refusal } from '../diagnostics/refusal.js';
import { createCsvReader } from './csv/csv-reader.js';
import { discover, type DiscoveredFile } from './discovery.js';
import { findBinding } from './duckdb/binding.js';
import { openDatabase, type Binding, type Database } from './duckdb/database.js';
import { createDuckdbReader } from './duckdb/duckdb-reader.js';
import { rewriteParquet } from './duckdb/parquet.js';
import { byKey } from './events/act-order.js';
import type { EventReader } from './events/fold.js';
import { ledgerOf, type LedgerSources } from './events/folded-ledger.js';
import { traceStudent } from './events/trace.js';
import { demandUnchanged } from './bytes/file-stamp.js';
import { FaultList } from './fault-list.js';
import { FEEDS } from '../engagement/feed.js';
import { byCodeUnit } from '../engagement/order.js';
import { guardFiles } from './guard-files.js';
import type { GuardedFile } from './guarded-file.js';
import { settleFiles } from './mapped/settle.js';
import { leftOutFindings, mappedFile } from './mapped/left-out.js';
import { unidentifiedIn } from './mapped/unidentified.js';
import { rowsSetAside } from './mapped/survey.js';
import { createPrivateFolder } from './private-folder.js';
import type { ExportFile, Exports, OpenOptions, Progress } from './reader.js';
import { readRecords } from './records/read-records.js';
import type { RowAccount } from './row-account.js';
import { EVENT_TABLES, type EventTable } from '../engagement/tables.js';

/** Refuses what cannot be trusted; leaves nothing behind when it does. */
export async function openExports(options: OpenOptions): Promise<Exports> {
  const {
    files: discovered,
    feedsSetAside,
    findings: folderFindings,
  } = await discover(options.folder, options.setAside, options.sources);
  const { binding, findings: readerFindings } = await chooseReader(options);
  const privateFolder = await createPrivateFolder();
  let database: Database | null = null;
  const close = async (): Promise<readonly Fault[]> => {
    await database?.close();
    return privateFolder.remove();
  };
  const interrupt = (): void => void database?.close();
  options.signal?.addEventListener('abort', interrupt);
  const progress: Progress = (stage, done, total) => {
    options.signal?.throwIfAborted();
    options.progress(stage, done, total);
  };
  try {
    options.signal?.throwIfAborted();
    database = binding === null ? null : await openDatabase(binding, privateFolder.path, pathsOf(discovered));
    const opened = database;
    const guarded = await guardFiles(discovered, {
      privateFolder,
      rewriteParquet: opened === null ? null : (file, target) => rewriteParquet(opened, file, target),
      progress,
    });
    const reader = opened === null ? createCsvReader() : createDuckdbReader(opened);
    const exports = await whileUnchanged(guarded.files, () =>
      foldAll(guarded.files, { reader, feedsSetAside, covered: coveredDays(discovered), progress }),
    );
    options.signal?.throwIfAborted();
    const findings = [...folderFindings, ...guarded.findings, ...exports.findings];
    return { ...exports, sourcesFiles: options.sources.files, findings, readerFindings, close };
  } catch (error) {
    await close();
    options.signal?.throwIfAborted();
    throw error;
  } finally {
    options.signal?.removeEventListener('abort', interrupt);
  }
}

/** Opens, uses and closes the exports; the second result says what could not be cleaned up. */
export async function usingExports<T>(
  options: OpenOptions,
  use: (exports: Exports) => Promise<T>,
): Promise<readonly [T, readonly Fault[]]> {
  const exports = await openExports(options);
  const used = await use(exports).catch(async (error: unknown) => {
    await exports.close();
    throw error;
  });
  return [used, await exports.close()];
}

function pathsOf(files: readonly DiscoveredFile[]): readonly string[] {
  return files.map(({ path }) => path);
}

/** Of the sources that have files; where one of a feed's says what it covers, the others say nothing of other days. */
function coveredDays(files: readonly DiscoveredFile[]): LedgerSources['covered'] {
  const ofFeeds = FEEDS.map((feed) => {
    const own = files.flatMap((file) => (file.table === feed && file.covers !== null ? [file] : []));
    // Once a source, however many files it has.
    const covers = new Map(own.flatMap(({ source, covers: days }) => (days === null ? [] : [[source, days] as const])));
    return [feed, [...covers.values()]] as const;
  });
  return new Map(ofFeeds.filter(([, covered]) => covered.length > 0));
}

interface ReaderChoice {
  /** Null: the csv-parse reader. */
  readonly binding: Binding | null;
  readonly findings: readonly Fault[];
}

async function chooseReader({ reader }: OpenOptions): Promise<ReaderChoice> {
  if (reader === 'csv-parse') return { binding: null, findings: [] };
  const found = await findBinding();
  if (found.binding !== null) return { binding: found.binding, findings: [] };
  const { reason } = found;
  if (reader === 'duckdb') throw new Refusal(EXIT.invalidPlan, [fault('duckdb-demanded', { reason })]);
  return { binding: null, findings: [fault('duckdb-absent', { reason })] };
}

interface FoldTools extends Pick<LedgerSources, 'feedsSetAside' | 'covered'> {
  readonly reader: EventReader;
  readonly progress: Progress;
}

async function foldAll(
  files: readonly GuardedFile[],
  { reader, feedsSetAside, covered, progress }: FoldTools,
): Promise<Omit<Exports, 'sourcesFiles' | 'readerFindings' | 'close'>> {
  const { findings, accounts, identities, files: recordFiles, ...records } = await readRecords(files);
  const studentIds = records.students.map(({ studentId }) => studentId);
  const faults = new FaultList();
  const eventFiles = new Map<EventTable, readonly GuardedFile[]>();
  for (const table of EVENT_TABLES) {
    const tableFiles = files.filter((file) => file.table === table);
    if (tableFiles.length > 0) {
      eventFiles.set(table, await settleFiles(tableFiles, identities, (file) => reader.survey(file), faults));
    }
  }
  faults.refuse();
  const settled = [...recordFiles, ...[...eventFiles.values()].flat()];
  const folded = await reader.fold({ studentIds, files: eventFiles, progress });
  const ledger = ledgerOf(folded, {
    indexOf: new Map(studentIds.map((studentId, index) => [studentId, index])),
    hasAllocations: eventFiles.has('allocations'),
    feedsSetAside,
    covered,
    unidentified: unidentifiedIn(eventFiles, identities, studentIds),
  });
  return {
    reader: reader.name,
    ...records,
    ledger,
    files: accountedFiles(settled, new Map([...accounts, ...folded.accounts])),
    findings: [...leftOutFindings(settled), ...findings, ...folded.findings],
    acts: async () => [...(await reader.acts())].sort(byKey),
    dues: () => Promise.resolve(studentIds.flatMap((studentId) => ledger.duesOf(studentId))),
    trace: (studentId) => whileUnchanged(files, () => traceStudent(reader, eventFiles, studentId)),
  };
}

/** Each file with what became of its rows, which must be all that the guard counted. */
function accountedFiles(
  files: readonly GuardedFile[],
  accounts: ReadonlyMap<string, RowAccount>,
): readonly ExportFile[] {
  const inOrder = [...files].sort(
    (one, other) => byCodeUnit(one.table, other.table) || byCodeUnit(one.file, other.file),
  );
  return inOrder.map((settled) => {
    const { table, file, sha256, bytes, survey, report, madeFrom } = settled;
    const { records } = report;
    const account = accounts.get(file);
    const rows = account && { ...account, setAside: rowsSetAside(survey) };
    if (rows === undefined || rows.used + rows.repeated + rows.ofUnknownStudents + rows.setAside !== records) {
      throw new Error(`${file}: ${records} records, but ${JSON.stringify(rows)} accounted for`);
    }
    return { table, file, sha256, bytes, records, madeFrom, rows, mapped: mappedFile(settled) };
  });
}

/** A file that changes under a reader may look faulty: that it is still being written is then the better answer. */
async function whileUnchanged<T>(files: readonly GuardedFile[], work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    for (const { file, path, stamp } of files) await demandUnchanged(file, path, stamp);
  }
}
