// The exports looked at by themselves: what each file is taken for and why, what became of its rows, how far each feed
// reaches, and how what nobody claimed could be read.
import type { Day } from './calendar/day.js';
import type { Period } from './calendar/period.js';
import type { Fault } from './diagnostics/catalogue.js';
import { EXIT, Refusal, type ExitCode } from './diagnostics/refusal.js';
import { FEEDS, type Feed } from './engagement/feed.js';
import { exportNames, lookOver, type FoundFile } from './exports/discovery.js';
import type { Mapping } from './mapping/mapping.js';
import { usingExports } from './exports/open.js';
import type { Exports, ExportFile, OpenOptions } from './exports/reader.js';
import { draftOf } from './exports/suggest/draft.js';
import { sampleOf } from './exports/suggest/sample.js';
import { standingApart } from './exports/suggest/stand-apart.js';
import { hasColumnsOf, suggestionFor, type Suggestion } from './exports/suggest/suggest.js';
import { suggestedSource, type DraftedSource } from './exports/suggest/suggestion-yaml.js';

export interface SourcesRequest {
  readonly exports: OpenOptions;
  /** That could be suggested. */
  readonly mappings: readonly Mapping[];
}

export interface SeenFile {
  readonly found: FoundFile;
  /** What became of its rows; null where nothing was read, because of this file or of another. */
  readonly read: ExportFile | null;
  /** How it could be read; null where it is read, or nothing fits. */
  readonly suggestion: Suggestion | null;
  /** That, or a mapping to be finished by a person; null where it is read, or has no header. */
  readonly draft: DraftedSource | null;
  /** Why it, or something in it, is refused or doubted. */
  readonly faults: readonly Fault[];
}

export interface SeenFeed {
  readonly feed: Feed;
  /** Null: no file feeds it, or nothing could be read. */
  readonly reach: FeedReach | null;
}

export interface FeedReach {
  readonly records: number;
  readonly acts: number;
  /** Days with at least one act; null: there is no act. */
  readonly acted: Period | null;
  /** By how many days its last act lies before the newest act of all feeds. */
  readonly daysBehind: number | null;
  /** Whether any act is of a student whom the students table has. */
  readonly isOfStudents: boolean;
  /** As declared; empty: nothing is. */
  readonly covered: readonly Period[];
}

export interface SourcesSeen {
  /** By name. */
  readonly files: readonly SeenFile[];
  readonly feeds: readonly SeenFeed[];
  /** About the exports together. */
  readonly findings: readonly Fault[];
  readonly exitCode: ExitCode;
}

/** Throws a Refusal only where the folder itself cannot be looked at. */
export async function lookAtSources({ exports: options, mappings }: SourcesRequest): Promise<SourcesSeen> {
  const found = await lookOver(options.folder, options.sources, await exportNames(options.folder));
  const opened = await openOrRefusal(options);
  const told = opened instanceof Refusal ? opened.faults : opened.findings;
  const files: SeenFile[] = [];
  for (const one of found) {
    const name = nameOf(one);
    const faults = told.filter(({ place }) => place?.file === name);
    files.push({
      found: one,
      read: opened instanceof Refusal ? null : (opened.files.find(({ file }) => file === name) ?? null),
      ...(await proposalFor(
        one,
        faults.some(({ severity }) => severity === 'error'),
        mappings,
      )),
      faults,
    });
  }
  const names = files.map(({ found: one }) => nameOf(one));
  const drafts = standingApart(
    files.flatMap(({ draft }) => draft ?? []),
    names,
  );
  return {
    files: files.map((seen) => ({ ...seen, draft: drafts.find(({ file }) => file === seen.draft?.file) ?? null })),
    feeds: opened instanceof Refusal ? [] : opened.feeds,
    findings: told.filter(({ place }) => place === null || !names.includes(place.file)),
    exitCode: opened instanceof Refusal ? opened.exitCode : EXIT.done,
  };
}

/** Only for what nobody claims, and for what is named after a table and is none. */
async function proposalFor(
  found: FoundFile,
  isRefused: boolean,
  mappings: readonly Mapping[],
): Promise<Pick<SeenFile, 'suggestion' | 'draft'>> {
  const path = pathOfUnclaimed(found, isRefused);
  if (path === null) return { suggestion: null, draft: null };
  const name = nameOf(found);
  const sample = await sampleOf(path, name);
  // Named after its table with the table's columns, it is what it is taken for, whatever else is wrong with it.
  if (found.kind === 'export' && hasColumnsOf(sample, found.file.table)) return { suggestion: null, draft: null };
  const suggestion = suggestionFor(sample, mappings);
  const draft = suggestion === null ? draftOf(name, sample) : suggestedSource(suggestion, name);
  return { suggestion, draft };
}

function pathOfUnclaimed(found: FoundFile, isRefused: boolean): string | null {
  if (found.kind === 'unrecognised') return found.path;
  if (found.kind === 'unread') return found.source === null ? found.path : null;
  return found.kind === 'export' && found.file.source === null && isRefused ? found.file.path : null;
}

export function nameOf(found: FoundFile): string {
  return found.kind === 'export' ? found.file.file : found.name;
}

interface Opened {
  readonly files: readonly ExportFile[];
  readonly feeds: readonly SeenFeed[];
  readonly findings: readonly Fault[];
}

/** A refusal is what there is to tell, not the end of it. */
async function openOrRefusal(options: OpenOptions): Promise<Opened | Refusal> {
  try {
    const [opened, left] = await usingExports(options, (exports) => Promise.resolve(openedOf(exports)));
    return { ...opened, findings: [...opened.findings, ...left] };
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function openedOf({ files, ledger, findings, readerFindings }: Exports): Opened {
  const lastDays = [...ledger.feeds.values()].flatMap(({ actDays }) => actDays.at(-1) ?? []);
  const newest = lastDays.length === 0 ? null : (Math.max(...lastDays) as Day);
  const feeds = FEEDS.map((feed): SeenFeed => {
    const record = ledger.feeds.get(feed);
    if (record === undefined) return { feed, reach: null };
    const { actDays, actsOfDay, firstOfStudents, records } = record;
    const [from, to] = [actDays[0], actDays.at(-1)];
    const acted = from === undefined || to === undefined ? null : { from, to };
    const reach = {
      records,
      acts: actsOfDay.reduce((sum, acts) => sum + acts, 0),
      acted,
      daysBehind: acted === null || newest === null ? null : newest - acted.to,
      isOfStudents: firstOfStudents !== null,
      covered: ledger.covered.get(feed) ?? [],
    };
    return { feed, reach };
  });
  return { files, feeds, findings: [...readerFindings, ...findings] };
}
