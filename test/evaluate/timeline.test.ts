// The dates of a plan's year up to the one asked for (8.2).
import { expect, test } from 'vitest';
import { formatDay } from '../../src/calendar/day.js';
import { timelineOf } from '../../src/evaluate/timeline.js';
import { d, plan } from '../support/build.js';

test('each knows the declared checkpoint before it; an ad-hoc date before the first has none', () => {
  const before = (on: string) =>
    timelineOf(plan(), d(on)).map(({ previousOn }) => (previousOn === null ? null : formatDay(previousOn)));
  expect(before('2026-10-10')).toEqual([null]);
  expect(before('2026-10-18')).toEqual([null]);
  expect(before('2026-10-30')).toEqual([null, '2026-10-18']);
  expect(before('2026-11-08')).toEqual([null, '2026-10-18']);
});
