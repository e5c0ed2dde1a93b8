// The most likely way to read a file that nobody has claimed: a ready mapping whose columns it has, or a table's own columns.
// A suggestion to paste, never applied by itself.
import { Refusal } from '../../diagnostics/refusal.js';
import { FaultList } from '../fault-list.js';
import { plainName } from '../../mapping/plain-name.js';
import type { ColumnNames, Mapping } from '../../mapping/mapping.js';
import { Pattern } from '../../mapping/pattern.js';
import type { Encoding } from '../../mapping/encoding.js';
import { SEPARATORS, type Separator } from '../../mapping/separator.js';
import { cutTable } from '../shape/cut-table.js';
import { PLAIN_SHAPE, type Shape } from '../../mapping/shape.js';
import { type NumberedRow } from '../shape/shaped-table.js';
import { columnsOf, REQUIRED_COLUMNS, TABLES, type Table } from '../../engagement/tables.js';
import type { Sample } from './sample.js';

export interface Suggestion {
  /** Null: the columns are the table's own. */
  readonly mapping: string | null;
  readonly table: Table;
  readonly encoding: Encoding | null;
  readonly separator: Separator;
  /** Whether the separator is not the one that would be taken without a word. */
  readonly isOtherSeparator: boolean;
  /** Of the columns that it reads, how many the file has. */
  readonly found: number;
  readonly of: number;
}

/** The best of all ready mappings and tables; null where none has its required columns. */
export function suggestionFor({ encoding, rowsWith }: Sample, mappings: readonly Mapping[]): Suggestion | null {
  const candidates = SEPARATORS.flatMap((separator) => {
    const read = rowsWith(separator);
    if (read === null) return [];
    return [
      ...mappings.map((mapping) => ofMapping(read, mapping, separator)),
      ...TABLES.map((table) => ofTable(read, table, separator)),
    ];
  }).filter((it) => it !== null);
  // The more of a mapping is there, the likelier it is meant; of two that fit alike, the one that reads more.
  candidates.sort((one, other) => other.found / other.of - one.found / one.of || other.found - one.found);
  const [best] = candidates;
  return best === undefined ? null : { ...best, encoding };
}

type Candidate = Omit<Suggestion, 'encoding'>;

function ofMapping(rows: readonly NumberedRow[], mapping: Mapping, separator: Separator): Candidate | null {
  const header = headerOf(rows, mapping.shape);
  if (header === null) return null;
  const has = (names: ColumnNames): boolean => names.some((name) => header.has(plainName(name)));
  const wanted = [...mapping.columns].flatMap(([column, { from }]) =>
    from.kind === 'columns'
      ? from.columns.map((names) => ({ names, isRequired: isRequired(mapping.table, column) }))
      : [],
  );
  const ofJoined = [...mapping.joined].flatMap(([column, { parts }]) =>
    parts.flatMap((part) =>
      part.kind === 'column' ? [{ names: part.column, isRequired: isRequired(mapping.table, column) }] : [],
    ),
  );
  const ofRules = mapping.setAside.flatMap(({ condition: { subject }, isOptional }) =>
    subject.kind === 'canonical' || isOptional ? [] : [{ names: subject.column, isRequired: true }],
  );
  const all = [...wanted, ...ofJoined, ...ofRules];
  const found = all.filter(({ names }) => has(names)).length;
  if (found === 0 || all.some(({ names, isRequired: isNeeded }) => isNeeded && !has(names))) return null;
  const isOtherSeparator = separator !== mapping.separator;
  return { mapping: mapping.name, table: mapping.table, separator, isOtherSeparator, found, of: all.length };
}

function ofTable(rows: readonly NumberedRow[], table: Table, separator: Separator): Candidate | null {
  const header = headerOf(rows, null);
  if (header === null || !REQUIRED_COLUMNS[table].every((column) => header.has(plainName(column)))) return null;
  // Of the columns that it has, those that the table knows: a table is only meant where nearly all are its own.
  const known = columnsOf(table).filter((column) => header.has(plainName(column))).length;
  return { mapping: null, table, separator, isOtherSeparator: separator !== ',', found: known, of: header.size };
}

function isRequired(table: Table, column: string): boolean {
  return (REQUIRED_COLUMNS[table] as readonly string[]).includes(column);
}

/** The names that a file of this shape would have; null where it has not the shape. */
function headerOf(rows: readonly NumberedRow[], shape: Shape | null): ReadonlySet<string> | null {
  const { wide, pairs } = shape ?? PLAIN_SHAPE;
  try {
    const faults = new FaultList();
    const { header } = cutTable(rows, shape ?? PLAIN_SHAPE, '', faults);
    const isDetailMissing = faults.faults().some(({ code }) => code === 'detail-missing');
    const isWide = wide === null || header.some((name) => new Pattern(wide.pattern).isIn(name));
    if (isDetailMissing || !isWide) return null;
    const made = [wide?.name, wide?.cell, ...(wide?.followedBy ?? []), pairs?.from, pairs?.to].filter(
      (name) => name !== undefined,
    );
    return new Set([...header, ...made].map(plainName).filter((name) => name !== ''));
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
