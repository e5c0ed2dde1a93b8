// What mappings left out of their files, for the record and for people.
import { fault, type Fault } from '../../diagnostics/catalogue.js';
import type { Place } from '../../diagnostics/fault.js';
import { at } from '../../engagement/columns.js';
import { groupBy } from '../../engagement/group-by.js';
import type { GuardedFile } from '../guarded-file.js';
import type { MappedFile } from '../reader.js';
import { systemsOf } from './reading.js';
import { rowsSetAside, timeOf } from './survey.js';

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
