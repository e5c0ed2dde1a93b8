// A file that must be reshaped before it is a table: read whole, rewritten in a private copy, and that guarded like any other.
import { fault } from '../../diagnostics/catalogue.js';
import { namesRead } from '../../mapping/names-read.js';
import type { DiscoveredFile } from '../discovery.js';
import { refusal } from '../fault-list.js';
import type { PrivateFolder } from '../private-folder.js';
import { createCleanCopy } from './clean-copy.js';
import type { Pour } from './check-text.js';
import { Guard } from './guard.js';
import type { CheckedFile } from './checked-file.js';

/** One class's attendance, or a list of students: what is larger is an export that a plain table suits better. */
const MOST_BYTES = 64 * 2 ** 20;

export async function checkReshaped(
  file: DiscoveredFile,
  { pour, privateFolder }: { readonly pour: Pour; readonly privateFolder: PrivateFolder },
): Promise<CheckedFile> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const read = await pour((chunk) => {
    bytes += chunk.length;
    if (bytes > MOST_BYTES)
      throw refusal(fault('file-too-large-to-reshape', { limit: MOST_BYTES }, { file: file.file }));
    chunks.push(Buffer.from(chunk));
    return Promise.resolve();
  });
  const { reshape } = await import('../shape/reshape.js');
  const { csv, findings, madeFrom } = await reshape(Buffer.concat(chunks), {
    file: file.file,
    form: file.form === 'xlsx' ? 'workbook' : 'text',
    encoding: file.encoding,
    separator: file.separator,
    shape: file.shape,
    sheet: file.sheet,
    namesRead: file.mapping === null ? null : namesRead(file.mapping),
  });
  const copy = await createCleanCopy(privateFolder);
  try {
    const content = Buffer.from(csv);
    const separator = ',';
    const guard = new Guard({ ...file, separator });
    guard.push(content);
    const report = guard.finish();
    await copy.write(content);
    const recordAt = report.header.length - 1;
    return { ...file, ...read, separator, readFrom: copy.path, report, recordAt, madeFrom, findings };
  } finally {
    await copy.close();
  }
}
