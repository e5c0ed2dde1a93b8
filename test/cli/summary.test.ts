// What a run says at a glance: how many of each kind, in which file, and who is left out of one.
import { Chalk } from 'chalk';
import { expect, test } from 'vitest';
import { describeRun } from '../../src/cli/summary.js';
import { buildReports } from '../../src/reports/build.js';
import type { ReportInput } from '../../src/reports/input.js';
import { assessedOf, inputOf, outcomeOf, studentOf } from '../reports/builder.js';
import { schoolAtWeek8 } from '../reports/school.js';

function summaryOf(input: ReportInput): string {
  const { plan, checkpoint, window } = input;
  const { counts } = buildReports(input);
  const target = {
    checkpointId: checkpoint.id,
    on: checkpoint.on,
    isAdHoc: checkpoint.isAdHoc,
    window,
    previousOn: null,
  };
  const planRun = {
    plan,
    target,
    counts,
    findings: [],
    folder: 'reports/ENG/2013-11-03',
    publication: 'published',
  } as const;
  return describeRun({ plans: [planRun], feedsSetAside: input.feedsSetAside }, new Chalk({ level: 0 }));
}

test('held students, associates and registers to chase are named where there are any', () => {
  expect(summaryOf(schoolAtWeek8())).toMatchInlineSnapshot(`
    "School of Engineering, Physics & Design (ENG)
    week_8, Sunday 3 November 2013: 24 students
    Window Monday 7 October 2013 to Sunday 3 November 2013

      Engaged                  6
      Low engagement           8   low-engagement.csv  without 1 associate student (6.5) and 2 under a contact hold (held.csv)
      Non-engagement           2   non-engagement.csv
      Withheld                 3   withheld.csv  data is missing; grounds withheld: 9.1 1, 9.2 2, 10.6-days 2
      Not assessed             5   withdrawn 1, sabbatical-officer 2, grace 1, authorised-absence 1

      Panel referral           2   panel-referral.csv  9.1 1, 10.6-days 1, 10.6-pattern 2
      Sponsored                6   sponsored.csv
      Registers to chase       3   registers-to-chase.csv
      Replies awaited          2   awaiting-reply.csv

      Reports written to reports/ENG/2013-11-03
    "
  `);
});

test('nothing is said of what there is not', () => {
  const summary = summaryOf(inputOf([assessedOf(studentOf('1'), [outcomeOf()])]));
  expect(summary).not.toContain('Registers to chase');
  expect(summary).not.toContain('without');
});
