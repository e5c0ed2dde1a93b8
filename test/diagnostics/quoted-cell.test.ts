// Nothing personal in messages: whatever column a name, an address or a reason has slipped into.
import { describe, expect, test } from 'vitest';
import { quotedCell } from '../../src/diagnostics/quoted-cell.js';

const STATUS = 'present, late, authorised, cancelled, absent or not-recorded';

describe('is quoted', () => {
  test.each([
    ['01/10/2025', 'a date such as 2026-02-27'],
    ['2026-10-05T25:00+01:00', 'a date such as 2026-02-27'],
    ['31.04.2026 9:00', 'a date such as 2026-02-27'],
    ['1,441', 'a whole number of minutes from 0 to 1440, or blank'],
    ['=0001', 'an id'],
    ['2.10E+08', 'an id'],
    ['Y', 'yes, no, or blank'],
    ['Present', STATUS],
    ['Not recorded', STATUS],
    ['FULL_TIME', 'full-time, part-time, or blank'],
  ])('%j', (cell, allowed) => {
    expect(quotedCell(cell, allowed)).toBe(`"${cell}"`);
  });
});

describe('is not quoted', () => {
  test.each([
    'Okonkwo',
    'okonkwo',
    'Ng',
    '李',
    'Ada Obi',
    'Obi, Ada (Dr)',
    'ada@example.ac.uk',
    'a.obi21@example.ac.uk',
    'Flat 3, 12 Mile End Road',
    'born 2007-03-01 in Leeds',
    'bereavement',
    'chronic illness',
    '',
  ])('%j', (cell) => {
    expect(quotedCell(cell, STATUS)).toBe('The cell');
    expect(quotedCell(cell, 'a date such as 2026-02-27, or blank')).toBe('The cell');
  });

  test('what the reader withheld', () => {
    expect(quotedCell(null, STATUS)).toBe('The cell');
  });
});
