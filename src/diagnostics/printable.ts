// What people and exports write, as it can be shown: on one line, and without a character that a terminal obeys.

/**
 * Controls, which can drive a terminal; what some programs take for the end of a line; and the marks that turn the
 * direction of text and can hide what it says. The one list of them.
 */
export const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

/** Each such character becomes `�`, so that one sees that something was there. Tabs are harmless. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (character) => (character === '\t' ? character : '\u{FFFD}'));
}

/** The same for every text in plain objects and lists. */
export function printableIn<T>(value: T): T;
export function printableIn(value: unknown): unknown {
  if (typeof value === 'string') return printable(value);
  if (Array.isArray(value)) return value.map((each) => printableIn<unknown>(each));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, printableIn<unknown>(each)]));
}

/** At most so many characters, the last an ellipsis where some are left out. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  // Half of a pair of surrogates is no character.
  return `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
