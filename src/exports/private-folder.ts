// A folder that only this user can read, for unpacked copies of exports and the database's overflow (clause 13).
import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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
  const path = await mkdtemp(join(tmpdir(), 'checkpoint-'));
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
