// The sheets of a workbook, in the order of their tabs: which of them a person sees, and where the XML of each is.
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { WorkbookParts } from './unpack-workbook.js';

export interface WorkbookSheet {
  readonly name: string;
  readonly isVisible: boolean;
  /** The name of its part in the workbook. */
  readonly part: string;
}

/** Without sheets of charts, which hold no cells. */
export function sheetsOf(parts: WorkbookParts): readonly WorkbookSheet[] {
  const partOf = new Map<string, string>();
  readElements(parts['xl/_rels/workbook.xml.rels'], (name, attributes) => {
    const { Id: id = '', Type: type = '', Target: target = '' } = attributes;
    if (name === 'Relationship' && type.endsWith('/worksheet')) partOf.set(id, partName(target));
  });
  const sheets: WorkbookSheet[] = [];
  readElements(parts['xl/workbook.xml'], (element, attributes) => {
    const part = partOf.get(attributes['r:id'] ?? attributes['id'] ?? '');
    const { name = '', state = 'visible' } = attributes;
    if (element === 'sheet' && part !== undefined) sheets.push({ name, isVisible: state === 'visible', part });
  });
  return sheets;
}

/** Calls for every element as it opens, by its name without prefix, and gives its text where it closes. */
export function readElements(
  part: Uint8Array | undefined,
  onOpen: (name: string, attributes: Readonly<Record<string, string>>) => void,
  onClose: (name: string, text: string) => void = () => undefined,
): void {
  const parser = new SaxesParser();
  let text = '';
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    text = '';
    onOpen(withoutPrefix(name), attributes);
  });
  parser.on('text', (more) => (text += more));
  parser.on('closetag', ({ name }: SaxesTagPlain) => {
    onClose(withoutPrefix(name), text);
    text = '';
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(Buffer.from(part ?? []).toString('utf8')).close();
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Targets are relative to the workbook, or begin at the root. */
function partName(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}
