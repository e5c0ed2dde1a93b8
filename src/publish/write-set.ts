// Writes a whole set of reports into a private folder beside the one that it is meant for.
import { mkdtemp } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Report } from '../reports/report.js';
import { makeFolder, removeFolder, syncFolder } from './folder.js';
import { writePrivately } from './write-privately.js';

/** Returns the private folder; where a file cannot be written, nothing of it stays. */
export async function writeSet(reports: readonly Report[], folder: string): Promise<string> {
  // On the same disk as its destination, or it could not be renamed. mkdtemp makes it 0700.
  const draft = await mkdtemp(join(dirname(folder), `.${basename(folder)}.draft-`));
  try {
    const folders = new Set([draft]);
    for (const { file, content } of reports) {
      const path = join(draft, ...segmentsOf(file));
      await makeFolder(dirname(path));
      await writePrivately(path, content);
      folders.add(dirname(path));
    }
    for (const each of folders) await syncFolder(each);
    return draft;
  } catch (error) {
    await removeFolder(draft);
    throw error;
  }
}

/** What a whole set is called until it is in place: by that name a later run knows that it may finish the exchange. */
export function readyName(folder: string): string {
  return join(dirname(folder), `.${basename(folder)}.ready`);
}

/** The parts of a report's name, none of which leads out of the set. */
export function segmentsOf(file: string): readonly string[] {
  const segments = file.split('/');
  const isUnsafe = segments.some((segment) => segment === '' || /^\.|[\\:\0]/.test(segment));
  if (isUnsafe) throw new RangeError(`not a name for a report: ${file}`);
  return segments;
}
