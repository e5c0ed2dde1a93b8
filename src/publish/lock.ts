// One run at a time writes a plan's reports: a file beside them says which.
import { constants } from 'node:fs';
import { copyFile, link, open, readFile, rename, rm, unlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fault } from '../diagnostics/catalogue.js';
import { EXIT, Refusal } from '../diagnostics/refusal.js';
import {
  isGone,
  isSameProcess,
  readIdentity,
  thisProcess,
  writeIdentity,
  type ProcessIdentity,
} from '../process/identity.js';
import { systemCode } from '../process/system-error.js';

export const LOCK = '.checkpoint.lock';

/** File systems that know no second name for a file. */
const WITHOUT_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'];
const ATTEMPTS = 5;

/** Takes the lock of a folder, from a run that ended without giving it back too. Refuses (75) where another run holds it. */
export async function takeLock(folder: string): Promise<void> {
  const own = await thisProcess();
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    if (await tryLock(folder, own)) return;
    const holder = await holderOf(folder);
    if (holder === null) continue;
    if (!(await isGone(holder))) throw held(folder);
    await removeLockOf(holder, folder);
  }
  throw held(folder);
}

/** Gives it back, if it is still this process's. */
export async function releaseLock(folder: string): Promise<void> {
  const own = await thisProcess();
  const holder = await holderOf(folder);
  if (holder !== null && isSameProcess(holder, own)) await unlink(join(folder, LOCK));
}

/** The lock appears with its content or not at all, so that nobody reads half of it. */
async function tryLock(folder: string, own: ProcessIdentity): Promise<boolean> {
  const lock = join(folder, LOCK);
  const written = nameBeside(lock);
  // Left by a run that failed here, it may be the lock itself under a second name: never write to it.
  await rm(written, { force: true });
  const handle = await open(written, 'wx', 0o600);
  try {
    await handle.writeFile(writeIdentity(own), 'utf8');
  } finally {
    await handle.close();
  }
  try {
    await link(written, lock).catch(async (error: unknown) => {
      if (!WITHOUT_LINKS.includes(systemCode(error) ?? '')) throw error;
      await copyFile(written, lock, constants.COPYFILE_EXCL);
    });
    return true;
  } catch (error) {
    // Who holds the lock clears such names away, this one too.
    if (['EEXIST', 'ENOENT'].includes(systemCode(error) ?? '')) return false;
    throw error;
  } finally {
    await rm(written, { force: true });
  }
}

let names = 0;

/** Of this process alone; `recover` knows it by its beginning. */
function nameBeside(lock: string): string {
  names += 1;
  return `${lock}.${process.pid}-${names}`;
}

/** Null where nobody holds it any more. Refuses where the file says nothing of a holder. */
async function holderOf(folder: string): Promise<ProcessIdentity | null> {
  try {
    const holder = readIdentity(await readFile(join(folder, LOCK), 'utf8'));
    if (holder === null) throw held(folder);
    return holder;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Moves it away before looking again: somebody else may have replaced it meanwhile, and then gets it back. */
async function removeLockOf(gone: ProcessIdentity, folder: string): Promise<void> {
  const lock = join(folder, LOCK);
  const aside = nameBeside(lock);
  let moved: ProcessIdentity | null;
  try {
    await rename(lock, aside);
    moved = readIdentity(await readFile(aside, 'utf8'));
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return;
    throw error;
  }
  if (moved === null || !isSameProcess(moved, gone)) {
    await link(aside, lock).catch((error: unknown) => {
      if (systemCode(error) !== 'EEXIST') throw error;
    });
  }
  await rm(aside, { force: true });
}

function held(folder: string): Refusal {
  return new Refusal(EXIT.tryAgain, [fault('reports-locked', { folder, plan: basename(folder), lock: LOCK })]);
}
