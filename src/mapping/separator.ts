// What separates the columns of a text file, by the names that sources files have for it.
import { fault, type Fault } from '../diagnostics/catalogue.js';

export type Separator = ',' | ';' | '\t' | '|';

export const SEPARATOR_WORDS = ['comma', 'semicolon', 'tab', 'bar'] as const;
export type SeparatorWord = (typeof SEPARATOR_WORDS)[number];

const MARKS: Readonly<Record<SeparatorWord, Separator>> = { comma: ',', semicolon: ';', tab: '\t', bar: '|' };

export const SEPARATORS: readonly Separator[] = SEPARATOR_WORDS.map((word) => MARKS[word]);

export function separatorOf(word: SeparatorWord): Separator {
  return MARKS[word];
}

export function separatorWord(separator: Separator): SeparatorWord {
  return SEPARATOR_WORDS.find((word) => MARKS[word] === separator) ?? 'comma';
}

/** Where a text has none of the marks that were declared, and others: the one that it has most of is meant. */
export function separatorFault(text: string, declared: Separator, file: string): Fault | null {
  if (text.includes(declared)) return null;
  const counts = SEPARATOR_WORDS.map((word) => ({ word, count: text.split(MARKS[word]).length - 1 }));
  const [most] = counts.sort((one, other) => other.count - one.count);
  if (most === undefined || most.count === 0) return null;
  return fault('separator-not-declared', { found: most.word, declared: separatorWord(declared) }, { file, record: 0 });
}
