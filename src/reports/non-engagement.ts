// Students without any evidence of engagement in their window (7.3), for the letters of 10.1.
import type { Table } from './csv.js';
import { letterList } from './letter-list.js';
import type { Row } from './row.js';

export function nonEngagement(rows: readonly Row[]): Table {
  return letterList('non-engagement.csv', 'non-engagement', rows);
}
