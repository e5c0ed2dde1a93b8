// Cells that a spreadsheet would run, or that would break a letter (formula injection).
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeCell } from '../../src/reports/safe-cell.js';

describe('safeCell', () => {
  it.each(['', 'Anna', "O'Neill", 'a=b', '7', '王', ' Anna', 'x\u200dy'])('keeps %j', (text) => {
    expect(safeCell(text)).toEqual({ text, treatment: 'kept' });
  });

  it.each(['-', '-5', '+5', '-1,000.50', '+44 20 7882 5555', '+44 (0)20 7882-5555', '+442078825555'])(
    'keeps a lone dash, pure numbers and phone numbers: %j',
    (text) => {
      expect(safeCell(text)).toEqual({ text, treatment: 'kept' });
    },
  );

  it.each([
    ['=1+1', "'=1+1"],
    ['+cmd|x', "'+cmd|x"],
    ['-1+1', "'-1+1"],
    ['--', "'--"],
    ['-1e5', "'-1e5"],
    ['+1-2', "'+1-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\uff1d1', "'\uff1d1"],
    ['\uff0b1', "'\uff0b1"],
    ['\uff0d1', "'\uff0d1"],
    ['\uff201', "'\uff201"],
    ['\tx', "' x"],
    ['\rx', "' x"],
    ['\nx', "' x"],
    ['\r\n=1', "' =1"],
    [' =1', "' =1"],
    ['\u0000=1', "'=1"],
    ['\u202e=1', "'=1"],
    ['\ufeff=1', "'\ufeff=1"],
  ])('guards %j', (text, guarded) => {
    expect(safeCell(text)).toEqual({ text: guarded, treatment: 'guarded' });
  });

  it.each([
    ['Mei\nLing', 'Mei Ling'],
    ['Mei\r\nLing', 'Mei Ling'],
    ['Mei\tLing', 'Mei Ling'],
    ['Mei\u2028Ling\u0085', 'Mei Ling '],
    ['a\u0007b\u009bc', 'abc'],
    ['a\u202eb\u2066c\u200f', 'abc'],
  ])('flattens %j', (text, flat) => {
    expect(safeCell(text)).toEqual({ text: flat, treatment: 'flattened' });
  });

  it('never leaves a cell that runs, breaks a line or turns the direction of text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('', '=', '\t', '\n+', ' @', '\uff0d'),
        (rest, start) => {
          const { text } = safeCell(`${start}${rest}`);
          // eslint-disable-next-line no-control-regex -- control characters are what it looks for
          expect(text).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/);
          expect(text).not.toMatch(/^\s*[=@\uff1d\uff0b\uff0d\uff20]/);
          if (/^\s*[+-]/.test(text)) expect(text).toMatch(/^(-|[+-][\d.,]+|\+[\d ().-]+)$/);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('changes nothing the second time, but for the apostrophe itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = safeCell(text).text;
        expect(safeCell(once)).toEqual({ text: once, treatment: 'kept' });
      }),
    );
  });
});
