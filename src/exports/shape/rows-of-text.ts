// The rows of a text file as they stand, blank ones counted.
import { parse, type CsvError } from 'csv-parse/sync';
import { fault, type Fault } from '../../diagnostics/catalogue.js';
import type { Layout } from '../../mapping/mapping.js';
import { tidyCell } from '../cell.js';
import { refusal } from '../fault-list.js';
import { decodeWhole } from '../bytes/decode-whole.js';
import { foreignSignature } from '../bytes/signature.js';
import { separatorFault } from '../../mapping/separator.js';
import type { NumberedRow } from './shaped-table.js';

export type TextLayout = Pick<Layout, 'encoding' | 'separator'>;

export interface TextRows {
  readonly rows: readonly NumberedRow[];
  /** What was decoded otherwise than as UTF-8, without being declared; and whether the end may be cut off. */
  readonly findings: readonly Fault[];
}

/** Refuses what is no text, or breaks the rules of quotation marks. */
export function rowsOfText(bytes: Buffer, { encoding, separator }: TextLayout, file: string): TextRows {
  const { text, repairs: findings } = decodeWhole(bytes, encoding, file);
  const foreign = foreignSignature(file, Buffer.from(text));
  if (foreign !== undefined) throw refusal(foreign);
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
    const rows = cells.map((row, index) => ({ number: index + 1, cells: row.map(tidyCell) }));
    return { rows, findings: [...findings, ...openEnd(text, rows.length - 1, file)] };
  } catch (error) {
    if (!isCsvError(error)) throw error;
    const record = Math.max(0, error.records);
    throw refusal(fault('quote-misplaced', { record }, { file, record }));
  }
}

/** More may have been meant, of the last cell and below it, unless its quote is closed or its line ended. */
function openEnd(text: string, record: number, file: string): readonly Fault[] {
  const isEnded = record < 1 || /["\r\n]$/.test(text);
  return isEnded ? [] : [fault('last-record-open', { record }, { file, record })];
}

function isCsvError(error: unknown): error is CsvError & { readonly records: number } {
  return error instanceof Error && 'code' in error && 'records' in error;
}
