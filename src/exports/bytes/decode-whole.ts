// The text of a file that is in memory as a whole, by the same rules as one that is read chunk by chunk.
import { fault, type Fault } from '../../diagnostics/catalogue.js';
import type { Encoding } from '../../mapping/encoding.js';
import { refusal } from '../fault-list.js';
import { chooseDecoder } from './choose-decoder.js';
import type { Decoder } from './decoder.js';
import { Utf16 } from './utf-16.js';
import { Windows1252 } from './windows-1252.js';

export interface DecodedText {
  readonly text: string;
  /** What was decoded otherwise than as UTF-8, without being declared. */
  readonly repairs: readonly Fault[];
}

/** Refuses (3) what is in no encoding that is read. */
export function decodeWhole(bytes: Buffer, encoding: Encoding | null, file: string): DecodedText {
  const decoder = chooseDecoder(encoding, bytes, file);
  const text = decodedBy(decoder, bytes);
  const isUtf16Found = encoding === null && decoder instanceof Utf16;
  if (text !== null) return { text, repairs: isUtf16Found ? [fault('file-utf16', {}, { file })] : [] };
  const windows = new Windows1252();
  const guessed = encoding === null && !isUtf16Found ? decodedBy(windows, bytes) : null;
  if (guessed === null) throw refusal(fault('file-not-utf8', { record: 0 }, { file }));
  const { characters } = windows;
  return {
    text: guessed,
    repairs: [fault('file-windows-1252', { characters, record: 0 }, { file }, characters)],
  };
}

function decodedBy(decoder: Decoder, bytes: Buffer): string | null {
  try {
    const utf8 = Buffer.concat([decoder.decode(bytes), decoder.finish()]);
    return new TextDecoder('utf-8', { fatal: true }).decode(utf8);
  } catch {
    return null;
  }
}
