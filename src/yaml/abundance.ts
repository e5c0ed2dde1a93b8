// Guards against files that are no plans: work must stay small whatever somebody hands over.
import { fault, type Fault } from '../diagnostics/catalogue.js';
import type { Path, YamlDocument } from './document.js';

/** A plan of a hundred indicators has some five thousand. */
const MOST_MARKS = 70_000;
const MOST_ENTRIES = 1000;

/**
 * Whether the text holds too many line breaks, colons, commas, brackets and other signs (all but letters, digits and
 * spaces): the work of the parser grows with them.
 */
export function isTooMuch(text: string): boolean {
  return text.replace(/[\p{L}\p{N} ]+/gu, '').length > MOST_MARKS;
}

/** Lists and mappings so long that comparing their entries with each other, as later checks do, would take minutes. */
export function tooLong(document: YamlDocument, path: Path = []): readonly Fault[] {
  const value = document.valueAt(path);
  if (typeof value !== 'object' || value === null) return [];
  const keys = Object.keys(value);
  if (keys.length > MOST_ENTRIES) {
    return [fault('yaml-too-long', { entries: keys.length, most: MOST_ENTRIES }, document.placeOfKey(path))];
  }
  return keys.flatMap((key) => tooLong(document, [...path, key]));
}
