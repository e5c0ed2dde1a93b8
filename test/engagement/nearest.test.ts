import { expect, test } from 'vitest';
import { nearest } from '../../src/engagement/nearest.js';

test.each([
  ['checkpoint', 'checkpoints'],
  ['CHECKPOINTS', 'checkpoints'],
  ['rul', 'rule'],
  ['students', null],
  ['x', null],
])('%s was meant to be %s', (word, expected) => {
  expect(nearest(word, ['rule', 'checkpoints'])).toBe(expected);
});

test('of two equally close words the first by code unit is proposed', () => {
  expect(nearest('weekx', ['weekb', 'weeka'])).toBe('weeka');
});

test('nothing is close to nothing', () => {
  expect(nearest('week', [])).toBeNull();
});
