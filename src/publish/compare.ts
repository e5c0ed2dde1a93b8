// Whether a folder already holds a set of reports, byte for byte.
import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Report } from '../reports/report.js';
import { segmentsOf } from './write-set.js';
import { systemCode } from '../process/system-error.js';

/** A file that is not there, or is a folder, differs; other errors are the caller's. */
const DIFFERS = ['ENOENT', 'ENOTDIR', 'EISDIR'];

/**
 * Only the files of the set are looked at: what people put beside them (a letter, a spreadsheet's lock file) is theirs.
 * A set with fewer or more reports differs in run.json, which lists them.
 */
export async function isUnchanged(reports: readonly Report[], folder: string): Promise<boolean> {
  for (const { file, content } of reports) {
    if (!(await holds(join(folder, ...segmentsOf(file)), content))) return false;
  }
  return true;
}

async function holds(path: string, content: string): Promise<boolean> {
  const bytes = Buffer.from(content, 'utf8');
  try {
    // A pipe would never end, nor a link to a device; and a link is not a report.
    const found = await lstat(path);
    return found.isFile() && found.size === bytes.length && (await readFile(path)).equals(bytes);
  } catch (error) {
    if (DIFFERS.includes(systemCode(error) ?? '')) return false;
    throw error;
  }
}
