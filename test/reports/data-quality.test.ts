// The findings as a list: the worst first, the same order on every machine, with what was done to cells.
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { fault, type Fault } from '../../src/diagnostics/catalogue.js';
import { cellFindings, dataQuality } from '../../src/reports/data-quality.js';

function finding(some: Partial<Fault>): Fault {
  return { ...fault('cell-flattened', {}), hint: '', ...some };
}

function linesOf(findings: readonly Fault[]): readonly Readonly<Record<string, string>>[] {
  return parse(dataQuality(findings).table.report.content, { bom: true, columns: true });
}

describe('data-quality.csv', () => {
  it('joins message and hint, and leaves out a hint that there is not', () => {
    const lines = linesOf([
      finding({
        message: 'Three rows stand twice.',
        hint: 'Nothing need be done.',
        count: 3,
        place: { file: 'a.csv' },
      }),
      finding({ message: 'The plan is old.', place: null }),
    ]);
    expect(lines).toEqual([
      {
        code: 'cell-flattened',
        severity: 'info',
        file: '',
        record: '',
        column: '',
        message: 'The plan is old.',
        count: '1',
      },
      {
        code: 'cell-flattened',
        severity: 'info',
        file: 'a.csv',
        record: '',
        column: '',
        message: 'Three rows stand twice. Nothing need be done.',
        count: '3',
      },
    ]);
  });

  it('is in order of severity, code, file, record, column, message and count', () => {
    const ordered = [
      finding({ severity: 'error', message: '1' }),
      finding({ severity: 'warning', message: '2' }),
      finding({ message: '3', place: { file: 'a.csv', record: 2, column: 'z' } }),
      finding({ message: '4', place: { file: 'a.csv', record: 10, column: 'a' } }),
      finding({ message: '5', place: { file: 'a.csv', record: 10, column: 'b' } }),
      finding({ message: '6', place: { file: 'b.csv' } }),
      finding({ message: '7', place: { file: 'b.csv' }, count: 2 }),
      finding({ message: '7', place: { file: 'b.csv' }, count: 3 }),
      finding({ code: 'cell-guarded', message: '0' }),
    ];
    const lines = linesOf([...ordered].reverse());
    expect(lines.map((line) => line['message'])).toEqual(ordered.map(({ message }) => message));
    expect(lines.map((line) => line['count'])).toEqual(ordered.map(({ count }) => count.toString()));
  });

  it('guards its own cells too, and says in which columns', () => {
    const place = { file: '=a.csv', column: '@b' };
    const { findings } = dataQuality([finding({ place }), finding({ place })]);
    const own = findings.filter(({ code }) => code === 'cell-guarded');
    expect(own.map((it) => [it.place, it.count])).toEqual([
      [{ file: 'data-quality.csv', column: 'column' }, 2],
      [{ file: 'data-quality.csv', column: 'file' }, 2],
    ]);
    expect(linesOf([finding({ place })])[0]).toMatchObject({ file: "'=a.csv", column: "'@b" });
  });

  it('lists what was done to the cells of other reports, in exact words', () => {
    const found = cellFindings([
      { file: 'outcomes.csv', record: 4, column: 'last_name', treatment: 'guarded' },
      { file: 'outcomes.csv', record: 5, column: 'first_name', treatment: 'flattened' },
    ]);
    expect(found).toEqual([
      {
        code: 'cell-guarded',
        severity: 'info',
        place: { file: 'outcomes.csv', record: 4, column: 'last_name' },
        message: "The text begins like a spreadsheet formula, so it was written with an apostrophe (') in front.",
        hint: 'Correct it in the records if it is not meant.',
        count: 1,
      },
      {
        code: 'cell-flattened',
        severity: 'info',
        place: { file: 'outcomes.csv', record: 5, column: 'first_name' },
        message: 'The text holds line breaks, tabs or invisible characters, which were left out or became spaces.',
        hint: 'Correct it in the records.',
        count: 1,
      },
    ]);
  });
});
