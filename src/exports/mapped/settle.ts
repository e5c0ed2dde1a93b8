// A mapped file made ready to be read: what became of its rows is known, and each time has one format.
import { fault } from '../../diagnostics/catalogue.js';
import { at } from '../../engagement/columns.js';
import type { Step } from '../../mapping/mapping.js';
import type { FaultList } from '../fault-list.js';
import type { GuardedFile } from '../guarded-file.js';
import { mappingFaults } from './mapping-faults.js';
import { toOnePrecision } from './precision.js';
import { systemsOf, withSteps, type Reading } from './reading.js';
import { fittingFormats, needsSurvey, timeOf, type Survey } from './survey.js';

/** Surveys a file, by whichever reader. */
export type SurveyFile = (file: GuardedFile) => Promise<Survey>;

/** By system, the student of each identity in small letters. */
export type Identities = ReadonlyMap<string, ReadonlyMap<string, string>>;

export const NO_IDENTITIES: Identities = new Map();

/** The files as they can be read; what is wrong with them goes to `faults`. */
export async function settleFiles(
  files: readonly GuardedFile[],
  identities: Identities,
  survey: SurveyFile,
  faults: FaultList,
): Promise<readonly GuardedFile[]> {
  const settled: GuardedFile[] = [];
  for (const file of files) settled.push(await settleFile(file, identities, survey, faults));
  return toOnePrecision(settled);
}

async function settleFile(
  file: GuardedFile,
  identities: Identities,
  survey: SurveyFile,
  faults: FaultList,
): Promise<GuardedFile> {
  if (!needsSurvey(file.reading)) return file;
  const unknown = systemsOf(file.reading).filter((system) => !identities.has(system));
  if (unknown.length > 0) {
    const mapping = file.mapping?.name ?? '';
    faults.addAll(unknown.map((system) => fault('identities-missing', { system, mapping }, { file: file.file })));
    return file;
  }
  const known = { ...file, reading: withIdentities(file.reading, identities) };
  const found = await survey(known);
  const isSound =
    !found.hasFaults && [...known.reading.cells].every(([column, { steps }]) => hasOneFormat(column, steps, found));
  if (!isSound) faults.addAll(await mappingFaults(known, found));
  return { ...known, survey: found, reading: withOneFormat(known.reading, found) };
}

function hasOneFormat(column: string, steps: readonly Step[], { times }: Survey): boolean {
  const time = timeOf(steps);
  const counts = times.get(column);
  return time === null || counts === undefined || fittingFormats(counts, time.declared).length === 1;
}

function withIdentities(reading: Reading, identities: Identities): Reading {
  return withSteps(reading, (step) =>
    step.kind === 'through' ? { ...step, students: identities.get(step.system) ?? null } : step,
  );
}

function withOneFormat(reading: Reading, { times }: Survey): Reading {
  return withSteps(reading, (step, column) => {
    if (step.kind !== 'time') return step;
    const counts = times.get(column);
    const [fitting = 0] = counts === undefined ? [] : fittingFormats(counts, step.declared);
    return { ...step, formats: [at(step.formats, fitting)], declared: 1 };
  });
}
