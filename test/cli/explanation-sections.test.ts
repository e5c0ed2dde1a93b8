// What an explanation says on the terminal of a window that falls to several sections of a plan (9.4).
import { Chalk } from 'chalk';
import { expect, test } from 'vitest';
import { describeExplanation } from '../../src/cli/explanation.js';
import { explanation } from '../reports/explained.js';
import { away, splitCase } from '../reports/split-window.js';

const plain = new Chalk({ level: 0 });

function told(...it: Parameters<typeof splitCase>): string {
  return describeExplanation(explanation(splitCase(...it)), plain);
}

test('the placement covers more days: its section judges, by these days', () => {
  expect(told([away('2026-10-08')])).toMatchInlineSnapshot(`
    "0001  Ada Obi
    School of Engineering (ENG), week_3, Sunday 18 October 2026

    Outcome
      non-engagement
      No engagement of any kind is recorded from 28 September to 18 October 2026.
      enters the non-engagement process (10.5)

    Days
      window 2026-09-28 to 2026-10-18, 21 monitored days
      of these the student’s: 2026-09-28 to 2026-10-18, 21 monitored days
      enrolled, started 2026-09-28 (students.csv, record 1)
      several sections of the plan share these days: the one with most of them judges the student, of equals the later; one of vacation alone gives way (9.4)
      2026-09-28 to 2026-10-07, 10 days, 10 monitored: the rule of the plan; not judged, but evidence counts for 7.3 and the clock
      2026-10-08 to 2026-10-18, 11 days, 11 monitored: the group students on placement (away); judged on these days

    Circumstances
      2026-10-08 without an end  placement (circumstances.csv, record 1): 11 days of the student’s window: for students on placement (9.4)

    Rule
      of the group students on placement (away), which claims this student
      QMplus: not-met

    QMplus (7.1c): not-met
      active on 0 days; at least 3 expected (6 in a full period)
      the plan asks for 6 in a full window; 11 of its 21 monitored days are judged, so for 3
      would have met it: an act on 3 more days

    Clock (10.6)
      no evidence so far
      day 0 is 2026-09-27 (the day before the student’s start): 21 days since, 21 of them monitored
      60 monitored days without evidence are reached on Thursday 26 November 2026

    Year so far
      2026-10-18  week_3: non-engagement

    Records of this student
      no export names this student
    "
  `);
});

test('the days on campus are more: the rule of the plan judges, on both sides of the placement', () => {
  expect(linesOf(told([away('2026-10-05', '2026-10-06')]))).toMatchInlineSnapshot(`
    "  No engagement of any kind is recorded from 28 September to 18 October 2026.
      several sections of the plan share these days: the one with most of them judges the student, of equals the later; one of vacation alone gives way (9.4)
      2026-09-28 to 2026-10-04 and 2026-10-07 to 2026-10-18, 19 days, 19 monitored: the rule of the plan; judged on these days
      2026-10-05 to 2026-10-06, 2 days, 2 monitored: the group students on placement (away); not judged, but evidence counts for 7.3 and the clock
      the plan asks for 6 in a full window; 19 of its 21 monitored days are judged, so for 5"
  `);
});

test('without a section the days away judge nobody', () => {
  expect(linesOf(told([away('2026-10-05', '2026-10-11')], { hasSection: false }))).toMatchInlineSnapshot(`
    "  No engagement of any kind is recorded from 28 September to 18 October 2026.
      2026-09-28 to 2026-10-04 and 2026-10-12 to 2026-10-18, 14 days, 14 monitored: the rule of the plan; judged on these days
      2026-10-05 to 2026-10-11, 7 days, 7 monitored: on placement or abroad, for which the plan has no section; not judged, but evidence counts for 7.3 and the clock
      2026-10-05 to 2026-10-11  placement (circumstances.csv, record 1): 7 days of the student’s window: no section of the plan is for it, so they are not judged (9.4)
      the plan asks for 6 in a full window; 14 of its 21 monitored days are judged, so for 4"
  `);
});

test('who is away on the checkpoint date without a section, or back for too few days, is told why nobody is judged', () => {
  expect(linesOf(told([away('2026-10-12')], { hasSection: false }))).toMatchInlineSnapshot(`
    "  Not assessed: on placement or study abroad, for which the plan has no section.
      2026-09-28 to 2026-10-11, 14 days, 14 monitored: the rule of the plan
      2026-10-12 to 2026-10-18, 7 days, 7 monitored: on placement or abroad, for which the plan has no section"
  `);
  expect(linesOf(told([away('2026-09-28', '2026-10-12')], { hasSection: false }))).toMatchInlineSnapshot(`
    "  Not assessed: on placement or study abroad for part of this window, for which the plan has no section; too few other days are left.
      2026-09-28 to 2026-10-12, 15 days, 15 monitored: on placement or abroad, for which the plan has no section; not judged, but evidence counts for 7.3 and the clock
      2026-10-13 to 2026-10-18, 6 days, 6 monitored: the rule of the plan; judged on these days
      2026-09-28 to 2026-10-12  placement (circumstances.csv, record 1): 15 days of the student’s window: no section of the plan is for it, so they are not judged (9.4)
      the plan asks for 6 in a full window; 6 of its 21 monitored days are judged, so for 1"
  `);
});

/** The reason, and whatever is said of days. */
function linesOf(text: string): string {
  return text
    .split('\n')
    .filter((line, index) => index === 5 || /judge|monitored: |count for/.test(line))
    .join('\n');
}
