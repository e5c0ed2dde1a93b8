// What a file looks like whose rows are not yet one record each: titles above the header, a column a session, people who
// join and leave. Declared in its mapping; what is left is a table like any other.

import type { ColumnNames } from './mapping.js';

export interface Shape {
  readonly header: HeaderPlace;
  /** Ends at the first blank row below the header; else with the file. */
  readonly endsAtBlankRow: boolean;
  readonly details: readonly Detail[];
  readonly wide: WideColumns | null;
  readonly pairs: Pairs | null;
}

/** The header first, and nothing else. */
export const PLAIN_SHAPE: Shape = {
  header: { kind: 'row', row: 1 },
  endsAtBlankRow: false,
  details: [],
  wide: null,
  pairs: null,
};

export type HeaderPlace =
  /** From 1. */
  | { readonly kind: 'row'; readonly row: number }
  /** The row after the one whose first cell says so. */
  | { readonly kind: 'below'; readonly heading: string }
  /** The first row with a cell of one of these names. */
  | { readonly kind: 'having'; readonly names: readonly string[] };

/** Something said above the header, beside or below its label: a new column. */
export interface Detail {
  readonly label: string;
  readonly column: string;
  /** Beside: the label begins the row. */
  readonly where: 'beside' | 'below';
}

/** Columns of one kind, side by side: each cell becomes a row. */
export interface WideColumns {
  /** Finds their names. */
  readonly pattern: string;
  /** Finds the names of those that are none of them all the same. */
  readonly except: string | null;
  /** The new column with the name of the one that a row comes from. */
  readonly name: string;
  /** The new column with its cell. */
  readonly cell: string;
  /** New columns with the cells of the columns behind each of them. */
  readonly followedBy: readonly string[];
}

/** Rows that say that somebody came or went: each stay becomes a row. */
export interface Pairs {
  /** The columns that together tell people apart, each by the names that it may have. */
  readonly person: readonly ColumnNames[];
  readonly action: ColumnNames;
  readonly joins: readonly string[];
  readonly leaves: readonly string[];
  readonly at: ColumnNames;
  /** How `at` is written. */
  readonly format: string;
  /** The new columns with canonical times; blank where nobody saw them come or go. */
  readonly from: string;
  readonly to: string;
  readonly ifNotSeenComing: NotSeenComing;
}

/**
 * What stands for the time at which somebody came who was there before the list began: nothing at all, so that the file is
 * refused; a blank cell; or the time at which they left, when they were there for certain.
 */
export type NotSeenComing = 'refused' | (typeof NOT_SEEN_COMING)[number];
export const NOT_SEEN_COMING = ['time_of_leaving', 'blank'] as const;
