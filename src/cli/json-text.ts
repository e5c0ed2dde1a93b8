// Results for programs. JSON that lands on a terminal all the same must not drive it.
import { UNPRINTABLE } from '../diagnostics/printable.js';

/** Indented, ending in a line break; what a terminal would obey is escaped, which changes nothing for a program. */
export function jsonText(value: unknown): string {
  const json = JSON.stringify(value, null, 2);
  return `${json.replace(UNPRINTABLE, (character) => (character === '\n' ? character : escaped(character)))}\n`;
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
