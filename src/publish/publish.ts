// Puts a set of reports in place: complete or absent, private, and untouched where nothing has changed.
import { lstat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Report } from '../reports/report.js';
import { exchange } from './exchange.js';
import { isUnchanged } from './compare.js';
import { makeFolder, removeEmptyFolders, removeFolder } from './folder.js';
import { refusalOf } from './refuse.js';
import { writeSet } from './write-set.js';
import { systemCode } from './system-error.js';

/** `replaced`: another set was there and is kept beside. */
export type Publication = 'published' | 'unchanged' | 'replaced';

/**
 * Writes the reports to `folder` (`<out>/<PLAN>/<date>`). A reader finds the earlier set or the new one and never a part
 * of either; any error leaves everything as it was and is a Refusal that names the folder.
 */
export async function publish(reports: readonly Report[], folder: string): Promise<Publication> {
  try {
    const isReplacement = await isThere(folder);
    if (isReplacement && (await isUnchanged(reports, folder))) return 'unchanged';
    await replace(reports, folder, isReplacement);
    return isReplacement ? 'replaced' : 'published';
  } catch (error) {
    throw refusalOf(error, folder);
  }
}

/** Whether a folder of that name exists; anything else of that name, a link too, is in the way. */
async function isThere(folder: string): Promise<boolean> {
  try {
    if ((await lstat(folder)).isDirectory()) return true;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
  throw Object.assign(new Error(`not a folder: ${folder}`), { code: 'ENOTDIR' });
}

async function replace(reports: readonly Report[], folder: string, isReplacement: boolean): Promise<void> {
  const parent = dirname(folder);
  const firstMade = await makeFolder(parent);
  let draft: string | undefined;
  try {
    draft = await writeSet(reports, folder);
    await exchange(draft, folder, isReplacement);
  } catch (error) {
    if (draft !== undefined) await removeFolder(draft);
    if (firstMade !== undefined) await removeEmptyFolders(parent, firstMade);
    throw error;
  }
}
