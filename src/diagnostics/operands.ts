// The operands of a fault as its sentences may quote them, whoever wrote them.
import type { Place } from './fault.js';
import { printable, shortened } from './printable.js';

/** An id may have so many characters. A longer text is probably what slipped into the wrong column: not for a log. */
const LONGEST = 64;

/** Paths, which must be found again, and what the program itself says. */
const WHOLE: ReadonlySet<string> = new Set([
  ...['folder', 'exports', 'file', 'earlier', 'lock'],
  ...['allowed', 'expected', 'feature', 'problem'],
]);

export function quotable<Args>(args: Args): Args {
  const quoted = Object.entries(args as object).map(([name, value]) => [name, quotableOperand(name, value)] as const);
  return Object.fromEntries(quoted) as Args;
}

function quotableOperand(name: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => quotableOperand(name, each));
  if (typeof value !== 'string') return value;
  return printable(WHOLE.has(name) ? value : shortened(value, LONGEST));
}

export function quotablePlace(place: Place): Place {
  const { file, column } = place;
  return {
    ...place,
    file: printable(file),
    ...(column === undefined ? {} : { column: printable(shortened(column, LONGEST)) }),
  };
}
