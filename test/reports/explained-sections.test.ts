// Which days of a student's window were judged by which section of the plan (9.4), as JSON, with the minimum for these days.
import { describe, expect, test } from 'vitest';
import { ALL_VACATION, away, splitCase } from './split-window.js';
import { explanation } from './explained.js';

describe('a window of 21 days, on placement from', () => {
  test.each([
    // The section for placements covers more of the days, as many, fewer.
    [
      '2026-10-08',
      [
        ['rule', '2026-09-28', '2026-10-07', 10, false],
        ['away', '2026-10-08', '2026-10-18', 11, true],
      ],
      '11/21',
      '3',
    ],
    [
      '2026-10-09',
      [
        ['rule', '2026-09-28', '2026-10-08', 11, true],
        ['away', '2026-10-09', '2026-10-18', 10, false],
      ],
      '11/21',
      '3',
    ],
  ] as const)('%s: %j', (from, sections, share, minimum) => {
    const told = explanation(splitCase([away(from)]));
    expect(daysOf(told)).toEqual(sections);
    const [judging] = sections.filter(([, , , , judges]) => judges);
    expect(told.group?.id ?? 'rule').toBe(judging?.[0]);
    expect(minimumOf(told)).toEqual({ minimum, planned: 6, share });
  });
});

test('of as many days the later section judges', () => {
  // 20 days of the student's: 10 on campus, then 10 away.
  const told = explanation(splitCase([away('2026-10-09')], { startsOn: '2026-09-29' }));
  expect(daysOf(told)).toEqual([
    ['rule', '2026-09-29', '2026-10-08', 10, false],
    ['away', '2026-10-09', '2026-10-18', 10, true],
  ]);
  expect(minimumOf(told)).toEqual({ minimum: '2', planned: 6, share: '10/21' });
});

test('days that are not together are told as they are', () => {
  const told = explanation(splitCase([away('2026-10-05', '2026-10-06')]));
  expect(told.judged_days?.[0]?.periods).toEqual([
    { from: '2026-09-28', to: '2026-10-04' },
    { from: '2026-10-07', to: '2026-10-18' },
  ]);
  expect(minimumOf(told)).toEqual({ minimum: '5', planned: 6, share: '19/21' });
});

test('monitored days are told apart: a section of vacation alone does not judge', () => {
  const told = explanation(splitCase([away('2026-10-05')], { plan: ALL_VACATION }));
  expect(told.judged_days?.map((it) => [it.days, it.monitored_days, it.judges])).toEqual([
    [7, 7, true],
    [14, 0, false],
  ]);
});

test('where the plan has no section for them, the days away judge nobody', () => {
  const told = explanation(splitCase([away('2026-10-05', '2026-10-11')], { hasSection: false }));
  expect(told.judged_days).toMatchObject([
    { has_section: true, judges: true, days: 14 },
    { has_section: false, judges: false, days: 7, group: null },
  ]);
  expect(minimumOf(told)).toEqual({ minimum: '4', planned: 6, share: '14/21' });
});

test('no section judges a student who is not assessed', () => {
  const told = explanation(splitCase([away('2026-10-12')], { hasSection: false }));
  expect(told.not_assessed_reason).toBe('no-placement-section');
  expect(told.judged_days?.map(({ judges }) => judges)).toEqual([false, false]);
});

test.each([[[]], [[away('2026-09-01')]], [[away('2026-10-19')]]])(
  'one section for all days: nothing to tell (%#)',
  (circumstances) => {
    expect(explanation(splitCase(circumstances)).judged_days).toBeNull();
  },
);

type Told = ReturnType<typeof explanation>;

function daysOf({ judged_days: sections }: Told) {
  return sections?.map(({ group, periods, days, judges }) => [
    group ?? 'rule',
    periods[0]?.from,
    periods.at(-1)?.to,
    days,
    judges,
  ]);
}

function minimumOf({ indicators }: Told) {
  const measured = indicators[0]?.measured;
  const prorated = measured?.asked.prorated;
  return {
    minimum: measured?.minimum,
    planned: measured?.planned_minimum,
    share: `${prorated?.student_days}/${prorated?.window_days}`,
  };
}
