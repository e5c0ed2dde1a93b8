// Whether bytes are UTF-8, chunk by chunk, and where they stop being so.
import { isUtf8 } from 'node:buffer';

/** Follows a text through its chunks; characters may be cut between two of them. */
export class TextValidity {
  private pending: Buffer = Buffer.alloc(0);

  /** The offset in the chunk of the first byte that cannot be text: not UTF-8, or NUL. -1: there is none. */
  firstFault(chunk: Buffer): { readonly offset: number; readonly code: 'file-not-utf8' | 'file-nul' } | null {
    const nul = chunk.indexOf(0);
    const joined = this.pending.length === 0 ? chunk : Buffer.concat([this.pending, chunk]);
    const whole = joined.subarray(0, joined.length - cutCharacterLength(joined));
    if (!isUtf8(whole)) {
      const offset = Math.max(0, validLength(whole) - this.pending.length);
      if (nul < 0 || offset < nul) return { offset, code: 'file-not-utf8' };
    }
    this.pending = Buffer.from(joined.subarray(whole.length));
    return nul < 0 ? null : { offset: nul, code: 'file-nul' };
  }

  /** Whether the text ends in the middle of a character. */
  get isCut(): boolean {
    return this.pending.length > 0;
  }
}

/** How many bytes at the end begin a character without finishing it. */
function cutCharacterLength(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const expected = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return expected > back ? back : 0;
    }
  }
  return 0;
}

/** The length of the longest valid start, by halving. */
function validLength(bytes: Buffer): number {
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    const start = bytes.subarray(0, middle);
    if (isUtf8(start.subarray(0, start.length - cutCharacterLength(start)))) valid = middle;
    else invalid = middle;
  }
  return valid;
}
