// Which files of the exports folder feed which table.
import type { BigIntStats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fault, type Fault } from '../diagnostics/catalogue.js';
import { EXIT, Refusal } from '../diagnostics/refusal.js';
import { byCodeUnit } from '../engagement/order.js';
import { systemCode } from '../process/system-error.js';
import { FaultList, refusal } from './fault-list.js';
import { stampFrom, type FileStamp } from './guard/file-stamp.js';
import { TABLES, type Table } from './tables.js';

type FileForm = 'csv' | 'csv.gz' | 'parquet';

export interface DiscoveredFile {
  readonly table: Table;
  /** Its name in the folder. */
  readonly file: string;
  readonly path: string;
  readonly form: FileForm;
  /** When it was listed; the guard stamps it again when it opens it. */
  readonly listed: FileStamp;
}

export interface Discovery {
  /** Sorted by table, then file. */
  readonly files: readonly DiscoveredFile[];
  readonly findings: readonly Fault[];
}

/** Looks at names only: nothing is opened, so that a pipe cannot block. */
export async function discover(folder: string): Promise<Discovery> {
  const names = (await namesIn(folder)).filter((name) => !isPassing(name)).sort(byCodeUnit);
  const files: DiscoveredFile[] = [];
  const findings: Fault[] = [];
  const faults = new FaultList();
  const unfinished: Fault[] = [];
  for (const file of names) {
    const table = tableOf(file);
    const form = formOf(file);
    const path = join(resolve(folder), file);
    const { kind, stamp } = await lookAt(file, path);
    if (table !== null && isUnfinished(file)) {
      if (kind === 'file') unfinished.push(fault('download-unfinished', { table }, { file }));
    } else if (table === null || form === null) {
      if (kind === 'file') findings.push(fault('file-not-recognised', { table }, { file }));
    } else if (kind !== 'file' || stamp === null) faults.add(fault('file-not-regular', { kind }, { file }));
    else files.push({ table, file, path, form, listed: stamp });
  }
  // Whatever else is wrong may be right when the download has ended.
  if (unfinished.length > 0) throw new Refusal(EXIT.tryAgain, unfinished);
  faults.refuse();
  if (files.length === 0) throw refusal(fault('exports-folder-empty', { folder }));
  if (!files.some(({ table }) => table === 'students')) {
    throw refusal(fault('table-missing', { table: 'students', folder }));
  }
  files.sort((one, other) => byCodeUnit(one.table, other.table) || byCodeUnit(one.file, other.file));
  return { files, findings };
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    if (reason === 'ENOENT') throw refusal(fault('exports-folder-missing', { folder }));
    if (reason === 'ENOTDIR') throw refusal(fault('exports-folder-not-folder', { folder }));
    throw refusal(fault('exports-folder-unreadable', { folder, reason }));
  }
}

/** Hidden files and the lock files of Office. */
function isPassing(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$');
}

/** As browsers and copying programs name what they have not yet written to its end. */
function isUnfinished(name: string): boolean {
  return /\.(crdownload|download|filepart|opdownload|part|partial|tmp)$/i.test(name);
}

function tableOf(name: string): Table | null {
  return TABLES.find((table) => name.toLowerCase().startsWith(table)) ?? null;
}

function formOf(name: string): FileForm | null {
  const ending = /\.(csv\.gz|csv|parquet)$/i.exec(name)?.[1]?.toLowerCase();
  return ending === 'csv' || ending === 'csv.gz' || ending === 'parquet' ? ending : null;
}

/** `kind` is `file`, or what else the name stands for; a link stands for what it points to. */
async function lookAt(
  file: string,
  path: string,
): Promise<{ readonly kind: string; readonly stamp: FileStamp | null }> {
  try {
    const found = await stat(path, { bigint: true });
    return { kind: kindOf(found), stamp: stampFrom(found) };
  } catch (error) {
    const reason = systemCode(error);
    if (reason === undefined) throw error;
    if (reason === 'ENOENT' || reason === 'ELOOP') return { kind: 'a link that leads nowhere', stamp: null };
    throw refusal(fault('file-unreadable', { reason }, { file }));
  }
}

function kindOf(found: BigIntStats): string {
  if (found.isFile()) return 'file';
  if (found.isDirectory()) return 'a folder';
  if (found.isFIFO()) return 'a pipe';
  return found.isSocket() ? 'a socket' : 'a device';
}
