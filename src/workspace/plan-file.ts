// One plan file from disk: its bytes' hash, and text that is certainly UTF-8.
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { fault, type Fault } from '../diagnostics/catalogue.js';
import { EXIT, Refusal } from '../diagnostics/refusal.js';
import type { PlanText } from '../plan/read-plan.js';

const LARGEST_BYTES = 1_048_576;

export async function readPlanFile(file: string): Promise<PlanText | Refusal> {
  const refuse = (why: Fault): Refusal => new Refusal(EXIT.invalidPlan, [why]);
  try {
    const found = await stat(file);
    if (!found.isFile()) return refuse(fault('plan-not-a-file', {}, { file }));
    if (found.size > LARGEST_BYTES) return refuse(fault('plan-file-too-large', { bytes: found.size }, { file }));
    const content = await readFile(file);
    const sha256 = createHash('sha256').update(content).digest('hex');
    return { file, sha256, text: new TextDecoder('utf-8', { fatal: true }).decode(content) };
  } catch (error) {
    const reason = systemCode(error);
    if (reason === 'ERR_ENCODING_INVALID_ENCODED_DATA') return refuse(fault('plan-not-utf8', {}, { file }));
    return refuse(
      reason === 'ENOENT'
        ? fault('plan-file-not-found', { file })
        : fault('plan-file-unreadable', { reason }, { file }),
    );
  }
}

/** `ENOENT` and its kind; anything else is a fault of the program and goes on its way. */
export function systemCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  throw error;
}
