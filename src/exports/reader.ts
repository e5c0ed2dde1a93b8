// What stands between exports and everything else: one interface, two readers behind it (duckdb, csv-parse).
import type { Fault } from '../diagnostics/catalogue.js';
import type { Circumstance } from '../engagement/circumstance.js';
import type { Contact } from '../engagement/contact.js';
import type { Feed } from '../engagement/feed.js';
import type { EventRecord, Act, Due, Ledger } from '../engagement/ledger.js';
import type { ModuleEnrolment, Student } from '../engagement/student.js';
import type { Sources, SourcesFile } from '../mapping/mapping.js';
import type { FileAccount } from './row-account.js';

export type ReaderName = 'duckdb' | 'csv-parse';

/** An export file that fed the run. */
export interface ExportFile {
  readonly table: string;
  /** Its name inside the exports folder. */
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Data records, header not counted. */
  readonly records: number;
  /** Of a file that is no plain table: the rows of which its records were made. Null: each row is a record. */
  readonly madeFrom: { readonly rows: number; readonly otherRows: number } | null;
  /** What became of each of them. */
  readonly rows: FileAccount;
  /** Null: it is canonical. */
  readonly mapped: MappedFile | null;
}

/** How a file was read as its table. */
export interface MappedFile {
  readonly source: string;
  readonly mapping: string;
  /** Rows by the reason for which the mapping sets them aside. */
  readonly setAside: readonly { readonly reason: string; readonly rows: number }[];
  /** Rows of ids of a system that stand for no student; null where none is looked up. */
  readonly unmatched: { readonly system: string; readonly ids: number; readonly rows: number } | null;
  /** By canonical column, the format that times are written in. */
  readonly formats: readonly { readonly column: string; readonly format: string }[];
}

/** The exports, read once for all plans. Close it in any case: it owns a private folder and perhaps a database. */
export interface Exports {
  readonly reader: ReaderName;
  /** Sorted by student id. */
  readonly students: readonly Student[];
  /** Null where the table is missing: every student then counts as enrolled on a module (reading.md, opportunity). */
  readonly enrolments: readonly ModuleEnrolment[] | null;
  /** Sorted by student id, then first day, then where they were read; empty where the table is missing. */
  readonly circumstances: readonly Circumstance[];
  /** Sorted by student id, then day, then where they were read; empty where the table is missing. */
  readonly contacts: readonly Contact[];
  readonly ledger: Ledger;
  /** Sorted by table, then file. */
  readonly files: readonly ExportFile[];
  /** The sources file and its mappings. */
  readonly sourcesFiles: readonly SourcesFile[];
  /** What was tolerated, and how often. */
  readonly findings: readonly Fault[];
  /** About the reader and this machine, not about the exports: to be said, but in no report. */
  readonly readerFindings: readonly Fault[];
  /** The ledger's rows in its final grain, sorted by key; for tests and tools, not for a run. */
  acts(): Promise<readonly Act[]>;
  /** Sorted by student id, then assessment id. */
  dues(): Promise<readonly Due[]>;
  /** The student's records, in order of file and record, from the same relation that the ledger was folded from. */
  trace(studentId: string): Promise<readonly EventRecord[]>;
  /** Says what could not be cleaned up. */
  close(): Promise<readonly Fault[]>;
}

/** Progress of long work, for a terminal; `done` and `total` in bytes or rows. */
export type Progress = (stage: string, done: number, total: number) => void;

export interface OpenOptions {
  readonly folder: string;
  /** Null: DuckDB where its binding is installed, else csv-parse. */
  readonly reader: ReaderName | null;
  /** To go on without, as unknown: their files are not opened. In the order of `FEEDS`. */
  readonly setAside: readonly Feed[];
  /** How files that are not canonical are read. */
  readonly sources: Sources;
  readonly progress: Progress;
  /** Stops the work: everything is closed and removed before the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}
