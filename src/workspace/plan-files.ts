// Which files the plans of a command are: all of a folder, or those that its arguments name.
import { readdir } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { fault } from '../diagnostics/catalogue.js';
import { EXIT, Refusal } from '../diagnostics/refusal.js';
import { byCodeUnit } from '../engagement/order.js';
import { readPlanFile, systemCode } from './plan-file.js';
import { namedIn, type NamedInPlan, type PlanText } from '../plan/read-plan.js';
import { nearest } from '../engagement/nearest.js';

/** A file that should be a plan, and what it says of itself. */
export interface PlanFile {
  readonly file: string;
  readonly source: PlanText | Refusal;
  readonly name: NamedInPlan | null;
  readonly university: NamedInPlan | null;
}

/** Throws a Refusal where an argument names nothing, or the folder is wanted and has no plan. */
export async function planFilesFor(args: readonly string[], folder: string): Promise<readonly PlanFile[]> {
  if (args.length === 0) return await filesIn(folder);
  const inFolder = args.every(isPath) ? [] : await filesIn(folder);
  const chosen = await Promise.all(
    args.map(async (arg) => (isPath(arg) ? [await named(arg)] : called(arg, inFolder, folder))),
  );
  return [...new Map(chosen.flat().map((it) => [resolve(it.file), it])).values()];
}

/** A plan's name has neither a folder nor an ending. */
function isPath(arg: string): boolean {
  return /[/\\]|\.ya?ml$/i.test(arg);
}

async function named(file: string): Promise<PlanFile> {
  const found = await planFile(file);
  const { source } = found;
  if (source instanceof Refusal && source.faults.some(({ code }) => code === 'plan-file-not-found')) throw source;
  return found;
}

async function planFile(file: string): Promise<PlanFile> {
  const source = await readPlanFile(file);
  if (source instanceof Refusal) return { file, source, name: null, university: null };
  const { plan, university } = namedIn(source);
  return { file, source, name: plan, university };
}

/** By the name that a plan gives itself, else by that of its file. */
function called(name: string, inFolder: readonly PlanFile[], folder: string): readonly PlanFile[] {
  const byName = inFolder.filter((it) => it.name?.text === name);
  const byFile = inFolder.filter(({ file }) => basename(file).replace(/\.ya?ml$/i, '') === name);
  if (byName.length > 0) return byName;
  if (byFile.length > 0) return byFile;
  const known = inFolder.flatMap((it) => it.name?.text ?? []);
  const args = { name, folder, known, nearest: nearest(name, known) };
  throw new Refusal(EXIT.invalidPlan, [fault('plan-not-found', args)]);
}

async function filesIn(folder: string): Promise<readonly PlanFile[]> {
  const names = await entriesOf(folder);
  const files = names.filter((name) => /^(?!university|\.).*\.ya?ml$/i.test(name)).sort(byCodeUnit);
  if (files.length === 0) throw new Refusal(EXIT.invalidPlan, [fault('plans-folder-empty', { folder })]);
  return await Promise.all(files.map((file) => planFile(`${folder}/${file}`)));
}

/** Everything directly in the folder but folders. */
async function entriesOf(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
  } catch (error) {
    const reason = systemCode(error);
    const why =
      reason === 'ENOENT'
        ? fault('plans-folder-missing', { folder })
        : fault('plans-folder-unreadable', { folder, reason });
    throw new Refusal(EXIT.invalidPlan, [why]);
  }
}
