// What turns the bytes of a file into UTF-8, chunk by chunk.

export interface Decoder {
  /** What cannot be decoded becomes `UNDECODABLE`, and what follows it in the chunk is left out. */
  decode(chunk: Buffer): Buffer;
  finish(): Buffer;
}

/** A byte that no UTF-8 has: the guard finds it, and names the place. */
export const UNDECODABLE: Buffer = Buffer.from([0xff]);

/** Leaves the bytes as they are. */
export const AS_IT_IS: Decoder = { decode: (chunk) => chunk, finish: () => Buffer.alloc(0) };
