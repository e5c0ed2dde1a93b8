// The bytes of a CSV: what is written comes back, whatever the names.
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildReports } from '../../src/reports/build.js';
import { column } from '../../src/reports/column.js';
import { tableOf } from '../../src/reports/csv.js';
import { safeCell } from '../../src/reports/safe-cell.js';
import { assessedOf, inputOf, studentOf } from './builder.js';

const columns = [
  column('first', ([first]: string[]) => first ?? ''),
  column('last', ([, last]: string[]) => last ?? ''),
];

describe('a table', () => {
  it('has a BOM, CRLF and quotes round every cell, empty ones too', () => {
    const { report } = tableOf('names.csv', columns, [
      ['Zoë "Zo"', 'Ní Bhriain, PhD'],
      ['', '0012'],
    ]);
    expect(report).toEqual({
      file: 'names.csv',
      content: '\ufeff"first","last"\r\n"Zoë ""Zo""","Ní Bhriain, PhD"\r\n"","0012"\r\n',
    });
  });

  it('names each cell that could not be written as it was', () => {
    const { changedCells, rowCount } = tableOf('names.csv', columns, [
      ['Ann', 'Lee'],
      ['=1', 'Le\ne'],
    ]);
    expect(rowCount).toBe(2);
    expect(changedCells).toEqual([
      { file: 'names.csv', record: 2, column: 'first', treatment: 'guarded' },
      { file: 'names.csv', record: 2, column: 'last', treatment: 'flattened' },
    ]);
  });
});

describe('names in the reports', () => {
  it('survive the way through a CSV, but for cells that had to be made safe', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', ';', 'é', '=') }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(name, name), { maxLength: 5 }), (names) => {
        const assessed = names.map(([firstName, lastName], index) => {
          return assessedOf(studentOf(`00${index}`, { firstName, lastName }));
        });
        const content =
          buildReports(inputOf(assessed)).reports.find(({ file }) => file === 'outcomes.csv')?.content ?? '';
        const read: Record<string, string>[] = parse(content, { bom: true, columns: true });
        expect(read.map((row) => [row['first_name'], row['last_name']])).toEqual(
          names.map((pair) => pair.map((text) => safeCell(text).text)),
        );
      }),
      { numRuns: 200 },
    );
  });
});
