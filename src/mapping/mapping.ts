// How the files of a real system are read as one of the canonical tables: declared once, followed by both readers.
import type { Period } from '../calendar/period.js';
import type { Table } from '../engagement/tables.js';
import type { Shape } from './shape.js';
import type { Encoding } from './encoding.js';
import type { Separator } from './separator.js';
import type { TimeFormat } from './time-format.js';

/** How the text of a file is cut into rows and columns. */
export interface Layout {
  /** Null: told by the first bytes, else UTF-8, else Windows-1252 where nothing speaks against it. */
  readonly encoding: Encoding | null;
  readonly separator: Separator;
  /** Null: a plain table. */
  readonly shape: Shape | null;
  /** Of a workbook; null: the first. */
  readonly sheet: string | null;
}

export const PLAIN_LAYOUT: Layout = { encoding: null, separator: ',', shape: null, sheet: null };

export interface Mapping extends Layout {
  /** As messages call it. */
  readonly name: string;
  readonly table: Table;
  /** Rows that are no records of the table; the first that applies. */
  readonly setAside: readonly SetAsideRule<ColumnNames>[];
  /** By canonical column; what is joined of others is not among them. */
  readonly columns: ReadonlyMap<string, CellSource<ColumnNames>>;
  readonly joined: ReadonlyMap<string, JoinedColumn<ColumnNames>>;
  /** The canonical columns for which files may have nothing. */
  readonly optional: ReadonlySet<string>;
}

/** The names that one column of the export may have, as alternatives. */
export type ColumnNames = readonly string[];

/** Where a cell comes from, and what is made of it, step by step. `Column` is how columns are meant: by name, or by place. */
export interface CellSource<Column> {
  readonly from: Origin<Column>;
  readonly steps: readonly Step[];
}

export type Origin<Column> =
  | { readonly kind: 'constant'; readonly text: string }
  /** The cells of these columns, one behind the other. */
  | {
      readonly kind: 'columns';
      readonly columns: readonly Column[];
      readonly between: string;
      /** Else blank cells are left out. */
      readonly keepsBlanks: boolean;
    }
  | { readonly kind: 'file-name' };

/**
 * A column that is joined of others once they are read: an event has one id, however its time was written in the export
 * that it comes from.
 */
export interface JoinedColumn<Column> {
  readonly parts: readonly JoinedPart<Column>[];
  readonly between: string;
  readonly isId: boolean;
}

/** `canonical`: a column of the table as it is read; a time to the minute, as London's clocks show it. */
export type JoinedPart<Column> = Subject<Column>;

/** A blank cell stays blank whatever the step, but for the one that is about blank ones. */
export type Step =
  /** What the groups of the first pattern that is found hold, one behind the other. `isDemanded`: a cell in which none is
   * found is a fault; else it is blank. */
  | { readonly kind: 'pattern'; readonly patterns: readonly string[]; readonly isDemanded: boolean }
  /** Words of the export to words of the table; capitals make no difference. `otherwise` null: any other word is a fault. */
  | { readonly kind: 'values'; readonly values: ReadonlyMap<string, string>; readonly otherwise: string | null }
  | { readonly kind: 'if-blank'; readonly text: string }
  /**
   * Until a file is surveyed those that it may be written in, then the one that it is. The first
   * `declared` are the mapping's; behind them stand those that a file could also mean, which are asked about, never taken.
   */
  | { readonly kind: 'time'; readonly formats: readonly TimeFormat[]; readonly declared: number }
  /** Whole minutes, what is over is cut. */
  | { readonly kind: 'minutes'; readonly unit: DurationUnit }
  /** From an id or address of a system to the student's; rows of nobody known are set aside. `students` null: not yet read. */
  | { readonly kind: 'through'; readonly system: string; readonly students: ReadonlyMap<string, string> | null }
  /** Makes an id of words: everything else becomes a dash. What is too long for one ends in a mark of the whole. */
  | { readonly kind: 'id' };

/** `clock`: 1:05:30. `words`: 1h 5m 30s. */
export const DURATION_UNITS = ['minutes', 'seconds', 'clock', 'words'] as const;
export type DurationUnit = (typeof DURATION_UNITS)[number];

export interface SetAsideRule<Column> {
  /** Why, in a few words. */
  readonly name: string;
  readonly condition: Condition<Column>;
  /** A file without the column has no such rows. */
  readonly isOptional: boolean;
}

export type Condition<Column> =
  | { readonly kind: 'is'; readonly subject: Subject<Column>; readonly words: readonly string[] }
  | { readonly kind: 'matches'; readonly subject: Subject<Column>; readonly pattern: string }
  | { readonly kind: 'lacks'; readonly subject: Subject<Column>; readonly pattern: string };

/** A column of the export, or one of the table: in conditions before times are read and ids looked up. */
export type Subject<Column> =
  { readonly kind: 'column'; readonly column: Column } | { readonly kind: 'canonical'; readonly canonical: string };

/** Files of the exports folder, and how they are read. */
export interface SourceFiles {
  readonly name: string;
  /** A pattern of file names. */
  readonly files: string;
  /** Of its files only those with the newest date in their names count: each is the whole of what is known that day. */
  readonly isNewestOnly: boolean;
  readonly layout: Layout;
  /** Null: the columns are those of the table. */
  readonly mapping: Mapping | null;
  readonly table: Table;
  /** The days that the export is known to hold in full. */
  readonly covers: Period | null;
}

/** Without its folder, which differs from machine to machine. */
export interface SourcesFile {
  readonly file: string;
  readonly sha256: string;
}

/** What a sources file declares. */
export interface Sources {
  readonly sources: readonly SourceFiles[];
  /** The sources file and its mappings, for the record. */
  readonly files: readonly SourcesFile[];
}

export const NO_SOURCES: Sources = { sources: [], files: [] };
