// The word that a misspelt one was probably meant to be.
import { distance } from 'fastest-levenshtein';
import { by } from './order.js';

/** The closest of the words, or null where none is close: at most one slip in three letters. */
export function nearest(word: string, words: readonly string[]): string | null {
  const slips = (it: string): number => distance(word.toLowerCase(), it.toLowerCase());
  const ordered = [...words].sort((one, other) => slips(one) - slips(other) || by<string>((it) => it)(one, other));
  const [closest] = ordered;
  return closest !== undefined && slips(closest) * 3 <= Math.max(word.length, 3) ? closest : null;
}
