// Folders of reports: private, written through to the disk.
import { lstat, mkdir, open, rm, rmdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { systemCode } from '../process/system-error.js';

/** Reports are about named students: for their owner alone (13.1). */
const PRIVATE_FOLDER = 0o700;

/** Whether a folder of that name exists; anything else of that name, a link too, is in the way. */
export async function isFolder(path: string): Promise<boolean> {
  try {
    if ((await lstat(path)).isDirectory()) return true;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
  throw Object.assign(new Error(`not a folder: ${path}`), { code: 'ENOTDIR' });
}

/** Makes a folder and those above it; returns the first one that was not there before. */
export async function makeFolder(folder: string): Promise<string | undefined> {
  return mkdir(folder, { recursive: true, mode: PRIVATE_FOLDER });
}

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

/** Takes back folders that were made for nothing, from the innermost to the first; one in use stays. */
export async function removeEmptyFolders(innermost: string, first: string): Promise<void> {
  const last = dirname(resolve(first));
  for (let folder = resolve(innermost); folder !== last; folder = dirname(folder)) {
    try {
      await rmdir(folder);
    } catch {
      return;
    }
  }
}

/** Makes renames and new files within a folder survive a loss of power. Windows cannot open folders and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
