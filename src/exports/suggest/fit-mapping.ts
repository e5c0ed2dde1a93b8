// How far a ready mapping fits a file: by the columns that it names and the shape that it declares. What the mapping makes
// itself proves nothing.
import { REQUIRED_COLUMNS } from '../../engagement/tables.js';
import type { ColumnNames, Mapping, Subject } from '../../mapping/mapping.js';
import { plainName } from '../../mapping/plain-name.js';
import type { WideColumns } from '../../mapping/shape.js';
import type { NumberedRow } from '../shape/shaped-table.js';
import { shapedHeader, type ShapedHeader } from './shaped-header.js';

/** What a source says of a column: the name of one of the export, or where it comes from. */
export type SaidColumn = string | Readonly<Record<string, unknown>>;

export interface Fit {
  /** Of the columns that it reads, how many the file has. */
  readonly found: number;
  readonly of: number;
  /** What the source must say beside the mapping; blank where only a person can. */
  readonly columns: Readonly<Record<string, SaidColumn>>;
  /** Those that the file does have, under a name that only looks right. */
  readonly guessed: readonly string[];
  /** Those that the mapping reads of the file, and the file has not. */
  readonly missing: readonly string[];
  /** Those that no such file has. */
  readonly left: readonly string[];
}

/** Null where the file cannot be such an export. */
export function fitOf(rows: readonly NumberedRow[], mapping: Mapping): Fit | null {
  const shaped = shapedHeader(rows, mapping.shape);
  if (shaped === null) return null;
  const has = (names: ColumnNames): boolean => names.some((name) => shaped.names.has(plainName(name)));
  const read = columnsRead(mapping).filter(({ names }) => !names.some((name) => shaped.made.has(plainName(name))));
  if (read.some(({ column, isNeeded, names }) => column === null && isNeeded && !has(names))) return null;
  const lacking = new Set(
    read.flatMap(({ column, isNeeded, names }) => (isNeeded && !has(names) ? (column ?? []) : [])),
  );
  const person = lacking.has('student_id') ? personIn(shaped.header) : null;
  const missing = [...lacking].filter((column) => column !== 'student_id' || person === null);
  const all = new Map(read.map(({ names }) => [names.join('\n'), has(names)]));
  const found = shaped.proofs + [...all.values()].filter(Boolean).length;
  const needed = shaped.proofs + new Set(read.filter(({ isNeeded }) => isNeeded).map(({ names }) => names[0])).size;
  // With more than a third of them missing it is another kind of export that happens to share a few names.
  if (found === 0 || missing.length * 3 > needed) return null;
  const left = REQUIRED_COLUMNS[mapping.table].filter((it) => !mapping.columns.has(it) && !mapping.joined.has(it));
  const columns = {
    ...(person === null ? {} : { student_id: person }),
    ...Object.fromEntries(missing.map((column) => [column, ''])),
    ...Object.fromEntries(left.map((column) => [column, leftToSay(mapping.shape?.wide ?? null, shaped)])),
  };
  return {
    found,
    of: shaped.proofs + all.size,
    columns,
    guessed: person === null ? [] : ['student_id'],
    missing,
    left,
  };
}

interface ColumnRead {
  /** Null: of the shape, or of a rule. */
  readonly column: string | null;
  readonly names: ColumnNames;
  /** Files without it are refused. */
  readonly isNeeded: boolean;
}

function columnsRead({ columns, joined, optional, setAside, shape }: Mapping): readonly ColumnRead[] {
  const named = (subject: Subject<ColumnNames>): readonly ColumnNames[] =>
    subject.kind === 'column' ? [subject.column] : [];
  const ofColumns = [...columns].map(([column, { from }]) => ({
    column,
    all: from.kind === 'columns' ? from.columns : [],
  }));
  const ofJoined = [...joined].map(([column, { parts }]) => ({ column, all: parts.flatMap(named) }));
  const { pairs = null } = shape ?? {};
  return [
    ...[...ofColumns, ...ofJoined].flatMap(({ column, all }) =>
      all.map((names) => ({ column, names, isNeeded: !optional.has(column) })),
    ),
    ...setAside.flatMap(({ condition, isOptional }) =>
      named(condition.subject).map((names) => ({ column: null, names, isNeeded: !isOptional })),
    ),
    ...(pairs === null ? [] : [...pairs.person, pairs.action, pairs.at]).map((names) => ({
      column: null,
      names,
      isNeeded: true,
    })),
  ];
}

/** The university's own number before an address. A "Student ID" may be the system's own. */
function personIn(header: readonly string[]): SaidColumn | null {
  const named = (pattern: RegExp): string | undefined => header.find((name) => pattern.test(plainName(name)));
  const number = named(/^(?:idnumber|student(?:number|no\.?))$/);
  const address = named(/^e?mail(?:address)?$/);
  return number ?? (address === undefined ? null : { column: address, through: 'email' });
}

/** The same for the whole file; where columns become rows, something for each of them. */
function leftToSay(wide: WideColumns | null, { wideNames }: ShapedHeader): SaidColumn {
  if (wide === null) return { constant: '' };
  return { column: wide.name, values: Object.fromEntries(wideNames.map((name) => [name, ''])) };
}
