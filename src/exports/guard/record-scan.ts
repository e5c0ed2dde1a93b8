// The shape of a CSV file, byte by byte (RFC 4180, strictly): what both readers of events rely on.
// A plain loop without an object a row; in UTF-8 no byte of a longer character looks like one of these marks.
import type { Separator } from '../../mapping/separator.js';

const QUOTE = 0x22;
const COMMA = 0x2c;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const EQUALS = 0x3d;

const enum State {
  CellStart,
  Plain,
  Quoted,
  AfterQuote,
  AfterCarriageReturn,
}

export const LONGEST_RECORD_BYTES = 1_048_576;

export type LineEnd = '\n' | '\r\n';

/** Ends the scan: nothing after it can be told apart. */
export interface ScanFault {
  readonly code:
    | 'quote-misplaced'
    | 'cell-is-formula'
    | 'quote-unclosed'
    | 'line-ends-mixed'
    | 'line-end-lone-cr'
    | 'line-blank'
    | 'record-too-long';
  readonly record: number;
  /** Which cell of the record, from 1. */
  readonly cell: number;
}

export interface UnevenRecord {
  readonly record: number;
  readonly found: number;
}

const MOST_UNEVEN_KEPT = 20;

export class RecordScan {
  /** The byte that ends a cell, and the highest that may mean something outside quotes. */
  private readonly separator: number;
  /** The last byte seen opened a quoted cell: whether it begins with a space is still to be seen. */
  private opensAtChunkEnd = false;
  private readonly highestMark: number;
  private state: State = State.CellStart;
  /** The record that is being read; 0 is the header. */
  private record = 0;
  /** Finished cells of the record. */
  private cells = 0;
  private recordBytes = 0;
  /** The byte before, where it belongs to the same cell. */
  private before = 0xff;
  /** Whether the cell without quotes began as a formula does. */
  private isFormula = false;
  fault: ScanFault | null = null;
  headerCells = 0;
  /** Bytes of the header record without its line end; 0 until it has ended. */
  headerBytes = 0;
  lineEnd: LineEnd | null = null;
  hasLineBreaksInCells = false;
  /** Whether a cell has a control character in it, or a space at an end. */
  isUntidy = false;
  /** Whether the last record has no line end and its last cell no closing quote. */
  endsOpen = false;
  /** Blank lines since the last record; allowed where nothing follows them. */
  blankLines = 0;
  unevenRecords = 0;
  readonly firstUneven: UnevenRecord[] = [];

  constructor(separator: Separator = ',') {
    this.separator = separator.charCodeAt(0);
    this.highestMark = Math.max(this.separator, COMMA);
  }

  /** Data records ended so far. */
  get dataRecords(): number {
    return Math.max(0, this.record - 1);
  }

  get currentRecord(): number {
    return this.record;
  }

  get currentCell(): number {
    return this.cells + 1;
  }

  /** Reads bytes up to `until`; false where a fault ended the scan. */
  push(bytes: Uint8Array, from: number, until: number): boolean {
    const { separator, highestMark } = this;
    let state = this.state;
    let recordStart = from - this.recordBytes;
    let before = this.before;
    if (this.opensAtChunkEnd && from < until) {
      this.isUntidy ||= (bytes[from] ?? 0) <= SPACE;
      this.opensAtChunkEnd = false;
    }
    for (let index = from; index < until; index += 1) {
      let byte = bytes[index] ?? 0;
      if (state === State.Plain) {
        while (byte > highestMark && index + 1 < until) {
          before = byte;
          index += 1;
          byte = bytes[index] ?? 0;
        }
      } else if (state === State.Quoted) {
        while (byte !== QUOTE && byte >= SPACE && index + 1 < until) {
          before = byte;
          index += 1;
          byte = bytes[index] ?? 0;
        }
      }
      switch (state) {
        case State.CellStart:
          if (byte === QUOTE) {
            state = State.Quoted;
            if (index + 1 < until) this.isUntidy ||= (bytes[index + 1] ?? 0) <= SPACE;
            else this.opensAtChunkEnd = true;
            before = byte;
            continue;
          }
          if (byte !== separator && byte !== LINE_FEED && byte !== CARRIAGE_RETURN) {
            state = State.Plain;
            this.isFormula = byte === EQUALS;
            this.isUntidy ||= byte <= SPACE;
            before = byte;
            continue;
          }
          break;
        case State.Plain:
          if (byte === QUOTE) return this.stop(this.isFormula ? 'cell-is-formula' : 'quote-misplaced');
          if (byte !== separator && byte !== LINE_FEED && byte !== CARRIAGE_RETURN) {
            this.isUntidy ||= byte < SPACE;
            before = byte;
            continue;
          }
          this.isUntidy ||= before <= SPACE;
          break;
        case State.Quoted:
          if (byte === QUOTE) {
            this.isUntidy ||= before <= SPACE;
            state = State.AfterQuote;
          } else if (byte < SPACE) {
            this.isUntidy = true;
            this.hasLineBreaksInCells ||= byte === LINE_FEED || byte === CARRIAGE_RETURN;
          }
          before = byte;
          continue;
        case State.AfterQuote:
          if (byte === QUOTE) {
            state = State.Quoted;
            before = byte;
            continue;
          }
          if (byte !== separator && byte !== LINE_FEED && byte !== CARRIAGE_RETURN) return this.stop('quote-misplaced');
          break;
        case State.AfterCarriageReturn:
          if (byte !== LINE_FEED) return this.stop('line-end-lone-cr');
          break;
      }
      // Here a cell ends, and perhaps the record.
      if (byte === separator) {
        this.cells += 1;
        state = State.CellStart;
      } else if (byte === CARRIAGE_RETURN) {
        state = State.AfterCarriageReturn;
      } else {
        const lineEnd = state === State.AfterCarriageReturn ? '\r\n' : '\n';
        const length = index - recordStart - (lineEnd === '\r\n' ? 1 : 0);
        if (!this.endRecord(length, lineEnd)) return false;
        recordStart = index + 1;
        state = State.CellStart;
      }
    }
    this.state = state;
    this.before = before;
    this.recordBytes = until - recordStart;
    if (this.recordBytes > LONGEST_RECORD_BYTES) return this.stop('record-too-long');
    return true;
  }

  /** Ends the file; its last record need not end in a line end. */
  finish(): boolean {
    if (this.state === State.Quoted) return this.stop('quote-unclosed');
    if (this.state === State.AfterCarriageReturn) return this.stop('line-end-lone-cr');
    if (this.recordBytes === 0) return true;
    if (this.state === State.Plain && this.before <= SPACE) this.isUntidy = true;
    this.endsOpen = this.state !== State.AfterQuote;
    return this.endRecord(this.recordBytes, null);
  }

  private endRecord(length: number, lineEnd: LineEnd | null): boolean {
    if (length === 0) return this.endBlankLine(lineEnd);
    if (this.blankLines > 0) return this.stop('line-blank');
    if (length > LONGEST_RECORD_BYTES) return this.stop('record-too-long');
    const found = this.cells + 1;
    if (this.record === 0) {
      this.headerCells = found;
      this.headerBytes = length;
      this.lineEnd = lineEnd;
    } else {
      if (lineEnd !== null && lineEnd !== this.lineEnd) return this.stop('line-ends-mixed');
      if (found !== this.headerCells) this.noteUneven(found);
    }
    this.record += 1;
    this.cells = 0;
    this.recordBytes = 0;
    return true;
  }

  private endBlankLine(lineEnd: LineEnd | null): boolean {
    if (this.record === 0) return this.stop('line-blank');
    if (lineEnd !== this.lineEnd) return this.stop('line-ends-mixed');
    this.blankLines += 1;
    this.recordBytes = 0;
    return true;
  }

  private noteUneven(found: number): void {
    this.unevenRecords += 1;
    if (this.firstUneven.length < MOST_UNEVEN_KEPT) this.firstUneven.push({ record: this.record, found });
  }

  private stop(code: ScanFault['code']): false {
    // What stands behind blank lines may be of another kind altogether: they are what is wrong.
    const isAfterBlank = this.blankLines > 0 && code !== 'line-ends-mixed';
    this.fault = { code: isAfterBlank ? 'line-blank' : code, record: this.record, cell: this.cells + 1 };
    return false;
  }
}
