// The names of all columns of an export that its mapping reads anything from.
import type { Mapping } from './mapping.js';
import { plainName } from './plain-name.js';

/** Spelt plainly; names that stand for each other are all among them. */
export function namesRead({ columns, joined, setAside, shape }: Mapping): ReadonlySet<string> {
  const ofColumns = [...columns.values()].flatMap(({ from }) => (from.kind === 'columns' ? from.columns.flat() : []));
  const ofJoined = [...joined.values()].flatMap(({ parts }) =>
    parts.flatMap((part) => (part.kind === 'column' ? part.column : [])),
  );
  const ofRules = setAside.flatMap(({ condition: { subject } }) => (subject.kind === 'column' ? subject.column : []));
  const pairs = shape?.pairs ?? null;
  const ofPairs = pairs === null ? [] : [...pairs.person.flat(), ...pairs.action, ...pairs.at];
  return new Set([...ofColumns, ...ofJoined, ...ofRules, ...ofPairs].map(plainName));
}
