// The bytes of a gzip-compressed export, unpacked; DuckDB would take a cut one for a whole one.
import { once } from 'node:events';
import { createGunzip } from 'node:zlib';
import { fault } from '../../diagnostics/catalogue.js';
import { refusal } from '../fault-list.js';
import { readBytes, type BytesRead } from './read-bytes.js';

const CHUNK_BYTES = 1_048_576;

export interface Unpacking {
  readonly file: string;
  readonly path: string;
  /** Called with the packed bytes of each chunk. */
  readonly onBytes: (bytes: number) => void;
  readonly largestBytes: number;
}

/** Gives every unpacked chunk to `take`; what is read of the file is of the packed one. */
export async function gunzipBytes(
  { file, path, onBytes, largestBytes: limit }: Unpacking,
  take: (chunk: Buffer) => Promise<void>,
): Promise<BytesRead> {
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  const unpacking = (async () => {
    let unpacked = 0;
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      unpacked += chunk.length;
      if (unpacked > limit) throw refusal(fault('gzip-too-large', { limit }, { file }));
      await take(chunk);
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
    const read = await readBytes(file, path, async (chunk) => {
      if (packed === 0) demandGzip(file, chunk);
      packed += chunk.length;
      onBytes(chunk.length);
      // The buffer is filled again afterwards, so the stream gets a copy.
      if (!gunzip.write(Buffer.from(chunk))) await Promise.race([once(gunzip, 'drain'), unpacking]);
    });
    if (packed === 0) throw refusal(fault('file-empty', {}, { file }));
    gunzip.end();
    await unpacking;
    if (gunzip.bytesWritten !== packed) throw damaged(file, 'something follows its end');
    return read;
  } catch (later) {
    // Writing to a stream that has failed fails too: what failed first counts.
    const error = failure ?? later;
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'Z_BUF_ERROR') throw damaged(file, 'it ends too early');
    if (code?.startsWith('Z_') === true) throw damaged(file, (error as Error).message);
    throw error;
  } finally {
    gunzip.destroy();
    await unpacking.catch(() => undefined);
  }
}

function demandGzip(file: string, start: Buffer): void {
  if (start[0] !== 0x1f || start[1] !== 0x8b) throw refusal(fault('gzip-expected', {}, { file }));
}

function damaged(file: string, reason: string): Error {
  return refusal(fault('gzip-damaged', { reason }, { file }));
}
