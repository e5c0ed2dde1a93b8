// Which files of the exports folder feed which table.
import type { Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fault, type Fault } from '../diagnostics/catalogue.js';
import { byCodeUnit } from '../engagement/order.js';
import { systemCode } from '../process/system-error.js';
import { FaultList, refusal } from './fault-list.js';
import { TABLES, type Table } from './tables.js';

type FileForm = 'csv' | 'csv.gz' | 'parquet';

export interface DiscoveredFile {
  readonly table: Table;
  /** Its name in the folder. */
  readonly file: string;
  readonly path: string;
  readonly form: FileForm;
  /** When it was listed; the guard counts for itself. */
  readonly listedBytes: number;
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
  for (const file of names) {
    const table = tableOf(file);
    const form = formOf(file);
    const path = join(resolve(folder), file);
    const { kind, bytes: listedBytes } = await lookAt(file, path);
    if (table === null || form === null) {
      if (kind === 'file') findings.push(fault('file-not-recognised', { table }, { file }));
    } else if (kind !== 'file') faults.add(fault('file-not-regular', { kind }, { file }));
    else files.push({ table, file, path, form, listedBytes });
  }
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

/** Hidden files, the lock files of Office, and downloads that are still running. */
function isPassing(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$') || /\.(part|tmp)$/i.test(name);
}

function tableOf(name: string): Table | null {
  return TABLES.find((table) => name.toLowerCase().startsWith(table)) ?? null;
}

function formOf(name: string): FileForm | null {
  const ending = /\.(csv\.gz|csv|parquet)$/i.exec(name)?.[1]?.toLowerCase();
  return ending === 'csv' || ending === 'csv.gz' || ending === 'parquet' ? ending : null;
}

/** `kind` is `file`, or what else the name stands for; a link stands for what it points to. */
async function lookAt(file: string, path: string): Promise<{ readonly kind: string; readonly bytes: number }> {
  try {
    const found = await stat(path);
    return { kind: kindOf(found), bytes: found.size };
  } catch (error) {
    const reason = systemCode(error);
    if (reason === undefined) throw error;
    if (reason === 'ENOENT' || reason === 'ELOOP') return { kind: 'a link that leads nowhere', bytes: 0 };
    throw refusal(fault('file-unreadable', { reason }, { file }));
  }
}

function kindOf(found: Stats): string {
  if (found.isFile()) return 'file';
  if (found.isDirectory()) return 'a folder';
  if (found.isFIFO()) return 'a pipe';
  return found.isSocket() ? 'a socket' : 'a device';
}
