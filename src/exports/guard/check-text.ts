// A CSV file through the guard. What can be repaired without guessing is, in a private copy, and said.
import { fault, type Fault } from '../../diagnostics/catalogue.js';
import { Refusal } from '../../diagnostics/refusal.js';
import type { DiscoveredFile } from '../discovery.js';
import type { PrivateFolder } from '../private-folder.js';
import { createCleanCopy, type CleanCopy } from './clean-copy.js';
import { chooseDecoder } from '../bytes/choose-decoder.js';
import { AS_IT_IS, type Decoder } from '../bytes/decoder.js';
import { Guard } from './guard.js';
import type { CheckedFile } from './checked-file.js';
import type { BytesRead } from '../bytes/read-bytes.js';
import { Utf16 } from '../bytes/utf-16.js';
import { Windows1252 } from '../bytes/windows-1252.js';

/** Gives the bytes of the file, unpacked, from its start to its end; can be done again. */
export type Pour = (take: (chunk: Buffer) => Promise<void>) => Promise<BytesRead>;

export interface TextCheck {
  readonly privateFolder: PrivateFolder;
  readonly pour: Pour;
  /** Whether the file can only be read from a copy. */
  readonly isPacked: boolean;
}

export async function checkText(file: DiscoveredFile, check: TextCheck): Promise<CheckedFile> {
  try {
    return await passWhole(file, check, null);
  } catch (error) {
    const first = file.encoding === null ? notUtf8(error) : null;
    if (first === null) throw error;
    const windows = new Windows1252();
    const checked = await passWhole(file, check, windows).catch((again: unknown) => {
      throw notUtf8(again) === null ? again : error;
    });
    const { characters } = windows;
    const repair = fault(
      'file-windows-1252',
      { characters, record: first.place?.record ?? 0 },
      first.place,
      characters,
    );
    return { ...checked, findings: [repair, ...checked.findings] };
  }
}

/** In a second pass, where only its end shows that a copy is needed. `guess`: for files of which nothing tells how they are written. */
async function passWhole(file: DiscoveredFile, check: TextCheck, guess: Decoder | null): Promise<CheckedFile> {
  const checked = await pass(file, check, guess);
  const isCopied = checked.readFrom !== file.path;
  return checked.report.blankBytesAtEnd === 0 || isCopied ? checked : pass(file, { ...check, isPacked: true }, guess);
}

async function pass(
  file: DiscoveredFile,
  { pour, privateFolder, isPacked }: TextCheck,
  guess: Decoder | null,
): Promise<CheckedFile> {
  const once = new Pass(file, privateFolder, guess, isPacked);
  try {
    const read = await pour((chunk) => once.take(chunk));
    return { ...file, ...read, ...(await once.finish()), recordAt: null, madeFrom: null };
  } finally {
    await once.close();
  }
}

class Pass {
  private readonly guard: Guard;
  private copy: CleanCopy | null = null;
  /** Null until the first bytes are there. */
  private decoder: Decoder | null = null;

  constructor(
    private readonly file: DiscoveredFile,
    private readonly privateFolder: PrivateFolder,
    private readonly guess: Decoder | null,
    private readonly isPacked: boolean,
  ) {
    this.guard = new Guard(file);
  }

  async take(chunk: Buffer): Promise<void> {
    this.decoder ??= await this.start(chunk);
    const text = this.decoder.decode(chunk);
    this.guard.push(text);
    await this.copy?.write(text);
  }

  async finish(): Promise<Pick<CheckedFile, 'readFrom' | 'report' | 'findings'>> {
    if (this.decoder !== null) this.guard.push(this.decoder.finish());
    const report = this.guard.finish();
    const { blankLinesAtEnd: lines, blankBytesAtEnd } = report;
    await this.copy?.shorten(blankBytesAtEnd);
    const place = { file: this.file.file };
    const isUtf16Found = this.file.encoding === null && this.decoder instanceof Utf16;
    const repairs = [
      ...(isUtf16Found ? [fault('file-utf16', {}, place)] : []),
      ...(lines > 0 ? [fault('blank-lines-at-end', { lines }, place, lines)] : []),
    ];
    return { readFrom: this.copy?.path ?? this.file.path, report, findings: repairs };
  }

  async close(): Promise<void> {
    await this.copy?.close();
  }

  private async start(chunk: Buffer): Promise<Decoder> {
    const told = chooseDecoder(this.file.encoding, chunk, this.file.file);
    const decoder = told === AS_IT_IS ? (this.guess ?? told) : told;
    if (this.isPacked || decoder !== AS_IT_IS) this.copy = await createCleanCopy(this.privateFolder);
    return decoder;
  }
}

/** The fault that says where the bytes stop being UTF-8, where that is why the file was refused. */
function notUtf8(error: unknown): Fault | null {
  const [first] = error instanceof Refusal ? error.faults : [];
  return first?.code === 'file-not-utf8' ? first : null;
}
