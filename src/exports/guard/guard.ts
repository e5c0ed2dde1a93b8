// The guard: one pass over the bytes of a CSV file, before any reader may see it. It closes every way known to us in
// which a reader would lose or shift rows without an error.
import { fault, type Fault } from '../../diagnostics/catalogue.js';
import type { Place } from '../../diagnostics/fault.js';
import { EXIT, Refusal } from '../../diagnostics/refusal.js';
import type { DiscoveredFile } from '../discovery.js';
import { refusal } from '../fault-list.js';
import { headerNames, MOST_COLUMNS } from '../header.js';
import { separatorFault } from '../../mapping/separator.js';
import { preambleFault } from './preamble.js';
import { LONGEST_RECORD_BYTES, RecordScan, type LineEnd, type ScanFault } from './record-scan.js';
import { byteOrderMarkLength, foreignSignature } from '../bytes/signature.js';
import { TextValidity } from '../bytes/text-validity.js';

/** What the guard learnt of a file that it let pass. */
export interface GuardReport {
  /** Names as the header has them, trimmed. */
  readonly header: readonly string[];
  /** Data records, header not counted. */
  readonly records: number;
  readonly lineEnd: LineEnd;
  readonly hasLineBreaksInCells: boolean;
  /** No cell holds control characters or has spaces at its ends: cells are as they count. */
  readonly isTidy: boolean;
  /** The last record ends with the file, in a cell without quotes: more of both may have been meant. */
  readonly endsOpen: boolean;
  /** After the last record; no reader may see them. */
  readonly blankLinesAtEnd: number;
  readonly blankBytesAtEnd: number;
}

/** The delete character, and the bytes with which UTF-8 begins the C1 control characters, U+00A0 and U+FEFF. */
const UNCOMMON_BYTES = [0x7f, 0xc2, 0xef] as const;

/** Takes the bytes of one file, chunk by chunk, and refuses the file at the first fault that hides what follows. */
export class Guard {
  private readonly scan: RecordScan;
  private readonly validity = new TextValidity();
  private readonly headerChunks: Buffer[] = [];
  private header: readonly string[] | null = null;
  private isStarted = false;
  private hasUncommonBytes = false;

  private readonly file: string;

  constructor(private readonly discovered: Pick<DiscoveredFile, 'file' | 'table' | 'mapping' | 'separator'>) {
    this.file = discovered.file;
    this.scan = new RecordScan(discovered.separator);
  }

  push(chunk: Buffer): void {
    if (chunk.length === 0) return;
    const from = this.isStarted ? 0 : this.start(chunk);
    const invalid = this.validity.firstFault(chunk);
    this.hasUncommonBytes ||= UNCOMMON_BYTES.some((byte) => chunk.includes(byte, from));
    const until = Math.max(from, invalid?.offset ?? chunk.length);
    if (this.header === null) this.headerChunks.push(Buffer.from(chunk.subarray(from)));
    const isSound = this.scan.push(chunk, from, until);
    if (this.header === null && this.scan.headerBytes > 0) this.readHeader();
    if (!isSound) throw this.refuseScan();
    if (invalid !== null) throw this.refuseText(invalid.code);
  }

  finish(): GuardReport {
    if (this.validity.isCut) throw this.refuseText('file-not-utf8');
    const isSound = this.scan.finish();
    if (this.header === null && this.scan.headerBytes > 0) this.readHeader();
    if (!isSound) throw this.refuseScan();
    if (this.header === null) throw refusal(fault('file-empty', {}, { file: this.file }));
    if (this.scan.unevenRecords > 0) throw new Refusal(EXIT.inputRefused, this.unevenFaults());
    return {
      header: this.header,
      records: this.scan.dataRecords,
      lineEnd: this.scan.lineEnd ?? '\n',
      hasLineBreaksInCells: this.scan.hasLineBreaksInCells,
      isTidy: !this.scan.isUntidy && !this.hasUncommonBytes,
      endsOpen: this.scan.endsOpen,
      blankLinesAtEnd: this.scan.blankLines,
      blankBytesAtEnd: this.scan.blankLines * (this.scan.lineEnd ?? '\n').length,
    };
  }

  private start(chunk: Buffer): number {
    this.isStarted = true;
    const foreign = foreignSignature(this.file, chunk);
    if (foreign !== undefined) throw refusal(foreign);
    const preamble = preambleFault(this.discovered, chunk);
    if (preamble !== undefined) throw refusal(preamble);
    return byteOrderMarkLength(chunk);
  }

  private readHeader(): void {
    const text = Buffer.concat(this.headerChunks).subarray(0, this.scan.headerBytes).toString('utf8');
    this.headerChunks.length = 0;
    this.checkSeparator(text, this.scan.headerCells);
    const columns = this.scan.headerCells;
    if (columns > MOST_COLUMNS) {
      throw refusal(fault('columns-too-many', { columns, limit: MOST_COLUMNS }, { file: this.file, record: 0 }));
    }
    this.header = headerNames(text, this.discovered.separator);
  }

  private checkSeparator(header: string, cells: number): void {
    const { file, mapping, separator } = this.discovered;
    if (mapping !== null) {
      const other = cells > 1 ? null : separatorFault(header, separator, file);
      if (other !== null) throw refusal(other);
      return;
    }
    const foreign = foreignSeparator(header, cells);
    if (foreign !== null) throw refusal(fault('separator-not-comma', { separator: foreign }, { file, record: 0 }));
  }

  private refuseText(code: 'file-not-utf8' | 'file-nul'): Refusal {
    const record = this.scan.currentRecord;
    return refusal(fault(code, { record }, this.place(record, this.scan.currentCell)));
  }

  private refuseScan(): Refusal {
    // Quotation marks that seem misplaced may be those of cells that another mark separates.
    if (this.header === null && this.discovered.mapping !== null)
      this.checkSeparator(firstLine(Buffer.concat(this.headerChunks)), 1);
    const { code, record, cell } = this.scan.fault ?? ({ code: 'line-blank', record: 0, cell: 1 } satisfies ScanFault);
    if (code === 'record-too-long') {
      return refusal(fault(code, { record, limit: LONGEST_RECORD_BYTES }, { file: this.file, record }));
    }
    const isOfCell =
      code === 'quote-misplaced' ||
      code === 'cell-is-formula' ||
      code === 'quote-unclosed' ||
      code === 'line-end-lone-cr';
    const place = isOfCell ? this.place(record, cell) : { file: this.file, record };
    return refusal(fault(code, { record }, place));
  }

  private unevenFaults(): readonly Fault[] {
    const { firstUneven, unevenRecords, headerCells } = this.scan;
    const faults = firstUneven.map(({ record, found }) =>
      fault('fields-uneven', { record, found, expected: headerCells }, { file: this.file, record }),
    );
    const rest = unevenRecords - firstUneven.length;
    return rest === 0 ? faults : [...faults, fault('more-faults', {}, { file: this.file }, rest)];
  }

  private place(record: number, cell: number): Place {
    return { file: this.file, record, column: this.header?.[cell - 1] ?? `column ${cell}` };
  }
}

function firstLine(bytes: Buffer): string {
  return /^[^\r\n]*/.exec(bytes.toString('utf8'))?.[0] ?? '';
}

const SEPARATORS = [
  [';', 'semicolon'],
  ['\t', 'tab'],
  ['|', 'vertical bar'],
] as const;

/** Which other mark separates the columns, where the header has a single cell that is full of them. */
function foreignSeparator(header: string, cells: number): string | null {
  if (cells > 1) return null;
  return SEPARATORS.find(([mark]) => header.includes(mark))?.[1] ?? null;
}
