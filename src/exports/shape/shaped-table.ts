// The rows of a file as they stand, and the table that is made of them.

/** A row of a file with its number, from 1, blank rows counted. */
export interface NumberedRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** A header, and rows of as many cells. */
export interface ShapedTable {
  readonly header: readonly string[];
  readonly rows: readonly ShapedRow[];
}

/** The rows of a file, those of which records were made and those beside them. */
export interface MadeFrom {
  readonly rows: number;
  /** The header, what stands above and below the table, blank rows. */
  readonly otherRows: number;
}

export interface ShapedRow extends NumberedRow {
  /** The numbers of all rows of the file that it is made of. */
  readonly madeOf: readonly number[];
}
