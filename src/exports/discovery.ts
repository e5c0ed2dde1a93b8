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
import { stampFrom, type FileStamp } from './bytes/file-stamp.js';
import { PLAIN_LAYOUT, type Layout, type Mapping, type SourceFiles, type Sources } from '../mapping/mapping.js';
import { newestFiles, type NewestOfSource } from './newest.js';
import { isPassing, looksLikeExport, recogniser, type FileForm, type Recognise } from './recognise.js';
import { filesSetAside, findingsOfFeedsSetAside } from './set-aside.js';
import type { Table } from '../engagement/tables.js';
import { isAwaited, isUnfinishedFolder } from './unfinished.js';

export interface DiscoveredFile extends Layout {
  readonly table: Table;
  /** Its name in the folder. */
  readonly file: string;
  readonly path: string;
  readonly form: FileForm;
  /** The name of its source; null: it is named after its table. */
  readonly source: string | null;
  /** Null: its columns are those of the table. */
  readonly mapping: Mapping | null;
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
  /** Its source counts the newest alone, and another is newer. */
  | { readonly kind: 'superseded'; readonly name: string; readonly source: string; readonly by: string }
  /** Its source counts the newest alone, and nobody could say how old it is. */
  | { readonly kind: 'undated'; readonly name: string; readonly source: string }
  /** No file, but named like an export. */
  | { readonly kind: 'irregular'; readonly name: string; readonly what: string }
  /** Of a table, with an ending that is not read. `source` null: it is named after the table. */
  | {
      readonly kind: 'unread';
      readonly name: string;
      readonly table: Table;
      readonly source: string | null;
      readonly path: string;
    }
  /** Of no table. */
  | { readonly kind: 'unrecognised'; readonly name: string; readonly path: string; readonly isPerhapsExport: boolean };

/**
 * Every name of the folder, in order, but hidden ones and folders of other things. Looks at names only: nothing is opened,
 * so that a pipe cannot block; what is to be left alone is not even looked at.
 */
export async function lookOver(
  folder: string,
  sources: Sources,
  names: readonly string[],
): Promise<readonly FoundFile[]> {
  const recognise = recogniser(sources);
  const looked: Looked[] = [];
  for (const name of names) {
    const path = join(resolve(folder), name);
    looked.push({ name, path, ...(await lookAt(name, path)) });
  }
  // Nothing that cannot be read takes the place of an export that can.
  const readable = looked.filter(({ name, kind }) => kind === 'file' && recognise(name)?.form != null);
  const ofNewest = newestFiles(
    sources,
    readable.map(({ name }) => name),
    recognise,
  );
  const found: FoundFile[] = [];
  for (const { name, path, kind, stamp } of looked) {
    const { table = null, form = null, sources: claiming = [] } = recognise(name) ?? {};
    if (isAwaited(name, recognise)) {
      const isComing = kind === 'file' || isUnfinishedFolder(name);
      if (isComing) found.push({ kind: 'unfinished', name, table });
    } else if (table === null) {
      if (kind === 'file')
        found.push({ kind: 'unrecognised', name, path, isPerhapsExport: looksLikeExport(name, sources) });
    } else if (form === null) {
      if (kind === 'file') found.push({ kind: 'unread', name, table, source: claiming[0]?.name ?? null, path });
    } else if (kind !== 'file' || stamp === null) found.push({ kind: 'irregular', name, what: kind });
    else {
      const file = { ...declared(claiming[0]), table, file: name, path, form, listed: stamp };
      found.push(notUsed(name, claiming, ofNewest) ?? { kind: 'export', file });
    }
  }
  return found;
}

/** Why a file that a source claims is not read; null where it is. */
function notUsed(
  name: string,
  claiming: readonly SourceFiles[],
  ofNewest: readonly NewestOfSource[],
): FoundFile | null {
  if (claiming.length > 1) return { kind: 'of-two-sources', name, sources: claiming.map((source) => source.name) };
  const { source, newest, older, undated } = ofNewest.find((it) => it.source === claiming[0]?.name) ?? NO_NEWEST;
  if (undated.includes(name)) return { kind: 'undated', name, source };
  return older.includes(name) ? { kind: 'superseded', name, source, by: newest[0] ?? '' } : null;
}

const NO_NEWEST: NewestOfSource = { source: '', newest: [], older: [], undated: [] };

function declared(source?: SourceFiles): Pick<DiscoveredFile, 'source' | 'mapping' | 'covers' | keyof Layout> {
  const { name = null, mapping = null, covers = null, layout = PLAIN_LAYOUT } = source ?? {};
  return { source: name, mapping, covers, ...layout };
}

/** Refuses a folder that cannot be read as a whole. */
export async function discover(folder: string, setAside: readonly Feed[], sources: Sources): Promise<Discovery> {
  const recognise = recogniser(sources);
  const names = await exportNames(folder);
  const feedsSetAside = filesSetAside(setAside, names, recognise);
  const leftAlone = new Set(feedsSetAside.flatMap((it) => it.files));
  const found = await lookOver(
    folder,
    sources,
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
    ...findingsOfFeedsSetAside(feedsSetAside),
    ...found.flatMap(foundFaults),
    ...sourcesWithoutFiles(sources, recognise, names),
  ];
  files.sort((one, other) => byCodeUnit(one.table, other.table) || byCodeUnit(one.file, other.file));
  return { files, feedsSetAside, findings };
}

/** What there is to say of a name. */
function foundFaults(found: FoundFile): readonly Fault[] {
  switch (found.kind) {
    case 'export':
      return [];
    case 'unfinished':
      return [fault('download-unfinished', { table: found.table }, { file: found.name })];
    case 'of-two-sources':
      return [fault('file-of-two-sources', { sources: found.sources }, { file: found.name })];
    case 'superseded':
      return [fault('file-superseded', { source: found.source, by: found.by }, { file: found.name })];
    case 'undated':
      return [fault('file-undated', { source: found.source }, { file: found.name })];
    case 'irregular':
      return [fault('file-not-regular', { kind: found.what }, { file: found.name })];
    case 'unread':
      return [fault('file-not-read', { table: found.table, source: found.source }, { file: found.name })];
    case 'unrecognised':
      return [fault(found.isPerhapsExport ? 'export-not-claimed' : 'file-not-recognised', {}, { file: found.name })];
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

interface Looked {
  readonly name: string;
  readonly path: string;
  /** `file`, or what else the name stands for; a link stands for what it points to. */
  readonly kind: string;
  readonly stamp: FileStamp | null;
}

async function lookAt(file: string, path: string): Promise<Pick<Looked, 'kind' | 'stamp'>> {
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
