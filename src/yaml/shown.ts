// A value of a file as a message shows it: short, on one line, safe to print.

const LONGEST = 60;

export function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a mapping';
  const written = printable(String(value));
  const cut = written.length > LONGEST ? `${written.slice(0, LONGEST)}…` : written;
  return typeof value === 'string' ? `"${cut}"` : cut;
}

/** Control characters could drive a terminal, and odd line ends tear a message apart; tabs are harmless. */
export function printable(text: string): string {
  return text.replace(/(?!\t)[\p{Cc}\p{Zl}\p{Zp}]/gu, '\u{FFFD}');
}
