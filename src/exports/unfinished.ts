// Files that are still being written, as their names say: run again when they are there.
import type { Recognise } from './recognise.js';

/** As browsers and copying programs name what they have not yet written to its end. */
const UNFINISHED = /\.(crdownload|download|filepart|opdownload|part|partial|tmp)$/i;

export function isUnfinished(name: string): boolean {
  return UNFINISHED.test(name);
}

/**
 * Chrome's and Edge's names for a download that has none yet, and Firefox's for one whose name it has only reserved: any
 * of them may become an export.
 */
const NAMELESS = /^unconfirmed \d+\.crdownload$|^[\w+]{8}\.(csv|gz|parquet)\.part$/i;

/** The name that it will have. */
export function withoutUnfinished(name: string): string {
  return name.replace(UNFINISHED, '');
}

/** Unfinished, and an export as soon as it is not. Where the name tells of no table, it is not waited for. */
export function isAwaited(name: string, recognise: Recognise): boolean {
  return isUnfinished(name) && (isExport(name, recognise) || NAMELESS.test(name));
}

function isExport(name: string, recognise: Recognise): boolean {
  return recognise(name) !== null || recognise(withoutUnfinished(name)) !== null;
}

/** Safari's is a folder, which holds the file as far as it has come. */
export function isUnfinishedFolder(name: string): boolean {
  return /\.download$/i.test(name);
}
