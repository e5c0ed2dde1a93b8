// Files that are still being written, as their names say: run again when they are there.
import { tableOf } from './file-name.js';

/** As browsers and copying programs name what they have not yet written to its end. */
export function isUnfinished(name: string): boolean {
  return /\.(crdownload|download|filepart|opdownload|part|partial|tmp)$/i.test(name);
}

/**
 * Chrome's and Edge's names for a download that has none yet, and Firefox's for one whose name it has only reserved: any
 * of them may become an export.
 */
const NAMELESS = /^unconfirmed \d+\.crdownload$|^[\w+]{8}\.(csv|gz|parquet)\.part$/i;

/** Unfinished, and an export as soon as it is not. Where the name tells of no table, it is not waited for. */
export function isAwaited(name: string): boolean {
  return isUnfinished(name) && (tableOf(name) !== null || NAMELESS.test(name));
}

/** Safari's is a folder, which holds the file as far as it has come. */
export function isUnfinishedFolder(name: string): boolean {
  return /\.download$/i.test(name);
}
