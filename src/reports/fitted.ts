// Merge cells stay short: Word cuts a field at 255 characters.

export const LONGEST_CELL = 250;

/** The first of the texts that fits a merge cell; where none does, the last one, cut with an ellipsis. */
export function firstThatFits(texts: Iterable<string>): string {
  let last = '';
  for (const text of texts) {
    if (text.length <= LONGEST_CELL) return text;
    last = text;
  }
  return last === '' ? '' : `${last.slice(0, LONGEST_CELL - 1).trimEnd()}…`;
}

/** The items joined, in full and then with ever fewer of them named: `A, B, C`, `A, B and 1 more`, `A and 2 more`. */
export function shortenings(items: readonly string[], separator: string): readonly string[] {
  return items.map((_, left) => {
    const named = items.slice(0, items.length - left).join(separator);
    return left === 0 ? named : `${named} and ${left} more`;
  });
}
