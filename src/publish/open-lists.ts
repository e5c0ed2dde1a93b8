// Lists that somebody has open: replaced under their hands, what they save would land in the wrong set.
import { readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { fault } from '../diagnostics/catalogue.js';
import { EXIT, Refusal } from '../diagnostics/refusal.js';

/** What Office and LibreOffice put beside an open file. */
const BESIDE_OPEN = /^(?:~\$(.+)|\.~lock\.(.+)#)$/;

export async function refuseOpenLists(folder: string): Promise<void> {
  const open = (await readdir(folder, { recursive: true })).flatMap((path) => {
    const [, byOffice, byLibreOffice] = BESIDE_OPEN.exec(basename(path)) ?? [];
    const file = byOffice ?? byLibreOffice;
    return file === undefined ? [] : [file];
  });
  const [first] = open.sort();
  if (first !== undefined) throw new Refusal(EXIT.tryAgain, [fault('reports-open', { folder, file: first })]);
}
