// The word that a misspelt one was probably meant to be.
import { distance } from 'fastest-levenshtein';
import { byCodeUnit } from './order.js';

/** In a longer list something is close to everything. */
const MOST_WORDS = 200;

/** When one word could be meant by another. */
export interface Likeness {
  /** What makes no difference taken away. */
  readonly plain: (word: string) => string;
  readonly mostSlips: (word: string, candidate: string) => number;
}

/** At most one slip in three letters: enough for a question. */
const ALIKE: Likeness = {
  plain: (word) => word.toLowerCase(),
  mostSlips: (word) => Math.floor(Math.max(word.length, 3) / 3),
};

/** The closest of the words, or null where none is close. */
export function nearest(
  word: string,
  words: readonly string[],
  { plain, mostSlips: mostSlipsOf }: Likeness = ALIKE,
): string | null {
  if (words.length > MOST_WORDS) return null;
  const wanted = plain(word);
  const close = words.flatMap((it) => {
    const candidate = plain(it);
    const mostSlips = mostSlipsOf(word, it);
    // Each letter more or less is a slip: most words of a long list need no closer look.
    if (Math.abs(candidate.length - wanted.length) > mostSlips) return [];
    const slips = distance(wanted, candidate);
    return slips > mostSlips ? [] : [{ it, slips }];
  });
  close.sort((one, other) => one.slips - other.slips || byCodeUnit(one.it, other.it));
  return close[0]?.it ?? null;
}
