// Which decoder reads a file: the one that its source declares, or the one that its first bytes tell.
import { fault } from '../../diagnostics/catalogue.js';
import type { Encoding } from '../../mapping/encoding.js';
import { refusal } from '../fault-list.js';
import { AS_IT_IS, type Decoder } from './decoder.js';
import { byteOrderMarkLength, isUnmarkedUtf16 } from './signature.js';
import { byteOrderOf, Utf16 } from './utf-16.js';
import { Windows1252 } from './windows-1252.js';

/**
 * `declared` null: by its mark, else as UTF-8. Refuses (3) a file whose first bytes say otherwise than was declared: its
 * names would come out as other names.
 */
export function chooseDecoder(declared: Encoding | null, start: Buffer, file: string): Decoder {
  const order = byteOrderOf(start);
  const found = encodingToldBy(start);
  if (declared === null) return order === null ? AS_IT_IS : new Utf16(order);
  if (found === null ? isUtf16(declared) && !isUnmarkedUtf16(start) : !agrees(declared, found)) {
    throw refusal(fault('encoding-otherwise', { declared, found }, { file, record: 0 }));
  }
  switch (declared) {
    case 'utf-8':
      return AS_IT_IS;
    case 'windows-1252':
      return new Windows1252('declared');
    case 'utf-16':
      return new Utf16(order ?? 'little');
    case 'utf-16-big-endian':
      return new Utf16('big');
  }
}

/** Null: no mark tells. */
function encodingToldBy(start: Buffer): Encoding | null {
  if (byteOrderMarkLength(start) > 0) return 'utf-8';
  const order = byteOrderOf(start);
  if (order === null) return null;
  return order === 'big' ? 'utf-16-big-endian' : 'utf-16';
}

/** A mark of the other order is no contradiction of UTF-16 alone. */
function agrees(declared: Encoding, found: Encoding): boolean {
  return declared === found || (declared === 'utf-16' && found === 'utf-16-big-endian');
}

function isUtf16(encoding: Encoding): boolean {
  return encoding === 'utf-16' || encoding === 'utf-16-big-endian';
}
