// What the name of a file says: which table it feeds, and in which form.
import { TABLES, type Table } from './tables.js';

export type FileForm = 'csv' | 'csv.gz' | 'parquet';

export function tableOf(name: string): Table | null {
  return TABLES.find((table) => name.toLowerCase().startsWith(table)) ?? null;
}

export function formOf(name: string): FileForm | null {
  const ending = /\.(csv\.gz|csv|parquet)$/i.exec(name)?.[1]?.toLowerCase();
  return ending === 'csv' || ending === 'csv.gz' || ending === 'parquet' ? ending : null;
}

/** Hidden files and the lock files of Office. */
export function isPassing(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$');
}
