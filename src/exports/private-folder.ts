// A folder that only this user can read, for unpacked copies of exports and the database's overflow (clause 13).
import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fault } from '../diagnostics/catalogue.js';
import { EXIT, Refusal } from '../diagnostics/refusal.js';

export interface PrivateFolder {
  readonly path: string;
  /** A new file in it, open for writing, and its path. */
  create(suffix: string): Promise<{ readonly path: string; readonly handle: FileHandle }>;
  /** A path in it that no other file has. */
  reserve(suffix: string): string;
  remove(): Promise<void>;
}

export async function createPrivateFolder(): Promise<PrivateFolder> {
  // mkdtemp gives 0700.
  const path = await mkdtemp(join(tmpdir(), 'checkpoint-')).catch(refuseWorkingSpace);
  let made = 0;
  const reserve = (suffix: string): string => {
    made += 1;
    return join(path, `${made}${suffix}`);
  };
  return {
    path,
    reserve,
    create: async (suffix) => {
      const file = reserve(suffix);
      return { path: file, handle: await open(file, 'wx', 0o600) };
    },
    remove: () => rm(path, { recursive: true, force: true, maxRetries: 3 }),
  };
}

/** Turns a failing temporary folder into a refusal (74); anything but a system error goes on its way. */
export function refuseWorkingSpace(error: unknown): never {
  const { code } = error as NodeJS.ErrnoException;
  if (error instanceof Error && typeof code === 'string' && WORKING_SPACE_FAULTS.includes(code)) {
    throw new Refusal(EXIT.ioFailed, [fault('working-space-failed', { folder: tmpdir(), reason: code })]);
  }
  throw error;
}

const WORKING_SPACE_FAULTS = ['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'ENOENT', 'ENOTDIR', 'EIO'];
