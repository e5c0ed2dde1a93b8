// A new file for a person to read and finish; never written over another.
import { open, unlink } from 'node:fs/promises';
import { fault } from '../diagnostics/catalogue.js';
import { EXIT, Refusal } from '../diagnostics/refusal.js';
import { systemCode } from '../process/system-error.js';

const PRIVATE_FILE = 0o600;

/** Refuses (2) where there is a file of that name, or (74) where it cannot be written; then nothing of it stays. */
export async function writeDraft(path: string, content: string): Promise<void> {
  const handle = await open(path, 'wx', PRIVATE_FILE).catch((error: unknown) => {
    throw refusalOf(error, path);
  });
  try {
    await handle.writeFile(content, 'utf8');
    await handle.sync();
  } catch (error) {
    await unlink(path).catch(() => undefined);
    throw refusalOf(error, path);
  } finally {
    await handle.close();
  }
}

function refusalOf(error: unknown, file: string): unknown {
  const reason = systemCode(error);
  if (reason === undefined) return error;
  if (reason === 'EEXIST') return new Refusal(EXIT.invalidPlan, [fault('draft-exists', { file })]);
  return new Refusal(EXIT.ioFailed, [fault('draft-not-written', { file, reason })]);
}
