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
import type { Mapping, Separator, SourceFiles, Sources } from './mapping/mapping.js';
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
  /** The name of its source; null: it is named after its table. */
  readonly source: string | null;
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

/** What a name of the folder stands for. */
export type FoundFile =
  | { readonly kind: 'export'; readonly file: DiscoveredFile }
  | { readonly kind: 'unfinished'; readonly name: string; readonly table: Table | null }
  | { readonly kind: 'of-two-sources'; readonly name: string; readonly sources: readonly string[] }
  /** No file, but named like an export. */
  | { readonly kind: 'irregular'; readonly name: string; readonly what: string }
  /** Of no table, or with an ending that is not read. */
  | { readonly kind: 'unrecognised'; readonly name: string; readonly table: Table | null; readonly path: string };

/**
 * Every name of the folder, in order, but hidden ones and folders of other things. Looks at names only: nothing is opened,
 * so that a pipe cannot block; what is to be left alone is not even looked at.
 */
export async function lookOver(
  folder: string,
  recognise: Recognise,
  names: readonly string[],
): Promise<readonly FoundFile[]> {
  const found: FoundFile[] = [];
  for (const name of names) {
    const path = join(resolve(folder), name);
    const { kind, stamp } = await lookAt(name, path);
    const recognised = recognise(name);
    const { table = null, form = null, sources = [] } = recognised ?? {};
    if (isAwaited(name, recognise)) {
      const isComing = kind === 'file' || isUnfinishedFolder(name);
      if (isComing) found.push({ kind: 'unfinished', name, table });
    } else if (table === null || form === null) {
      if (kind === 'file') found.push({ kind: 'unrecognised', name, table, path });
    } else if (kind !== 'file' || stamp === null) found.push({ kind: 'irregular', name, what: kind });
    else if (sources.length > 1) {
      found.push({ kind: 'of-two-sources', name, sources: sources.map((source) => source.name) });
    } else
      found.push({ kind: 'export', file: { ...declared(sources[0]), table, file: name, path, form, listed: stamp } });
  }
  return found;
}

function declared(source?: SourceFiles): Pick<DiscoveredFile, 'source' | 'mapping' | 'covers' | 'separator'> {
  const { name = null, mapping = null, covers = null } = source ?? {};
  return { source: name, mapping, covers, separator: mapping?.separator ?? ',' };
}

/** Refuses a folder that cannot be read as a whole. */
export async function discover(folder: string, setAside: readonly Feed[], sources: Sources): Promise<Discovery> {
  const recognise = recogniser(sources);
  const names = await exportNames(folder);
  const feedsSetAside = filesSetAside(setAside, names, recognise);
  const leftAlone = new Set(feedsSetAside.flatMap((it) => it.files));
  const found = await lookOver(
    folder,
    recognise,
    names.filter((name) => !leftAlone.has(name)),
  );
  const files = found.flatMap((it) => (it.kind === 'export' ? [it.file] : []));
  // Whatever else is wrong may be right when the download has ended.
  const unfinished = found.filter(({ kind }) => kind === 'unfinished');
  if (unfinished.length > 0) throw new Refusal(EXIT.tryAgain, unfinished.flatMap(foundFaults));
  const faults = new FaultList();
  faults.addAll(found.flatMap(foundFaults).filter(({ severity }) => severity === 'error'));
  faults.refuse();
  if (files.length === 0) throw refusal(fault('exports-folder-empty', { folder }));
  if (!files.some(({ table }) => table === 'students')) {
    throw refusal(fault('table-missing', { table: 'students', folder }));
  }
  const findings = [
    ...setAsideFindings(feedsSetAside),
    ...found.flatMap(foundFaults),
    ...sourcesWithoutFiles(sources, recognise, names),
  ];
  files.sort((one, other) => byCodeUnit(one.table, other.table) || byCodeUnit(one.file, other.file));
  return { files, feedsSetAside, findings };
}

/** What there is to say of a name. */
export function foundFaults(found: FoundFile): readonly Fault[] {
  switch (found.kind) {
    case 'export':
      return [];
    case 'unfinished':
      return [fault('download-unfinished', { table: found.table }, { file: found.name })];
    case 'of-two-sources':
      return [fault('file-of-two-sources', { sources: found.sources }, { file: found.name })];
    case 'irregular':
      return [fault('file-not-regular', { kind: found.what }, { file: found.name })];
    case 'unrecognised':
      return [fault('file-not-recognised', { table: found.table }, { file: found.name })];
  }
}

/** Hidden files and the like left out, in order. */
export async function exportNames(folder: string): Promise<readonly string[]> {
  return (await namesIn(folder)).filter((name) => !isPassing(name)).sort(byCodeUnit);
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
