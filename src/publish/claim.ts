// The right to write a plan's reports, for one run.
import { Refusal } from '../diagnostics/refusal.js';
import { makeFolder, removeEmptyFolders } from './folder.js';
import { releaseLock, takeLock } from './lock.js';
import { recover } from './recover.js';
import { refusalOf } from './refuse.js';

interface Claim {
  /** Takes back what was made for the lock alone. */
  release(): Promise<void>;
}

/**
 * Locks the folder of a plan (`<out>/<PLAN>`) and finishes what an earlier run left undone. Refuses with 75 where another
 * run holds it, with 74 where the folder cannot be written to.
 */
async function claim(planFolder: string): Promise<Claim> {
  let firstMade: string | undefined;
  const release = async (): Promise<void> => {
    try {
      await releaseLock(planFolder);
    } catch {
      // The next run sees that this one has ended, and takes the lock.
    }
    if (firstMade !== undefined) await removeEmptyFolders(planFolder, firstMade);
  };
  try {
    firstMade = await makeFolder(planFolder);
    await takeLock(planFolder);
  } catch (error) {
    if (firstMade !== undefined) await removeEmptyFolders(planFolder, firstMade);
    throw refusalOf(error, planFolder);
  }
  try {
    await recover(planFolder);
    return { release };
  } catch (error) {
    await release();
    throw refusalOf(error, planFolder);
  }
}

export interface Claims<T> extends Claim {
  readonly claimed: readonly T[];
  /** Why the others are not. */
  readonly refusals: readonly Refusal[];
}

/** Claims the folder of each, as far as no other run holds it. */
export async function claimEach<T>(things: readonly T[], folderOf: (thing: T) => string): Promise<Claims<T>> {
  const claimed: T[] = [];
  const claims: Claim[] = [];
  const refusals: Refusal[] = [];
  const release = async (): Promise<void> => {
    for (const each of claims) await each.release();
  };
  for (const thing of things) {
    try {
      claims.push(await claim(folderOf(thing)));
      claimed.push(thing);
    } catch (error) {
      if (!(error instanceof Refusal)) {
        await release();
        throw error;
      }
      refusals.push(error);
    }
  }
  return { claimed, refusals, release };
}
