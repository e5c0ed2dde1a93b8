// One discovered file through the guard, whatever its form.
import { fault } from '../../diagnostics/catalogue.js';
import type { DiscoveredFile } from '../discovery.js';
import { refusal } from '../fault-list.js';
import type { PrivateFolder } from '../private-folder.js';
import { checkReshaped } from './check-reshaped.js';
import { checkText, type Pour } from './check-text.js';
import { Guard } from './guard.js';
import type { CheckedFile } from './checked-file.js';
import { gunzipBytes } from '../bytes/gunzip-bytes.js';
import { readBytes } from '../bytes/read-bytes.js';

/**
 * A year of one large university's clicks is some 10 GB of CSV. What unpacks to more than six times that is a
 * compression bomb or a mistake, and would fill the disk.
 */
const LARGEST_UNPACKED_BYTES = 64 * 2 ** 30;

export interface CheckTools {
  readonly privateFolder: PrivateFolder;
  /** Rewrites a parquet file as canonical CSV at a private path; null where DuckDB is not in use. */
  readonly rewriteParquet: ((file: DiscoveredFile, target: string) => Promise<void>) | null;
  /** Called with the bytes of each chunk that was looked at. */
  readonly onBytes: (bytes: number) => void;
  readonly largestUnpackedBytes?: number;
}

export async function checkFile(file: DiscoveredFile, tools: CheckTools): Promise<CheckedFile> {
  const { privateFolder, largestUnpackedBytes: largestBytes = LARGEST_UNPACKED_BYTES } = tools;
  const passes = new Passes(tools.onBytes);
  const pourPlain: Pour = (take) => {
    const onBytes = passes.next();
    return readBytes(file.file, file.path, (chunk) => {
      onBytes(chunk.length);
      return take(chunk);
    });
  };
  const isShaped = file.shape !== null;
  switch (file.form) {
    case 'csv':
      return isShaped
        ? checkReshaped(file, { privateFolder, pour: pourPlain })
        : checkText(file, { privateFolder, isPacked: false, pour: pourPlain });
    case 'csv.gz': {
      const pour: Pour = (take) => gunzipBytes({ ...file, onBytes: passes.next(), largestBytes }, take);
      return isShaped
        ? checkReshaped(file, { privateFolder, pour })
        : checkText(file, { privateFolder, isPacked: true, pour });
    }
    case 'xlsx':
      return checkReshaped(file, { privateFolder, pour: pourPlain });
    case 'parquet':
      return checkParquet(file, tools);
  }
}

/** Bytes that are read again, in a second pass, are not told again. */
class Passes {
  private told = 0;

  constructor(private readonly onBytes: (bytes: number) => void) {}

  next(): (bytes: number) => void {
    let position = 0;
    return (bytes) => {
      position += bytes;
      if (position <= this.told) return;
      this.onBytes(position - this.told);
      this.told = position;
    };
  }
}

const PARQUET_MARK = 'PAR1';

async function checkParquet(file: DiscoveredFile, tools: CheckTools): Promise<CheckedFile> {
  if (tools.rewriteParquet === null) throw refusal(fault('parquet-needs-duckdb', {}, { file: file.file }));
  let start = '';
  let end = '';
  const read = await readBytes(file.file, file.path, (chunk) => {
    if (start === '') start = chunk.subarray(0, 4).toString('latin1');
    end = (end + chunk.subarray(-4).toString('latin1')).slice(-4);
    tools.onBytes(chunk.length);
  });
  if (start !== PARQUET_MARK || end !== PARQUET_MARK || read.bytes < 12) {
    throw refusal(fault('parquet-expected', {}, { file: file.file }));
  }
  const target = tools.privateFolder.reserve('.csv');
  await tools.rewriteParquet(file, target);
  const guard = new Guard(file);
  await readBytes(file.file, target, (chunk) => {
    guard.push(chunk);
  });
  return { ...file, ...read, readFrom: target, report: guard.finish(), recordAt: null, madeFrom: null, findings: [] };
}
