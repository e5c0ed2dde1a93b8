// The names of all columns of an export that its mapping reads anything from.
import type { Mapping } from './mapping.js';
import { plainName } from './plain-name.js';

/** Spelt plainly; names that stand for each other are all among them. */
export function namesRead({ columns, setAside, shape }: Mapping): ReadonlySet<string> {
  const ofColumns = [...columns.values()].flatMap(({ from }) => (from.kind === 'columns' ? from.columns.flat() : []));
  const ofRules = setAside.flatMap(({ condition: { subject } }) => (subject.kind === 'column' ? subject.column : []));
  const pairs = shape?.pairs ?? null;
  const ofPairs = pairs === null ? [] : [...pairs.person.flat(), ...pairs.action, ...pairs.at];
  return new Set([...ofColumns, ...ofRules, ...ofPairs].map(plainName));
}
