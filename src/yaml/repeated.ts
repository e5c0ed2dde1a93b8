// Keys that stand twice in one mapping. The parser would compare each key with all the others.
import { isScalar, visit, type Document, type Node } from 'yaml';
import { fault, type Fault } from '../diagnostics/catalogue.js';
import type { Place } from '../diagnostics/fault.js';

export function repeatedKeys(document: Document.Parsed, placeAt: (offset: number) => Place): readonly Fault[] {
  const faults: Fault[] = [];
  visit(document, {
    Map: (_, { items }) => {
      const found = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (found.has(key.value)) faults.push(fault('yaml-duplicate-key', {}, placeAt(startOf(key))));
        found.add(key.value);
      }
    },
  });
  return faults;
}

function startOf({ range }: Node): number {
  return range?.[0] ?? 0;
}
