// The private copy of an export that cannot be read as it lies in the folder.
import { refuseWorkingSpace, type PrivateFolder } from '../private-folder.js';

export interface CleanCopy {
  readonly path: string;
  write(bytes: Buffer): Promise<void>;
  /** Takes so many bytes from its end. */
  shorten(bytes: number): Promise<void>;
  close(): Promise<void>;
}

export async function createCleanCopy(folder: PrivateFolder): Promise<CleanCopy> {
  const { path, handle } = await folder.create('.csv');
  let size = 0;
  return {
    path,
    write: async (bytes) => {
      for (let written = 0; written < bytes.length;) {
        written += (await handle.write(bytes, written).catch(refuseWorkingSpace)).bytesWritten;
      }
      size += bytes.length;
    },
    shorten: async (bytes) => {
      size -= bytes;
      await handle.truncate(size).catch(refuseWorkingSpace);
    },
    close: () => handle.close(),
  };
}
