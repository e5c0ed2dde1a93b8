// UTF-16 with its byte order mark, in which Excel saves "Unicode text" and Teams its reports.
import { UNDECODABLE, type Decoder } from './decoder.js';

export type ByteOrder = 'little' | 'big';

/** The order that the mark at the start of a file tells; null: the file has no such mark (or that of UTF-32). */
export function byteOrderOf(start: Buffer): ByteOrder | null {
  if (start[0] === 0xff && start[1] === 0xfe) return start[2] === 0 && start[3] === 0 ? null : 'little';
  return start[0] === 0xfe && start[1] === 0xff ? 'big' : null;
}

const MARK = 0xfeff;

/** Follows the text through its chunks; characters may be cut between two of them. */
export class Utf16 implements Decoder {
  private pending: Buffer = Buffer.alloc(0);
  private isStarted = false;

  constructor(private readonly order: ByteOrder) {}

  /** The text as UTF-8, without its mark; from the first half of a character that has no other on, an invalid byte alone. */
  decode(chunk: Buffer): Buffer {
    const joined = Buffer.concat([this.pending, chunk]);
    let whole = joined.length & ~1;
    if (whole > 0 && isFirstHalf(this.unitAt(joined, whole - 2))) whole -= 2;
    this.pending = joined.subarray(whole);
    if (whole === 0) return Buffer.alloc(0);
    const units = joined.subarray(0, whole);
    if (this.order === 'big') units.swap16();
    const text = units.toString('utf16le', this.isStarted || units.readUInt16LE(0) !== MARK ? 0 : 2);
    this.isStarted = true;
    const lone = text.search(/\p{Surrogate}/u);
    return lone < 0 ? Buffer.from(text) : Buffer.concat([Buffer.from(text.slice(0, lone)), UNDECODABLE]);
  }

  /** An invalid byte where the text ends within a character. */
  finish(): Buffer {
    return this.pending.length === 0 ? Buffer.alloc(0) : UNDECODABLE;
  }

  private unitAt(bytes: Buffer, offset: number): number {
    return this.order === 'big' ? bytes.readUInt16BE(offset) : bytes.readUInt16LE(offset);
  }
}

function isFirstHalf(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
