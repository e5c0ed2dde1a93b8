// Why a student is referred for review, in words and with the clause: nothing here decides anything (5.1e).
import { counted } from '../../diagnostics/fault.js';
import type { Ground, Outcome } from '../../engagement/outcome.js';
import type { Plan, ReferralPattern } from '../../plan/plan.js';
import { attendanceText, monthText } from '../month-text.js';
import type { Row } from '../row.js';
import { withheldOf } from '../withheld.js';
import type { Markup } from './markup.js';
import { list, paragraph, section } from './parts.js';

export function groundsSection(row: Row): Markup {
  const { grounds, groundsWithheld } = row.outcome;
  const open = withheldOf(row).filter(({ withheld }) => groundsWithheld.some((ground) => ground === withheld));
  return section(
    'grounds',
    'Grounds for review',
    paragraph(reviewText(grounds)),
    list(grounds.map((ground) => groundText(ground, row))),
    paragraph(open.length === 0 ? 'No ground is left undecided.' : 'Left undecided, and so no ground:'),
    open.length === 0 ? [] : list(open.map(({ reason }) => reason)),
  );
}

function reviewText(grounds: readonly Ground[]): string {
  const mandatory = grounds.filter((ground) => ground === '9.1' || ground === '9.2');
  const review = mandatory.length > 0 ? `mandatory (${mandatory.join(', ')})` : 'discretionary (10.6)';
  return `Review is ${review}. The panel decides.`;
}

function groundText(ground: Ground, { plan, outcome }: Row): string {
  switch (ground) {
    case '9.1':
      return `9.1: attendance below 70% in three months in a row. Months below 70%: ${monthsText(outcome)}.`;
    case '9.2':
      return `9.2: no evidence of engagement on ${daysText(outcome.sponsorship?.clock)}, as the sponsor counts; the ground arises at 60.`;
    case '10.6-days':
      return `10.6: no evidence of engagement on ${daysText(outcome.clock)}; the ground arises at 60.`;
    case '10.6-pattern':
      return `10.6: a pattern of non-engagement that causes concern. The plan’s pattern is ${patternsText(plan)}.`;
  }
}

function daysText(clock: Outcome['clock'] | undefined): string {
  if (clock === null || clock === undefined) throw new RangeError('a ground of days has its count');
  const { shortestMonitoredDays: shortest, longestMonitoredDays: longest } = clock;
  return shortest === longest ? counted(longest, 'monitored day') : `${shortest} to ${longest} monitored days`;
}

function monthsText({ sponsorship }: Outcome): string {
  return (sponsorship?.months ?? [])
    .flatMap((month) => {
      const { isComplete, attendance } = month;
      if (!isComplete || attendance?.belowGround !== 'below') return [];
      return [`${monthText(month)} (${attendanceText(attendance.minutes)})`];
    })
    .join(', ');
}

function patternsText({ patterns }: Plan): string {
  return patterns.map(patternText).join(', or ');
}

function patternText({ counts, count, of }: ReferralPattern): string {
  const kind = counts === 'non-engagement' ? 'non-engagement' : 'low or non-engagement';
  const times = `${kind} at ${counted(count, 'checkpoint')}`;
  if (of === 'in-year') return `${times} in the year`;
  return of === count ? `${times} in a row` : `${kind} at ${count} of the last ${counted(of, 'checkpoint')}`;
}
