// The bytes of an export, in large chunks, with their hash.
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { fault } from '../../diagnostics/catalogue.js';
import { refusal } from '../fault-list.js';
import { isSameStamp, stampOf, stillBeingWritten, type FileStamp } from './file-stamp.js';

const CHUNK_BYTES = 1_048_576;
/** A pipe that replaces the file after it was looked at must not block; absent on Windows. */
const NON_BLOCKING = (constants as Partial<typeof constants>).O_NONBLOCK ?? 0;

export interface BytesRead {
  readonly sha256: string;
  readonly bytes: number;
  readonly stamp: FileStamp;
}

/**
 * Gives every chunk to `take`, which must be done with it when its promise resolves. The file must not change
 * meanwhile.
 */
export async function readBytes(
  file: string,
  path: string,
  take: (chunk: Buffer) => void | Promise<void>,
): Promise<BytesRead> {
  const handle = await openExport(file, path);
  try {
    const stamp = await stampOf(handle);
    const hash = createHash('sha256');
    let bytes = 0;
    // Two buffers: the next chunk is on its way while this one is looked at.
    let [current, next] = [Buffer.allocUnsafe(CHUNK_BYTES), Buffer.allocUnsafe(CHUNK_BYTES)];
    let { bytesRead } = await handle.read(current, 0, CHUNK_BYTES);
    while (bytesRead > 0) {
      const ahead = handle.read(next, 0, CHUNK_BYTES);
      // A fault in this chunk ends the loop before the read ahead is awaited.
      ahead.catch(() => undefined);
      const chunk = current.subarray(0, bytesRead);
      bytes += bytesRead;
      hash.update(chunk);
      try {
        await take(chunk);
      } finally {
        ({ bytesRead } = await ahead);
      }
      [current, next] = [next, current];
    }
    if (BigInt(bytes) !== stamp.size || !isSameStamp(await stampOf(handle), stamp)) throw stillBeingWritten(file);
    return { sha256: hash.digest('hex'), bytes, stamp };
  } finally {
    await handle.close();
  }
}

async function openExport(file: string, path: string): Promise<FileHandle> {
  try {
    return await open(path, constants.O_RDONLY | NON_BLOCKING);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    if (reason === 'ENOENT') throw stillBeingWritten(file);
    throw refusal(fault('file-unreadable', { reason }, { file }));
  }
}
