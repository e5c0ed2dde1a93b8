// The header of a file against the columns of its table.
import { parse } from 'csv-parse/sync';
import { fault, type Fault } from '../diagnostics/catalogue.js';
import { tidyCell } from './cell.js';
import { FaultList } from './fault-list.js';
import { plainName } from '../mapping/plain-name.js';
import type { Separator } from '../mapping/separator.js';
import { groupBy } from '../engagement/group-by.js';
import { nearest, type Likeness } from '../engagement/nearest.js';
import { columnsOf, OPTIONAL_COLUMNS, REQUIRED_COLUMNS, type Table } from '../engagement/tables.js';

/** The names in a header record that the guard let pass. */
export function headerNames(header: string, separator: Separator): readonly string[] {
  // The record ends where the text ends, so no line end within a quoted name may end it.
  const [names = []] = parse(header, { delimiter: separator, relax_column_count: false, record_delimiter: '\u0000' });
  return names.map(tidyCell);
}

export interface MatchedHeader {
  /** Where each column of the table stands in the file; a column that the file lacks is absent. */
  readonly positions: ReadonlyMap<string, number>;
  readonly findings: readonly Fault[];
}

/** More than any system exports; each name is held against the table's columns, and a damaged file may have a million. */
export const MOST_COLUMNS = 1000;

/** As a warning needs it: capitals and separators make no difference, and at most two letters. */
const ONE_COLUMN: Likeness = {
  plain: plainName,
  mostSlips: (_, candidate) => Math.min(2, Math.floor(candidate.length / 4)),
};

/** Refuses a header that is ambiguous or lacks a required column. */
export function matchHeader(table: Table, file: string, header: readonly string[]): MatchedHeader {
  const faults = new FaultList();
  header.forEach((name, index) => {
    if (name === '') faults.add(fault('column-unnamed', { number: index + 1 }, { file, record: 0 }));
  });
  // Names that a person would take for one: nobody could say which of the columns was meant.
  for (const [column = '', ...others] of groupBy(header.filter(isNamed), plainName).values()) {
    const [other] = others;
    if (other !== undefined) faults.add(fault('column-named-twice', { column, other }, { file, record: 0, column }));
  }
  const known: readonly string[] = columnsOf(table);
  const unknown = header.filter((name) => isNamed(name) && !known.includes(name));
  for (const column of REQUIRED_COLUMNS[table]) {
    if (header.includes(column)) continue;
    faults.add(
      fault('column-missing', { column, closest: nearest(column, unknown, ONE_COLUMN) }, { file, record: 0, column }),
    );
  }
  faults.refuse();
  const positions = new Map(known.filter((name) => header.includes(name)).map((name) => [name, header.indexOf(name)]));
  return { positions, findings: ignoredColumns(table, file, unknown, positions) };
}

function ignoredColumns(
  table: Table,
  file: string,
  unknown: readonly string[],
  positions: ReadonlyMap<string, number>,
): readonly Fault[] {
  const absent = OPTIONAL_COLUMNS[table].filter((column) => !positions.has(column));
  const misspelt = unknown.flatMap((column) => {
    const closest = nearest(column, absent, ONE_COLUMN);
    return closest === null ? [] : [fault('column-perhaps-misspelt', { column, closest }, { file, record: 0, column })];
  });
  const columns = unknown.filter((column) => nearest(column, absent, ONE_COLUMN) === null);
  return columns.length === 0 ? misspelt : [...misspelt, fault('columns-ignored', { columns }, { file, record: 0 })];
}

function isNamed(name: string): boolean {
  return name !== '';
}
