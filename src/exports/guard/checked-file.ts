// An export that the guard let pass, and the way to it: as it is, unpacked, or rewritten from parquet.
import type { Fault } from '../../diagnostics/catalogue.js';
import type { DiscoveredFile } from '../discovery.js';
import type { FileStamp } from '../bytes/file-stamp.js';
import type { MadeFrom } from '../shape/shaped-table.js';
import type { GuardReport } from './guard.js';

/** What passed the guard, before its header is matched with its table. */
export interface CheckedFile extends DiscoveredFile {
  /** Of the file as it lies in the folder. */
  readonly sha256: string;
  readonly bytes: number;
  readonly stamp: FileStamp;
  /** Where its CSV is read: the file itself, or a private copy. */
  readonly readFrom: string;
  readonly report: GuardReport;
  /** Null: each of its rows is a record. */
  readonly madeFrom: MadeFrom | null;
  /** The column that says which record of the file a row is; null: they are counted. */
  readonly recordAt: number | null;
  /** What the private copy has otherwise than the file, and what of the file was not read. */
  readonly findings: readonly Fault[];
}
