// The beginning of a file that nobody has claimed: enough to see its header, and never more than that.
import { open } from 'node:fs/promises';
import { gunzipSync, constants as zlib } from 'node:zlib';
import { Refusal } from '../../diagnostics/refusal.js';
import type { Encoding } from '../../mapping/encoding.js';
import { SEPARATORS, type Separator } from '../../mapping/separator.js';
import { isUnmarkedUtf16 } from '../bytes/signature.js';
import { rowsOfText } from '../shape/rows-of-text.js';
import { rowsOfWorkbook, visibleSheets } from '../shape/rows-of-workbook.js';
import type { NumberedRow } from '../shape/shaped-table.js';

const BYTES = 65_536;
/** A workbook can only be read whole. */
const MOST_WORKBOOK_BYTES = 16 * 2 ** 20;

export interface Sample {
  /** Where the file itself does not say it; null: nothing needs to be declared. */
  readonly encoding: Encoding | null;
  /** Each way in which the first rows can be read; none: the file cannot be read. */
  readonly tables: readonly SampleTable[];
}

export interface SampleTable {
  /** Null: a workbook has none. */
  readonly separator: Separator | null;
  /** Null: the first of a workbook, or no workbook. */
  readonly sheet: string | null;
  readonly rows: readonly NumberedRow[];
}

export async function sampleOf(path: string, name: string): Promise<Sample> {
  if (/\.xlsx$/i.test(name)) return { encoding: null, tables: await sheetsIn(path, name) };
  const read = await orNull(() => firstBytes(path, BYTES));
  if (read === null) return { encoding: null, tables: [] };
  const bytes = /\.gz$/i.test(name) ? unpacked(read) : read;
  const whole = bytes.subarray(0, bytes.length < BYTES ? bytes.length : lastLineEnd(bytes));
  const encoding = unmarkedEncoding(whole);
  const tables = SEPARATORS.flatMap((separator) => {
    const rows = textRows(whole, { encoding, separator }, name);
    return rows === null ? [] : [{ separator, sheet: null, rows }];
  });
  return { encoding, tables };
}

function textRows(
  bytes: Buffer,
  layout: { readonly encoding: Encoding | null; readonly separator: Separator },
  name: string,
): readonly NumberedRow[] | null {
  try {
    return rowsOfText(bytes, layout, name).rows;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** Every sheet that a person sees: the first may be a note to them, and the list behind it. */
async function sheetsIn(path: string, name: string): Promise<readonly SampleTable[]> {
  const bytes = await orNull(() => firstBytes(path, MOST_WORKBOOK_BYTES));
  if (bytes === null) return [];
  const names = (await orNull(() => Promise.resolve().then(() => visibleSheets(bytes, name)))) ?? [];
  const tables: SampleTable[] = [];
  for (const [index, own] of names.entries()) {
    const sheet = index === 0 ? null : own;
    const read = await orNull(() => rowsOfWorkbook(bytes, sheet, name));
    if (read !== null) tables.push({ separator: null, sheet, rows: read.rows });
  }
  return tables;
}

/** Of plain letters in UTF-16, every second byte is NUL. */
function unmarkedEncoding(bytes: Buffer): Encoding | null {
  if (!isUnmarkedUtf16(bytes)) return null;
  return bytes[0] === 0 ? 'utf-16-big-endian' : 'utf-16';
}

async function firstBytes(path: string, most: number): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    const buffer = Buffer.alloc(most);
    const { bytesRead } = await handle.read(buffer, 0, most, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function unpacked(bytes: Buffer): Buffer {
  try {
    return gunzipSync(bytes, { finishFlush: zlib.Z_SYNC_FLUSH, maxOutputLength: 64 * BYTES }).subarray(0, BYTES);
  } catch {
    // It is named like gzip and is none: then there is nothing to see.
    return Buffer.alloc(0);
  }
}

/** After the last line end of the sample, so that no row is cut. UTF-16 ends its lines with a NUL byte beside it. */
function lastLineEnd(bytes: Buffer): number {
  const end = bytes.lastIndexOf('\n') + 1;
  return bytes[end] === 0 ? end + 1 : end;
}

/** Null where the file cannot be read, or not as that. */
async function orNull<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Refusal || (error instanceof Error && 'code' in error)) return null;
    throw error;
  }
}
