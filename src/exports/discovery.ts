// Which files of the exports folder feed which table.
import type { BigIntStats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fault, type Fault } from '../diagnostics/catalogue.js';
import { EXIT, Refusal } from '../diagnostics/refusal.js';
import type { Period } from '../calendar/period.js';
import type { Feed } from '../engagement/feed.js';
import type { FeedSetAside } from '../engagement/ledger.js';
import { byCodeUnit } from '../engagement/order.js';
import { systemCode } from '../process/system-error.js';
import { FaultList, refusal } from './fault-list.js';
import { stampFrom, type FileStamp } from './guard/file-stamp.js';
import type { Mapping, Sources } from './mapping/mapping.js';
import type { Separator } from './mapping/separator.js';
import { isPassing, recogniser, type FileForm, type Recognise } from './recognise.js';
import { filesSetAside, setAsideFindings } from './set-aside.js';
import type { Table } from './tables.js';
import { isAwaited, isUnfinishedFolder } from './unfinished.js';

export interface DiscoveredFile {
  readonly table: Table;
  /** Its name in the folder. */
  readonly file: string;
  readonly path: string;
  readonly form: FileForm;
  /** Null: its columns are those of the table. */
  readonly mapping: Mapping | null;
  readonly separator: Separator;
  /** The days that it is declared to hold in full; null: nothing is. */
  readonly covers: Period | null;
  /** When it was listed; the guard stamps it again when it opens it. */
  readonly listed: FileStamp;
}

export interface Discovery {
  /** Sorted by table, then file. */
  readonly files: readonly DiscoveredFile[];
  /** As asked for, each with the files that are left alone. */
  readonly feedsSetAside: readonly FeedSetAside[];
  readonly findings: readonly Fault[];
}

/** Looks at names only: nothing is opened, so that a pipe cannot block. What is set aside is not even looked at. */
export async function discover(folder: string, setAside: readonly Feed[], sources: Sources): Promise<Discovery> {
  const recognise = recogniser(sources);
  const names = (await namesIn(folder)).filter((name) => !isPassing(name)).sort(byCodeUnit);
  const feedsSetAside = filesSetAside(setAside, names, recognise);
  const leftAlone = new Set(feedsSetAside.flatMap((it) => it.files));
  const files: DiscoveredFile[] = [];
  const findings = [...setAsideFindings(feedsSetAside)];
  const faults = new FaultList();
  const unfinished: Fault[] = [];
  for (const file of names.filter((name) => !leftAlone.has(name))) {
    const recognised = recognise(file);
    const table = recognised?.table ?? null;
    const form = recognised?.form ?? null;
    const [source, another] = recognised?.sources ?? [];
    const path = join(resolve(folder), file);
    const { kind, stamp } = await lookAt(file, path);
    if (isAwaited(file, recognise)) {
      const isComing = kind === 'file' || isUnfinishedFolder(file);
      if (isComing) unfinished.push(fault('download-unfinished', { table }, { file }));
    } else if (table === null || form === null) {
      if (kind === 'file') findings.push(fault('file-not-recognised', { table }, { file }));
    } else if (kind !== 'file' || stamp === null) faults.add(fault('file-not-regular', { kind }, { file }));
    else if (source !== undefined && another !== undefined) {
      faults.add(fault('file-of-two-sources', { sources: [source.name, another.name] }, { file }));
    } else {
      const { mapping = null, covers = null } = source ?? {};
      files.push({ table, file, path, form, mapping, covers, separator: mapping?.separator ?? ',', listed: stamp });
    }
  }
  // Whatever else is wrong may be right when the download has ended.
  if (unfinished.length > 0) throw new Refusal(EXIT.tryAgain, unfinished);
  faults.refuse();
  if (files.length === 0) throw refusal(fault('exports-folder-empty', { folder }));
  if (!files.some(({ table }) => table === 'students')) {
    throw refusal(fault('table-missing', { table: 'students', folder }));
  }
  findings.push(...sourcesWithoutFiles(sources, recognise, names));
  files.sort((one, other) => byCodeUnit(one.table, other.table) || byCodeUnit(one.file, other.file));
  return { files, feedsSetAside, findings };
}

/** A pattern that fits no name may be misspelt. */
function sourcesWithoutFiles({ sources }: Sources, recognise: Recognise, names: readonly string[]): readonly Fault[] {
  const found = new Set(names.flatMap((name) => recognise(name)?.sources ?? []));
  return sources
    .filter((source) => !found.has(source))
    .map(({ name, files: pattern }) => fault('source-without-files', { source: name, pattern }));
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
