// What a file looks like, as written in a mapping.
import { fault } from '../../diagnostics/catalogue.js';
import type { HeaderPlace, Shape } from '../shape/shape.js';
import { checkPatterns, type Spot } from './resolve-column.js';
import type { WrittenShape } from './schema.js';
import { timeFormat } from './time-format.js';

export function resolveShape(written: WrittenShape, { document, path, report }: Spot): Shape {
  const own = [...path, 'shape'];
  const { header_row: row, header_below: heading, wide, pairs } = written;
  if (row !== undefined && heading !== undefined) {
    report(fault('mapping-header-twice', {}, document.placeOf([...own, 'header_below'])));
  }
  if (wide !== undefined) checkPatterns([wide.columns], { document, path: [...own, 'wide', 'columns'], report });
  if (pairs !== undefined && timeFormat(pairs.format, null) === null) {
    report(fault('mapping-format-invalid', { format: pairs.format }, document.placeOf([...own, 'pairs', 'format'])));
  }
  return {
    header: headerPlace(row, heading),
    endsAtBlankRow: written.ends_at_blank_row ?? false,
    details: new Map(Object.entries(written.details ?? {})),
    wide: wide === undefined ? null : { pattern: wide.columns, name: wide.name, cell: wide.cell },
    pairs: pairs ?? null,
  };
}

function headerPlace(row = 1, heading?: string): HeaderPlace {
  return heading === undefined ? { kind: 'row', row } : { kind: 'below', heading };
}
