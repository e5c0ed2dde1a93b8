// HTML in which nothing that a record says can be taken for markup: a template escapes whatever is put into it.
import { flatText } from '../safe-cell.js';

/** Text that is HTML already. Only a template makes it. */
export class Markup {
  constructor(readonly text: string) {}
}

/** A list is put in piece by piece, with nothing between. */
export type Content = string | number | Markup | readonly Content[];

export function markup(parts: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return new Markup(String.raw({ raw: parts }, ...contents.map(markupOf)));
}

function markupOf(content: Content): string {
  if (content instanceof Markup) return content.text;
  if (typeof content === 'string') return escaped(flatText(content));
  return typeof content === 'number' ? `${content}` : content.map(markupOf).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
