// The moment of publication: folders change their names, nothing is copied.
import { lstat, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from './folder.js';
import { systemCode } from '../process/system-error.js';

/** The earlier reports could neither be replaced nor put back: they are complete, under another name, and so is the draft. */
export class Stranded extends Error {
  constructor(
    readonly earlier: string,
    cause: unknown,
  ) {
    super('the earlier reports could not be put back', { cause });
    this.name = 'Stranded';
  }
}

/** Puts the draft in the folder's place and keeps the set that was there beside it; undone where any step fails. */
export async function exchange(draft: string, folder: string, isReplacement: boolean): Promise<void> {
  const earlier = isReplacement ? await freeName(folder) : undefined;
  const done: Move[] = [];
  const move = async (from: string, to: string): Promise<void> => {
    await rename(from, to);
    done.unshift({ from, to });
  };
  try {
    if (earlier !== undefined) await move(folder, earlier).catch(blameOpenList);
    await move(draft, folder);
    await syncFolder(dirname(folder));
  } catch (error) {
    await undo(done).catch(() => {
      throw earlier === undefined ? error : new Stranded(earlier, error);
    });
    throw error;
  }
}

/** Windows does not rename a folder in which some program has a file open. */
function blameOpenList(error: unknown): never {
  const isInUse = ['EBUSY', 'EPERM', 'EACCES'].includes(systemCode(error) ?? '');
  if (process.platform === 'win32' && isInUse) throw Object.assign(new Error('in use'), { code: 'EBUSY' });
  throw error;
}

interface Move {
  readonly from: string;
  readonly to: string;
}

async function undo(moves: readonly Move[]): Promise<void> {
  for (const { from, to } of moves) await rename(to, from);
}

/** `<date>.earlier-1`, or the next number that is free: the oldest set keeps the lowest. */
async function freeName(folder: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const name = `${folder}.earlier-${number}`;
    try {
      await lstat(name);
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return name;
      throw error;
    }
  }
}
