// The number of a process that has ended, for locks and folders that killed runs leave.
import { spawnSync } from 'node:child_process';

let known: number | undefined;

export function endedProcess(): number {
  known ??= spawnSync(process.execPath, ['-e', '']).pid;
  return known;
}
