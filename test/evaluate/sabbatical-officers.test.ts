// Sabbatical officers (9.3): not assessed, with the last weekly support meeting that they attended.
import { expect, test } from 'vitest';
import { formatDay } from '../../src/calendar/day.js';
import { circumstance, KNOWN, ledger, plan, type ActSpec } from '../support/build.js';
import { outcomeAt } from '../support/judge.js';

const meeting = (on: string, over: Partial<ActSpec> = {}): ActSpec => {
  return { on, feed: 'meetings', type: 'sabbatical-support', ...over };
};

function lastOn(acts: readonly ActSpec[], over: { from?: string; to?: string } = {}): string | null {
  const officer = circumstance({ kind: 'sabbatical-officer', from: '2026-09-01', ...over });
  const outcome = outcomeAt('2026-10-18', { ledger: ledger(acts, [], KNOWN), circumstances: [officer] });
  const { lastSupportMeetingOn: day } = outcome;
  return day === null ? null : formatDay(day);
}

test.each([
  ['2026-10-17', '2026-10-17'],
  ['2026-10-18', '2026-10-18'],
  ['2026-10-19', '2026-10-05'],
])('meetings on 5 October and %s, seen on 18 October: %s', (on, expected) => {
  expect(lastOn([meeting('2026-10-05'), meeting(on)])).toBe(expected);
});

test('one before the window, or before the plan’s year, is shown too; another kind, or one that was missed, is not', () => {
  expect(lastOn([meeting('2026-09-14')])).toBe('2026-09-14');
  expect(
    lastOn([meeting('2026-10-05', { type: 'advisor' }), meeting('2026-10-06', { standing: 'missed' })]),
  ).toBeNull();
  expect(lastOn([meeting('2026-10-05', { feed: 'activities' })])).toBeNull();
});

test.each([
  [{ to: '2026-10-17' }, null],
  [{ to: '2026-10-18' }, '2026-10-05'],
  [{ from: '2026-10-18' }, '2026-10-05'],
  [{ from: '2026-10-19' }, null],
])('of who is an officer on the checkpoint date: %j', (over, expected) => {
  expect(lastOn([meeting('2026-10-05')], over)).toBe(expected);
});

test('an officer has neither classification nor clock', () => {
  const circumstances = [circumstance({ kind: 'sabbatical-officer', from: '2026-09-01' })];
  expect(outcomeAt('2026-10-18', { plan: plan(), circumstances })).toMatchObject({
    classification: 'not-assessed',
    process: 'none',
    clock: null,
    grounds: [],
    groundsWithheld: [],
  });
});
