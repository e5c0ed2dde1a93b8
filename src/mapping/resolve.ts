// A sources file and the mappings that it names, to how each file is read; or to everything that is wrong with them.
import { parseMoment } from '../calendar/moment.js';
import { fault, type Fault } from '../diagnostics/catalogue.js';
import type { Place } from '../diagnostics/fault.js';
import { nearest } from '../engagement/nearest.js';
import type { Checked, Path, YamlDocument, YamlText } from '../yaml/document.js';
import { parseYaml } from '../yaml/document.js';
import { byPlace } from '../yaml/order.js';
import { readYaml } from '../yaml/read.js';
import type { Shape } from './shape.js';
import { columnsOf, REQUIRED_COLUMNS, TIME_COLUMNS, type Table } from '../engagement/tables.js';
import type { CellSource, ColumnNames, JoinedColumn, Mapping, SetAsideRule, SourceFiles } from './mapping.js';
import { plainCase } from './plain-name.js';
import {
  hasOrigin,
  resolveColumn,
  resolveRule,
  type ResolvedColumn,
  type Spot,
  type TimeChoice,
} from './resolve-column.js';
import { resolveShape } from './resolve-shape.js';
import { timeFormat } from './time-format.js';
import { separatorOf } from './separator.js';
import { mappingSchema, sourcesSchema, type WrittenMapping, type WrittenShared, type WrittenSource } from './schema.js';

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

interface Base {
  readonly written: WrittenMapping;
  readonly document: YamlDocument;
}

interface Part {
  readonly shared: WrittenShared;
  readonly spot: Spot;
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
  checkRequired(mapping, new Set(mentioned), spot);
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
    'format' in column && column.format !== undefined ? [name] : [],
  );
  return { format: isSound ? format : null, yearFrom, except: new Set(except) };
}

/** What stands in a later part goes before what stands in an earlier one. */
function combined(name: string, table: Table, parts: readonly Part[], choice: TimeChoice): Mapping {
  const last = <T>(read: (shared: WrittenShared) => T | undefined): T | undefined => {
    return parts.map(({ shared }) => read(shared)).findLast((it) => it !== undefined);
  };
  const columns = new Map(parts.flatMap(({ shared, spot }) => [...columnsOfPart(shared, table, choice, spot)]));
  return {
    name,
    table,
    encoding: last(({ encoding }) => encoding) ?? null,
    separator: separatorOf(last(({ separator }) => separator) ?? 'comma'),
    shape: shapeOf(parts, choice),
    sheet: last(({ sheet }) => sheet) ?? null,
    setAside: lastOfEachName(parts.flatMap(({ shared, spot }) => rulesOf(shared, spot))),
    columns: new Map([...columns].flatMap(([column, it]) => (isJoined(it) ? [] : [[column, it]]))),
    joined: new Map([...columns].flatMap(([column, it]) => (isJoined(it) ? [[column, it]] : []))),
    optional: optionalColumns(parts),
  };
}

/** What a later part says of a column replaces what an earlier one says. */
function optionalColumns(parts: readonly Part[]): ReadonlySet<string> {
  const columns = new Map(parts.flatMap(({ shared }) => Object.entries(shared.columns ?? {})));
  return new Set([...columns].flatMap(([name, column]) => ('optional' in column && column.optional ? [name] : [])));
}

function isJoined(column: ResolvedColumn): column is JoinedColumn<ColumnNames> {
  return 'parts' in column;
}

/** A column of the source that does not say where it comes from is the mapping's, with what the source adds. */
function withBase(own: WrittenSource, base: Base | null): WrittenShared {
  const columns = Object.entries(own.columns ?? {}).map(([name, column]) => {
    const before = hasOrigin(column) ? undefined : base?.written.columns?.[name];
    if (before === undefined || !('values' in before && 'values' in column))
      return [name, { ...before, ...column }] as const;
    return [name, { ...before, ...column, values: replacing(before.values, column.values) }] as const;
  });
  return own.columns === undefined ? own : { ...own, columns: Object.fromEntries(columns) };
}

/** Capitals make no difference. */
function replacing(values: WrittenValues, others: WrittenValues): WrittenValues {
  const replaced = new Set(Object.keys(others ?? {}).map(plainCase));
  const kept = Object.entries(values ?? {}).filter(([word]) => !replaced.has(plainCase(word)));
  return { ...Object.fromEntries(kept), ...others };
}

type WrittenValues = Readonly<Record<string, string>> | undefined;

/** The last that is written. */
function shapeOf(parts: readonly Part[], choice: TimeChoice): Shape | null {
  const { shared, spot } = parts.findLast((part) => part.shared.shape !== undefined) ?? {};
  return shared?.shape === undefined || spot === undefined ? null : resolveShape(shared.shape, choice, spot);
}

function columnsOfPart(
  { columns = {} }: WrittenShared,
  table: Table,
  choice: TimeChoice,
  { document, path, report }: Spot,
): ReadonlyMap<string, ResolvedColumn> {
  const known: readonly string[] = columnsOf(table);
  const resolved = new Map<string, ResolvedColumn>();
  for (const [column, written] of Object.entries(columns)) {
    const own: Path = [...path, 'columns', column];
    if (!known.includes(column)) {
      const args = { table, column, nearest: nearest(column, known) };
      report(fault('mapping-column-unknown', args, document.placeOfKey(own)));
      continue;
    }
    const ownChoice = choice.except.has(column) ? { ...choice, format: null } : choice;
    const source = resolveColumn(written, ownChoice, { document, path: own, report });
    if (source !== null) resolved.set(column, source);
    const constant = source === null || isJoined(source) ? null : constantNoTime(table, column, source);
    if (constant !== null) {
      report(fault('mapping-constant-no-time', { column, text: constant }, document.placeOf([...own, 'constant'])));
    }
  }
  return resolved;
}

/** The text of a column of times that is the same in every row, and no time. */
function constantNoTime(table: Table, column: string, { from, steps }: CellSource<ColumnNames>): string | null {
  const times: Readonly<Partial<Record<Table, readonly string[]>>> = TIME_COLUMNS;
  if (from.kind !== 'constant' || steps.length > 0 || times[table]?.includes(column) !== true) return null;
  return parseMoment(from.text) === undefined ? from.text : null;
}

function rulesOf({ set_aside: written = {} }: WrittenShared, spot: Spot): readonly SetAsideRule<ColumnNames>[] {
  return Object.entries(written).flatMap(([name, condition]) => {
    const rule = resolveRule(name, condition, { ...spot, path: [...spot.path, 'set_aside', name] });
    return rule === null ? [] : [rule];
  });
}

/** A rule of the source stands in the place of the mapping's of the same name. */
function lastOfEachName(rules: readonly SetAsideRule<ColumnNames>[]): readonly SetAsideRule<ColumnNames>[] {
  return [...new Map(rules.map((rule) => [rule.name, rule])).values()];
}

/** Who is who must be known before ids of other systems can be looked up. */
const LOOKED_UP_IN: readonly Table[] = ['students', 'identities'];

/** What is wrong with a column that is mentioned has been told. */
function checkRequired(
  { table, columns, joined, setAside }: Mapping,
  mentioned: ReadonlySet<string>,
  { document, path, report }: Spot,
): void {
  const place = document.placeOfKey(path);
  const required: readonly string[] = REQUIRED_COLUMNS[table];
  // A required column that nobody mentions is told as that, and not again where it is joined.
  const isToldAsLeftOut = (column: string): boolean => required.includes(column) && !mentioned.has(column);
  for (const { name, condition } of setAside) {
    const { subject } = condition;
    if (subject.kind !== 'canonical') continue;
    const column = subject.canonical;
    if (!mentioned.has(column) && !isToldAsLeftOut(column)) {
      report(fault('mapping-column-left-out', { table, column }, place));
    }
    if (joined.has(column)) report(fault('mapping-condition-of-joined', { rule: name, column }, place));
  }
  for (const [column, { parts }] of joined) {
    for (const part of parts) {
      if (part.kind === 'column' || isToldAsLeftOut(part.canonical)) continue;
      if (!isReadByItself(columns.get(part.canonical)))
        report(fault('mapping-joined-wrongly', { column, of: part.canonical }, place));
    }
  }
  for (const column of required) {
    if (isToldAsLeftOut(column)) report(fault('mapping-column-left-out', { table, column }, place));
  }
  for (const [column, { steps }] of columns) {
    const isLookedUp = steps.some(({ kind }) => kind === 'through');
    if (isLookedUp && (column !== 'student_id' || LOOKED_UP_IN.includes(table))) {
      report(fault('mapping-looked-up-wrongly', { table, column }, place));
    }
  }
}

/** Read of the file alone, so that nothing is joined in a circle; whose id an id is cannot be told before all is read. */
function isReadByItself(source: CellSource<ColumnNames> | undefined): boolean {
  return source !== undefined && !source.steps.some(({ kind }) => kind === 'through');
}
