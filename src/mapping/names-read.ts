// The columns of an export that its mapping reads anything from.
import type { ColumnNames, Mapping } from './mapping.js';
import { plainName } from './plain-name.js';

export interface ColumnRead {
  /** Any of these. */
  readonly names: ColumnNames;
  /** The column of the table that it is read for; null: it only tells rows or people apart. */
  readonly canonical: string | null;
}

export function columnsRead({ columns, joined, setAside, shape }: Mapping): readonly ColumnRead[] {
  const ofColumns = [...columns].flatMap(([canonical, { from }]) =>
    from.kind === 'columns' ? from.columns.map((names) => ({ names, canonical })) : [],
  );
  const ofJoined = [...joined].flatMap(([canonical, { parts }]) =>
    parts.flatMap((part) => (part.kind === 'column' ? [{ names: part.column, canonical }] : [])),
  );
  const ofRules = setAside.flatMap(({ condition: { subject } }) =>
    subject.kind === 'column' ? [{ names: subject.column, canonical: null }] : [],
  );
  const pairs = shape?.pairs ?? null;
  const ofPairs = pairs === null ? [] : [...pairs.person, pairs.action, pairs.at];
  return [...ofColumns, ...ofJoined, ...ofRules, ...ofPairs.map((names) => ({ names, canonical: null }))];
}

/** Spelt plainly; names that stand for each other are all among them. */
export function namesRead(mapping: Mapping): ReadonlySet<string> {
  return new Set(columnsRead(mapping).flatMap(({ names }) => names.map(plainName)));
}
