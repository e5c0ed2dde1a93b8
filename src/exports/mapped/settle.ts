// A mapped file made ready to be read: what became of its rows is known, and each time has one format.
import { fault, type Fault } from '../../diagnostics/catalogue.js';
import type { Place } from '../../diagnostics/fault.js';
import { at } from '../../engagement/columns.js';
import { groupBy } from '../../engagement/group-by.js';
import type { FaultList } from '../fault-list.js';
import type { GuardedFile } from '../guarded-file.js';
import type { MappedFile } from '../reader.js';
import type { CellSource, Step } from '../../mapping/mapping.js';
import type { TimeFormat } from '../../mapping/time-format.js';
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
  const columns = columnsOfTwoPrecisions(settled);
  return settled.map((file) => toMinutes(file, columns));
}

/**
 * The columns of times that have seconds in one file and none in another: one export, saved once more by a spreadsheet,
 * would otherwise be read as other acts.
 */
function columnsOfTwoPrecisions(files: readonly GuardedFile[]): ReadonlySet<string> {
  const times = files.flatMap(({ reading }) =>
    [...reading.cells].flatMap(
      ([column, { steps }]) => timeOf(steps)?.formats.map((format) => ({ column, format })) ?? [],
    ),
  );
  const byColumn = groupBy(times, ({ column }) => column);
  const mixed = [...byColumn].filter(([, own]) => {
    const toTheMinute = own.filter(({ format }) => isToTheMinute(format)).length;
    return toTheMinute > 0 && toTheMinute < own.length;
  });
  return new Set(mixed.map(([column]) => column));
}

function isToTheMinute({ parts }: TimeFormat): boolean {
  return parts.includes('minute') && !parts.includes('second');
}

function toMinutes(file: GuardedFile, columns: ReadonlySet<string>): GuardedFile {
  if (columns.size === 0) return file;
  const reading = withSteps(file.reading, (step, column) => {
    if (step.kind !== 'time' || !columns.has(column)) return step;
    return { ...step, formats: step.formats.map((format) => ({ ...format, isCutToMinute: true })) };
  });
  return { ...file, reading };
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

/** What mappings left out, counted once a source and reason: a year's folder has many files of one source. */
export function leftOutFindings(files: readonly GuardedFile[]): readonly Fault[] {
  const bySource = groupBy(
    files.flatMap((settled) => {
      const mapped = mappedFile(settled);
      return mapped === null ? [] : [{ settled, mapped }];
    }),
    ({ mapped }) => mapped.source,
  );
  return [...bySource.values()].flatMap((own) => [
    ...ofReasons(own),
    ...ofUnmatched(own),
    ...own.flatMap(({ settled }) => nothingLeft(settled)),
  ]);
}

interface OfSource {
  readonly settled: GuardedFile;
  readonly mapped: MappedFile;
}

function ofReasons(own: readonly OfSource[]): readonly Fault[] {
  const reasons = new Set(own.flatMap(({ mapped }) => mapped.setAside.map(({ reason }) => reason)));
  return [...reasons].flatMap((rule) => {
    const rowsOf = ({ mapped }: OfSource): number => mapped.setAside.find(({ reason }) => reason === rule)?.rows ?? 0;
    return toldOnce(own, rowsOf, (rows, where) =>
      fault('rows-set-aside', { rule, rows, ...where.args }, where.place, rows),
    );
  });
}

function ofUnmatched(own: readonly OfSource[]): readonly Fault[] {
  const systems = new Set(own.flatMap(({ mapped }) => mapped.unmatched?.system ?? []));
  return [...systems].flatMap((system) => {
    const found = own.flatMap(({ mapped }) => (mapped.unmatched?.system === system ? [mapped.unmatched] : []));
    const rowsOf = ({ mapped }: OfSource): number => (mapped.unmatched?.system === system ? mapped.unmatched.rows : 0);
    // One person has rows in many files: only within one are ids counted.
    const ids = Math.max(...found.map((it) => it.ids));
    return toldOnce(own, rowsOf, (rows, where) =>
      fault('rows-of-unmatched-ids', { system, ids, rows, ...where.args }, where.place, rows),
    );
  });
}

interface Where {
  readonly args: { readonly source: string; readonly files: number };
  readonly place: Place | null;
}

/** Of the files that have such rows; of a single one at its place. */
function toldOnce(
  own: readonly OfSource[],
  rowsOf: (one: OfSource) => number,
  told: (rows: number, where: Where) => Fault,
): readonly Fault[] {
  const having = own.filter((one) => rowsOf(one) > 0);
  const [first] = having;
  if (first === undefined) return [];
  const rows = having.reduce((sum, one) => sum + rowsOf(one), 0);
  const args = { source: first.mapped.source, files: having.length };
  return [told(rows, { args, place: having.length === 1 ? { file: first.settled.file } : null })];
}

/** Of a file whose rows are all set aside, what it was made for has perhaps gone unseen. */
function nothingLeft({ file, report: { records }, mapping, survey }: GuardedFile): readonly Fault[] {
  if (mapping === null || records === 0 || rowsSetAside(survey) < records) return [];
  return [fault('no-row-of-file', { mapping: mapping.name, records }, { file })];
}
