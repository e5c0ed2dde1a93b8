// Windows-1252, in which Excel saves plain "CSV" in Britain. Undeclared only where nothing speaks against it: a wrong guess
// would change people's names.
import { UNDECODABLE, type Decoder } from './decoder.js';

/** Of the bytes from 80 to 9F; the five that mean nothing are U+FFFD. `TextDecoder` takes them for Latin-1 in some Node versions. */
const FROM_0X80 = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ';
/** Bytes in the shape of a longer UTF-8 character, be it a valid one or not: the file is then a mixture, or damaged. */
const UTF8_SHAPE = /[\xc0-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf7][\x80-\xbf]{3}/;
const LONGEST_SHAPE = 4;
const CUT_UTF8_SHAPE = /[\xc0-\xf7][\x80-\xbf]{0,2}$/;

/** Follows the bytes through their chunks. */
export class Windows1252 implements Decoder {
  private end = '';
  /** Characters that are not ASCII. */
  characters = 0;

  constructor(private readonly basis: 'declared' | 'guessed' = 'guessed') {}

  decode(chunk: Buffer): Buffer {
    const bytes = chunk.toString('latin1');
    const joined = this.end + bytes;
    this.end = joined.slice(1 - LONGEST_SHAPE);
    if (this.basis === 'guessed' && UTF8_SHAPE.test(joined)) return UNDECODABLE;
    const text = bytes.replaceAll(/[\x80-\x9f]/g, (byte) => FROM_0X80.charAt(byte.charCodeAt(0) - 0x80));
    if (text.includes('\ufffd')) return UNDECODABLE;
    this.characters += bytes.match(/[\x80-\xff]/g)?.length ?? 0;
    return Buffer.from(text, 'utf8');
  }

  /** Where nothing but the end is odd, the file may be UTF-8 that was cut within a character. */
  finish(): Buffer {
    const cut = CUT_UTF8_SHAPE.exec(this.end)?.[0] ?? '';
    return this.basis === 'declared' || this.characters > cut.length ? Buffer.alloc(0) : UNDECODABLE;
  }
}
