// Files that are named like CSV and hold something else, told by their first bytes.
import { fault, type Fault } from '../../diagnostics/catalogue.js';

const SIGNATURES: readonly (readonly [bytes: readonly number[], kind: string])[] = [
  [[0x1f, 0x8b], 'gzip-compressed bytes (its name should end in .csv.gz)'],
  [[0x50, 0x4b, 0x03, 0x04], 'a zip archive or an Excel workbook'],
  [[0x50, 0x4b, 0x05, 0x06], 'an empty zip archive'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Excel workbook'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF document'],
  [[0x50, 0x41, 0x52, 0x31], 'parquet (its name should end in .parquet)'],
  [[0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], 'a 7-Zip archive'],
  [[0x52, 0x61, 0x72, 0x21, 0x1a, 0x07], 'a RAR archive'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], 'xz-compressed bytes'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'zstd-compressed bytes'],
  [[0x42, 0x5a, 0x68], 'bzip2-compressed bytes'],
  [[0x89, 0x50, 0x4e, 0x47], 'a PNG image'],
  [[0xff, 0xd8, 0xff], 'a JPEG image'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'a document of a word processor (RTF)'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66], 'a SQLite database'],
  [[0xff, 0xfe, 0x00, 0x00], 'UTF-32 text'],
  [[0x00, 0x00, 0xfe, 0xff], 'UTF-32 text'],
];

const FIRST_CHARACTERS: ReadonlyMap<number, string> = new Map([
  [0x3c, 'a web page or XML'],
  [0x7b, 'JSON'],
  [0x5b, 'JSON'],
]);

/** What is wrong with a file that begins like this, if anything. */
export function foreignSignature(file: string, start: Buffer): Fault | undefined {
  const begins = (bytes: readonly number[]): boolean => bytes.every((byte, index) => start[index] === byte);
  if (isUnmarkedUtf16(start)) return fault('file-utf16-unmarked', {}, { file });
  const signature = SIGNATURES.find(([bytes]) => begins(bytes));
  if (signature !== undefined) return fault('file-not-csv', { kind: signature[1] }, { file });
  const first = start.subarray(byteOrderMarkLength(start)).find((byte) => byte > 0x20) ?? 0;
  const kind = FIRST_CHARACTERS.get(first);
  return kind === undefined ? undefined : fault('file-not-csv', { kind }, { file });
}

/** Plain letters, each with a NUL byte before or behind it. */
export function isUnmarkedUtf16(start: Buffer): boolean {
  if (start.length < 4) return false;
  const pairs = Array.from({ length: 8 }, (_, index) => start.subarray(2 * index, 2 * index + 2)).filter(
    ({ length }) => length === 2,
  );
  return (
    pairs.every(([first, second]) => first !== 0 && second === 0) ||
    pairs.every(([first, second]) => first === 0 && second !== 0)
  );
}

/** 3 where the file begins with the UTF-8 byte order mark that Excel writes, else 0. */
export function byteOrderMarkLength(start: Buffer): number {
  return start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf ? 3 : 0;
}
