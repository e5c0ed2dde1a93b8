// Files that are named like CSV and hold something else, told by their first bytes.
import { fault, type Fault } from '../../diagnostics/catalogue.js';

const SIGNATURES: readonly (readonly [bytes: readonly number[], kind: string])[] = [
  [[0x1f, 0x8b], 'gzip-compressed bytes (its name should end in .csv.gz)'],
  [[0x50, 0x4b, 0x03, 0x04], 'a zip archive or an Excel workbook'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Excel workbook'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF document'],
  [[0x50, 0x41, 0x52, 0x31], 'parquet (its name should end in .parquet)'],
];

const FIRST_CHARACTERS: ReadonlyMap<number, string> = new Map([
  [0x3c, 'a web page or XML'],
  [0x7b, 'JSON'],
  [0x5b, 'JSON'],
]);

/** What is wrong with a file that begins like this, if anything. */
export function foreignSignature(file: string, start: Buffer): Fault | undefined {
  const begins = (bytes: readonly number[]): boolean => bytes.every((byte, index) => start[index] === byte);
  const signature = SIGNATURES.find(([bytes]) => begins(bytes));
  if (signature !== undefined) return fault('file-not-csv', { kind: signature[1] }, { file });
  const first = start.subarray(byteOrderMarkLength(start)).find((byte) => byte > 0x20) ?? 0;
  const kind = FIRST_CHARACTERS.get(first);
  return kind === undefined ? undefined : fault('file-not-csv', { kind }, { file });
}

/** 3 where the file begins with the UTF-8 byte order mark that Excel writes, else 0. */
export function byteOrderMarkLength(start: Buffer): number {
  return start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf ? 3 : 0;
}
