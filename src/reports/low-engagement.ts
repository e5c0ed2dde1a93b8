// Students below the minimum of their plan (7.2), for the letters of 10.1.
import type { Table } from './csv.js';
import { letterList } from './letter-list.js';
import type { Row } from './row.js';

export function lowEngagement(rows: readonly Row[]): Table {
  return letterList('low-engagement.csv', 'low-engagement', rows);
}
