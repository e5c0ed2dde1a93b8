// A sources file and the mappings that it names, to how each file is read; or to everything that is wrong with them.
import { fault, type Fault } from '../diagnostics/catalogue.js';
import type { Place } from '../diagnostics/fault.js';
import { parseYaml, type Checked, type YamlText } from '../yaml/document.js';
import { byPlace } from '../yaml/order.js';
import { readYaml } from '../yaml/read.js';
import { checkMapping } from './check-mapping.js';
import { combined, type Part } from './combine.js';
import type { Mapping, SourceFiles } from './mapping.js';
import type { Spot, TimeChoice } from './resolve-column.js';
import { mappingSchema, sourcesSchema, type WrittenSource } from './schema.js';
import { timeFormat } from './time-format.js';
import { withBase, type Base } from './with-base.js';

export interface NamedMapping {
  readonly name: string;
  readonly place: Place;
}

/** The mappings that a sources file names, however wrong the rest may be. */
export function mappingsNamedIn(source: YamlText): readonly NamedMapping[] {
  const parsed = parseYaml(source);
  if ('faults' in parsed) return [];
  const document = parsed.value;
  const sources = document.valueAt(['sources']);
  const names = typeof sources === 'object' && sources !== null ? Object.keys(sources) : [];
  return names.flatMap((name) => {
    const path = ['sources', name, 'mapping'];
    const mapping = document.valueAt(path);
    return typeof mapping === 'string' ? [{ name: mapping, place: document.placeOf(path) }] : [];
  });
}

/** `mappings` are the texts of those that the file names, by name. */
export function readSources(
  source: YamlText,
  mappings: ReadonlyMap<string, YamlText>,
): Checked<readonly SourceFiles[]> {
  const read = readYaml(source, sourcesSchema);
  const named = new Map([...mappings].map(([name, text]) => [name, readYaml(text, mappingSchema)]));
  const unread = [read, ...named.values()].flatMap((it) => ('faults' in it ? it.faults : []));
  if ('faults' in read || unread.length > 0) return { faults: unread };
  const faults: Fault[] = [];
  const report = (it: Fault): void => void faults.push(it);
  const { written, document } = read.value;
  const sources = Object.entries(written.sources).flatMap(([name, own]) => {
    const basis = own.mapping === undefined ? undefined : named.get(own.mapping);
    const base = basis !== undefined && 'value' in basis ? basis.value : null;
    const spot = { document, path: ['sources', name], report };
    const resolved = resolveSource(name, own, base, spot);
    return resolved === null ? [] : [resolved];
  });
  return faults.length > 0 ? { faults: distinct(faults).sort(byPlace) } : { value: sources };
}

/** A mapping by itself, as far as it goes: a source may have to say the rest. Null where it is not sound. */
export function readMapping(text: YamlText): Mapping | null {
  const read = readYaml(text, mappingSchema);
  if ('faults' in read) return null;
  const { written, document } = read.value;
  const { table } = written;
  if (table === undefined) return null;
  const faults: Fault[] = [];
  const report = (it: Fault): void => void faults.push(it);
  const mapping = combined(
    written.mapping,
    table,
    [{ shared: written, spot: { document, path: [], report } }],
    NO_CHOICE,
  );
  return faults.length === 0 ? mapping : null;
}

/** Two sources of one mapping are told its faults once. */
function distinct(faults: readonly Fault[]): Fault[] {
  return [...new Map(faults.map((it) => [JSON.stringify([it.code, it.place, it.message]), it])).values()];
}

function resolveSource(name: string, own: WrittenSource, base: Base | null, spot: Spot): SourceFiles | null {
  const { document, path, report } = spot;
  const table = own.table ?? base?.written.table;
  if (table === undefined) {
    report(fault('source-without-table', { source: name }, document.placeOfKey(path)));
    return null;
  }
  const { covers = null } = own;
  if (covers !== null && covers.from > covers.to) {
    report(fault('source-covers-nothing', {}, document.placeOf([...path, 'covers'])));
  }
  const shared = withBase(own, base);
  const choice = timeChoice(own, spot);
  const parts: readonly Part[] = [
    ...(base === null ? [] : [{ shared: base.written, spot: { document: base.document, path: [], report } }]),
    { shared, spot },
  ];
  const mapping = combined(own.mapping ?? name, table, parts, choice);
  const { encoding, separator, shape, sheet } = mapping;
  const layout = { encoding, separator, shape, sheet };
  const written = { name, files: own.files, isNewestOnly: own.use === 'newest', layout, table, covers };
  tellIdleKeys(own, mapping, spot);
  const isCanonical = base === null && own.columns === undefined && own.set_aside === undefined;
  if (isCanonical) return { ...written, mapping: null };
  const mentioned = parts.flatMap(({ shared }) => Object.keys(shared.columns ?? {}));
  checkMapping(mapping, new Set(mentioned), spot);
  return { ...written, mapping };
}

const NO_WORKBOOK = /[.](?:csv|tsv|tab|txt|parquet)(?:[.]gz)?$/i;

/** What a source says that nothing of it is read by. */
function tellIdleKeys(own: WrittenSource, { columns, shape }: Mapping, { document, path, report }: Spot): void {
  const hasTimes = [...columns.values()].some(({ steps }) => steps.some(({ kind }) => kind === 'time'));
  const idle = {
    format: !hasTimes && shape?.pairs == null,
    academic_year_from: !hasTimes,
    sheet: NO_WORKBOOK.test(own.files),
  };
  for (const key of ['format', 'academic_year_from', 'sheet'] as const) {
    if (own[key] === undefined || !idle[key]) continue;
    report(fault('source-key-idle', { key }, document.placeOfKey([...path, key])));
  }
}

const NO_CHOICE: TimeChoice = { format: null, yearFrom: null, except: new Set() };

/** A format that is none is told where it stands, once, and not at each column that it would be for. */
function timeChoice(own: WrittenSource, { document, path, report }: Spot): TimeChoice {
  const { format = null, academic_year_from: yearFrom = null, columns = {} } = own;
  const isSound = format === null || timeFormat(format, yearFrom) !== null;
  if (!isSound) report(fault('mapping-format-invalid', { format }, document.placeOf([...path, 'format'])));
  const except = Object.entries(columns).flatMap(([name, column]) =>
    'format' in column && column.format?.length === 1 ? [name] : [],
  );
  return { format: isSound ? format : null, yearFrom, except: new Set(except) };
}
