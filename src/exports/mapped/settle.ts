// A mapped file made ready to be read: what became of its rows is known, and each time has one format.
import { fault, type Fault } from '../../diagnostics/catalogue.js';
import { at } from '../../engagement/columns.js';
import type { FaultList } from '../fault-list.js';
import type { GuardedFile } from '../guarded-file.js';
import type { MappedFile } from '../reader.js';
import type { CellSource, Step } from '../../mapping/mapping.js';
import { mappingFaults } from './mapping-faults.js';
import { throughOf } from './read-row.js';
import type { Position, Reading } from './reading.js';
import { fittingFormats, needsSurvey, rowsSetAside, timeOf, type Survey } from './survey.js';

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
  return settled;
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

/** The systems whose ids a file has. */
export function systemsOf({ cells }: Reading): readonly string[] {
  return [...cells.values()].flatMap(({ steps }) => throughOf(steps)?.system ?? []);
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

function withSteps(reading: Reading, made: (step: Step, column: string) => Step): Reading {
  const cells = [...reading.cells].map(([column, source]): readonly [string, CellSource<Position>] => [
    column,
    { ...source, steps: source.steps.map((step) => made(step, column)) },
  ]);
  return { ...reading, cells: new Map(cells) };
}

/** How a settled file was read; null: as it is. */
export function mappedFile({ source, mapping, reading, survey }: GuardedFile): MappedFile | null {
  if (source === null || mapping === null) return null;
  const [system] = systemsOf(reading);
  const formats = [...reading.cells].flatMap(([column, { steps }]) => {
    const [format] = timeOf(steps)?.formats ?? [];
    return format === undefined ? [] : [{ column, format: format.written }];
  });
  return {
    source,
    mapping: mapping.name,
    setAside: survey.setAside.map((rows, index) => ({ reason: at(reading.setAside, index).name, rows })),
    unmatched: system === undefined ? null : { system, ids: survey.unmatchedIds, rows: survey.unmatchedRows },
    formats,
  };
}

/** Of a file whose rows are all set aside, what it was made for has perhaps gone unseen. */
function nothingLeft({ file, report: { records }, mapping, survey }: GuardedFile): readonly Fault[] {
  if (mapping === null || records === 0 || rowsSetAside(survey) < records) return [];
  return [fault('no-row-of-file', { mapping: mapping.name, records }, { file })];
}

/** What a mapping left out of a file, counted. */
export function setAsideFindings(files: readonly GuardedFile[]): readonly Fault[] {
  return files.flatMap((settled) => {
    const { file } = settled;
    const { setAside = [], unmatched = null } = mappedFile(settled) ?? {};
    const ofRules = setAside.flatMap(({ reason, rows }) => {
      return rows === 0 ? [] : [fault('rows-set-aside', { rule: reason, rows }, { file }, rows)];
    });
    const ofIds =
      unmatched === null || unmatched.rows === 0
        ? []
        : [fault('rows-of-unmatched-ids', unmatched, { file }, unmatched.rows)];
    return [...ofRules, ...ofIds, ...nothingLeft(settled)];
  });
}
