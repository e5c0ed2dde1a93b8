// How a message names the place that it is about.
import { Chalk } from 'chalk';
import { expect, test } from 'vitest';
import { describeFaults } from '../../src/cli/messages.js';
import { fault } from '../../src/diagnostics/catalogue.js';
import type { Place } from '../../src/diagnostics/fault.js';

test.each<[Place, string]>([
  [{ file: 'students.csv', record: 4, column: 'email' }, 'students.csv, record 4, column email'],
  [{ file: 'students.csv', record: 0, column: 'email' }, 'students.csv, header, column email'],
  // The guard names a cell beyond the header, or of it, by its number.
  [{ file: 'students.csv', record: 0, column: 'column 6' }, 'students.csv, header, column 6'],
  [{ file: 'students.csv' }, 'students.csv'],
  [{ file: 'plans/ENG.yaml', line: 12, lineColumn: 3 }, 'plans/ENG.yaml:12:3'],
])('%j', (place, expected) => {
  const [first] = describeFaults([fault('cell-guarded', {}, place)], new Chalk({ level: 0 })).split('\n');
  expect(first).toBe(`note: ${expected}`);
});
