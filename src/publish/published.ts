// Whether a report set is there: a set is complete or absent, and its record is part of it.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';

export async function isPublished(folder: string): Promise<boolean> {
  try {
    return (await stat(join(folder, 'run.json'))).isFile();
  } catch {
    return false;
  }
}
