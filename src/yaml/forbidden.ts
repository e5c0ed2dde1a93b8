// Well-formed YAML that no plan needs and that has surprised or attacked readers of YAML.
import { isScalar, visit, type Document, type Node } from 'yaml';
import { fault, type Fault } from '../diagnostics/catalogue.js';
import type { Place } from '../diagnostics/fault.js';

/** Aliases (a small file can unfold to gigabytes) and keys that mean something to JavaScript (`__proto__`). */
export function forbiddenParts(document: Document.Parsed, placeAt: (offset: number) => Place): readonly Fault[] {
  const faults: Fault[] = [];
  const placeOf = ({ range }: Node): Place => placeAt(range?.[0] ?? 0);
  visit(document, {
    Alias: (_, node) => {
      faults.push(fault('yaml-alias', {}, placeOf(node)));
    },
    Pair: (_, { key }) => {
      if (isScalar(key) && String(key.value) in Object.prototype) {
        faults.push(fault('yaml-forbidden-key', { key: String(key.value) }, placeOf(key)));
      }
    },
  });
  return faults;
}
