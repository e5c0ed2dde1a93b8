// The optional dependency, if it is installed and runs here.
import type { Binding } from './database.js';

export type BindingFound = { readonly binding: Binding } | { readonly binding: null; readonly reason: string };

/** Loads the native binding; `reason` is a word for why it does not load, without paths. */
export async function findBinding(): Promise<BindingFound> {
  try {
    return { binding: await import('@duckdb/node-api') };
  } catch (error) {
    return { binding: null, reason: (error as NodeJS.ErrnoException).code ?? 'its binding does not load' };
  }
}
