// The sources file of a workspace, with the mappings that it names: the workspace's own, or those that come with the program.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fault } from '../diagnostics/catalogue.js';
import { EXIT, Refusal } from '../diagnostics/refusal.js';
import { nearest } from '../engagement/nearest.js';
import { byCodeUnit } from '../engagement/order.js';
import { NO_SOURCES, type Mapping, type Sources } from '../mapping/mapping.js';
import { mappingsNamedIn, readMapping, readSources, type NamedMapping } from '../mapping/resolve.js';
import { inputFile, type PlanText } from '../plan/read-plan.js';
import { firstTold } from '../yaml/first-told.js';
import { withFrames } from '../yaml/frame.js';
import { readPlanFile, systemCode } from './plan-file.js';

export interface SourcesRequest {
  /** Null: `sources.yaml`, if there is one. */
  readonly file: string | null;
  /** Where mappings lie, the workspace's own before those that come with the program. */
  readonly mappingFolders: readonly string[];
}

const DEFAULT_FILE = 'sources.yaml';

/** Throws a Refusal (2) where the file that was named is missing, or anything in it or its mappings is wrong. */
export async function loadSources({ file, mappingFolders }: SourcesRequest): Promise<Sources> {
  const source = await readPlanFile(file ?? DEFAULT_FILE);
  if (source instanceof Refusal) {
    const isMissing = source.faults.some(({ code }) => code === 'plan-file-not-found');
    if (!isMissing) throw source;
    if (file === null) return NO_SOURCES;
    throw new Refusal(EXIT.invalidPlan, [fault('sources-file-not-found', { file })]);
  }
  const mappings = new Map<string, PlanText>();
  for (const named of mappingsNamedIn(source)) {
    if (!mappings.has(named.name)) mappings.set(named.name, await mappingText(named, mappingFolders));
  }
  const read = readSources(source, mappings);
  const texts = [source, ...mappings.values()];
  if ('faults' in read) {
    throw new Refusal(EXIT.invalidPlan, await withFrames(firstTold(read.faults, 'yaml-more-faults'), texts));
  }
  return { sources: read.value, files: texts.map(inputFile) };
}

/** Every mapping that could be named, the workspace's own before those that come with the program; unsound ones left out. */
export async function loadMappings(folders: readonly string[]): Promise<readonly Mapping[]> {
  const mappings: Mapping[] = [];
  for (const file of (await mappingFiles(folders)).values()) {
    const text = await readPlanFile(file);
    const mapping = text instanceof Refusal ? null : readMapping(text);
    if (mapping !== null) mappings.push(mapping);
  }
  return mappings;
}

/** By name. */
async function mappingFiles(folders: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const known = new Map<string, string>();
  for (const folder of folders.toReversed()) {
    for (const mapping of await mappingsIn(folder)) known.set(mapping, join(folder, `${mapping}.yaml`));
  }
  return known;
}

async function mappingText({ name, place }: NamedMapping, folders: readonly string[]): Promise<PlanText> {
  const known = await mappingFiles(folders);
  const file = known.get(name);
  if (file === undefined) {
    const names = [...known.keys()].sort(byCodeUnit);
    const args = { mapping: name, known: names, nearest: nearest(name, names) };
    throw new Refusal(EXIT.invalidPlan, [fault('mapping-not-found', args, place)]);
  }
  const text = await readPlanFile(file);
  if (text instanceof Refusal) throw text;
  return text;
}

/** A folder that is not there has none. */
async function mappingsIn(folder: string): Promise<readonly string[]> {
  try {
    const names = await readdir(folder);
    return names.filter((name) => name.endsWith('.yaml')).map((name) => name.slice(0, -'.yaml'.length));
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
}
