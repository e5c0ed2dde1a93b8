// The most likely way to read a file that nobody has claimed: a ready mapping whose columns it has, or a table's own columns.
// A suggestion to paste, never applied by itself.
import { plainName } from '../../mapping/plain-name.js';
import type { Mapping } from '../../mapping/mapping.js';
import type { Encoding } from '../../mapping/encoding.js';
import type { Separator } from '../../mapping/separator.js';
import { columnsOf, REQUIRED_COLUMNS, TABLES, type Table } from '../../engagement/tables.js';
import { fitOf, type Fit } from './fit-mapping.js';
import type { Sample, SampleTable } from './sample.js';
import { shapedHeader } from './shaped-header.js';

export interface Suggestion extends Fit {
  /** Null: the columns are the table's own. */
  readonly mapping: string | null;
  readonly table: Table;
  readonly encoding: Encoding | null;
  /** Null: the one that would be taken without a word. */
  readonly otherSeparator: Separator | null;
  /** Of a workbook; null: the first. */
  readonly sheet: string | null;
}

/** The best of all ready mappings and tables; null where none fits. */
export function suggestionFor({ encoding, tables }: Sample, mappings: readonly Mapping[]): Suggestion | null {
  const candidates = tables
    .flatMap((table) => [
      ...mappings.map((mapping) => ofMapping(table, mapping)),
      ...TABLES.map((name) => ofTable(table, name)),
    ])
    .filter((it) => it !== null);
  candidates.sort((one, other) => weightOf(other) - weightOf(one) || other.found / other.of - one.found / one.of);
  const [best] = candidates;
  return best === undefined ? null : { ...best, encoding };
}

/** Whether a file is read as the table without a word about it. */
export function hasColumnsOf({ encoding, tables }: Sample, table: Table): boolean {
  const plain = tables.find(({ separator }) => separator === ',');
  return encoding === null && plain !== undefined && ofTable(plain, table) !== null;
}

type Candidate = Omit<Suggestion, 'encoding'>;

/** The more it reads of the file the likelier it is meant; what the file lacks speaks louder than what it has. */
function weightOf({ found, guessed, missing }: Candidate): number {
  return found - 2 * (guessed.length + missing.length);
}

function ofMapping({ rows, separator, sheet }: SampleTable, mapping: Mapping): Candidate | null {
  const fit = fitOf(rows, mapping);
  if (fit === null) return null;
  const otherSeparator = separator === mapping.separator ? null : separator;
  return { mapping: mapping.name, table: mapping.table, otherSeparator, sheet, ...fit };
}

function ofTable({ rows, separator, sheet }: SampleTable, table: Table): Candidate | null {
  const names = shapedHeader(rows, null)?.names;
  if (names === undefined || !REQUIRED_COLUMNS[table].every((column) => names.has(plainName(column)))) return null;
  // Of the columns that it has, those that the table knows: a table is only meant where nearly all are its own.
  const found = columnsOf(table).filter((column) => names.has(plainName(column))).length;
  const otherSeparator = separator === ',' ? null : separator;
  const fit: Fit = { found, of: names.size, columns: {}, guessed: [], missing: [], left: [] };
  return { mapping: null, table, otherSeparator, sheet, ...fit };
}
