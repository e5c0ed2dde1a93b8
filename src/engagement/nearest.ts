// The word that a misspelt one was probably meant to be.
import { distance } from 'fastest-levenshtein';
import { byCodeUnit } from './order.js';

/** In a longer list something is close to everything. */
const MOST_WORDS = 200;

/** The closest of the words, or null where none is close: at most one slip in three letters. */
export function nearest(word: string, words: readonly string[]): string | null {
  if (words.length > MOST_WORDS) return null;
  const wanted = word.toLowerCase();
  const mostSlips = Math.floor(Math.max(word.length, 3) / 3);
  const close = words.flatMap((it) => {
    const candidate = it.toLowerCase();
    // Each letter more or less is a slip: most words of a long list need no closer look.
    if (Math.abs(candidate.length - wanted.length) > mostSlips) return [];
    const slips = distance(wanted, candidate);
    return slips > mostSlips ? [] : [{ it, slips }];
  });
  close.sort((one, other) => one.slips - other.slips || byCodeUnit(one.it, other.it));
  return close[0]?.it ?? null;
}
