// The rows of a text file as they stand, blank ones counted.
import { parse, type CsvError } from 'csv-parse/sync';
import { fault, type Fault } from '../../diagnostics/catalogue.js';
import { tidyCell } from '../cell.js';
import { refusal } from '../fault-list.js';
import { byteOrderOf, Utf16 } from '../bytes/utf-16.js';
import { foreignSignature } from '../bytes/signature.js';
import { Windows1252 } from '../bytes/windows-1252.js';
import { separatorFault, type Separator } from '../../mapping/separator.js';
import type { NumberedRow } from './shaped-table.js';

export interface TextRows {
  readonly rows: readonly NumberedRow[];
  /** What was decoded otherwise than as UTF-8. */
  readonly repairs: readonly Fault[];
}

/** Refuses what is no text, or breaks the rules of quotation marks. */
export function rowsOfText(bytes: Buffer, separator: Separator, file: string): TextRows {
  const foreign = foreignSignature(file, bytes);
  if (foreign !== undefined && byteOrderOf(bytes) === null) throw refusal(foreign);
  const { text, repairs } = decoded(bytes, file);
  if (text.includes('\u0000')) throw refusal(fault('file-nul', { record: 0 }, { file }));
  const otherSeparator = separatorFault(text, separator, file);
  if (otherSeparator !== null) throw refusal(otherSeparator);
  try {
    const cells: readonly (readonly string[])[] = parse(text, {
      bom: true,
      delimiter: separator,
      quote: '"',
      escape: '"',
      // Sections have as many columns as they need; what one of them has is checked when it is cut out.
      relax_column_count: true,
      skip_empty_lines: false,
    });
    return { rows: cells.map((row, index) => ({ number: index + 1, cells: row.map(tidyCell) })), repairs };
  } catch (error) {
    if (!isCsvError(error)) throw error;
    const record = Math.max(0, error.records);
    throw refusal(fault('quote-misplaced', { record }, { file, record }));
  }
}

function isCsvError(error: unknown): error is CsvError & { readonly records: number } {
  return error instanceof Error && 'code' in error && 'records' in error;
}

function decoded(bytes: Buffer, file: string): { readonly text: string; readonly repairs: readonly Fault[] } {
  const order = byteOrderOf(bytes);
  if (order !== null) {
    const decoder = new Utf16(order);
    const utf8 = Buffer.concat([decoder.decode(bytes), decoder.finish()]);
    return { text: utf8Text(utf8, file), repairs: [fault('file-utf16', {}, { file })] };
  }
  const text = utf8Or(bytes);
  if (text !== null) return { text, repairs: [] };
  const windows = new Windows1252();
  const utf8 = Buffer.concat([windows.decode(bytes), windows.finish()]);
  const { characters } = windows;
  return {
    text: utf8Text(utf8, file),
    repairs: [fault('file-windows-1252', { characters, record: 0 }, { file }, characters)],
  };
}

function utf8Text(bytes: Buffer, file: string): string {
  const text = utf8Or(bytes);
  if (text === null) throw refusal(fault('file-not-utf8', { record: 0 }, { file }));
  return text;
}

function utf8Or(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
