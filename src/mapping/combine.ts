// The parts in which a mapping is written, its own file and the source that names it, as one.
import { parseMoment } from '../calendar/moment.js';
import { fault } from '../diagnostics/catalogue.js';
import { nearest } from '../engagement/nearest.js';
import { columnsOf, TIME_COLUMNS, type Table } from '../engagement/tables.js';
import type { Path } from '../yaml/document.js';
import type { CellSource, ColumnNames, JoinedColumn, Mapping, SetAsideRule } from './mapping.js';
import { resolveColumn, resolveRule, type ResolvedColumn, type Spot, type TimeChoice } from './resolve-column.js';
import { resolveShape } from './resolve-shape.js';
import type { WrittenShared } from './schema.js';
import { separatorOf } from './separator.js';
import type { Shape } from './shape.js';

export interface Part {
  readonly shared: WrittenShared;
  readonly spot: Spot;
}

/** What stands in a later part goes before what stands in an earlier one. */
export function combined(name: string, table: Table, parts: readonly Part[], choice: TimeChoice): Mapping {
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
