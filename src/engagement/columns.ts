// Columns that lie side by side: what one has, the others have too.

/** The entry at an index; throws where the column is too short, which would mean that columns do not match. */
export function at<T>(column: ArrayLike<T>, index: number): T {
  const value = column[index];
  if (value === undefined) throw new RangeError(`no row ${index} in a column of ${column.length}`);
  return value;
}
