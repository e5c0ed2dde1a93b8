// One discovered file through the guard, whatever its form.
import { createGunzip } from 'node:zlib';
import { once } from 'node:events';
import { fault } from '../../diagnostics/catalogue.js';
import type { DiscoveredFile } from '../discovery.js';
import { refusal } from '../fault-list.js';
import { refuseWorkingSpace, type PrivateFolder } from '../private-folder.js';
import { Guard } from './guard.js';
import type { CheckedFile } from './guarded-file.js';
import { readBytes } from './read-bytes.js';

/**
 * A year of one large university's clicks is some 10 GB of CSV. What unpacks to more than six times that is a
 * compression bomb or a mistake, and would fill the disk.
 */
const LARGEST_UNPACKED_BYTES = 64 * 2 ** 30;
const CHUNK_BYTES = 1_048_576;

export interface CheckTools {
  readonly privateFolder: PrivateFolder;
  /** Rewrites a parquet file as canonical CSV at a private path; null where DuckDB is not in use. */
  readonly rewriteParquet: ((file: DiscoveredFile, target: string) => Promise<void>) | null;
  /** Called with the bytes of each chunk that was looked at. */
  readonly onBytes: (bytes: number) => void;
  readonly largestUnpackedBytes?: number;
}

export async function checkFile(file: DiscoveredFile, tools: CheckTools): Promise<CheckedFile> {
  switch (file.form) {
    case 'csv':
      return checkPlain(file, tools);
    case 'csv.gz':
      return checkGzip(file, tools);
    case 'parquet':
      return checkParquet(file, tools);
  }
}

async function checkPlain(file: DiscoveredFile, tools: CheckTools): Promise<CheckedFile> {
  const guard = new Guard(file.file);
  const read = await readBytes(file.file, file.path, (chunk) => {
    guard.push(chunk);
    tools.onBytes(chunk.length);
  });
  return { ...file, ...read, readFrom: file.path, report: guard.finish() };
}

async function checkGzip(file: DiscoveredFile, tools: CheckTools): Promise<CheckedFile> {
  const limit = tools.largestUnpackedBytes ?? LARGEST_UNPACKED_BYTES;
  const guard = new Guard(file.file);
  const { path, handle } = await tools.privateFolder.create('.csv');
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  const unpacking = (async () => {
    let unpacked = 0;
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      unpacked += chunk.length;
      if (unpacked > limit) throw refusal(fault('gzip-too-large', { limit }, { file: file.file }));
      guard.push(chunk);
      for (let written = 0; written < chunk.length;) {
        written += (await handle.write(chunk, written).catch(refuseWorkingSpace)).bytesWritten;
      }
    }
  })();
  let failure: unknown;
  unpacking.catch((error: unknown) => {
    failure = error;
    gunzip.destroy();
  });
  gunzip.on('error', () => undefined);
  try {
    let packed = 0;
    const read = await readBytes(file.file, file.path, async (chunk) => {
      if (packed === 0) demandGzip(file.file, chunk);
      packed += chunk.length;
      tools.onBytes(chunk.length);
      // The buffer is filled again afterwards, so the stream gets a copy.
      if (!gunzip.write(Buffer.from(chunk))) await Promise.race([once(gunzip, 'drain'), unpacking]);
    });
    if (packed === 0) throw refusal(fault('file-empty', {}, { file: file.file }));
    gunzip.end();
    await unpacking;
    if (gunzip.bytesWritten !== packed) throw damaged(file.file, 'something follows its end');
    return { ...file, ...read, readFrom: path, report: guard.finish() };
  } catch (later) {
    // Writing to a stream that has failed fails too: what failed first counts.
    const error = failure ?? later;
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'Z_BUF_ERROR') throw damaged(file.file, 'it ends too early');
    if (code?.startsWith('Z_') === true) throw damaged(file.file, (error as Error).message);
    throw error;
  } finally {
    gunzip.destroy();
    await unpacking.catch(() => undefined);
    await handle.close();
  }
}

function demandGzip(file: string, start: Buffer): void {
  if (start[0] !== 0x1f || start[1] !== 0x8b) throw refusal(fault('gzip-expected', {}, { file }));
}

function damaged(file: string, reason: string): Error {
  return refusal(fault('gzip-damaged', { reason }, { file }));
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
  const guard = new Guard(file.file);
  await readBytes(file.file, target, (chunk) => {
    guard.push(chunk);
  });
  return { ...file, ...read, readFrom: target, report: guard.finish() };
}
