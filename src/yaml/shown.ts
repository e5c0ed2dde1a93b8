// A value of a file as a message shows it: short, on one line, safe to print.
import { printable, shortened } from '../diagnostics/printable.js';

const LONGEST = 61;

export function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a mapping';
  const written = printable(shortened(String(value), LONGEST));
  return typeof value === 'string' ? `"${written}"` : written;
}
