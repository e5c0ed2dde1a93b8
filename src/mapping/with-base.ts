// A source that names a mapping: what it says of a column beside what the mapping says.
import type { YamlDocument } from '../yaml/document.js';
import { plainCase } from './plain-name.js';
import { hasOrigin } from './resolve-column.js';
import type { WrittenMapping, WrittenShared, WrittenSource } from './schema.js';

/** The mapping that a source names. */
export interface Base {
  readonly written: WrittenMapping;
  readonly document: YamlDocument;
}

/** A column of the source that does not say where it comes from is the mapping's, with what the source adds. */
export function withBase(own: WrittenSource, base: Base | null): WrittenShared {
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
