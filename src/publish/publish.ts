// Puts a set of reports in place: complete or absent, private, and untouched where nothing has changed.
import { rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Report } from '../reports/report.js';
import { exchange, Stranded } from './exchange.js';
import { isUnchanged } from './compare.js';
import { isFolder, makeFolder, removeEmptyFolders, removeFolder } from './folder.js';
import { refusalOf } from './refuse.js';
import { refuseOpenLists } from './open-lists.js';
import { readyName, writeSet } from './write-set.js';

/** `replaced`: another set was there and is kept beside. */
export type Publication = 'published' | 'unchanged' | 'replaced';

/**
 * Writes the reports to `folder` (`<out>/<PLAN>/<date>`). A reader finds the earlier set or the new one and never a part
 * of either; any error leaves everything as it was and is a Refusal that names the folder;
 * a kill leaves what the next run's claim finishes or removes.
 */
export async function publish(reports: readonly Report[], folder: string): Promise<Publication> {
  try {
    const isReplacement = await isFolder(folder);
    if (isReplacement && (await isUnchanged(reports, folder))) return 'unchanged';
    if (isReplacement) await refuseOpenLists(folder);
    await replace(reports, folder, isReplacement);
    return isReplacement ? 'replaced' : 'published';
  } catch (error) {
    throw refusalOf(error, folder);
  }
}

async function replace(reports: readonly Report[], folder: string, isReplacement: boolean): Promise<void> {
  const parent = dirname(folder);
  const firstMade = await makeFolder(parent);
  let written: string | undefined;
  try {
    written = await writeSet(reports, folder);
    const ready = readyName(folder);
    await rename(written, ready);
    written = ready;
    await exchange(ready, folder, isReplacement);
  } catch (error) {
    // Stranded, it is whole, and the next run puts it in place.
    if (written !== undefined && !(error instanceof Stranded)) await removeFolder(written);
    if (firstMade !== undefined) await removeEmptyFolders(parent, firstMade);
    throw error;
  }
}
