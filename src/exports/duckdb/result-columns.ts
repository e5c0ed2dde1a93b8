// Results as typed columns, without an object a row.
import { at } from '../../engagement/columns.js';
import type { DuckDBMaterializedResult } from '@duckdb/node-api';

/** Fills one typed column for each column of the result; no cell may be null. */
export function readColumns<C extends readonly (Int32Array | Float64Array)[]>(
  result: DuckDBMaterializedResult,
  make: (rows: number) => C,
): C {
  const columns = make(result.rowCount);
  let row = 0;
  for (let index = 0; index < result.chunkCount; index += 1) {
    const chunk = result.getChunk(index);
    // Asked once: each asking is a call into the binding.
    const { rowCount } = chunk;
    columns.forEach((column, position) => {
      const vector = chunk.getColumnVector(position);
      for (let entry = 0; entry < rowCount; entry += 1) column[row + entry] = vector.getItem(entry) as number;
    });
    row += rowCount;
  }
  return columns;
}

/** The only column of a result, as texts. */
export function readTexts(result: DuckDBMaterializedResult): readonly string[] {
  const texts: string[] = [];
  for (let index = 0; index < result.chunkCount; index += 1) {
    const chunk = result.getChunk(index);
    const { rowCount } = chunk;
    const vector = chunk.getColumnVector(0);
    for (let entry = 0; entry < rowCount; entry += 1) texts.push(vector.getItem(entry) as string);
  }
  return texts;
}

/** Every row as its values: for results with few rows. */
export function readRows(result: DuckDBMaterializedResult): readonly (readonly unknown[])[] {
  return Array.from({ length: result.chunkCount }, (_, index) => result.getChunk(index).getRows()).flat();
}

/** The only row of a result, as numbers. */
export function readNumbers(result: DuckDBMaterializedResult): readonly number[] {
  const chunk = result.getChunk(0);
  return Array.from({ length: chunk.columnCount }, (_, position) =>
    Number(chunk.getColumnVector(position).getItem(0) as number | bigint),
  );
}

/** Two columns, a file's index and a number of it, by file; 0 of files that are not in the result. */
export function readByFile(result: DuckDBMaterializedResult, files: number): readonly number[] {
  const [indices, numbers] = readColumns(
    result,
    (length) => [new Int32Array(length), new Float64Array(length)] as const,
  );
  const byFile = Array.from({ length: files }, () => 0);
  indices.forEach((index, row) => (byFile[index] = at(numbers, row)));
  return byFile;
}
