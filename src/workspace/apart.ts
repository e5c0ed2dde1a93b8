// Reports never go among the exports, where they would be read as exports or lie in their way.
import { realpath } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fault } from '../diagnostics/catalogue.js';
import { EXIT, Refusal } from '../diagnostics/refusal.js';
import { systemCode } from '../process/system-error.js';

/** Refuses (exit 2) where the reports would go to the folder of the exports or inside it, by whatever name or link. */
export async function keepApart(outFolder: string, exportsFolder: string): Promise<void> {
  const [out, exports] = await Promise.all([realPath(resolve(outFolder)), realPath(resolve(exportsFolder))]);
  const lies = out === exports ? 'at' : isInside(out, exports) ? 'inside' : null;
  if (lies === null) return;
  throw new Refusal(EXIT.invalidPlan, [
    fault('folder-is-exports', { folder: outFolder, exports: exportsFolder, lies }),
  ]);
}

/** Of a folder that is still to be made, or that cannot be looked at: the real path of the nearest one above it. */
async function realPath(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    const parent = dirname(path);
    return parent === path ? path : join(await realPath(parent), relative(parent, path));
  }
}

function isInside(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}
