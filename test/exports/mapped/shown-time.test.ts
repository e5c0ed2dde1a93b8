// What a message shows of a cell that is no time: never what may be somebody's name.
import { expect, test } from 'vitest';
import { shownTime } from '../../../src/exports/mapped/time-faults.js';

test.each([
  ['5 Nov', '5 Nov'],
  ['-', '-'],
  ['—', '—'],
  ['?', '?'],
  ['--:--', '--:--'],
  ['--------', 'a text without figures'],
  ['J.', 'a text without figures'],
  ['Amara', 'a text without figures'],
  ['a1@example.ac.uk', 'a text without figures'],
  ['@', '@'],
])('%s is shown as %s', (cell, shown) => {
  expect(shownTime(cell)).toBe(shown);
});
