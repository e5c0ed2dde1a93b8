// What the name of a file says: which table it feeds, as whose export, and in which form.
import picomatch from 'picomatch';
import type { SourceFiles, Sources } from '../mapping/mapping.js';
import { TABLES, type Table } from '../engagement/tables.js';

export type FileForm = 'csv' | 'csv.gz' | 'parquet' | 'xlsx';

export interface Recognised {
  readonly table: Table;
  /** What declares it; several: nobody could say which is meant; none: it is named after its table. */
  readonly sources: readonly SourceFiles[];
  /** Null: none that is read. */
  readonly form: FileForm | null;
}

export type Recognise = (name: string) => Recognised | null;

/** A sources file goes before the names of tables. */
export function recogniser({ sources }: Sources): Recognise {
  const matchers = sources.map((source) => ({ source, isMatch: picomatch(source.files, { nocase: true }) }));
  return (name) => {
    const matching = matchers.filter(({ isMatch }) => isMatch(name)).map(({ source }) => source);
    const [first] = matching;
    if (first !== undefined)
      return { table: first.table, sources: matching, form: isWorkbook.test(name) ? 'xlsx' : formOf(name, isText) };
    const table = tableOf(name);
    return table === null ? null : { table, sources: [], form: formOf(name, isCsv) };
  };
}

function tableOf(name: string): Table | null {
  return TABLES.find((table) => name.toLowerCase().startsWith(table)) ?? null;
}

const isCsv = /\.csv$/i;
/** A sources file says what separates the columns, whatever the ending. */
const isText = /\.(?:csv|tsv|tab|txt)$/i;

const isTable = /\.(?:csv|tsv|tab)$/i;

const isWorkbook = /\.xlsx$/i;

function formOf(name: string, isRead: RegExp): FileForm | null {
  if (/\.parquet$/i.test(name)) return 'parquet';
  if (isRead.test(name)) return 'csv';
  return /\.gz$/i.test(name) && isRead.test(name.replace(/\.gz$/i, '')) ? 'csv.gz' : null;
}

/** Whether a file of no table may be an export all the same; of texts only those do that nobody writes for people. */
export function looksLikeExport(name: string, { sources }: Sources): boolean {
  // Whoever has sources has systems that print their exports as anything.
  return isWorkbook.test(name) || formOf(name, sources.length > 0 ? isText : isTable) !== null;
}

/** Hidden files and the lock files of Office. */
export function isPassing(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$');
}
