// One new file that its owner alone can read.
import { open, unlink } from 'node:fs/promises';

const PRIVATE_FILE = 0o600;

/** `wx` neither follows a link nor writes over a file. Where it cannot be written to its end, nothing of it stays. */
export async function writePrivately(path: string, content: string): Promise<void> {
  const handle = await open(path, 'wx', PRIVATE_FILE);
  try {
    await handle.writeFile(content, 'utf8');
    await handle.sync();
  } catch (error) {
    // Only what was begun here: had there been a file before, it could not have been opened.
    await unlink(path).catch(() => undefined);
    throw error;
  } finally {
    await handle.close();
  }
}
