// Which process this is, and whether another one is still there: what a killed run has left must not stay for ever.
import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { systemCode } from './system-error.js';

export interface ProcessIdentity {
  readonly host: string;
  readonly pid: number;
  /** When the process started, as the system counts it; null where the system does not say. Numbers of processes recur. */
  readonly started: string | null;
}

export async function thisProcess(): Promise<ProcessIdentity> {
  return { host: hostname(), pid: process.pid, started: await startOf(process.pid) };
}

export function writeIdentity({ host, pid, started }: ProcessIdentity): string {
  return `${JSON.stringify({ host, pid, started })}\n`;
}

/** Null for a text that names nobody. */
export function readIdentity(text: string): ProcessIdentity | null {
  const match = IDENTITY.exec(text);
  return match === null ? null : (JSON.parse(text) as ProcessIdentity);
}

const IDENTITY = /^\{"host":"[^"\\]*","pid":\d{1,10},"started":(?:null|"\d+")\}\n$/;

export function isSameProcess(one: ProcessIdentity, other: ProcessIdentity): boolean {
  return one.host === other.host && one.pid === other.pid && one.started === other.started;
}

/** Whether the process has certainly ended. Of other machines nobody here can tell. */
export async function isGone({ host, pid, started }: ProcessIdentity): Promise<boolean> {
  if (host !== hostname()) return false;
  if (!isRunning(pid)) return true;
  return started !== null && (await startOf(pid)) !== started;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) !== 'ESRCH';
  }
}

/** Linux tells when a process started, in ticks since the machine did. */
async function startOf(pid: number): Promise<string | null> {
  try {
    const status = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The name of the program stands in brackets and may hold spaces; the start is the twentieth field after it.
    return status.slice(status.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return null;
  }
}
