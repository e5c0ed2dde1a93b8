// A folder that only this user can read, for unpacked copies of exports and the database's overflow (clause 13).
import { createHash } from 'node:crypto';
import { mkdtemp, open, readdir, rm, type FileHandle } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fault, type Fault } from '../diagnostics/catalogue.js';
import { EXIT, Refusal } from '../diagnostics/refusal.js';
import { isGone, thisProcess } from '../process/identity.js';
import { systemCode } from '../process/system-error.js';

export interface PrivateFolder {
  readonly path: string;
  /** A new file in it, open for writing, and its path. */
  create(suffix: string): Promise<{ readonly path: string; readonly handle: FileHandle }>;
  /** A path in it that no other file has. */
  reserve(suffix: string): string;
  /** Never fails for the disk's sake: what could not be removed is said, and the next run tries again. */
  remove(): Promise<readonly Fault[]>;
}

/** Removes what killed runs have left first: copies of exports are about named students. */
export async function createPrivateFolder(): Promise<PrivateFolder> {
  const { pid, started } = await thisProcess();
  await removeAbandoned();
  // mkdtemp gives 0700.
  const name = `checkpoint-${machineName()}-${pid}-${started ?? 0}-`;
  const path = await mkdtemp(join(tmpdir(), name)).catch(refuseWorkingSpace);
  let made = 0;
  const reserve = (suffix: string): string => {
    made += 1;
    return join(path, `${made}${suffix}`);
  };
  return {
    path,
    reserve,
    create: async (suffix) => {
      const file = reserve(suffix);
      return { path: file, handle: await open(file, 'wx', 0o600) };
    },
    remove: async () => {
      try {
        await removeTree(path);
        return [];
      } catch (error) {
        const code = systemCode(error);
        if (code === undefined) throw error;
        return [fault('working-space-left', { folder: path, reason: code })];
      }
    },
  };
}

const OURS = /^checkpoint-([0-9a-f]{8})-(\d{1,10})-(\d{1,20})-[A-Za-z0-9]{6}$/;

/** The folder for temporary files may be shared by machines, and none knows the processes of another. */
function machineName(): string {
  return createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
}

async function removeAbandoned(): Promise<void> {
  const names = await readdir(tmpdir()).catch(refuseWorkingSpace);
  for (const name of names) {
    const [, machine, pid, started] = OURS.exec(name) ?? [];
    if (machine !== machineName()) continue;
    const owner = { host: hostname(), pid: Number(pid), started: started === '0' ? null : (started ?? null) };
    if (!(await isGone(owner))) continue;
    await removeTree(join(tmpdir(), name)).catch((error: unknown) => {
      // Another user's, whose next run removes it.
      if (!['EACCES', 'EPERM'].includes(systemCode(error) ?? '')) refuseWorkingSpace(error);
    });
  }
}

function removeTree(path: string): Promise<void> {
  return rm(path, { recursive: true, force: true, maxRetries: 3 });
}

/** Turns a failing temporary folder into a refusal (74); anything but a system error goes on its way. */
export function refuseWorkingSpace(error: unknown): never {
  const reason = systemCode(error);
  if (reason === undefined) throw error;
  throw new Refusal(EXIT.ioFailed, [fault('working-space-failed', { folder: tmpdir(), reason })]);
}
