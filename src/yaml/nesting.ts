// A guard before the parser: text nested beyond reason can exhaust the stack of a parser, and no plan needs it.

const DEEPEST_BRACKETS = 40;
const DEEPEST_INDENTATION = 200;

/** The line, counted from 1, at which brackets, list markers or indentation go too deep; null where none does. */
export function tooDeepAt(text: string): number | null {
  let open = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const indentation = line.trimEnd().replace(/[^\s?-][^]*/, '').length;
    if (indentation > DEEPEST_INDENTATION) return index + 1;
    for (const [bracket] of line.matchAll(/[[\]{}]/g)) {
      open = bracket === '[' || bracket === '{' ? open + 1 : Math.max(0, open - 1);
      if (open > DEEPEST_BRACKETS) return index + 1;
    }
  }
  return null;
}
