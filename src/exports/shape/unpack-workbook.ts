// The XML inside a workbook, unpacked within bounds: no more than the directory of the zip says, and that not too much.
import { unzipSync, type Unzipped } from 'fflate';
import { fault } from '../../diagnostics/catalogue.js';
import { Refusal } from '../../diagnostics/refusal.js';
import { refusal } from '../fault-list.js';

/** A sheet of 100,000 rows of six cells is 30 MB of XML. The library that reads it slows down with the square of the rows. */
const MOST_UNPACKED_BYTES = 40 * 2 ** 20;

export type WorkbookParts = Unzipped;

/** Refuses what is no workbook, and what would unpack to more than can be held. */
export function unpackWorkbook(bytes: Buffer, file: string, mostBytes = MOST_UNPACKED_BYTES): WorkbookParts {
  if (!isZip(bytes)) throw refusal(fault('workbook-expected', {}, { file }));
  let unpacked = 0;
  const parts = unreadableUnless(file, () =>
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.(?:xml|rels)$/.test(name)) return false;
        unpacked += originalSize;
        if (unpacked > mostBytes) throw refusal(fault('workbook-too-large', { limit: mostBytes }, { file }));
        return true;
      },
    }),
  );
  // Where the directory says too little of a part, it was cut there.
  const cut = Object.keys(parts).find((name) => !isWhole(parts[name] ?? new Uint8Array()));
  if (cut !== undefined) throw refusal(fault('workbook-unreadable', { reason: `${cut} is cut off` }, { file }));
  return parts;
}

/** Whatever a library throws at a broken workbook is one refusal. */
export function unreadableUnless<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw unreadable(file, error);
  }
}

export function unreadable(file: string, error: unknown): unknown {
  if (error instanceof Refusal) return error;
  return refusal(fault('workbook-unreadable', { reason: error instanceof Error ? error.name : 'unknown' }, { file }));
}

function isZip(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]));
}

/** Its last mark ends its outermost element. */
function isWhole(part: Uint8Array): boolean {
  const text = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
  const [, root = ''] = /<([A-Za-z][\w:.-]*)/.exec(text.subarray(0, 2000).toString('latin1')) ?? [];
  const end = text.subarray(-200).toString('latin1').trimEnd();
  return end.endsWith(`</${root}>`) || end.endsWith('/>');
}
