// Which formats leave open whether the day or the month stands first, and what each would be the other way round.
import { expect, test } from 'vitest';
import { leaveOrderOpen, orderOf, otherOrder } from '../../src/mapping/other-order.js';
import { timeFormat, type TimeFormat } from '../../src/mapping/time-format.js';

const format = (text: string): TimeFormat => {
  const read = timeFormat(text, null);
  if (read === null) throw new Error(`${text} is no format`);
  return read;
};

test.each([
  ['d/MM/yy, HH:mm', 'day-first', 'M/d/yy, HH:mm'],
  ['MM/dd/yyyy hh:mm:ss a', 'month-first', 'd/M/yyyy hh:mm:ss a'],
  ["d.M.yyyy 'um' HH:mm", 'day-first', "M.d.yyyy 'um' HH:mm"],
  ["'dd' d/M/yyyy", 'day-first', "'dd' M/d/yyyy"],
  ['yyyy-MM-dd', null, null],
  ['d MMM yyyy', null, null],
  ['canonical', null, null],
  ['spreadsheet serial', null, null],
])('%s: %s', (text, order, other) => {
  expect(orderOf(format(text))).toBe(order);
  if (other !== null) expect(otherOrder(format(text))).toBe(other);
});

test.each([
  [['d/MM/yy', 'M/d/yy'], true],
  [['dd/MM/yyyy HH:mm', 'dd/MM/yyyy', 'd MMM yyyy', 'canonical'], false],
  [['M/d/yyyy'], false],
  [[], false],
])('%j leave the order open: %s', (formats, expected) => {
  expect(leaveOrderOpen(formats.map(format))).toBe(expected);
});
