// A fault is data: a code, a place and the operands. One catalogue turns it into a sentence and a remedy.

export type Severity = 'error' | 'warning' | 'info';

/** Where the fault is. `record` counts data records from 1 after the header; `line` and `lineColumn` are for YAML. */
export interface Place {
  readonly file: string;
  readonly record?: number;
  readonly column?: string;
  readonly line?: number;
  readonly lineColumn?: number;
  /** The lines around it, with the fault marked. */
  readonly frame?: string;
}

/** How a code speaks: `message` says what is wrong, `hint` what to do about it. */
export interface Entry<Args> {
  readonly severity: Severity;
  readonly message: (args: Args) => string;
  readonly hint: (args: Args) => string;
}

/** Fixes the operands of one code; the catalogue files are written with it. */
export function entry<Args extends object>(
  severity: Severity,
  message: (args: Args) => string,
  hint: (args: Args) => string = () => '',
): Entry<Args> {
  return { severity, message, hint };
}

const MOST_NAMED = 5;

/** Whom or what a number stands for: `(0001, 0002)`, `(for instance 0001, 0002, 0003, 0004, 0005, and 12 more)`. */
export function someOf(ids: readonly string[]): string {
  const named = ids.slice(0, MOST_NAMED).join(', ');
  const more = ids.length - MOST_NAMED;
  return more <= 0 ? `(${named})` : `(for instance ${named}, and ${more.toLocaleString('en-GB')} more)`;
}

const MOST_LISTED = 20;

/** `a, b, c`, and of many names the first ones. */
export function listed(names: readonly string[]): string {
  const more = names.length - MOST_LISTED;
  const shown = names.slice(0, MOST_LISTED).join(', ');
  return more <= 0 ? shown : `${shown} and ${more.toLocaleString('en-GB')} more`;
}

/** `3 rows`, `1 row`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? noun : plural}`;
}
