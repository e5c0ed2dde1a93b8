// What the YAML parser objects to. One slip often causes several errors, so only the first is told.
import type { Document } from 'yaml';
import { fault, type Fault } from '../diagnostics/catalogue.js';
import type { Place } from '../diagnostics/fault.js';

export function syntaxFaults(document: Document.Parsed, placeAt: (offset: number) => Place): readonly Fault[] {
  const problems = [...document.errors, ...document.warnings].sort((one, other) => one.pos[0] - other.pos[0]);
  return problems.slice(0, 1).map(({ code, pos }) => {
    const place = placeAt(pos[0]);
    if (code === 'MULTIPLE_DOCS') return fault('yaml-several-documents', {}, place);
    return fault('yaml-syntax', { parserCode: code }, place);
  });
}
