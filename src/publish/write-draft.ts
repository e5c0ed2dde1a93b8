// A new file for a person to read and finish; never written over another.
import { fault } from '../diagnostics/catalogue.js';
import { EXIT, Refusal } from '../diagnostics/refusal.js';
import { systemCode } from '../process/system-error.js';
import { writePrivately } from './write-privately.js';

/** Refuses (2) where there is a file of that name, or (74) where it cannot be written; then nothing of it stays. */
export async function writeDraft(path: string, content: string): Promise<void> {
  await writePrivately(path, content).catch((error: unknown) => {
    throw refusalOf(error, path);
  });
}

function refusalOf(error: unknown, file: string): unknown {
  const reason = systemCode(error);
  if (reason === undefined) return error;
  if (reason === 'EEXIST') return new Refusal(EXIT.invalidPlan, [fault('draft-exists', { file })]);
  return new Refusal(EXIT.ioFailed, [fault('draft-not-written', { file, reason })]);
}
