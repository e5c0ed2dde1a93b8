// What a run that was killed while publishing has left: a set that was ready is put in place, one that was not is removed.
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { exchange } from './exchange.js';
import { isFolder, removeFolder } from './folder.js';
import { LOCK } from './lock.js';

/** `.2026-11-08.draft-Ab12Cd` is being written, `.2026-11-08.ready` is whole. People's own files have other names. */
const LEFT = /^\.(\d{4}-\d\d-\d\d)\.(draft-[A-Za-z0-9]{6}|ready)$/;

/** To be called by the holder of the folder's lock alone. */
export async function recover(planFolder: string): Promise<void> {
  for (const name of await readdir(planFolder)) {
    const [, date, state] = LEFT.exec(name) ?? [];
    const left = join(planFolder, name);
    if (name.startsWith(`${LOCK}.`)) await rm(left, { force: true });
    else if (date !== undefined && state === 'ready') {
      const folder = join(planFolder, date);
      await exchange(left, folder, await isFolder(folder));
    } else if (date !== undefined) await removeFolder(left);
  }
}
