// Reports as they were read and agreed, against those that a run writes. UPDATE_GOLDEN=1 writes the agreed files anew.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { expect } from 'vitest';

/** Fails where a file is missing, is too many, or differs; of the run record the name of the reader may. */
export async function expectAgreed(written: string, agreed: string, isWriter: boolean): Promise<void> {
  if (process.env['UPDATE_GOLDEN'] === '1' && isWriter) await replace(agreed, written);
  const files = await filesIn(written);
  expect(files).toEqual(await filesIn(agreed));
  for (const file of files) {
    expect(await contentOf(join(written, file)), file).toBe(await contentOf(join(agreed, file)));
  }
}

async function replace(agreed: string, written: string): Promise<void> {
  await rm(agreed, { recursive: true, force: true });
  // Not copied: reports are private, what the repository ships is not.
  for (const file of await filesIn(written)) {
    await mkdir(dirname(join(agreed, file)), { recursive: true });
    await writeFile(join(agreed, file), await readFile(join(written, file)));
  }
}

/** Relative to the folder, those of its subfolders too. */
async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
    .sort();
}

async function contentOf(path: string): Promise<string> {
  const content = await readFile(path, 'utf8');
  return path.endsWith('run.json') ? content.replace(/"reader": "[a-z-]+"/, '"reader": "…"') : content;
}
