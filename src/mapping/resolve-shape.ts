// What a file looks like, as written in a mapping.
import { fault } from '../diagnostics/catalogue.js';
import type { Detail, HeaderPlace, Pairs, Shape, WideColumns } from './shape.js';
import { checkPatterns, type Spot, type TimeChoice } from './resolve-column.js';
import type { WrittenShape } from './schema-shape.js';
import { timeFormat } from './time-format.js';

export function resolveShape(written: WrittenShape, choice: TimeChoice, { document, path, report }: Spot): Shape {
  const spot: Spot = { document, path: [...path, 'shape'], report };
  const places = HEADER_KEYS.filter((key) => written[key] !== undefined);
  const [, another] = places;
  if (another !== undefined) report(fault('mapping-header-twice', {}, document.placeOf([...spot.path, another])));
  return {
    header: headerPlace(written),
    endsAtBlankRow: written.ends_at_blank_row ?? false,
    details: [...detailsOf('beside', written.details), ...detailsOf('below', written.details_below)],
    wide: written.wide === undefined ? null : resolveWide(written.wide, spot),
    pairs: written.pairs === undefined ? null : resolvePairs(written.pairs, choice, spot),
  };
}

const HEADER_KEYS = ['header_row', 'header_below', 'header_has'] as const;

function headerPlace({ header_row: row = 1, header_below: heading, header_has: names }: WrittenShape): HeaderPlace {
  if (names !== undefined) return { kind: 'having', names };
  return heading === undefined ? { kind: 'row', row } : { kind: 'below', heading };
}

function detailsOf(where: Detail['where'], written: Readonly<Record<string, string>> = {}): readonly Detail[] {
  return Object.entries(written).map(([label, column]) => ({ label, column, where }));
}

function resolveWide(written: NonNullable<WrittenShape['wide']>, { document, path, report }: Spot): WideColumns {
  const { columns, except, name, cell, followed_by: followedBy = [] } = written;
  const own = [...path, 'wide'];
  checkPatterns([columns], { document, path: [...own, 'columns'], report });
  if (except !== undefined) checkPatterns([except], { document, path: [...own, 'except'], report });
  return { pattern: columns, except: except ?? null, name, cell, followedBy };
}

function resolvePairs(
  written: NonNullable<WrittenShape['pairs']>,
  choice: TimeChoice,
  { document, path, report }: Spot,
): Pairs {
  if (timeFormat(written.format, null) === null) {
    const place = document.placeOf([...path, 'pairs', 'format']);
    report(fault('mapping-format-invalid', { format: written.format }, place));
  }
  const { person, if_not_seen_coming: ifNotSeenComing = 'refused', ...own } = written;
  return { ...own, person, format: choice.format ?? written.format, ifNotSeenComing };
}
