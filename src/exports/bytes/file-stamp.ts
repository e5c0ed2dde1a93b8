// What tells that a file is still the one that was checked.
import type { BigIntStats } from 'node:fs';
import { stat, type FileHandle } from 'node:fs/promises';
import { fault } from '../../diagnostics/catalogue.js';
import { EXIT, Refusal } from '../../diagnostics/refusal.js';

export interface FileStamp {
  readonly device: bigint;
  readonly inode: bigint;
  readonly size: bigint;
  readonly modifiedNanoseconds: bigint;
}

export async function stampOf(file: FileHandle | string): Promise<FileStamp> {
  return stampFrom(typeof file === 'string' ? await stat(file, { bigint: true }) : await file.stat({ bigint: true }));
}

export function stampFrom(found: BigIntStats): FileStamp {
  return { device: found.dev, inode: found.ino, size: found.size, modifiedNanoseconds: found.mtimeNs };
}

export function isSameStamp(one: FileStamp, other: FileStamp): boolean {
  return (
    one.device === other.device &&
    one.inode === other.inode &&
    one.size === other.size &&
    one.modifiedNanoseconds === other.modifiedNanoseconds
  );
}

export function stillBeingWritten(file: string): Refusal {
  return new Refusal(EXIT.tryAgain, [fault('file-changed', {}, { file })]);
}

/** Refuses the run where the file is not the one that was stamped. */
export async function demandUnchanged(file: string, path: string, stamp: FileStamp): Promise<void> {
  const now = await stampOf(path).catch(() => null);
  if (now === null || !isSameStamp(now, stamp)) throw stillBeingWritten(file);
}
