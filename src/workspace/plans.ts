// The plans of a command: those that can be used, and why the others cannot.
import { fault, type Fault } from '../diagnostics/catalogue.js';
import { EXIT, Refusal } from '../diagnostics/refusal.js';
import { readPlanFile } from './plan-file.js';
import { planFilesFor, type PlanFile } from './plan-files.js';
import type { Plan } from '../plan/plan.js';
import { readPlan, type NamedInPlan, type PlanText } from '../plan/read-plan.js';
import { firstTold } from '../yaml/first-told.js';
import { withFrames } from '../yaml/frame.js';

export interface LoadedPlan {
  /** As messages name it. */
  readonly file: string;
  readonly plan: Plan;
  /** Warnings and remarks, in the order of their places. */
  readonly findings: readonly Fault[];
}

export interface LoadedPlans {
  /** At least one, in the order asked for; those of a folder by file name. */
  readonly plans: readonly LoadedPlan[];
  /** One a file that is no sound plan. */
  readonly refusals: readonly Refusal[];
}

/**
 * The plans that the arguments name (paths, or names of plans in the folder); without arguments all of the folder.
 * Throws a Refusal where an argument names nothing, or where no plan at all is sound.
 */
export async function loadPlans(args: readonly string[], folder: string): Promise<LoadedPlans> {
  const files = await planFilesFor(args, folder);
  const loaded = await Promise.all(files.map((file) => loadPlan(file, files)));
  const refusals = loaded.filter((it) => it instanceof Refusal);
  const plans = loaded.filter((it): it is LoadedPlan => !(it instanceof Refusal));
  const faults = refusals.flatMap((it) => it.faults);
  if (plans.length === 0) throw new Refusal(EXIT.invalidPlan, faults);
  return { plans, refusals };
}

async function loadPlan(planFile: PlanFile, files: readonly PlanFile[]): Promise<LoadedPlan | Refusal> {
  const { file, source, university } = planFile;
  if (source instanceof Refusal) return source;
  const universitySource = university && (await universityBeside(file, university));
  if (universitySource instanceof Refusal) return await refusal(universitySource.faults, [source]);
  const sources = [source, ...(universitySource === null ? [] : [universitySource])];
  const read = readPlan(source, universitySource);
  const faults = [...sharedName(planFile, files), ...('faults' in read ? read.faults : [])];
  if ('faults' in read || faults.length > 0) return await refusal(faults, sources);
  return { file, plan: read.plan, findings: await withFrames(firstTold(read.findings, 'yaml-more-remarks'), sources) };
}

async function refusal(faults: readonly Fault[], sources: readonly PlanText[]): Promise<Refusal> {
  return new Refusal(EXIT.invalidPlan, await withFrames(firstTold(faults, 'yaml-more-faults'), sources));
}

async function universityBeside(planFile: string, { text: name, place }: NamedInPlan): Promise<PlanText | Refusal> {
  const source = await readPlanFile(`${planFile.replace(/[^/\\]*$/, '')}${name}`);
  const isMissing = source instanceof Refusal && source.faults.some(({ code }) => code === 'plan-file-not-found');
  return isMissing ? new Refusal(EXIT.invalidPlan, [fault('plan-university-not-found', { name }, place)]) : source;
}

/** Two plans of one name would share a report folder; on Windows and macOS capitals make no difference. */
function sharedName({ file, name }: PlanFile, files: readonly PlanFile[]): readonly Fault[] {
  if (name === null) return [];
  const twin = files.find((it) => it.file !== file && it.name?.text.toLowerCase() === name.text.toLowerCase());
  return twin === undefined ? [] : [fault('plan-name-twice', { name: name.text, file: twin.file }, name.place)];
}
